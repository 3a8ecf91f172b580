import type { Article } from './article.ts';
import type { FrontMatter, Receipt, Source } from './front-matter.ts';
import { shownText } from './publication.ts';
import { toEvidence } from './related/evidence.ts';
import type { Site } from './site.ts';

/** Under it no text is kept: whatever asks for one that may not be shown, fails. */
const NO_TEXT = '';

/**
 * An article with nothing in it that its rights withhold, or that was withdrawn. An edition holds no other, so that no output,
 * whatever it is, can show more. `readExcerpt` gives the plain paragraphs of its excerpt.
 */
export function toShownArticle(article: Article, site: Pick<Site, 'sources'>, readExcerpt: () => string[]): Article {
  const { front, lang, body, evidence, earlier } = article;
  const shown = shownText(front, site);
  if (shown === 'full') return article;
  const opening = shown === 'excerpt' ? readExcerpt() : [];
  const text = shown === 'excerpt' ? body.excerpt : NO_TEXT;
  const twin = shown === 'excerpt' ? body.twin?.excerpt : NO_TEXT;
  // A reason to read it may name no word that its page does not show; of a text that is like another, a sketch names none.
  const known = toEvidence(front.title, opening, lang);
  return {
    ...article,
    front: { ...withoutText(front), ...(shown === 'excerpt' ? pick(front) : {}) },
    picture: undefined,
    ...(earlier && { earlier: earlier.map(({ captured }) => ({ captured })) }),
    body: {
      ...{ page: text, feed: text, excerpt: text, opening, words: 0 },
      twin: body.twin && { page: twin ?? NO_TEXT, excerpt: twin ?? NO_TEXT },
    },
    ...(evidence && {
      evidence: {
        ...known,
        sketch: evidence.sketch,
        digests: { ...known.digests, sketch: evidence.digests.sketch },
      },
    }),
  };
}

/** What of the text's own words stands above and below the first paragraphs. A picture and its caption are another work. */
function pick({ description, dateline, credit }: FrontMatter): Partial<FrontMatter> {
  return { description, dateline, credit };
}

function withoutText(front: FrontMatter): FrontMatter {
  const { source, receipt } = front;
  return {
    ...front,
    ...{ description: undefined, dateline: undefined, image: undefined, credit: undefined },
    source: source && withoutFile(source),
    receipt: receipt && withoutWords(receipt),
  };
}

/** A file's name may be a line of its text; where nothing else says where a copy came from, it stays. */
function withoutFile(source: Source): Source {
  return source.name === undefined && source.url === undefined ? source : { ...source, file: undefined };
}

function withoutWords(receipt: Receipt): Receipt {
  const silent = (entries: Receipt['moved']): Receipt['moved'] =>
    entries.map((entry) => ({ ...entry, was: undefined }));
  return {
    ...receipt,
    moved: silent(receipt.moved),
    changed: silent(receipt.changed),
    dropped: silent(receipt.dropped),
  };
}
