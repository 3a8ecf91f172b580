import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../../markdown/article-file.ts';
import { siteSchema } from '../../news/site.ts';

/** The language that articles have which name none: the site's own, and English where no site is set up yet. */
export async function siteLanguage(content: string): Promise<string> {
  const file = join(content, 'site.yaml');
  const isFile = (await stat(file).catch(() => undefined))?.isFile() === true;
  const yaml = isFile ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
  const read = yaml === undefined ? undefined : readYaml(file, yaml, siteSchema);
  return read?.ok === true ? read.value.lang : 'en';
}
