import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isNoPart } from '../../../../src/build/desk/desk.ts';
import { PROJECT } from '../../../../src/build/locations.ts';

it('templates are watched for what changes in them, and the many files of an edition and of its site are not', () => {
  const paths = [
    '',
    'src',
    'src/components/Teaser.astro',
    'public/favicon.svg',
    'content/articles/2016/10/a.md',
    'dist',
  ];
  expect(paths.filter((path) => isNoPart(join(PROJECT, path)))).toEqual(['content/articles/2016/10/a.md', 'dist']);
});
