import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { dropVariants, LostPicture, writeVariants } from '../../../../src/build/pictures/write-variants.ts';
import { type FileOutput, pictureFiles } from '../../../../src/build/plan.ts';
import { sha256 } from '../../../../src/news/digest.ts';
import { articleFilePath } from '../../../../src/news/paths.ts';
import { Folder } from '../../../../src/build/folder.ts';
import { makeFolder } from '../folder.ts';

/** The files of an edition that shows two pictures, the second one twice. */
function outputsOf(texts: Record<string, string>): FileOutput[] {
  const pictures = Object.entries(texts).map(([file, text]) => {
    const still = { format: 'jpeg' as const, bytes: 9_000 };
    return [file, { path: articleFilePath(file), digest: sha256(text), width: 480, height: 300, still }] as const;
  });
  return pictureFiles({ pictures: new Map(pictures) }).filter((output) => 'variantOf' in output);
}

const SECOND = { '2016/10/b.jpg': 'second', '2016/10/c.jpg': 'second' };
const TEXTS = { 'a.jpg': 'first', ...SECOND };

/** A build of an edition with an encoder that only says what it was asked for, and how often at one time. */
class Desk {
  asked: string[] = [];
  most = 0;
  #now = 0;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  static async open(): Promise<Desk> {
    const files = Object.entries(TEXTS).map(([file, text]) => [`content/articles/${file}`, text] as const);
    return new Desk(await makeFolder(Object.fromEntries(files)));
  }

  path(name: string): string {
    return join(this.#root, name);
  }

  async write(changed: FileOutput[]): Promise<string[]> {
    this.asked = [];
    const places = { content: this.path('content'), cache: this.path('cache'), aside: new Folder(this.path('next')) };
    await writeVariants(changed, {
      ...places,
      encode: async (original, _picture, { type, width }) => {
        this.#now += 1;
        this.most = Math.max(this.most, this.#now);
        const what = `${new TextDecoder().decode(original)} as ${type} of ${width}`;
        this.asked.push(what);
        // On a busy machine the other one comes late.
        for (let turn = 0; turn < 200 && this.most < 2; turn += 1) await setTimeout(5);
        await setTimeout(20);
        this.#now -= 1;
        return Buffer.from(what);
      },
    });
    return this.asked.toSorted();
  }

  async written(): Promise<string[]> {
    const names = await readdir(this.path('next/pictures'));
    return (await Promise.all(names.map((name) => readFile(this.path(`next/pictures/${name}`), 'utf8')))).toSorted();
  }
}

const ALL = ['first as avif of 480', 'first as webp of 480', 'second as avif of 480', 'second as webp of 480'];

describe('the pictures of a build', () => {
  it('are encoded once, though two articles show one, and two at a time', async () => {
    const desk = await Desk.open();
    expect(await desk.write(outputsOf(TEXTS))).toEqual(ALL);
    expect(await desk.written()).toEqual(ALL);
    expect(desk.most).toBe(2);
  });

  it('are never encoded again, but one whose kept file is damaged, which reaches no page', async () => {
    const desk = await Desk.open();
    const outputs = outputsOf(TEXTS);
    await desk.write(outputs);
    expect(await desk.write(outputs)).toEqual([]);
    expect(await desk.written()).toEqual(ALL);
    const [first = '', second = ''] = await readdir(desk.path('cache'));
    await truncate(desk.path(`cache/${first}`), 40);
    const bytes = await readFile(desk.path(`cache/${second}`));
    await writeFile(desk.path(`cache/${second}`), bytes.fill(0, 32, 33));
    expect(await desk.write(outputs)).toHaveLength(2);
    expect(await desk.written()).toEqual(ALL);
    expect(await desk.write(outputs)).toEqual([]);
  });

  it('are kept as long as a page shows them', async () => {
    const desk = await Desk.open();
    await desk.write(outputsOf(TEXTS));
    await dropVariants(outputsOf(SECOND), desk.path('cache'));
    expect(await desk.write(outputsOf(TEXTS))).toEqual(ALL.slice(0, 2));
    await dropVariants([], desk.path('cache'));
    expect(await readdir(desk.path('cache'))).toEqual([]);
  });

  it.each([
    ['another', (file: string) => writeFile(file, 'other')],
    ['cut off', (file: string) => truncate(file)],
  ])('stop a build during which one becomes %s, and name it', async (_, change) => {
    const desk = await Desk.open();
    await change(desk.path('content/articles/a.jpg'));
    const failed = await desk.write(outputsOf(TEXTS)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(LostPicture);
    expect(String(failed)).toContain('The picture a.jpg was changed while the site was being built');
  });
});

describe('the plan of an edition', () => {
  it('has each size of a picture once, under an address that stands for it', () => {
    const outputs = outputsOf(TEXTS);
    expect(outputs).toHaveLength(4);
    for (const { file, key } of outputs) {
      expect(file).toMatch(/^pictures\/[0-9a-f]{20}-480\.(?:avif|webp)$/u);
      expect(key).toBe(file);
    }
  });

  it('has none of a picture that no page may show', () => {
    expect(outputsOf({})).toEqual([]);
  });
});
