import { CHECK_NAMES, CHECKS, type Finding } from './checks.ts';

/** All that was found. */
export interface Proof {
  /** Of the content folder, how many. */
  articles: number;
  /** In the order in which they are told. */
  findings: readonly Finding[];
  /** What could not be looked at, each in a sentence. */
  leftOut: readonly string[];
}

/** A proof as lines for an editor: under each check what to do and where, then the counts. */
export function sayProof({ articles, findings }: Proof): string[] {
  const sections = groups(findings).flatMap(({ check, found }) => {
    const { title, advice } = CHECKS[check];
    const lines = found.flatMap(({ file, line, message, yaml }) => [
      `  ${file}:${line}: ${message}`,
      ...(yaml === undefined ? [] : [`    ${yaml}`]),
    ]);
    return [`${title}: ${found.length} (${check})`, advice, ...lines, ''];
  });
  const counts = groups(findings).map(({ check, found }) => `${found.length} ${check}`);
  const what = findings.length === 0 ? 'nothing found' : `${findings.length} found: ${counts.join(', ')}`;
  return [...sections, `${articles} ${articles === 1 ? 'article' : 'articles'}, ${what}`];
}

/** The same as JSON, by lines. */
export function toJson({ articles, findings, leftOut }: Proof): string[] {
  const counts = Object.fromEntries(groups(findings).map(({ check, found }) => [check, found.length]));
  const told = findings.map(({ check, file, line, message, yaml }) => {
    return { check, file, line, message, advice: CHECKS[check].advice, ...(yaml === undefined ? {} : { yaml }) };
  });
  return JSON.stringify({ articles, counts, leftOut, findings: told }, undefined, 2).split('\n');
}

function groups(findings: readonly Finding[]): { check: Finding['check']; found: Finding[] }[] {
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  return CHECK_NAMES.flatMap((check) => {
    const found = byCheck.get(check);
    return found ? [{ check, found }] : [];
  });
}
