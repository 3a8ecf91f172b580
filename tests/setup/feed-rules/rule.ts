/** One rule of a specification, and how to find what breaks it. */
export interface Rule<Subject> {
  /** Where it stands: `RFC 4287 4.1.1`. */
  section: string;
  /** What it asks for, one sentence without its full stop. */
  says: string;
  /** What breaks it, a few words each; nothing where it is kept. */
  check: (subject: Subject) => string[];
}

/** All that breaks rules, each as `<section>, <rule>: <what breaks it>`. */
export function findingsOf<Subject>(rules: readonly Rule<Subject>[], subject: Subject): string[] {
  return rules.flatMap((rule) => rule.check(subject).map((what) => `${nameOf(rule)}: ${what}`));
}

/** A rule's place and words, as its findings begin. */
export function nameOf({ section, says }: Pick<Rule<never>, 'section' | 'says'>): string {
  return `${section}, ${says}`;
}
