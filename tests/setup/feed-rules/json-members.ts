/** The members of an object of JSON, not yet checked. */
export type Members = Record<string, unknown>;

/** Whether a value is an object of JSON, and no list. */
export function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a feed that are objects. */
export function itemsOf({ items }: Members): Members[] {
  return Array.isArray(items) ? items.filter(isRecord) : [];
}

/** A feed and its items. */
export function partsOf(feed: Members): Members[] {
  return [feed, ...itemsOf(feed)];
}

/** How a finding names a feed or an item. */
export function labelOf({ version, id }: Members): string {
  return version === undefined ? `item ${String(id)}` : 'the feed';
}

/** The members of some names in a feed and its items that do not fit, null among them; those left out do. */
export function unfit(feed: Members, names: readonly string[], fits: (value: unknown) => boolean): string[] {
  return partsOf(feed).flatMap((part) =>
    names
      .filter((name) => part[name] !== undefined && !fits(part[name]))
      .map((name) => `${name} of ${labelOf(part)}: ${JSON.stringify(part[name])}`),
  );
}
