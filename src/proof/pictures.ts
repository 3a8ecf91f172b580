import type { BodyPicture } from './body-parts.ts';
import type { Finding } from './checks.ts';
import { findingAt, type Galley, type Proofed, shownFile } from './galley.ts';

/**
 * The pictures of an article that say nothing to those who do not see them. The one above the text is the article's own and
 * decorates nothing: an import that found no text for it leaves it empty, and nobody has decided that.
 */
export function findWithoutAlt(galley: Galley, article: Proofed, pictures: readonly BodyPicture[]): Finding[] {
  const { image } = article.record.front;
  const isBare = image?.src !== undefined && image.alt?.trim() === '';
  const above = isBare
    ? [
        findingAt(
          galley,
          article,
          'alt',
          ['image', 'alt'],
          `the picture above the text, ${image.src}, has an empty alt`,
        ),
      ]
    : [];
  const inText = pictures
    .filter(({ alt }) => alt === undefined)
    .map(({ src, line }) => {
      return {
        check: 'alt' as const,
        file: shownFile(galley.content, article.file),
        line,
        message: `the picture ${src} has no alt`,
      };
    });
  return [...above, ...inText];
}
