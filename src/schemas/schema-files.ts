import type { z } from 'zod';
import { frontMatterSchema } from '../news/front-matter.ts';
import { siteSchema } from '../news/site.ts';
import { tagsSchema } from '../news/tags.ts';
import { toEditorSchema } from './editor-schema.ts';

const SCHEMAS: Record<string, z.ZodType> = {
  'article.json': frontMatterSchema,
  'site.json': siteSchema,
  'tags.json': tagsSchema,
};

/** The files of this folder that editors read, by name: each with the text that belongs into it. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      name,
      `${JSON.stringify(toEditorSchema(schema), undefined, 2)}\n`,
    ]),
  );
}
