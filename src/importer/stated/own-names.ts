import type { Found } from '../unit.ts';

/** Articles that share a guid and differ in text are named apart, so that none takes the place of another. */
export function withOwnNames(found: readonly Found[], whole: 'feed' | 'list'): Found[] {
  const names = new Map<string, string>();
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return found.map((entry) => {
    if (!entry.ok) return entry;
    const { article } = entry;
    const guid = article.item ?? '';
    const texts = article.blocks.map(({ text }) => text);
    const key = JSON.stringify([guid, article.title.value, article.sourceUrl?.value, texts]);
    let name = names.get(key) ?? guid;
    if (!names.has(key)) {
      for (let count = counts.get(guid) ?? 1; used.has(name); name = `${guid}#${count}`) counts.set(guid, (count += 1));
    }
    names.set(key, name);
    used.add(name);
    if (name === guid) return entry;
    const note = `Another item of the ${whole} has the same guid; this one is known as "${name}".`;
    return { ...entry, article: { ...article, item: name, notes: [...article.notes, note] } };
  });
}
