import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../src/build/locations.ts';

/** What each room of src/ may import from the others. */
const ROOMS: Record<string, string[]> = {
  news: [],
  markdown: ['news'],
  edition: ['markdown', 'news'],
  importer: ['markdown', 'news'],
  routes: ['news'],
  tags: ['importer', 'edition', 'markdown', 'news'],
  schemas: ['news'],
  build: ['edition', 'routes', 'markdown', 'news'],
  pages: ['templates', 'routes', 'news'],
  templates: ['layouts', 'components', 'routes', 'news'],
  layouts: ['components', 'routes', 'scripts', 'styles', 'news'],
  components: ['routes', 'news'],
  epub: ['importer', 'routes', 'edition', 'markdown', 'news'],
  proof: ['tags', 'importer', 'routes', 'edition', 'markdown', 'news'],
  // Of the field only the words of the interface.
  scripts: ['news/interface'],
  styles: [],
};

/** Rooms of templates: they know the shapes of what they show, and nothing of how it came about. */
const TEMPLATES = ['layouts', 'components'];

interface Import {
  from: string;
  /** Below src/, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

const SRC = join(PROJECT, 'src');

const FILES = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, and `@import 'x'` of a style sheet. */
const IMPORT =
  /(?:(?<head>(?:import|export)\s+(?:type\s+)?[^;'"]*?)\s*from\s*|\bimport\s*\(?\s*|@import\s+)['"](?<to>[^'"]+)['"]/gu;

function importsOf(from: string, code: string): Import[] {
  return [...code.matchAll(IMPORT)].map(({ groups: { head = '', to = '' } = {} }) => {
    const names = /\{(?<names>[^}]*)\}/u
      .exec(head)
      ?.groups?.['names']?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const typeOnly =
      /^(?:import|export)\s+type\b/u.test(head) || (names?.every((name) => name.startsWith('type ')) ?? false);
    const bare = to.replace(/\?.*$/u, '');
    return { from, to: bare.startsWith('.') ? relative(SRC, join(SRC, dirname(from), bare)) : bare, typeOnly };
  });
}

const IMPORTS = FILES.flatMap((file) => importsOf(file, readFileSync(join(SRC, file), 'utf8')));

const roomOf = (file: string): string => file.split('/')[0] ?? '';
const isOurs = (file: string): boolean => FILES.includes(file);

/** The imports that reverse the direction of the house. */
function reversed(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to, typeOnly }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (!(other in ROOMS) || other === room) return false;
    if (TEMPLATES.includes(room) && other === 'routes') return !typeOnly;
    return !(ROOMS[room] ?? []).some((open) => to.startsWith(`${open}/`));
  });
}

/** All files that a file's code needs, and those that they need. Types are gone when it runs. */
function reachedFrom(file: string): Set<string> {
  const reached = new Set([file]);
  for (const next of reached) {
    for (const { from, to, typeOnly } of IMPORTS) if (from === next && !typeOnly && isOurs(to)) reached.add(to);
  }
  return reached;
}

describe('the house', () => {
  it('has no room that nobody knows of', () => {
    expect(new Set(FILES.map(roomOf))).toEqual(
      new Set(Object.keys(ROOMS).filter((room) => FILES.some((file) => roomOf(file) === room))),
    );
    expect(FILES.filter((file) => !file.includes('/'))).toEqual([]);
  });

  it('imports in one direction only', () => {
    expect(reversed(IMPORTS)).toEqual([]);
  });

  it('imports only files that there are', () => {
    const missing = IMPORTS.filter(
      ({ to }) => to.startsWith('..') || (roomOf(to) in ROOMS && to.includes('/') && !isOurs(to)),
    );
    expect(missing).toEqual([]);
  });

  it('keeps the news free of files, network, clock and framework', () => {
    const packages = new Set(
      IMPORTS.filter(({ from, to }) => roomOf(from) === 'news' && !isOurs(to)).map(({ to }) => to),
    );
    const allowed = new Set(['zod', 'diff', 'leven', 'temporal-polyfill', '@sindresorhus/slugify', 'node:crypto']);
    expect([...packages].filter((name) => !allowed.has(name))).toEqual([]);
    for (const file of FILES.filter((it) => ['news', 'markdown', 'routes'].includes(roomOf(it)))) {
      const code = readFileSync(join(SRC, file), 'utf8');
      expect(code, file).not.toMatch(/Date\.now\(|new Date\(\)|Temporal\.Now|Math\.random\(|process\.env|\bfetch\(/u);
    }
  });

  it('lets no page reach what reads the edition', () => {
    for (const page of FILES.filter((file) => ['pages', 'templates', 'layouts', 'components'].includes(roomOf(file)))) {
      const reached = [...reachedFrom(page)].map(roomOf);
      expect(
        reached.filter((room) => ['edition', 'markdown', 'build', 'importer'].includes(room)),
        page,
      ).toEqual([]);
    }
  });

  it('lets importer and pages meet in files and in the schema only', () => {
    for (const file of FILES.filter((it) => roomOf(it) === 'importer')) {
      const rooms = new Set([...reachedFrom(file)].map(roomOf));
      expect(
        [...rooms].filter((room) => !['importer', 'markdown', 'news'].includes(room)),
        file,
      ).toEqual([]);
    }
  });
});

describe('the walk through the house', () => {
  it('sees every way to import', () => {
    const code = `import { a } from '../news/a.ts';\nimport type { B } from "../news/b.ts";\nexport { c } from '../news/c.ts';
      import '../news/d.ts';\nconst e = await import('../news/e.ts');\nimport { type F, type G } from '../news/f.ts';
      import {\n  type H,\n  i,\n} from '../news/h.ts';\nimport J from '../news/J.astro';\n@import '../news/k.css';\nimport l from '../news/l.ts?raw';`;
    expect(importsOf('routes/x.ts', code).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ...[
        ['news/a.ts', false],
        ['news/b.ts', true],
        ['news/c.ts', false],
        ['news/d.ts', false],
        ['news/e.ts', false],
      ],
      ...[
        ['news/f.ts', true],
        ['news/h.ts', false],
        ['news/J.astro', false],
        ['news/k.css', false],
        ['news/l.ts', false],
      ],
    ]);
    expect(IMPORTS.length).toBeGreaterThan(FILES.length);
  });

  it('would report each reversal', () => {
    const wrong: [string, string][] = [
      ['news/a.ts', 'markdown/b.ts'],
      ['routes/a.ts', 'edition/b.ts'],
      ['pages/a.astro', 'edition/b.ts'],
      ['pages/a.astro', 'build/b.ts'],
      ['components/a.astro', 'layouts/b.astro'],
      ['components/a.astro', 'routes/b.ts'],
      ['importer/a.ts', 'routes/b.ts'],
      ['scripts/a.ts', 'news/b.ts'],
    ];
    const imports = wrong.map(([from, to]) => ({ from, to, typeOnly: false }));
    expect(reversed(imports)).toEqual(imports);
    expect(reversed([{ from: 'components/a.astro', to: 'routes/b.ts', typeOnly: true }])).toEqual([]);
  });
});
