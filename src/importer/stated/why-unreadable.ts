import { errorText } from '../error-text.ts';

/** Why a text could not be read, from what its parser threw, as a sentence for an editor. */
export function whyUnreadable(error: unknown): string {
  // A parser that calls itself for each level runs out of stack: its own words say nothing to an editor.
  const why = error instanceof RangeError ? 'its parts are nested too deeply' : errorText(error);
  return `its text cannot be read: ${why}`;
}
