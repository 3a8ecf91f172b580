import type { Evidence, EvidenceDigests } from '../news/related/evidence.ts';
import type { Texts } from './texts.ts';

/** Evidence that is read when somebody asks for it. Where all is as it was, nobody does. */
export class KeptEvidence implements Evidence {
  readonly digests: EvidenceDigests;
  readonly #texts: Texts;

  constructor(digests: EvidenceDigests, texts: Texts) {
    [this.digests, this.#texts] = [digests, texts];
  }

  get words(): string {
    return this.#texts.get(this.digests.words);
  }

  get counts(): string {
    return this.#texts.get(this.digests.counts);
  }

  get sketch(): string {
    return this.#texts.get(this.digests.sketch);
  }
}
