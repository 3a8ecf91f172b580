/** The vocabularies that feeds use, by the addresses that stand for them, without scheme and trailing slash. */
const SPACES = new Map([
  ['', 'core'],
  ['purl.org/rss/1.0', 'core'],
  ['purl.org/net/rss1.1#', 'core'],
  ['my.netscape.com/rdf/simple/0.9', 'core'],
  ['channel.netscape.com/rdf/simple/0.9', 'core'],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', 'core'],
  ['backend.userland.com/rss', 'core'],
  ['backend.userland.com/rss2', 'core'],
  ['blogs.law.harvard.edu/tech/rss', 'core'],
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns#', 'atom'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['search.yahoo.com/mrss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['backend.userland.com/creativecommonsrssmodule', 'cc'],
  ['cyber.law.harvard.edu/rss/creativecommonsrssmodule.html', 'cc'],
  ['web.resource.org/cc', 'cc'],
  ['creativecommons.org/ns#', 'cc'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
]);

/** What prefixes mean that no attribute declares: feeds are written by people who forget them. */
const PREFIXES = new Map([
  ['atom', 'atom'],
  ['cc', 'cc'],
  ['content', 'content'],
  ['creativecommons', 'cc'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['itunes', 'itunes'],
  ['media', 'media'],
  ['rdf', 'rdf'],
  ['xhtml', 'xhtml'],
  ['xml', 'xml'],
]);

/** What prefixes stand for at one place of a document; the empty prefix is the default. */
export interface Scope {
  declared: ReadonlyMap<string, string>;
  outer: Scope | undefined;
}

/** The scope of an element with these attributes, as written in the document. */
export function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope | undefined): Scope | undefined {
  const declared = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
  });
  return declared.length === 0 ? outer : { declared: new Map(declared), outer };
}

function addressOf(prefix: string, scope: Scope | undefined): string | undefined {
  for (let at = scope; at; at = at.outer) {
    const address = at.declared.get(prefix);
    if (address !== undefined) return address;
  }
  return undefined;
}

/**
 * A name of XML as `vocabulary:name` in lower case, whatever its prefix is: `dc:creator`, `core:title`. The feed's
 * own vocabulary and names without a known one are `core`; of foreign ones the vocabulary is `?`.
 */
export function toKnownName(name: string, scope: Scope | undefined): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1).toLowerCase();
  const address = addressOf(prefix, scope);
  if (address === undefined) return `${prefix === '' ? 'core' : (PREFIXES.get(prefix.toLowerCase()) ?? '?')}:${local}`;
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/$/u, '');
  return `${SPACES.get(key) ?? (prefix === '' ? 'core' : '?')}:${local}`;
}

/** The name of an attribute: in lower case, `xml:base` and `rdf:resource` with their vocabulary. */
export function toKnownAttribute(name: string, scope: Scope | undefined): string {
  return name.includes(':') ? toKnownName(name, scope) : name.toLowerCase();
}
