import type { Tag } from '../news/article.ts';
import type { Edition, TagPage } from '../news/edition.ts';
import { tagPath, toHref } from '../news/paths.ts';
import type { TagKind } from '../news/tags.ts';
import { oldSlugs } from '../news/vocabulary.ts';
import type { Link } from './frame.ts';

/** What the authority file says of a tag, as its page shows it. */
export interface TagFacts {
  kind: TagKind | undefined;
  description: string | undefined;
  /** The other names that lead to it. */
  otherNames: string[];
  /** The tag that it is part of; without an address where no article has that one. */
  broader: { label: string; href: string | undefined } | undefined;
  /** The same thing elsewhere. */
  sameAs: Link[];
}

/** The facts of a listed tag; nothing of one that is not listed. `all` are the tags that have pages. */
export function toTagFacts(
  { vocabulary, base }: Edition,
  { slug }: Tag,
  all: ReadonlyMap<string, TagPage>,
): TagFacts | undefined {
  const listed = vocabulary?.at(slug);
  if (!listed) return undefined;
  const { kind, description, otherNames, broader, sameAs } = listed;
  return {
    kind,
    description,
    otherNames,
    broader: broader && {
      label: broader.name,
      href: all.has(broader.slug) ? toHref(base, tagPath(broader.slug)) : undefined,
    },
    sameAs: sameAs.map((href) => ({ href, label: nameOfPlace(href) })),
  };
}

/** The parts of addresses that lead to a tag's page: those of its other names, and its own where `slug` overrides it. */
export function oldAddresses({ vocabulary }: Edition, { slug }: Tag): string[] {
  const listed = vocabulary?.at(slug);
  return listed ? oldSlugs(listed) : [];
}

/** Where the same thing is described: by the name that people know, else by its host. */
function nameOfPlace(address: string): string {
  const { hostname } = new URL(address);
  if (/(?:^|\.)wikidata\.org$/u.test(hostname)) return 'Wikidata';
  return hostname === 'cv.iptc.org' ? 'IPTC Media Topics' : hostname.replace(/^www\./u, '');
}
