import type { Phrases } from '../../news/interface/english.ts';
import { type Bar, makeBar } from './bar.ts';
import { mark, showOnScreen } from './mark.ts';
import { hashOf, recall, remember, withPlace } from './memory.ts';
import { type Outcome, Speaker } from './speaker.ts';
import { readArticle, type Sentence } from './spoken-text.ts';
import { primaryOf, voicesFor } from './voices.ts';

/** What one listening needs to know. */
export interface Setting {
  article: Element;
  words: Phrases['listen'];
  /** Of the interface (BCP 47). */
  lang: string;
  /** Called when it is over. */
  closed: () => void;
}

/** An article that is read aloud, from the press of "Listen" until it is stopped or has come to its end. */
export class Listening {
  readonly #setting: Setting;
  readonly #sentences: readonly Sentence[];
  readonly #hash: string;
  /** Of the text; a quotation in it may have another one. */
  readonly #lang: string;
  readonly #speaker = new Speaker();
  readonly #bar: Bar;
  readonly #ends = new AbortController();
  #index: number;
  #isReading = false;
  #timesBrokenOff = 0;

  constructor(setting: Setting) {
    const { article, words, lang } = setting;
    this.#setting = setting;
    this.#sentences = readArticle(article);
    this.#hash = hashOf(this.#sentences.map(({ text }) => text).join('\n'));
    const text = article.querySelector('[data-part=body]') ?? article;
    this.#lang = text.closest<HTMLElement>('[lang]')?.lang ?? lang;
    const { speed, places } = recall();
    const place = places.find(({ path, hash }) => path === location.pathname && hash === this.#hash)?.sentence ?? 0;
    this.#index = place < this.#sentences.length && keepsPlaces() ? place : 0;
    const choices = {
      speed,
      voices: voicesFor(speechSynthesis.getVoices(), this.#lang),
      voice: this.#voiceOf(this.#lang)?.voiceURI ?? '',
    };
    this.#bar = makeBar(words, lang, choices, {
      toggle: () => (this.#isReading ? this.#pause() : this.#read()),
      stop: () => this.#stop(),
      step: (by) => this.#go(this.#index + by),
      setSpeed: (chosen) => this.#choose(() => remember((memory) => ({ ...memory, speed: chosen }))),
      setVoice: (chosen) =>
        this.#choose(() =>
          remember((memory) => ({ ...memory, voices: { ...memory.voices, [primaryOf(this.#lang)]: chosen } })),
        ),
    });
  }

  /** Shows the bar and begins, or goes on with what was stopped on an earlier visit. */
  start(): void {
    const { signal } = this.#ends;
    document.body.append(this.#bar.element);
    addEventListener('pagehide', () => this.#pause(), { signal });
    addEventListener(
      'keydown',
      ({ key, target }) => {
        // What lies over the page is closed first.
        const isElsewhere = target instanceof Element && target.closest('dialog, .settings, .passage') !== null;
        if (key === 'Escape' && !isElsewhere) this.#stop();
      },
      { signal },
    );
    this.resume();
  }

  /** Goes on if it was paused, and brings the keyboard to the bar. */
  resume(): void {
    this.#bar.focus();
    if (!this.#isReading) this.#read();
  }

  #read(): void {
    const sentence = this.#sentences[this.#index];
    if (!sentence) {
      this.#stop();
      return;
    }
    this.#show(true);
    this.#markCurrent();
    this.#keepPlace();
    const voice = this.#voiceOf(sentence.lang) ?? this.#voiceOf(this.#lang);
    if (voice) this.#speaker.say({ text: sentence.text, voice, speed: recall().speed }, (end) => this.#goOn(end));
    else this.#goOn('failed');
  }

  #goOn(outcome: Outcome): void {
    if (outcome === 'read') {
      this.#timesBrokenOff = 0;
      this.#go(this.#index + 1);
      return;
    }
    this.#pause();
    this.#timesBrokenOff += 1;
    if (outcome === 'failed' || this.#timesBrokenOff > 1) this.#bar.say(this.#setting.words.failed);
  }

  /** To another sentence; past the last one, it is over. */
  #go(index: number): void {
    this.#index = Math.max(index, 0);
    if (this.#isReading || index >= this.#sentences.length) {
      this.#read();
    } else {
      this.#markCurrent();
      this.#keepPlace();
    }
  }

  #choose(keep: () => void): void {
    keep();
    if (this.#isReading) this.#read();
  }

  #pause(): void {
    this.#speaker.hush();
    this.#show(false);
  }

  #stop(): void {
    if (this.#ends.signal.aborted) return;
    this.#ends.abort();
    this.#speaker.hush();
    this.#keepPlace();
    mark(undefined);
    const hadFocus = this.#bar.element.contains(document.activeElement);
    this.#bar.element.remove();
    this.#setting.closed();
    if (hadFocus) document.querySelector<HTMLElement>('[data-load=listen]')?.focus();
  }

  #show(isReading: boolean): void {
    this.#isReading = isReading;
    this.#bar.show(isReading);
    if (isReading) this.#bar.say('');
  }

  #markCurrent(): void {
    const range = this.#sentences[this.#index]?.range;
    mark(range);
    if (range) showOnScreen(range, this.#bar.element.offsetHeight);
  }

  /** The beginning and the end are no places to go on from. */
  #keepPlace(): void {
    const isWithin = this.#index > 0 && this.#index < this.#sentences.length;
    const place = isWithin ? { hash: this.#hash, sentence: this.#index } : undefined;
    remember((memory) => (keepsPlaces() ? withPlace(memory, location.pathname, place) : { ...memory, places: [] }));
  }

  /** The voice that was chosen for a language, else the best. */
  #voiceOf(lang: string): SpeechSynthesisVoice | undefined {
    const voices = voicesFor(speechSynthesis.getVoices(), lang);
    const chosen = recall().voices[primaryOf(lang)];
    return voices.find(({ voiceURI }) => voiceURI === chosen) ?? voices[0];
  }
}

/** Whether the reader wants to have remembered what was read; else it is forgotten. */
function keepsPlaces(): boolean {
  return document.documentElement.dataset['memory'] !== 'off';
}
