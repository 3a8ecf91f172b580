import { fill } from '../news/interface/phrase.ts';
import { copyText } from './cite/copy-text.ts';
import { type Part, partsOf } from './cite/entry.ts';
import { type Cited, readCited } from './cite/facts.ts';
import { toBibtex } from './cite/to-bibtex.ts';
import { toCslJson } from './cite/to-csl.ts';
import { toText, type Words } from './cite/to-text.ts';
import { today } from './days.ts';
import { element } from './element.ts';
import { loadPhrases, pageLang } from './phrases.ts';

/** The id of the region; there is one button, and one region, a page. */
const ID = 'cite';

/** Shows after its button how to cite the article and its original; pressed again, hides it. */
export default function cite(from: HTMLElement): void {
  const open = document.getElementById(ID);
  if (open) close(from, open);
  else if (from.ariaExpanded !== 'true') void show(from);
}

async function show(from: HTMLElement): Promise<void> {
  from.ariaExpanded = 'true';
  const cited = readCited({
    structuredData: document.querySelector('script[type="application/ld+json"]')?.textContent ?? undefined,
    canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
    properties: new Map([...document.querySelectorAll('meta[property]')].map(toProperty)),
  });
  const phrases = await loadPhrases().catch(() => undefined);
  if (!cited || !phrases) {
    from.ariaExpanded = 'false';
    return;
  }
  const { cite: words } = phrases;
  const status = element('output');
  const parts = partsOf(cited).map((part) => toPart(cited, part, words, status));
  const region = element('section', ...parts, status);
  Object.assign(region, { id: ID, className: 'cite', ariaLabel: words.heading });
  region.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    close(from, region);
    from.focus();
  });
  from.setAttribute('aria-controls', ID);
  // A line of text can hold the button, and not what it shows.
  (from.closest('.facts') ?? from).after(region);
}

function close(from: HTMLElement, region: HTMLElement): void {
  region.remove();
  from.ariaExpanded = 'false';
}

function toProperty(meta: Element): [string, string] {
  return [meta.getAttribute('property') ?? '', meta.getAttribute('content') ?? ''];
}

/** The citation of the copy or of the original, to be read and to be copied. */
function toPart(cited: Cited, part: Part, words: Words, status: HTMLOutputElement): HTMLElement {
  const day = today();
  const text = toText(cited, part, day, words, pageLang);
  const name = cited.copy ? words[part] : words.article;
  const line = element('p', text);
  line.dir = 'auto';
  const buttons = element('div');
  const copies: [label: string, text: string, format?: string][] = [
    [words.copyText, text],
    [words.copyBibtex, toBibtex(cited, part, day, words, pageLang), 'BibTeX'],
    [words.copyCsl, toCslJson(cited, part, day), 'CSL-JSON'],
  ];
  for (const [label, copied, format] of copies) {
    const button = element('button', label);
    button.type = 'button';
    button.addEventListener('click', () => {
      void copyText(copied, buttons, `${name}: ${label}`).then((isCopied) => {
        status.textContent = isCopied
          ? fill(words.copied, { what: format ? `${name} (${format})` : name })
          : words.notCopied;
      });
    });
    buttons.append(button, ' ');
  }
  return element('fieldset', element('legend', name), line, buttons);
}
