import { Ajv } from 'ajv';
import { frontMatterSchema } from '../../../src/news/front-matter.ts';
import { parse } from '../../../src/news/parse.ts';
import { siteSchema } from '../../../src/news/site.ts';
import { tagsSchema } from '../../../src/news/tags.ts';
import { schemaFiles } from '../../../src/schemas/schema-files.ts';

/** What our parser says of a value, one line a problem, and whether an editor's validator takes it. */
export interface Verdicts {
  problems: string[];
  isTakenByEditor: boolean;
}

export type Judge = (value: unknown) => Verdicts;

const ajv = new Ajv({ strict: true, strictTypes: false });
// Words for people, which editors show.
ajv.addVocabulary(['errorMessage', 'patternErrorMessage', 'markdownDescription']);

/** The judges of the three files, by the names of their schemas. */
export const JUDGES = {
  'article.json': judgeBy('article.json', frontMatterSchema),
  'site.json': judgeBy('site.json', siteSchema),
  'tags.json': judgeBy('tags.json', tagsSchema),
};

function judgeBy(name: string, schema: Parameters<typeof parse>[0]): Judge {
  const isTaken = ajv.compile(readSchema(name));
  return (value) => {
    const parsed = parse(schema, value);
    const problems = parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { problems, isTakenByEditor: isTaken(value) };
  };
}

/** A schema as editors read it. */
export function readSchema(name: string): Record<string, unknown> {
  const schema: unknown = JSON.parse(schemaFiles().get(name) ?? '');
  if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is no schema`);
  return Object.fromEntries(Object.entries(schema));
}
