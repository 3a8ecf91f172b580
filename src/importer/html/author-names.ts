import { bare, toPlainLine } from './page-texts.ts';

const LONGEST_NAME = 60;
const MOST_NAMES = 12;
const BY =
  /^(?:(?:written|posted|published|reported|story|words|article|text)\s)?(?:by|von|par|por|di|door|av|af|автор|от)(?:\s|:\s?)(?=\S)/iu;
const LABEL = /^(?:authors?|autore?|autor|reporter|writer|text|words)\s?:\s?/iu;
const SEPARATOR = /\s?[,;|•·]\s?|\s(?:and|&|und|et|y|en|och|og|e|with)\s|\s{2,}|\s[–—-]\s/u;
/** What stands beside a name and is none. */
const NO_NAME =
  /@|https?:|www\.|\.(?:com|org|net)\b|\d{2}|^(?:by|and|about|admin|administrator|staff|editor|editors|guest|author|authors|more|read|follow|view|updated|published|posted|share|twitter|facebook|email|contributor|subscribe)$|\b(?:editors?|correspondents?|reporters?|writers?|bureau|chief|columnists?|producers?|contributors?|freelance|specialists?|senior|analysts?|professor|minutes?|ago|min\sread|updated|published|comments?)\b/iu;
const DAY = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d|\d{4}/iu;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/iu;

/** Names of people, and those that are the site's own. */
export interface Names {
  people: string[];
  sites: string[];
}

/** The names of authors in what a page states: without "By", posts, addresses and days, each once. */
export function toNames(stated: readonly string[], siteNames: readonly string[]): Names {
  const names = new Map<string, string>();
  for (const text of stated) {
    for (const name of splitNames(text)) if (!names.has(bare(name))) names.set(bare(name), name);
  }
  const siteKeys = siteNames.map(bare);
  const people: string[] = [];
  const sites: string[] = [];
  for (const [key, name] of [...names].slice(0, MOST_NAMES)) {
    const isSite = siteKeys.some((site) => key === site || key.startsWith(`${site} `));
    (isSite ? sites : people).push(name);
  }
  return { people, sites };
}

function splitNames(stated: string): string[] {
  const text = (toPlainLine(stated.slice(0, 300)) ?? '').replace(LABEL, '').replace(BY, '');
  const names: string[] = [];
  for (const part of text.split(SEPARATOR)) {
    const name = part
      .replace(BY, '')
      .replace(/\s?\([^()]{0,80}\)$/u, '')
      .replace(/^[\s.:|]+|[\s:|]+$/gu, '');
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(name)) names[names.length - 1] = `${last}, ${name}`;
    // Degrees, and agencies by their letters, stand behind a name and are none.
    else if (last !== undefined && /^\p{Lu}{2,5}$/u.test(name)) continue;
    else if (isName(name)) names.push(name);
  }
  return names;
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || name.split(' ').length > 6) return false;
  return /^\p{L}/u.test(name) && !NO_NAME.test(name) && !DAY.test(name);
}
