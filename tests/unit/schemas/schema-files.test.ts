import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { schemaFiles } from '../../../src/schemas/schema-files.ts';

const FOLDER = join(PROJECT, 'src/schemas');

describe('the schemas for editors', () => {
  it('say what the code says', () => {
    const committed = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(
      new Map(committed.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')])),
      'run npm run schemas',
    ).toEqual(schemaFiles());
  });

  it('explain every key that a person writes', () => {
    for (const [name, text] of schemaFiles()) {
      expect(unexplained(JSON.parse(text)), name).toEqual([]);
    }
  });
});

function unexplained(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, inner]: [string, unknown]) => {
    const below = unexplained(inner);
    if (keyword !== 'properties' || typeof inner !== 'object' || inner === null) return below;
    const silent = Object.entries(inner).filter(([, key]: [string, unknown]) => {
      return typeof key !== 'object' || key === null || !('description' in key);
    });
    return [...silent.map(([key]) => key), ...below];
  });
}
