/** The first few of many numbers in an order, without sorting them all. */
export class Best {
  readonly #most: number;
  readonly #compare: (a: number, b: number) => number;
  /** The first ones so far, in order. */
  readonly numbers: number[] = [];

  /** Keeps so many at `most`; `compare` is negative where its first number comes first, as for a sort. */
  constructor(most: number, compare: (a: number, b: number) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  add(number: number): void {
    const { numbers } = this;
    const last = numbers.at(-1);
    if (numbers.length === this.#most && last !== undefined && this.#compare(last, number) <= 0) return;
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(numbers[middle] ?? 0, number) <= 0) low = middle + 1;
      else high = middle;
    }
    numbers.splice(low, 0, number);
    if (numbers.length > this.#most) numbers.pop();
  }
}
