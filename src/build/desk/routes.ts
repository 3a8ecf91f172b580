import type { Route } from '../../routes/all-routes.ts';

/** The pages of an edition, each made when somebody asks for it: a large edition has more than anybody looks at. */
export class DeskRoutes {
  readonly #routes: Iterator<Route>;
  readonly #found = new Map<string, Route>();

  constructor(routes: Iterable<Route>) {
    this.#routes = routes[Symbol.iterator]();
  }

  /** The page at a path of the site; nothing where there is none. */
  at(path: string): Route | undefined {
    while (!this.#found.has(path)) {
      const next = this.#routes.next();
      if (next.done) return undefined;
      this.#found.set(next.value.path, next.value);
    }
    return this.#found.get(path);
  }
}
