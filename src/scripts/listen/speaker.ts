import { toPieces } from './pieces.ts';

/** How a sentence came to its end: read, broken off by the browser, or not possible at all. */
export type Outcome = 'read' | 'brokenOff' | 'failed';

/** Milliseconds between two looks at whether the browser is still speaking. */
const LOOK = 1000;

/** Looks without a sign of speech, or in silence, after which the browser has stopped without a word. */
const PATIENCE = { silent: 3, speaking: 30 };

/** Milliseconds that some browsers need after they were hushed; they would swallow what comes sooner. */
const BREATH = 50;

/** A sentence and how it is to be read. */
export interface Order {
  text: string;
  voice: SpeechSynthesisVoice;
  /** 1 is the voice's usual speed. */
  speed: number;
}

/** Reads sentences aloud by the Web Speech API (section 5.2), one at a time; a new one takes the place of the one before. */
export class Speaker {
  /** Counts the orders: the events of an earlier one say nothing any more. */
  #order = 0;
  /** Kept here, since Chrome forgets an utterance that nobody holds and then never says that it ended. */
  #utterance: SpeechSynthesisUtterance | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #quiet = 0;

  /** Reads a sentence and then says how that went, unless something else was ordered before. */
  say(order: Order, ended: (outcome: Outcome) => void): void {
    const wasSpeaking = this.hush();
    const own = this.#order;
    const pieces = toPieces(order.text);
    const end = (outcome: Outcome): void => {
      if (own !== this.#order) return;
      this.hush();
      ended(outcome);
    };
    const next = (): void => {
      if (own !== this.#order) return;
      const piece = pieces.shift();
      if (piece === undefined) end('read');
      else this.#speak(piece, order, next, end);
    };
    if (wasSpeaking) setTimeout(next, BREATH);
    else next();
  }

  /** Falls silent at once; tells whether the browser was speaking. */
  hush(): boolean {
    this.#order += 1;
    this.#utterance = undefined;
    clearInterval(this.#looking);
    const { speaking, pending } = speechSynthesis;
    if (speaking || pending) speechSynthesis.cancel();
    return speaking || pending;
  }

  #speak(text: string, { voice, speed }: Order, next: () => void, end: (outcome: Outcome) => void): void {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = voice.lang;
    utterance.voice = voice;
    utterance.rate = speed;
    const isCurrent = (): boolean => utterance === this.#utterance;
    utterance.onstart = utterance.onboundary = () => {
      if (isCurrent()) this.#quiet = 0;
    };
    utterance.onend = () => {
      if (isCurrent()) next();
    };
    utterance.onerror = ({ error }) => {
      if (isCurrent()) end(BROKEN_OFF.has(error) ? 'brokenOff' : 'failed');
    };
    this.#utterance = utterance;
    this.#watch(() => end('brokenOff'));
    // Another page may have left the browser's speech paused.
    speechSynthesis.resume();
    speechSynthesis.speak(utterance);
  }

  /** Some browsers stop in the middle and say nothing, neither that they ended nor that they failed. */
  #watch(stopped: () => void): void {
    clearInterval(this.#looking);
    this.#quiet = 0;
    this.#looking = setInterval(() => {
      this.#quiet += 1;
      const { speaking, pending } = speechSynthesis;
      if (this.#quiet >= (speaking || pending ? PATIENCE.speaking : PATIENCE.silent)) stopped();
    }, LOOK);
  }
}

/** What is no fault: somebody else spoke, or the browser wants to be asked by a press of a button. */
const BROKEN_OFF: ReadonlySet<string> = new Set(['interrupted', 'canceled', 'not-allowed', 'audio-busy']);
