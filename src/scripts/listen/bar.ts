import type { Phrases } from '../../news/interface/english.ts';
import { element } from '../element.ts';
import { SPEEDS } from './memory.ts';

/** What somebody can do in the bar. */
export interface Actions {
  toggle: () => void;
  stop: () => void;
  /** By so many sentences, back where that is less than 0. */
  step: (by: number) => void;
  setSpeed: (speed: number) => void;
  /** By the voice's address. */
  setVoice: (voice: string) => void;
}

/** What is chosen when the bar opens, and of what. */
export interface Choices {
  /** One of `SPEEDS`. */
  speed: number;
  voices: readonly Pick<SpeechSynthesisVoice, 'voiceURI' | 'name'>[];
  /** The address of one of them. */
  voice: string;
}

/** The bar at the foot of the screen while an article is read aloud. */
export interface Bar {
  element: HTMLElement;
  focus: () => void;
  /** Shows whether it is reading now. */
  show: (isReading: boolean) => void;
  /** Says something, or nothing. */
  say: (words: string) => void;
}

/** Makes the bar, which speaks a language (BCP 47). Among voices there is a choice only where there are several. */
export function makeBar(words: Phrases['listen'], lang: string, choices: Choices, actions: Actions): Bar {
  const toggle = button(words.pause, actions.toggle);
  const status = element('p');
  status.setAttribute('role', 'status');
  const number = new Intl.NumberFormat(lang);
  const speeds = SPEEDS.map((value) => ({ value: String(value), label: `${number.format(value)} ×` }));
  const voices = choices.voices.map(({ voiceURI, name }) => ({ value: voiceURI, label: name }));
  const bar = element(
    'section',
    sign('‹', words.back, () => actions.step(-1)),
    toggle,
    sign('›', words.forward, () => actions.step(1)),
    button(words.stop, actions.stop),
    choice(words.speed, speeds, String(choices.speed), (value) => actions.setSpeed(Number(value))),
    ...(voices.length > 1 ? [choice(words.voice, voices, choices.voice, actions.setVoice)] : []),
    status,
  );
  bar.className = 'listen';
  bar.setAttribute('aria-label', words.region);
  return {
    element: bar,
    focus: () => toggle.focus(),
    show: (isReading) => {
      toggle.textContent = isReading ? words.pause : words.goOn;
    },
    say: (text) => {
      status.textContent = text;
    },
  };
}

function button(label: string, pressed: () => void): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

/** A button that shows a sign instead of its name. */
function sign(shown: string, label: string, pressed: () => void): HTMLButtonElement {
  const made = button('', pressed);
  const picture = element('span', shown);
  picture.setAttribute('aria-hidden', 'true');
  const name = element('span', label);
  name.className = 'unseen';
  made.title = label;
  made.append(picture, name);
  return made;
}

function choice(
  label: string,
  options: readonly { value: string; label: string }[],
  chosen: string,
  changed: (value: string) => void,
): HTMLLabelElement {
  const select = element('select');
  for (const option of options) select.add(new Option(option.label, option.value));
  select.value = chosen;
  select.addEventListener('change', () => changed(select.value));
  return element('label', `${label} `, select);
}
