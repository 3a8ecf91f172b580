import { describe, expect, it } from 'vitest';
import { addThread } from '../../../src/tags/add-thread.ts';

/** An article's file after a thread was added, or what became of it. */
function added(text: string, name = 'The lock'): string {
  const done = addThread(text, name);
  return done.outcome === 'added' ? done.text : done.outcome;
}

describe('a thread that is added to a file', () => {
  it.each([
    ['---\ntitle: A\n---\n\nText.\n', '---\ntitle: A\nthread: The lock\n---\n\nText.\n'],
    [
      '\ufeff--- \r\ntitle:  "A" # as printed\r\n---\r\nText',
      '\ufeff--- \r\ntitle:  "A" # as printed\r\nthread: The lock\r\n---\r\nText',
    ],
    ['---\ntitle: A\ntags:\n  - B\n---', '---\ntitle: A\ntags:\n  - B\nthread: The lock\n---'],
    ['---\ntitle: A\n---\n---\nthread: B\n---\n', '---\ntitle: A\nthread: The lock\n---\n---\nthread: B\n---\n'],
    [
      '---\ndescription: >\n  A\n  b\ntitle: "A\n  --- b"\n---\nText',
      '---\ndescription: >\n  A\n  b\ntitle: "A\n  --- b"\nthread: The lock\n---\nText',
    ],
  ])('is the last line of its front matter: %j', (before, after) => {
    expect(added(before)).toBe(after);
  });

  it.each([
    'C# & more: [x], {y}',
    'no',
    '12',
    '- x',
    '"quoted"',
    "it's",
    'null',
    '叙利亚',
    '@home',
    'a: b',
    '# x',
    '---',
  ])('may have a name that YAML would read otherwise: %s', (name) => {
    const text = added('---\ntitle: A\n---\n', name);
    expect(text).toMatch(/^---\ntitle: A\nthread: .+\n---\n$/u);
    expect(added(text, name)).toBe('unchanged');
  });

  it.each([
    ['in another thread', '---\ntitle: A\nthread: B\n---\n'],
    ['of a form that has no lines', '---\n{ title: A }\n---\n'],
    ['that cannot be read', '---\ntitle: [\n---\n'],
  ])('is refused by an article %s', (_, text) => {
    expect(added(text)).toBe('refused');
  });

  it('is there already where it differs in case or spaces only', () => {
    expect(added('---\ntitle: A\nthread: the  LOCK\n---\n')).toBe('unchanged');
  });
});
