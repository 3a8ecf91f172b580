/** Formats of the browser's and Node's Intl are slow to make, and a large edition asks for the same few on every page. */
function remembered<Format, Options>(make: (lang: string, options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (lang: string, options?: Options): Format => {
    const key = options === undefined ? lang : `${lang} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const format = make(lang, options);
    made.set(key, format);
    return format;
  };
}

/** Writes numbers as a language does. */
export const numberFormat = remembered(
  (lang, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(lang, options),
);

/** Joins names as a language does: `a, b and c`. */
export const listFormat = remembered((lang) => new Intl.ListFormat(lang, { type: 'conjunction' }));

/** Writes days and times as a language does. */
export const dateFormat = remembered(
  (lang, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, options),
);

/** Which plural form of a language a number takes. */
export const pluralRules = remembered((lang) => new Intl.PluralRules(lang));

/** The parts of a language tag. */
export const localeOf = remembered((lang) => new Intl.Locale(lang));
