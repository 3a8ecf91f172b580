/** What a citation says of an article. */
export interface Work {
  headline: string;
  authors: string[];
  /** The paper that printed it. */
  publication: string | undefined;
  /** The day of publication, `YYYY-MM-DD`. */
  day: string | undefined;
  address: string | undefined;
  /** BCP 47. */
  lang: string | undefined;
}

/** The copy of an article that this site keeps. */
export interface Copy {
  site: string;
  address: string;
  /** The day of the capture, `YYYY-MM-DD`. */
  captured: string | undefined;
}

/** An article as its page identifies it. */
export interface Cited {
  /** The article itself; of a copy, the original. */
  work: Work;
  copy: Copy | undefined;
}

/** What a page says of itself to machines. */
export interface PageFacts {
  /** Its schema.org terms as JSON; a withdrawn article has none. */
  structuredData: string | undefined;
  /** The address of its canonical link. */
  canonical: string | undefined;
  /** Its meta elements by property, such as `og:title`. */
  properties: ReadonlyMap<string, string>;
}

/**
 * Reads what a page's schema.org NewsArticle (release 30.0) and Open Graph terms say of its article and of the original.
 * Undefined where the page is no article's.
 */
export function readCited(page: PageFacts): Cited | undefined {
  return fromStructuredData(page) ?? fromProperties(page);
}

function fromStructuredData({ structuredData }: PageFacts): Cited | undefined {
  const terms = parsed(structuredData);
  const headline = textAt(terms, 'headline');
  const address = textAt(terms, 'url');
  if (headline === undefined || address === undefined) return undefined;
  const keeper = textAt(terms, 'sdPublisher', 'name');
  const work: Work = {
    headline,
    authors: listAt(terms, 'author').flatMap((author) => textAt(author, 'name') ?? []),
    publication: textAt(terms, 'publisher', 'name'),
    day: dayOf(textAt(terms, 'datePublished')),
    address: keeper === undefined ? address : textAt(terms, 'isBasedOn', 'url'),
    lang: textAt(terms, 'inLanguage'),
  };
  const captured = dayOf(textAt(terms, 'sdDatePublished'));
  return { work, copy: keeper === undefined ? undefined : { site: keeper, address, captured } };
}

function fromProperties({ canonical, properties }: PageFacts): Cited | undefined {
  const of = (name: string): string | undefined => line(properties.get(name));
  const [headline, site] = [of('og:title'), of('og:site_name')];
  const address = of('og:url') ?? canonical;
  if (headline === undefined || site === undefined || address === undefined) return undefined;
  const isCopy = canonical !== undefined && canonical !== address;
  const work: Work = {
    headline,
    authors: [],
    publication: isCopy ? undefined : site,
    day: dayOf(of('article:published_time')),
    address: isCopy ? canonical : address,
    lang: of('og:locale')?.replaceAll('_', '-'),
  };
  return { work, copy: isCopy ? { site, address, captured: undefined } : undefined };
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce(at, value);
  return typeof found === 'string' ? line(found) : undefined;
}

function listAt(value: unknown, key: string): unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}

function line(text: string | undefined): string | undefined {
  const plain = text?.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return plain === '' ? undefined : plain;
}

/** The day of a date in its own offset: as it was printed, whatever zone the reader is in. */
function dayOf(date: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/u.exec(date ?? '')?.[0];
}
