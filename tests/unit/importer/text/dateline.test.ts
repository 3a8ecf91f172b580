import { describe, expect, test } from 'vitest';
import { LONG, read } from '../read.ts';

describe('a dateline', () => {
  test.each([
    ['BRUSSELS — The envoy', 'BRUSSELS'],
    ['WASHINGTON, Feb 26 (Reuters) - The envoy', 'WASHINGTON, Feb 26 (Reuters)'],
    ['GROSSETO, Italy (AP) -- The envoy', 'GROSSETO, Italy (AP)'],
    ['AL-HASAKA, Syria – The envoy', 'AL-HASAKA, Syria'],
    ['Brussels (AP) — The envoy', 'Brussels (AP)'],
    ['UNITED NATIONS, 4 October 2016 — The envoy', 'UNITED NATIONS, 4 October 2016'],
    ['Madrid, 5 mar (EFE).- El puerto', 'Madrid, 5 mar (EFE)', 'es'],
    ['МОСКВА, 4 октября (ТАСС) — Порт', 'МОСКВА, 4 октября (ТАСС)', 'ru'],
    ['新华社北京3月5日电 港口', '新华社北京3月5日电', 'zh'],
  ])('of "%s" is %s, and the paragraph keeps it', (start, dateline, lang?: string) => {
    const article = read(`Talks End\n\n${start} ${LONG}`, lang);
    expect(article.dateline?.value).toBe(dateline);
    expect(article.blocks[1]).toMatchObject({ role: 'paragraph', text: `${start} ${LONG}` });
  });

  test.each(['NATO — the alliance — met', 'Brussels — the city — slept', 'The EU-wide plan - they said'])(
    'is not seen in "%s"',
    (start) => {
      expect(read(`Talks End\n\n${start} ${LONG}`).dateline).toBeUndefined();
    },
  );

  test('with its year dates the article', () => {
    expect(read(`Talks End\n\nBRUSSELS, October 4, 2016 — ${LONG}`).published?.value).toBe('2016-10-04');
  });

  test('on a line of its own becomes the field', () => {
    expect(read(`Talks End\n\nBRUSSELS, October 4\n\n${LONG}`)).toMatchObject({
      dateline: { value: 'BRUSSELS, October 4' },
      blocks: [{ role: 'headline' }, { role: 'dateline', became: 'dateline' }, { role: 'paragraph' }],
    });
  });

  test.each(['Record March 13', 'Ann Poe (AP)', 'Payable April 30'])('is not seen in the line "%s"', (line) => {
    expect(read(`Talks End\n\n${line}\n\n${LONG}`).dateline).toBeUndefined();
  });
});
