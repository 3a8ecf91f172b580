import { AFRICA } from './countries/africa.ts';
import { AMERICAS, NO_COUNTRIES } from './countries/americas.ts';
import { ASIA } from './countries/asia.ts';
import { EUROPE, FORMER } from './countries/europe.ts';
import { NameIndex } from './name-index.ts';

/** A country, or a land that people tag like one. */
export interface Country {
  /** ISO 3166-1 alpha-2, of states of the past ISO 3166-3; `XK` stands for Kosovo. */
  code: string;
  /** In English, the first one as people tag it. */
  names: readonly string[];
  /** The capital, then large cities and what stands for the country: `Kremlin`. */
  cities: readonly string[];
  /** What its people and things are called: `Syrian`, `Syrians`. */
  demonyms: readonly string[];
  /** The years in which a state of the past had its names. */
  years: readonly [number, number] | undefined;
}

/** What a name in an article says of a country; `none` for what only looks like one. */
export interface CountrySign {
  country: Country | undefined;
  /** By which of its names. A doubtful one may be a person or a place elsewhere: `Jordan`, `San Jose`. */
  by: 'name' | 'doubtful name' | 'capital' | 'city' | 'doubtful city' | 'demonym';
}

/** How the tables mark what is doubtful. */
const DOUBT = '?';

/** The countries of today. */
export const PRESENT = readTable([EUROPE, ASIA, AFRICA, AMERICAS].join('\n'));
/** States of the past. */
export const PAST = readTable(FORMER);

/** Of so many languages names are kept; texts in more of them cost time, and no memory. */
const MOST_LANGUAGES = 50;

const indexes = new Map<string, NameIndex<CountrySign>>();

/**
 * All names of countries to look for in an article of a language (BCP 47): names in English and in that language,
 * capitals and large cities, in English demonyms too. In the year of a state of the past its names are its own, as
 * `German` was West Germany's; in other years and without one only those that no present country has.
 */
export function countryNames(lang: string, year: number | undefined): NameIndex<CountrySign> {
  const isThen = ({ years }: Country): boolean => years !== undefined && isWithin(years, year);
  const first = PAST.filter(isThen);
  const key = [lang, ...first.map(({ code }) => code)].join(' ');
  const known = indexes.get(key);
  if (known) return known;
  const index = new NameIndex<CountrySign>();
  for (const name of NO_COUNTRIES.split(', ')) index.add(name, { country: undefined, by: 'name' });
  const signs = [...first, ...PRESENT, ...PAST].flatMap((country) => signsOf(country, lang));
  // Of two places of one name the sure one counts: Tripoli is Libya's.
  for (const [name, sign] of signs) if (sign.by !== 'doubtful city') index.add(name, sign);
  for (const [name, sign] of signs) index.add(name, sign);
  if (indexes.size >= MOST_LANGUAGES) indexes.clear();
  indexes.set(key, index);
  return index;
}

/** A country's name as a tag in the language of a site: in English as people tag it, else as Unicode's CLDR has it. */
export function countryName({ code, names, years }: Country, lang: string): string {
  const [english = code] = names.map(withoutDoubt);
  return years !== undefined || isEnglish(lang) ? english : (nameIn(lang, code) ?? english);
}

/** All names of a country that a tag may have: in English, and in a language. */
export function tagNamesOf({ code, names, years }: Country, lang: string): string[] {
  const local = years === undefined && !isEnglish(lang) ? nameIn(lang, code) : undefined;
  return [...names.map(withoutDoubt), ...(local === undefined ? [] : [local])];
}

/** All names of a country with what each says, the doubtful ones too. */
function signsOf(country: Country, lang: string): [string, CountrySign][] {
  const { names, cities, demonyms } = country;
  const sign = (name: string, by: CountrySign['by']): [string, CountrySign] => [withoutDoubt(name), { country, by }];
  return [
    ...names.map((name) => sign(name, isDoubtful(name) ? 'doubtful name' : 'name')),
    // The names in the language come after: one that is doubtful in English stays so.
    ...tagNamesOf(country, lang).map((name) => sign(name, 'name')),
    ...cities.map((city, place) => sign(city, isDoubtful(city) ? 'doubtful city' : place === 0 ? 'capital' : 'city')),
    ...(isEnglish(lang) ? demonyms.map((name) => sign(name, 'demonym')) : []),
  ];
}

const displays = new Map<string, Intl.DisplayNames | undefined>();

function nameIn(lang: string, code: string): string | undefined {
  if (displays.size >= MOST_LANGUAGES && !displays.has(lang)) displays.clear();
  if (!displays.has(lang)) displays.set(lang, displayNames(lang));
  return displays.get(lang)?.of(code);
}

/** Nothing for a language whose names of countries nobody has written down: English ones would come in their place. */
function displayNames(lang: string): Intl.DisplayNames | undefined {
  const [known] = Intl.DisplayNames.supportedLocalesOf([lang]);
  return known === undefined ? undefined : new Intl.DisplayNames([known], { type: 'region', fallback: 'none' });
}

function readTable(table: string): Country[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', names, cities, demonyms, from, until] = line.split('|').map((cell) => cell.trim());
      const years = from === undefined ? undefined : ([Number(from), Number(until)] as const);
      return { code, names: listed(names), cities: listed(cities), demonyms: listed(demonyms), years };
    });
}

function listed(cell = ''): string[] {
  return cell === '' ? [] : cell.split(', ');
}

function isDoubtful(name: string): boolean {
  return name.startsWith(DOUBT);
}

function withoutDoubt(name: string): string {
  return isDoubtful(name) ? name.slice(DOUBT.length) : name;
}

function isWithin([from, until]: readonly [number, number], year: number | undefined): boolean {
  return year !== undefined && from <= year && year <= until;
}

function isEnglish(lang: string): boolean {
  return /^en(?:-|$)/iu.test(lang);
}
