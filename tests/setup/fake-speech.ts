import type { Page } from 'playwright-core';

/** A voice of the fake speech. */
export interface FakeVoice {
  name: string;
  /** BCP 47. */
  lang: string;
}

/** An utterance whose reading has begun. */
export interface Said {
  text: string;
  lang: string;
  voice: string | undefined;
  rate: number;
}

/** What a test can do with the fake speech of a page. */
interface FakeSpeech {
  said: Said[];
  isSpeaking: () => boolean;
  /** The utterance that is being read comes to its end. */
  finish: () => void;
  /** It ends with an error of the Web Speech API, such as `interrupted`. */
  fail: (error: string) => void;
  /** It ends, and no event says so: what browsers do now and then. */
  fallSilent: () => void;
}

declare global {
  var fakeSpeech: FakeSpeech;
}

/**
 * Gives a page a speech of its own, from its next loading on: one that follows the Web Speech API (section 5.2) in its
 * queue, its states and its events, all of which come in tasks of their own, and that ends an utterance only when the
 * test says so. Its voices are there a moment after the page, as in Chromium.
 */
export async function giveVoices(page: Page, voices: readonly FakeVoice[]): Promise<void> {
  await page.addInitScript(install, [...voices]);
}

/** What was begun to be read on a page, in order, as soon as there are so many utterances. */
export async function saidOn(page: Page, count: number): Promise<Said[]> {
  await page.waitForFunction((least) => globalThis.fakeSpeech.said.length >= least, count);
  return page.evaluate(() => globalThis.fakeSpeech.said);
}

/** Runs in the page, before its scripts. */
function install(given: FakeVoice[]): void {
  class Utterance extends EventTarget {
    text: string;
    lang = '';
    rate = 1;
    voice: { name: string; lang: string } | null = null;
    onstart: ((event: Event) => void) | null = null;
    onend: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    onboundary: ((event: Event) => void) | null = null;
    constructor(text = '') {
      super();
      this.text = text;
    }
    tell(type: 'start' | 'end' | 'error', error = ''): void {
      setTimeout(() => {
        const event = Object.assign(new Event(type), { error, utterance: this });
        this[`on${type}`]?.(event);
        this.dispatchEvent(event);
      });
    }
  }

  const voices = given.map((voice, index) => ({
    ...voice,
    voiceURI: voice.name,
    default: index === 0,
    localService: true,
  }));
  const said: Said[] = [];
  let hasLoaded = false;
  let queue: Utterance[] = [];
  let current: Utterance | undefined;

  class Speech extends EventTarget {
    paused = false;
    onvoiceschanged: (() => void) | null = null;
    get speaking(): boolean {
      return current !== undefined;
    }
    get pending(): boolean {
      return queue.length > 0;
    }
    getVoices(): typeof voices {
      return hasLoaded ? voices : [];
    }
    speak(utterance: Utterance): void {
      queue.push(utterance);
      this.next();
    }
    cancel(): void {
      for (const waiting of queue) waiting.tell('error', 'canceled');
      queue = [];
      this.end('error', 'interrupted');
    }
    pause(): void {
      this.paused = true;
    }
    resume(): void {
      this.paused = false;
      this.next();
    }
    next(): void {
      if (this.paused || current) return;
      current = queue.shift();
      if (!current) return;
      const { text, lang, rate, voice } = current;
      said.push({ text, lang, voice: voice?.name, rate });
      current.tell('start');
    }
    end(type: 'end' | 'error', error = ''): void {
      const ended = current;
      current = undefined;
      ended?.tell(type, error);
      this.next();
    }
  }

  const speech = new Speech();
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  globalThis.fakeSpeech = {
    said,
    isSpeaking: () => speech.speaking,
    finish: () => speech.end('end'),
    fail: (error) => speech.end('error', error),
    fallSilent: () => (current = undefined),
  };
  setTimeout(() => {
    hasLoaded = true;
    speech.onvoiceschanged?.();
    speech.dispatchEvent(new Event('voiceschanged'));
  });
}
