import { readYaml } from '../markdown/article-file.ts';
import { type Site, siteSchema } from '../news/site.ts';
import { ContentError } from './content-error.ts';
import { readSiteFile } from './content-files.ts';

/** The checked site facts of content/site.yaml. Throws a ContentError with all that is wrong in it. */
export async function readSite(content: string): Promise<Site> {
  const file = `${content}/site.yaml`;
  const yaml = await readSiteFile(content);
  if (yaml === undefined) {
    const message = 'is missing; write at least "name: …" and "url: https://…"';
    throw new ContentError([{ file, line: 1, column: 1, message }]);
  }
  const read = readYaml(file, yaml, siteSchema);
  if (!read.ok) throw new ContentError(read.problems);
  return read.value;
}
