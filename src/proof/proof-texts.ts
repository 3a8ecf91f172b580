import { join, relative, sep } from 'node:path';
import { filesOf } from '../edition/code-hash.ts';
import { type EditionRequest, type ReadyEdition, readEdition } from '../edition/read-edition.ts';
import { Addresses, pathsOfRefused } from './addresses.ts';
import { bodyParts } from './body-parts.ts';
import type { Finding } from './checks.ts';
import type { Galley, Proofed } from './galley.ts';
import { findDeadFields, findDeadLinks, type LinkJudge } from './links.ts';
import { findWithoutAlt } from './pictures.ts';

/** What is served beside the edition as it is. */
const PUBLIC = join(import.meta.dirname, '../../public');

/** Goes through the texts of all articles for links that lead nowhere and pictures that say nothing. */
export async function proofTexts(galley: Galley, ready: ReadyEdition, request: EditionRequest): Promise<Finding[]> {
  const judge = await linkJudge(galley, ready, request);
  const siteHost = new URL(galley.site.url).host;
  return galley.articles.flatMap((article) => {
    const fields = findDeadFields(galley, judge, article);
    // Of what is withdrawn the text is in no output.
    if (article.record.front.withdrawn) return fields;
    const { links, pictures } = bodyParts(article.text, siteHost);
    return [...fields, ...findDeadLinks(galley, judge, article, links), ...findWithoutAlt(galley, article, pictures)];
  });
}

async function linkJudge(galley: Galley, ready: ReadyEdition, request: EditionRequest): Promise<LinkJudge> {
  const others = [...(await servedPaths()), ...pathsOfRefused(galley.refused)];
  const site = new Addresses(ready.edition, others);
  const areAllPublic = ready.edition.articles.length === galley.articles.length;
  const desk = areAllPublic ? undefined : await readEdition({ ...request, withDrafts: true, last: ready });
  const idsOf = ({ record }: Proofed): Set<string> => {
    return new Set([...ready.html(record.body.page).matchAll(/\sid="([^"]*)"/gu)].map(([, id = '']) => id));
  };
  return { site, desk: desk ? new Addresses(desk.edition, others) : site, idsOf };
}

async function servedPaths(): Promise<string[]> {
  return (await filesOf(PUBLIC)).map((path) => `/${relative(PUBLIC, path).split(sep).join('/')}`);
}
