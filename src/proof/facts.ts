import { rightsOf } from '../news/publication.ts';
import type { Finding } from './checks.ts';
import { findingAt, type Galley } from './galley.ts';

/** Articles that do not say when they were published. */
export function findUndated(galley: Galley): Finding[] {
  return galley.articles
    .filter(({ record }) => record.front.published === undefined)
    .map((article) => findingAt(galley, article, 'date', ['published'], 'it says no day of publication'));
}

/** Articles that name no paper, site or address. The name of a file on somebody's disk tells no reader where it was printed. */
export function findWithoutSource(galley: Galley): Finding[] {
  return galley.articles.flatMap((article) => {
    const { source } = article.record.front;
    if (source?.name !== undefined || source?.url !== undefined) return [];
    const said =
      source?.file === undefined ? 'it names no source' : `of its source it names only a file, ${source.file}`;
    return [findingAt(galley, article, 'source', ['source'], said)];
  });
}

/** Articles of which neither they nor site.yaml say whose they are or what may be done with them. */
export function findWithoutRights(galley: Galley): Finding[] {
  return galley.articles.flatMap((article) => {
    const { front } = article.record;
    const { holder, notice, license, publish } = rightsOf(front, galley.site);
    if ([holder, notice, license, publish].some((said) => said !== undefined)) return [];
    const name = front.source?.name;
    const said =
      name === undefined ? 'it says nothing of rights' : `neither it nor its source "${name}" says anything of rights`;
    return [findingAt(galley, article, 'rights', ['rights'], said)];
  });
}

/** Articles that no topic leads to. */
export function findUntagged(galley: Galley): Finding[] {
  return galley.articles
    .filter(({ record }) => record.front.tags.length === 0)
    .map((article) => findingAt(galley, article, 'tags', ['tags'], 'it has no tags'));
}

/** Copies whose text is no longer the one that their receipt proves, though no correction says so. What is withdrawn shows no text. */
export function findEdited(galley: Galley): Finding[] {
  return galley.articles
    .filter(
      ({ record: { verbatim, front } }) => verbatim === false && front.corrections.length === 0 && !front.withdrawn,
    )
    .map((article) =>
      findingAt(
        galley,
        article,
        'edited',
        ['receipt'],
        'its text was edited since the import, and no correction says so',
      ),
    );
}
