import { z } from 'zod';
import { readVocabulary } from '../../src/markdown/vocabulary-file.ts';
import { tagSlug } from '../../src/news/slug.ts';
import { KnownTags } from '../../src/news/suggest/known-tags.ts';
import { type Suggestion, suggestTags } from '../../src/news/suggest/suggest-tags.ts';
import { isTuned, readStories } from './reuters.ts';

const codes = z.array(z.string());

const story = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  dateline: z.string(),
  published: z.string(),
  gold: z.object({ people: codes, orgs: codes, places: codes }),
});

type Story = z.output<typeof story>;
type Field = keyof Story['gold'];

/** What an editor would write of Reuters' codes that are no words of any article. */
const ALIASES = `
- {name: ec, kind: organisation, aliases: [European Community, European Communities, EEC, European Economic Community]}
- {name: worldbank, kind: organisation, aliases: [World Bank]}
- {name: imf, kind: organisation, aliases: [International Monetary Fund]}
- {name: gatt, kind: organisation, aliases: [General Agreement on Tariffs and Trade]}
- {name: ico-coffee, kind: organisation, aliases: [ICO, International Coffee Organization, International Coffee Organisation]}
- {name: icco, kind: organisation, aliases: [International Cocoa Organization, International Cocoa Organisation]}
- {name: opec, kind: organisation, aliases: [Organization of Petroleum Exporting Countries]}
- {name: oecd, kind: organisation, aliases: [Organization for Economic Cooperation and Development, Organisation for Economic Co-operation and Development]}
- {name: adb-asia, kind: organisation, aliases: [ADB, Asian Development Bank]}
- {name: adb-africa, kind: organisation, aliases: [African Development Bank]}
- {name: itc, kind: organisation, aliases: [International Tin Council]}
- {name: un, kind: organisation, aliases: [United Nations, U.N.]}
- {name: inro, kind: organisation, aliases: [International Natural Rubber Organization, International Natural Rubber Organisation]}
- {name: iwc-wheat, kind: organisation, aliases: [International Wheat Council]}
- {name: eib, kind: organisation, aliases: [European Investment Bank]}
- {name: iea, kind: organisation, aliases: [International Energy Agency]}
`;

/** How Reuters writes countries that people tag by another name; where nothing of an archive is known. */
const REUTERS_NAMES: Readonly<Record<string, string>> = {
  'united-states': 'usa',
  'united-kingdom': 'uk',
  'soviet-union': 'ussr',
  'united-arab-emirates': 'uae',
};

/** One way to suggest, and what it is to find. */
interface Trial {
  name: string;
  fields: readonly Field[];
  aliases: boolean;
  kinds: readonly Suggestion['kind'][];
}

const TRIALS: readonly Trial[] = [
  { name: 'people: own tags', fields: ['people'], aliases: false, kinds: ['archive'] },
  { name: 'organisations: own tags', fields: ['orgs'], aliases: false, kinds: ['archive'] },
  { name: 'organisations: and aliases', fields: ['orgs'], aliases: true, kinds: ['archive'] },
  { name: 'places: countries alone', fields: ['places'], aliases: false, kinds: ['country'] },
  { name: 'places: and own tags', fields: ['places'], aliases: false, kinds: ['archive', 'country'] },
  { name: 'people, organisations: phrases alone', fields: ['people', 'orgs'], aliases: true, kinds: ['phrase'] },
  {
    name: 'all: own tags and countries',
    fields: ['people', 'orgs', 'places'],
    aliases: true,
    kinds: ['archive', 'country'],
  },
  { name: 'all six', fields: ['people', 'orgs', 'places'], aliases: true, kinds: ['archive', 'country', 'phrase'] },
];

/**
 * Suggests tags for Reuters' articles of 1987 without their codes and prints precision, recall and F1 by these: people,
 * organisations, places. The archive's own tags are those of the earlier half of the articles; judged is the later half, of which
 * one half chose the thresholds, and the other is unseen. Reuters codes few people and organisations, and no firm: a suggestion
 * that it does not code counts as wrong. So precision and F1 stand there a second time, by the articles alone that have such a code.
 */
export async function benchTags(): Promise<void> {
  const stories = await readStories(story);
  console.table(Object.fromEntries(TRIALS.map((trial) => [trial.name, measure(stories, trial)])));
}

function measure(stories: readonly Story[], trial: Trial): Record<string, string> {
  const middle = Math.floor(stories.length / 2);
  const known = trial.kinds.includes('archive') ? knownTags(stories.slice(0, middle), trial) : new KnownTags();
  const judged = stories.slice(middle);
  const before = process.cpuUsage();
  const suggested = judged.map((one) => suggestTags(toUntagged(one), known));
  const { user, system } = process.cpuUsage(before);
  const [tuned, unseen, coded] = [new Score(), new Score(), new Score()];
  judged.forEach((one, index) => {
    const gold = new Set(trial.fields.flatMap((field) => one.gold[field]));
    const found = new Set(
      (suggested[index] ?? []).filter(({ kind }) => trial.kinds.includes(kind)).map((it) => toCode(it, gold)),
    );
    if (isTuned(one.id)) tuned.add(found, gold);
    else unseen.add(found, gold);
    if (!isTuned(one.id) && gold.size > 0) coded.add(found, gold);
  });
  return {
    'tuned F1': tuned.f1,
    'unseen: precision': unseen.precision,
    recall: unseen.recall,
    F1: unseen.f1,
    'where coded: precision': coded.precision,
    'F1 ': coded.f1,
    'CPU ms an article': ((user + system) / 1000 / judged.length).toFixed(2),
  };
}

function knownTags(stories: readonly Story[], { fields, aliases }: Trial): KnownTags {
  const read = readVocabulary('tags.yaml', aliases ? ALIASES : undefined, 'en');
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  const known = new KnownTags(read.value);
  for (const { gold } of stories) known.use(fields.flatMap((field) => gold[field]));
  return known;
}

function toUntagged({ title, text, dateline, published }: Story): Parameters<typeof suggestTags>[0] {
  const languages = { lang: 'en', siteLang: 'en' };
  const day = published.slice(0, 10);
  return {
    ...languages,
    headline: title,
    paragraphs: text.split('\n\n'),
    dateline,
    published: day,
    tags: [],
    from: [],
  };
}

/** A suggestion as Reuters would code it: a phrase by the code that is its last word, or that has it for an alias. */
function toCode({ name, kind }: Suggestion, gold: ReadonlySet<string>): string {
  const slug = tagSlug(name);
  if (kind !== 'phrase')
    return REUTERS_NAMES[slug] !== undefined && !gold.has(slug) ? (REUTERS_NAMES[slug] ?? slug) : slug;
  return BY_ALIAS.get(slug) ?? [...gold].find((code) => slug.endsWith(`-${code}`)) ?? slug;
}

const BY_ALIAS = aliasCodes();

function aliasCodes(): Map<string, string> {
  const read = readVocabulary('tags.yaml', ALIASES, 'en');
  const listed = read.ok ? (read.value?.listed ?? []) : [];
  return new Map(listed.flatMap(({ name, otherNames }) => otherNames.map((other) => [tagSlug(other), name] as const)));
}

class Score {
  #right = 0;
  #found = 0;
  #gold = 0;

  add(found: ReadonlySet<string>, gold: ReadonlySet<string>): void {
    for (const one of found) if (gold.has(one)) this.#right += 1;
    this.#found += found.size;
    this.#gold += gold.size;
  }

  get precision(): string {
    return (this.#right / this.#found).toFixed(3);
  }

  get recall(): string {
    return (this.#right / this.#gold).toFixed(3);
  }

  get f1(): string {
    return ((2 * this.#right) / (this.#found + this.#gold)).toFixed(3);
  }
}
