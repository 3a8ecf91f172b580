import { normalise } from './text.ts';

/** Elements whose edges separate blocks of text (the receipt's definition of a block). */
const BOUNDARIES = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/**
 * Collects the blocks of a stretch of HTML from the events of any parser or tree walk.
 * A block is the normalised text between two block edges; `<br>` is a space and `<br><br>` an edge.
 */
export class BlockCollector {
  readonly blocks: string[] = [];
  #text = '';
  /** Whether the last thing seen, white space apart, was a `<br>`. */
  #afterBreak = false;

  open(name: string): void {
    if (name === 'br') {
      if (this.#afterBreak) this.edge();
      else this.#text += ' ';
      this.#afterBreak = true;
    } else if (BOUNDARIES.has(name)) {
      this.edge();
    }
  }

  close(name: string): void {
    if (BOUNDARIES.has(name)) this.edge();
  }

  text(value: string): void {
    this.#text += value;
    if (/\S/u.test(value)) this.#afterBreak = false;
  }

  /** Ends the block under way, if it holds a visible character. */
  edge(): void {
    const block = normalise(this.#text);
    if (block !== '') this.blocks.push(block);
    this.#text = '';
    this.#afterBreak = false;
  }
}
