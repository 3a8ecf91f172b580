import { describe, expect, it } from 'vitest';
import type { PublishedPicture } from '../../../src/news/article.ts';
import { articleFilePath } from '../../../src/news/paths.ts';
import { pictureVariants, toSources } from '../../../src/news/pictures.ts';

function picture(width: number, rest: Partial<PublishedPicture> = {}): PublishedPicture {
  const still = { format: 'jpeg' as const, bytes: 90_000 };
  return { path: articleFilePath('2016/10/k.jpg'), digest: 'abc', width, height: 400, still, ...rest };
}

const widthsOf = (of: PublishedPicture): number[] =>
  pictureVariants(of).flatMap(({ type, width }) => (type === 'avif' ? [width] : []));

describe('the sizes that a picture is offered in', () => {
  it.each([
    [90, [90]],
    [480, [480]],
    [500, [500]],
    [600, [480, 600]],
    [1200, [480, 720, 960, 1200]],
    [1440, [480, 720, 960, 1200, 1440]],
    [1920, [480, 720, 960, 1200, 1920]],
    [6000, [480, 720, 960, 1200, 1920]],
  ])(
    'of %i pixels are %j: none larger than itself, none that saves nothing, none that no page has room for',
    (width, expected) => {
      expect(widthsOf(picture(width))).toEqual(expected);
    },
  );

  it('are the same in WebP, for browsers that do not know AVIF', () => {
    const variants = pictureVariants(picture(1200));
    const ofType = (type: string): number[] => variants.flatMap((it) => (it.type === type ? [it.width] : []));
    expect(ofType('webp')).toEqual(ofType('avif'));
    expect(toSources('/', picture(1200)).map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
  });

  it('are none for a picture that moves, or is so small in bytes that nothing is gained', () => {
    const { path, digest, width, height } = picture(1200);
    expect(pictureVariants({ path, digest, width, height })).toEqual([]);
    expect(toSources('/', picture(1200, { still: { format: 'png', bytes: 4_096 } }))).toEqual([]);
    expect(toSources('/', picture(1200, { still: { format: 'png', bytes: 4_097 } }))).not.toEqual([]);
  });

  it('have addresses that follow from what the picture shows, wherever it stands', () => {
    const paths = (of: PublishedPicture): string[] => pictureVariants(of).map(({ path }) => path);
    const elsewhere = picture(1200, { path: articleFilePath('undated/other.jpg') });
    expect(paths(elsewhere)).toEqual(paths(picture(1200)));
    const another = paths(picture(1200, { digest: 'abd' }));
    expect(paths(picture(1200)).filter((path) => another.includes(path))).toEqual([]);
    expect(new Set(paths(picture(1200))).size).toBe(8);
  });
});

describe('what a page offers a browser', () => {
  it('names each file below the base path with its width', () => {
    const [avif] = toSources('/news/', picture(600));
    const [narrow, own] = pictureVariants(picture(600));
    expect(avif?.srcset).toBe(`/news${narrow?.path ?? ''} 480w, /news${own?.path ?? ''} 600w`);
  });

  it.each([
    [1200, '(min-width: 39rem) 36rem, 92vw'],
    [576, '(min-width: 39rem) 36rem, 92vw'],
    [575, '(min-width: 625px) 575px, 92vw'],
    [100, '(min-width: 109px) 100px, 92vw'],
  ])('says how wide one of %i pixels is shown: %s', (width, sizes) => {
    expect(toSources('/', picture(width)).map((source) => source.sizes)).toEqual([sizes, sizes]);
  });
});
