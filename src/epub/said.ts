import { type NewsDate, showDay } from '../news/dates.ts';
import { pieces } from '../news/interface/phrase.ts';
import { directionOf } from '../news/languages.ts';
import { toIri } from '../news/paths.ts';
import { element, type XmlElement, type XmlPart } from './xml.ts';

/** The attributes that say in which language an element is, and in which direction it is read. */
export function inLanguage(lang: string): XmlElement['attributes'] {
  return { lang, 'xml:lang': lang, dir: directionOf(lang) };
}

/** A phrase with elements in its places, such as the linked names of authors. */
export function phraseWith(phrase: string, values: Readonly<Record<string, XmlPart>>): XmlPart[] {
  return pieces(phrase).map((piece) => (typeof piece === 'string' ? piece : values[piece.place]));
}

/** A day as a language writes it, and as machines read it. */
export function day(date: NewsDate, lang: string): XmlElement {
  return element('time', { datetime: date }, showDay(date, lang));
}

/** A link to the web, or its words alone where there is no address; either leaves the order of words around it as it is. */
export function outsideLink(to: string | undefined, text: string): XmlElement {
  const href = to === undefined ? undefined : webHref(to);
  return href === undefined ? element('bdi', {}, text) : element('a', { href, dir: 'auto' }, text);
}

/** An address as strict readers take it (RFC 3986), its host in plain letters; nothing where it names no host that there can be. */
export function webHref(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { href, hostname } = new URL(address);
  return /^(?:[\w.-]*|\[[\da-f:.]+\])$/iu.test(hostname) ? toIri(href) : undefined;
}
