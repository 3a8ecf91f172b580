import { Listening } from './listen/listening.ts';
import { loadPhrases, pageLang } from './phrases.ts';

let listening: Promise<Listening | undefined> | undefined;

/**
 * Reads the article of the page aloud by the browser's own voice: called with the button "Listen" whenever that is pressed.
 * Pressed again, it goes on and brings the keyboard to the bar.
 */
export default function start(button: HTMLElement): void {
  if (listening) void listening.then((begun) => begun?.resume());
  else listening = begin(button).catch(forget);
}

async function begin(button: HTMLElement): Promise<Listening | undefined> {
  const article = button.closest('article');
  if (!article) return undefined;
  const { listen: words } = await loadPhrases();
  const begun = new Listening({ article, words, lang: pageLang, closed: forget });
  begun.start();
  return begun;
}

/** Whether it is over or could not begin: the next press begins anew. */
function forget(): undefined {
  listening = undefined;
}
