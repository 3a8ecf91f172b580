import type { Article, Tag } from './article.ts';
import { toRfc3339 } from './dates.ts';
import type { Setting } from './edition.ts';
import type { FrontMatter, Rights } from './front-matter.ts';
import { namePath, threadsPath, toAddress, toIri } from './paths.ts';
import { rightsOf, shownText } from './publication.ts';

type Terms = Record<string, unknown>;

/**
 * An article as a schema.org NewsArticle (release 30.0). Of a copy, author, publisher and rights are the original's, and
 * this site is only who put out the description (`sdPublisher`), on the day of the capture. A thread is a series of it.
 */
export function toNewsArticle(setting: Setting, article: Article, thread?: Tag): Terms {
  const { site } = setting;
  const { front, lang, tags, body } = article;
  const moment = (date: string | undefined): string | undefined => date && toRfc3339(date, site.timeZone);
  const shown = shownText(front, site);
  const rights = rightsOf(front, site);
  const here: Terms = { '@type': 'Organization', name: site.name, url: site.url };
  return withoutGaps({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: front.title,
    abstract: shown === 'nothing' ? undefined : front.description,
    url: toAddress(site.url, article.path),
    inLanguage: lang,
    datePublished: moment(front.published),
    dateModified: moment(front.updated),
    author: toAuthors(front),
    publisher: front.source ? toOrganisation(front.source.name) : here,
    dateline: front.dateline,
    articleSection: front.section,
    keywords: tags.length === 0 ? undefined : tags.map(({ name }) => name),
    about: toSubjects(setting, tags),
    wordCount: shown === 'full' ? body.words : undefined,
    creditText: shown === 'nothing' ? undefined : front.credit,
    image: shown === 'nothing' ? undefined : toImage(setting, article),
    isPartOf: thread && toSeries(setting, thread),
    isBasedOn: toOriginal(front, moment(front.published)),
    copyrightHolder: toOrganisation(rights.holder ?? front.source?.name),
    copyrightNotice: rights.notice,
    license: toLicense(rights),
    correction: front.corrections.length === 0 ? undefined : front.corrections.map((it) => toCorrection(it, moment)),
    sdPublisher: front.source ? here : undefined,
    sdDatePublished: front.source?.captured,
    translationOfWork: front.translationOf && { '@id': toIri(site.url.replace(/\/$/u, '') + front.translationOf) },
  });
}

function toAuthors({ authors }: FrontMatter): Terms[] | undefined {
  return authors.length === 0
    ? undefined
    : authors.map(({ name, url }) => ({ '@type': 'Person', name, url: url && toIri(url) }));
}

const TYPES = {
  person: 'Person',
  place: 'Place',
  organisation: 'Organization',
  topic: 'DefinedTerm',
  event: 'Event',
} as const;

/** The tags that the authority file identifies elsewhere; of others a name alone says no more than `keywords` does. */
function toSubjects({ vocabulary }: Setting, tags: Article['tags']): Terms[] | undefined {
  const subjects = tags.flatMap(({ slug }): Terms[] => {
    const { name, kind, sameAs = [] } = vocabulary?.at(slug) ?? {};
    const type = kind === undefined ? 'Thing' : TYPES[kind];
    return sameAs.length === 0 ? [] : [{ '@type': type, name, sameAs: sameAs.map(toIri) }];
  });
  return subjects.length === 0 ? undefined : subjects;
}

function toSeries({ site }: Setting, { name, slug }: Tag): Terms {
  return { '@type': 'CreativeWorkSeries', name, url: toAddress(site.url, namePath(threadsPath, slug)) };
}

function toOrganisation(name: string | undefined): Terms | undefined {
  return name === undefined ? undefined : { '@type': 'Organization', name };
}

/** A licence without an address is a work with a name: `license` takes an address or a work, and no text. */
function toLicense({ url, license }: Rights): string | Terms | undefined {
  if (url !== undefined) return toIri(url);
  return license === undefined ? undefined : { '@type': 'CreativeWork', name: license };
}

function toImage({ site }: Setting, { picture, front: { image } }: Article): Terms | undefined {
  if (!picture) return undefined;
  return withoutGaps({
    '@type': 'ImageObject',
    url: toAddress(site.url, picture.path),
    width: picture.width,
    height: picture.height,
    caption: image?.caption,
    creditText: image?.credit,
  });
}

function toOriginal({ title, source }: FrontMatter, datePublished: string | undefined): Terms | undefined {
  if (source?.url === undefined) return undefined;
  const publisher = toOrganisation(source.name);
  return withoutGaps({ '@type': 'NewsArticle', headline: title, url: toIri(source.url), publisher, datePublished });
}

function toCorrection(
  { date, text }: FrontMatter['corrections'][number],
  moment: (date: string) => string | undefined,
): Terms {
  return { '@type': 'CorrectionComment', text, datePublished: moment(date) };
}

function withoutGaps(terms: Terms): Terms {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}
