import type { Facts } from './copy/facts.ts';

/** What an import is asked to do. */
export interface ImportRequest {
  /** Files, folders, globs, addresses, `-`. */
  what: readonly string[];
  facts: Facts;
  content: string;
  /** The content folder was named by the editor and is not the default. */
  isNamed: boolean;
  explain: boolean;
  dryRun: boolean;
  skipDuplicates: boolean;
  fetchPictures: boolean;
  /** Tags that an article might have are written, and not only shown. */
  writeTags: boolean;
  /** The file that the report is to be written to. */
  reportFile: string | undefined;
}
