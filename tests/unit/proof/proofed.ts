import { join } from 'node:path';
import { z } from 'zod';
import { readArguments } from '../../../src/proof/arguments.ts';
import { runProof } from '../../../src/proof/run-proof.ts';
import { makeFolder } from '../build/folder.ts';
import { SITE } from '../edition/content.ts';
import { NOW } from '../routes/edition.ts';

const answer = z.object({
  articles: z.number(),
  counts: z.record(z.string(), z.number()),
  leftOut: z.array(z.string()),
  findings: z.array(
    z.object({
      check: z.string(),
      file: z.string(),
      line: z.number(),
      message: z.string(),
      advice: z.string(),
      yaml: z.string().optional(),
    }),
  ),
});

/** What an editor is told: the exit code, and `file:line: message` of each finding, files named below the content folder. */
export interface Proofed extends z.output<typeof answer> {
  code: number;
  lines: string[];
}

/** An article's file with these lines of front matter, and nothing that a check would find unless they say so. */
export function clean(front = '', body = 'A text that stands here.'): string {
  const lines = ['title: A headline', 'published: 2016-10-04', 'tags: [Port]', 'source: {name: The Paper}'];
  return `---\n${[...lines, 'rights: {holder: The Paper}', ...(front === '' ? [] : [front])].join('\n')}\n---\n\n${body}\n`;
}

/** Proofs a folder with these files. */
export async function proofed(files: Record<string, string | Uint8Array>, only?: string): Promise<Proofed> {
  return proofOf(await makeFolder({ ...SITE, ...files }), only);
}

/** Proofs a content folder, as the command line does with `--json`. */
export async function proofOf(content: string, only?: string): Promise<Proofed> {
  const order = readArguments(['--json', '--content', content, ...(only === undefined ? [] : ['--only', only])]);
  if (order.name !== 'proof') throw new Error(`This is no order: ${JSON.stringify(order)}`);
  const printed: string[] = [];
  const voice = { print: (line: string): unknown => printed.push(line), warn: () => undefined };
  const code = await runProof(order, { ...voice, print: (line) => void voice.print(line) }, await setting());
  const said = answer.parse(JSON.parse(printed.join('\n')));
  const findings = said.findings.map((finding) => ({ ...finding, file: finding.file.replace(join(content, '/'), '') }));
  return { ...said, findings, code, lines: findings.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
}

/** The moment of all test editions, and a memory that is gone after the test. */
export async function setting(): Promise<Parameters<typeof runProof>[2]> {
  return { now: NOW, cache: { folder: await makeFolder(), codeHash: 'code' } };
}
