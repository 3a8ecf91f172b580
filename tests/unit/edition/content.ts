import sharp from 'sharp';
import { readEdition, type ReadyEdition } from '../../../src/edition/read-edition.ts';
import { NOW } from '../routes/edition.ts';

/** The site facts of every content folder that tests make. */
export const SITE = { 'site.yaml': 'name: The Paper\nurl: https://paper.example/news/\ntimeZone: Pacific/Auckland\n' };

/** An article's file with a title and this front matter. */
export function article(front: string, body = 'Text.'): string {
  return `---\ntitle: A headline\n${front}\n---\n\n${body}\n`;
}

/** Reads a content folder at the moment of all test editions; `folder` is where records are remembered. */
export function read(
  content: string,
  folder: string,
  options: { codeHash?: string; withDrafts?: boolean; skipBad?: boolean } = {},
): Promise<ReadyEdition> {
  const { codeHash = 'code', ...rest } = options;
  return readEdition({ content, now: NOW, cache: { folder, codeHash }, ...rest });
}

/** A picture of 3 by 2 pixels. */
export const pixel = (): Promise<Uint8Array> =>
  sharp({ create: { width: 3, height: 2, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
