import type { z } from 'zod';
import type { plainStory } from '../reuters.ts';

export type Story = z.output<typeof plainStory>;

/**
 * As many stories as are wanted: the given ones, and above their number made-up ones, each of the words and tags of a given
 * one in another order and some years later, so that they are like news and no copies. The same on every machine.
 */
export function moreStories(given: readonly Story[], wanted: number): Story[] {
  return Array.from({ length: wanted }, (_, index) => {
    const round = Math.floor(index / given.length);
    const story = at(given, index);
    if (round === 0) return story;
    const random = randomFrom(index);
    const published = story.published.replace(/^\d{4}/u, (year) => String(Number(year) + round));
    const [title, text] = [shuffled(story.title, random), shuffled(story.text, random)];
    return { ...story, id: `${story.id}-${round}`, title, text, published };
  });
}

/**
 * So many made-up stories of at least so many signs, each of the words of several given ones in a row, and so many of
 * their tags. The same on every machine.
 */
export function longStories(
  given: readonly Story[],
  { wanted, signs, tags }: { wanted: number; signs: number; tags: number },
): Story[] {
  return Array.from({ length: wanted }, (_, index) => {
    const random = randomFrom(index);
    const names = new Set<string>();
    const texts: string[] = [];
    const first = at(given, index * 3);
    for (let next = index * 3, length = 0; length < signs || names.size < tags; next += 1) {
      const story = at(given, next);
      for (const tag of story.tags) if (names.size < tags) names.add(tag);
      if (length < signs) texts.push(shuffled(story.text, random));
      length += story.text.length;
    }
    return { ...first, id: `long-${index}`, text: texts.join('\n\n'), tags: [...names] };
  });
}

/** The words of each paragraph in another order. */
function shuffled(text: string, random: () => number): string {
  return text
    .split('\n\n')
    .map((paragraph) => {
      const words = paragraph.split(' ').map((word) => ({ word, place: random() }));
      return words
        .sort((a, b) => a.place - b.place)
        .map(({ word }) => word)
        .join(' ');
    })
    .join('\n\n');
}

function at(stories: readonly Story[], index: number): Story {
  const story = stories[index % stories.length];
  if (!story) throw new Error('There are no stories to make others from.');
  return story;
}

/** Numbers from 0 to 1 that look random: Mulberry32, by Tommy Ettinger. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
