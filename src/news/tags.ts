import { z } from 'zod';
import { aWebAddress, languageTag, line, SEEN, WEB_ADDRESS, webAddress } from './fields.ts';
import { expected, nearest } from './parse.ts';
import { tagSlug } from './slug.ts';

/** What a tag can stand for. */
export const TAG_KINDS = ['person', 'place', 'organisation', 'topic', 'event'] as const;

export type TagKind = (typeof TAG_KINDS)[number];

/** A word of one language, or of several by their tags: `Syria`, or `{en: Syria, de: Syrien}`. */
const nameField = z.union(
  [
    line('a name'),
    z
      .record(languageTag, line('a name'))
      .refine((names) => Object.keys(names).length > 0)
      .meta({ title: 'a name per language', minProperties: 1 }),
  ],
  expected('a name such as Syria, or one per language such as {en: Syria, de: Syrien}'),
);

const names = z.array(line('a name'), expected('a list of names')).default([]);

/** What can stand for a thing elsewhere: a code of Wikidata or of the IPTC, or an address. */
const IDENTITY = new RegExp(String.raw`^\s*(?:Q[1-9]\d*|medtop:\d{8}|${WEB_ADDRESS.source.slice(1, -1)})\s*$`, 'u');

const aSlug = 'lower-case letters, digits and hyphens only';

/** What the signs of ASCII in a part of an address can say of it; the rest is known by making one. Spaces around it go. */
const SLUG = String.raw`^(?=[\s\S]*${SEEN.source})(?![\s\S]*[\da-z]\s+[\da-z])(?!-)[^!-,./:-@A-Z\[-\x60{-~]*$`;

const entrySchema = z.strictObject(
  {
    name: nameField.describe(
      'As the site shows it: `Syria`, or one name per language, `{en: Syria, de: Syrien}`. The first one gives the address.',
    ),
    aliases: names.describe('Other ways to write it. An article may use any of them; their addresses lead here.'),
    kind: z
      .enum(TAG_KINDS, expected(`one of ${TAG_KINDS.join(', ')}`))
      .optional()
      .describe('What it stands for.'),
    sameAs: z
      .array(identity(), expected('a list such as [Q858, medtop:20000123]'))
      .default([])
      .describe(
        'The same thing elsewhere: a Wikidata item (`Q858`), an IPTC Media Topic (`medtop:20000123`), or any address.',
      ),
    broader: line('the name of a tag of this file')
      .optional()
      .describe('The tag that this one is part of; it stands in this file too.'),
    neverSameAs: names.describe('What looks like it and is something else, so that nobody is asked about it again.'),
    description: line('one line').optional().describe('One line for the tag’s page.'),
    slug: line('a part of an address')
      .refine((slug) => tagSlug(slug) === slug, expected(aSlug))
      .meta({ pattern: SLUG, patternErrorMessage: `expected ${aSlug}` })
      .optional()
      .describe('Its part of the address, in place of the one that its name gives.'),
  },
  expected('a tag: name, aliases, kind, sameAs, …'),
);

/** An entry of content/tags.yaml, checked by itself. */
export type TagEntry = z.output<typeof entrySchema>;

/**
 * content/tags.yaml, the authority file: a list of tags with what is known of them. This schema is the manual. Entries
 * that contradict one another are refused, each in its place: one name, one address for each; `broader` never in a circle.
 */
export const tagsSchema = z
  .array(entrySchema, expected('a list of tags: "- name: …" on a line of its own'))
  .superRefine((entries, context) => {
    for (const { path, message } of contradictions(entries)) context.addIssue({ code: 'custom', path, message });
  })
  .meta({ title: 'The tags of the archive' });

/** All names of an entry: in each language, then the aliases. */
export function namesOf({ name, aliases }: Pick<TagEntry, 'name' | 'aliases'>): string[] {
  return [...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases];
}

/** An entry's part of the address: its `slug`, else the one that its first name gives. */
export function slugOf(entry: TagEntry): string {
  return entry.slug ?? tagSlug(namesOf(entry)[0] ?? '');
}

interface Contradiction {
  path: (string | number)[];
  message: string;
}

function contradictions(entries: readonly TagEntry[]): Contradiction[] {
  const found: Contradiction[] = [];
  const owners = new Map<string, number>();
  const addresses = new Map<string, number>();
  entries.forEach((entry, index) => {
    const own = namesOf(entry);
    for (const name of own) {
      const owner = owners.get(tagSlug(name)) ?? index;
      if (owner !== index)
        found.push({ path: [index], message: `"${name}" is a name of ${called(entries[owner])} too` });
      owners.set(tagSlug(name), owner);
    }
    const keys = new Set(own.map(tagSlug));
    const same = entry.neverSameAs.find((name) => keys.has(tagSlug(name)));
    if (same !== undefined)
      found.push({ path: [index, 'neverSameAs'], message: `"${same}" is a name of this tag itself` });
    addresses.set(slugOf(entry), addresses.get(slugOf(entry)) ?? index);
  });
  entries.forEach((entry, index) => {
    const slug = slugOf(entry);
    const other = [addresses.get(slug), owners.get(slug)].find((owner) => owner !== undefined && owner !== index);
    if (other !== undefined)
      found.push({
        path: entry.slug === undefined ? [index] : [index, 'slug'],
        message: `${called(entries[other])} has the address "${slug}" too`,
      });
    found.push(...wrongBroader(entries, index, owners));
  });
  return found;
}

function wrongBroader(
  entries: readonly TagEntry[],
  index: number,
  owners: ReadonlyMap<string, number>,
): Contradiction[] {
  const path = [index, 'broader'];
  const above = (at: number): number | undefined => owners.get(tagSlug(entries[at]?.broader ?? ''));
  const broader = entries[index]?.broader;
  if (broader === undefined) return [];
  const seen = new Set<number>();
  for (let at = above(index); at !== undefined && !seen.has(at); at = above(at)) seen.add(at);
  if (seen.has(index)) return [{ path, message: `"${broader}" is itself part of ${called(entries[index])}` }];
  if (above(index) !== undefined) return [];
  const meant = nearest(broader, entries.flatMap(namesOf));
  return [
    { path, message: `no tag here is named "${broader}"${meant === undefined ? '' : `; did you mean "${meant}"?`}` },
  ];
}

function called(entry: TagEntry | undefined): string {
  return `"${(entry && namesOf(entry)[0]) ?? ''}"`;
}

/** A Wikidata item or an IPTC Media Topic (NewsCodes, scheme `medtop`) by its code, or an address; as an address. */
function identity(): z.ZodType<string, string> {
  return z
    .string(expected('a Wikidata item such as Q858, an IPTC topic such as medtop:20000123, or an address'))
    .regex(IDENTITY, expected(aWebAddress))
    .transform((text) =>
      text
        .trim()
        .replace(/^Q(?=[1-9]\d*$)/u, 'https://www.wikidata.org/wiki/Q')
        .replace(/^medtop:(?=\d{8}$)/u, 'http://cv.iptc.org/newscodes/mediatopic/'),
    )
    .pipe(webAddress);
}
