/** The few numbers with the highest scores of many, without sorting them all. */
export class Best {
  readonly #most: number;
  readonly #numbers: Uint32Array;
  readonly #scores: Float64Array;
  readonly #isBefore: (a: number, b: number) => boolean;
  #length = 0;

  /** Keeps so many at `most`; `isBefore` tells which of two with equal scores comes first. */
  constructor(most: number, isBefore: (a: number, b: number) => boolean) {
    // In one place more stands what has just fallen out.
    this.#numbers = new Uint32Array(most + 1);
    this.#scores = new Float64Array(most + 1);
    this.#most = most;
    this.#isBefore = isBefore;
  }

  /** Adds a number, and gives the score below which no other would be kept. */
  add(number: number, score: number): number {
    const numbers = this.#numbers;
    const scores = this.#scores;
    let place = this.#length;
    for (; place > 0; place -= 1) {
      const before = numbers[place - 1] ?? 0;
      const its = scores[place - 1] ?? 0;
      if (score < its || (score === its && !this.#isBefore(number, before))) break;
      numbers[place] = before;
      scores[place] = its;
    }
    numbers[place] = number;
    scores[place] = score;
    if (this.#length < this.#most) this.#length += 1;
    return this.#length < this.#most ? 0 : (scores[this.#most - 1] ?? 0);
  }

  /** Gives those with the highest scores, the highest first, and forgets them. */
  take(use: (number: number, score: number) => void): void {
    for (let at = 0; at < this.#length; at += 1) use(this.#numbers[at] ?? 0, this.#scores[at] ?? 0);
    this.#length = 0;
  }
}
