/** Every check: what an editor is told of all that it finds, and what to do about it. In the order of the list. */
export const CHECKS = {
  error: {
    title: 'Refused by the build',
    advice: 'Mend what is named: until then the article is not on the site, and only this is known of it',
  },
  date: {
    title: 'Without a date',
    advice: 'Add published: 2016-10-04, or import the original again with --published',
  },
  source: {
    title: 'Without a source',
    advice:
      'Add source: {name: …, url: …}, or import the original again with --source-name; an article of your own may name the paper itself',
  },
  rights: {
    title: 'Without rights',
    advice:
      'Add rights: {holder: …} or license, notice, publish; site.yaml can say it for a whole source, under sources:',
  },
  tags: {
    title: 'Without tags',
    advice: 'Add tags: […]; an import with --suggest-tags proposes some',
  },
  description: {
    title: 'Standfirsts that repeat the first paragraph',
    advice: 'Take description: out, or say something that the first paragraph does not',
  },
  link: {
    title: 'Dead links within the site',
    advice: 'Correct the address, or take the link out',
  },
  alt: {
    title: 'Pictures without a text for those who do not see them',
    advice:
      'Say what the picture shows, as in ![A ferry at night](ferry.jpg); <img alt=""> in the text says that it only decorates',
  },
  'look-alike': {
    title: 'Tags that look alike',
    advice: 'Rename one (npm run tags -- rename OLD NEW), make it an alias in tags.yaml, or say neverSameAs there',
  },
  edited: {
    title: 'Copies that were edited, without a correction',
    advice: 'Add corrections: [{date: …, text: what was wrong and what is right}], or put the text back',
  },
  original: {
    title: 'Originals that no article is made from',
    advice: 'Import them again, or remove the files',
  },
  version: {
    title: 'Earlier versions that no article names',
    advice: 'Put them back under versions: of their article, or remove the files',
  },
  moved: {
    title: 'Renamed articles whose old address leads nowhere',
    advice: 'Put the line that is offered into the front matter, in the place of its aliases: if it has any',
  },
  gone: {
    title: 'Deleted articles whose address leads nowhere',
    advice: 'Add the address to the aliases of an article that takes the place of this one, if there is any',
  },
} as const;

/** The name of a check, which never changes. */
export type CheckName = keyof typeof CHECKS;

/** All names, in the order in which they are told. */
export const CHECK_NAMES = Object.keys(CHECKS).filter(isCheck);

/** A deletion is mostly meant: only who asks for it is told of it. */
export const UNASKED: readonly CheckName[] = CHECK_NAMES.filter((name) => name !== 'gone');

/** Whether a name is that of a check. */
export function isCheck(name: string): name is CheckName {
  return Object.hasOwn(CHECKS, name);
}

/** Something that an editor may want to do something about. */
export interface Finding {
  check: CheckName;
  /** As the editor named the content folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  message: string;
  /** A line to be put into the file's front matter as it is. */
  yaml?: string;
}
