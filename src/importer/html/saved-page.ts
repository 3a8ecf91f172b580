import { isMhtml, readMhtml } from '../containers/mhtml.ts';
import type { Format, Found } from '../unit.ts';
import { webPage } from './web-page.ts';

/** A web page that a browser saved with its pictures in one file (MHTML). */
export const savedPage: Format = {
  what: 'a saved web page',
  largest: webPage.largest,
  recognises: isMhtml,
  async read(unit) {
    const page = readMhtml(unit.bytes);
    if (!page.ok) return [page];
    const { html, charset, url, captured, resources } = page;
    const known = {
      ...unit.known,
      charset,
      url: unit.known.url ?? url,
      captured: captured ?? unit.known.captured,
    };
    const found = await webPage.read({ ...unit, bytes: html, known });
    return found.map((one): Found => {
      if (!one.ok) return one;
      const { article } = one;
      const when =
        captured === undefined ? {} : { captured: { value: captured, how: 'stated', rule: 'the saved page' } as const };
      return {
        ok: true,
        article: { ...article, ...when, resources, original: { bytes: unit.bytes, extension: 'mhtml' } },
      };
    });
  },
};
