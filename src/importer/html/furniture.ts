import type { Element } from 'hast';

/** A kind of text that stands among an article's own and is none of it; the reason is what the receipt says. */
export interface Furniture {
  reason: string;
  /** Names by which pages mark it: whole words of class, id and itemprop, or runs of them joined by hyphens. */
  names: readonly string[];
  tags?: readonly string[];
  /** Characters. A longer text is none of it, whatever its names. */
  longest?: number;
}

function words(line: string): string[] {
  return line.split(' ');
}

/** What pages print in or beside their articles. The first that fits an element counts. */
const FURNITURE: readonly Furniture[] = [
  {
    reason: 'caption',
    names: words(
      'caption captions figcaption caption-text cutline legend img-desc image-desc image-description ' +
        'media-description photo-description image-meta video-title',
    ),
    tags: ['figcaption'],
  },
  {
    reason: 'standfirst',
    longest: 500,
    names: words(
      'standfirst dek deck subtitle sub-title subheadline subhead sub-headline summary article-summary ' +
        'lead-text excerpt strapline alternative-headline',
    ),
  },
  {
    reason: 'picture credit',
    longest: 300,
    names: words(
      'credit credits copyright photographer photo-credit image-credit image-source img-source ' + 'photo-source',
    ),
  },
  { reason: 'slide show', names: words('gallery slideshow slider slide carousel resgallery') },
  {
    reason: 'player',
    names: words('player playlist jwplayer brightcove video-embed video-player audio-player'),
    tags: ['audio', 'video'],
  },
  {
    reason: 'newsletter form',
    names: words(
      'newsletter newsletters signup sign-up subscribe subscription optin opt-in mailchimp mc-embed ' +
        'mailing-list email-signup',
    ),
  },
  {
    reason: 'share links',
    names: words(
      'share shares sharing sharedaddy addthis addtoany social socials sociable share-buttons ' +
        'follow-us like-box whatsapp',
    ),
  },
  {
    reason: 'related links',
    names: words(
      'related relatedposts recommended recommendation recommendations recirc recirculation read-more ' +
        'readmore read-next also-read see-also more-from more-on trending popular most-read latest ' +
        'teaser teasers promo outbrain taboola zergnet yarpp rail sidebar widget cta',
    ),
    tags: ['aside'],
  },
  {
    reason: 'advertisement',
    names: words(
      'ad ads advert advertisement advertising adsbygoogle sponsor sponsored dfp affiliate disclaimer ' + 'disclosure',
    ),
  },
  { reason: 'comment', names: words('comment comments commentlist disqus respond replies') },
  {
    reason: 'about the author',
    names: words(
      'bio biography author-bio author-box author-info author-details author-description about-author ' +
        'about-the-author post-author author-card',
    ),
  },
  {
    reason: 'byline',
    longest: 200,
    names: words('byline bylines by-line author authors vcard writer posted-by contributor contributors p-author'),
    tags: ['address'],
  },
  {
    reason: 'date line',
    longest: 120,
    names: words(
      'timestamp date datetime time pubdate published publish-date posted-on postdate storydate ' + 'updated datestamp',
    ),
    tags: ['time'],
  },
  {
    reason: 'article data',
    names: words(
      'meta entry-meta post-meta article-meta metadata postmeta views reading-time read-time ' + 'print-header infobox',
    ),
  },
  {
    reason: 'tags',
    longest: 300,
    names: words('tag tags taglist tag-list tag-links topics categories keywords cat-links post-tags'),
  },
  {
    reason: 'navigation',
    names: words(
      'nav navigation breadcrumb breadcrumbs pagination pager menu toolbar toc skip skip-link controls ' +
        'button buttons btn',
    ),
    tags: ['nav', 'menu', 'button', 'select', 'form', 'label', 'fieldset', 'dialog'],
  },
  { reason: 'footer', names: words('footer post-footer entry-footer article-footer endnote'), tags: ['footer'] },
];

/** Names are asked for many times over, and parting them takes time. */
const lines = new WeakMap<Element, string>();
const kinds = new WeakMap<Element, Furniture | 'none'>();

/** The words of an element's names, in one line, parted by hyphens and with one at each end of a name. */
export function nameLine(element: Element): string {
  const line = lines.get(element) ?? toNameLine(element);
  lines.set(element, line);
  return line;
}

function toNameLine({ properties: { className, id, itemProp } }: Element): string {
  const names = [className, id, itemProp].flatMap((value) => (Array.isArray(value) ? value : [value ?? '']));
  return names
    .filter((name) => name !== '')
    .map(
      (name) =>
        `-${String(name)
          .slice(0, 200)
          .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')
          .toLowerCase()
          .replace(/[^\p{L}]+/gu, '-')}-`,
    )
    .join(' ');
}

/** What kind of furniture an element is by its tag or its names, if it is any. */
export function furnitureOf(element: Element): Furniture | undefined {
  const kind = kinds.get(element) ?? findKind(element);
  kinds.set(element, kind);
  return kind === 'none' ? undefined : kind;
}

function findKind(element: Element): Furniture | 'none' {
  const line = nameLine(element);
  const isNamed = ({ names, tags }: Furniture): boolean =>
    tags?.includes(element.tagName) === true || (line !== '' && names.some((name) => line.includes(`-${name}-`)));
  return FURNITURE.find(isNamed) ?? 'none';
}
