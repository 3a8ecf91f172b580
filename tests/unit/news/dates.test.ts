import { afterEach, describe, expect, it, vi } from 'vitest';
import * as dates from '../../../src/news/dates.ts';

const { dayAt, daysBetween, isNewsDate, momentOf, toRfc3339, yearsBetween } = dates;

describe('a date of front matter', () => {
  it.each([
    '2016-10-04',
    '2016-02-29',
    '0001-01-01',
    '9999-12-31',
    '2038-01-20',
    '2016-10-04T14:30Z',
    '2016-10-04T14:30:00+02:00',
    '2016-10-04T14:30:00.250-05:00',
    '2016-12-31T23:59:60Z',
  ])('is accepted as a real day or an instant with its offset: %s', (date) => {
    expect(isNewsDate(date)).toBe(true);
  });

  it.each([
    ['a month 13', '2026-13-45'],
    ['the 30th of February', '2016-02-30'],
    ['a leap day of no leap year', '2015-02-29'],
    ['the year 0', '0000-01-01'],
    ['the year 0 with a time', '0000-01-01T00:00:00Z'],
    ['the last year of a JavaScript date', '+275760-09-13'],
    ['a year of five digits', '10000-01-01'],
    ['a time without offset', '2016-10-04T14:30:00'],
    ['an offset without colon', '2016-10-04T14:30:00+0200'],
    ['hour 24', '2016-10-04T24:00:00Z'],
    ['minute 60', '2016-10-04T14:60:00Z'],
    ['an offset of 25 hours', '2016-10-04T14:30:00+25:00'],
    ['a time on a day that is none', '2016-02-30T14:30:00Z'],
    ['a space for the T', '2016-10-04 14:30:00Z'],
    ['a month without day', '2016-10'],
    ['single digits', '2016-1-4'],
    ['words', '4 October 2016'],
    ['a line break after it', '2016-10-04\n'],
    ['nothing', ''],
  ])('is refused with %s', (_, date) => {
    expect(isNewsDate(date)).toBe(false);
  });
});

describe('a date alone', () => {
  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'])(
    'stands for noon in the zone, on that very day: %s',
    (timeZone) => {
      for (const day of ['2016-10-04', '2016-01-01', '2016-03-13', '2016-11-06', '2038-01-19']) {
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
        expect(clock.format(momentOf(day, timeZone))).toBe('12:00');
        expect(dayAt(momentOf(day, timeZone), timeZone)).toBe(day);
        expect(toRfc3339(day, timeZone)).toMatch(new RegExp(`^${day}T12:00:00[+-]\\d{2}:\\d{2}$`, 'u'));
      }
    },
  );

  it('is followed by its own moment when it is written with an offset', () => {
    for (const day of ['1880-07-01', '2016-10-04', '2038-01-20']) {
      const written = toRfc3339(day, 'America/New_York');
      expect(isNewsDate(written)).toBe(true);
      expect(Math.abs(momentOf(written, 'UTC') - momentOf(day, 'America/New_York'))).toBeLessThan(60_000);
    }
  });

  it('is a moment even where the zone skipped that day', () => {
    expect(momentOf('2011-12-30', 'Pacific/Apia')).toBeLessThanOrEqual(momentOf('2011-12-31', 'Pacific/Apia'));
  });
});

describe('an instant', () => {
  it('is the same moment in every zone', () => {
    const instant = '2016-10-04T23:30:00-07:00';
    expect(momentOf(instant, 'Pacific/Auckland')).toBe(Date.UTC(2016, 9, 5, 6, 30));
    expect(momentOf(instant, 'UTC')).toBe(momentOf(instant, 'Pacific/Auckland'));
  });

  it('is written with seconds and with its own offset', () => {
    expect(toRfc3339('2016-10-04T14:30+02:00', 'UTC')).toBe('2016-10-04T14:30:00+02:00');
    expect(toRfc3339('2016-10-04T14:30Z', 'UTC')).toBe('2016-10-04T14:30:00Z');
    expect(toRfc3339('2016-10-04T14:30:15.5-05:00', 'UTC')).toBe('2016-10-04T14:30:15.5-05:00');
  });

  it('names the day and the time that the paper printed, not the reader’s', () => {
    expect(dates.dayOf('2016-10-04T23:30:00-07:00')).toBe('2016-10-04');
    expect(dates.showDay('2016-10-04T23:30:00-07:00', 'en-GB')).toBe('4 October 2016');
    expect(dates.showMoment('2016-10-04T23:30:00-07:00', 'en-GB')).toBe('4 October 2016 at 23:30');
  });

  it('alone has a time; a day has none', () => {
    expect(dates.showMoment('2016-10-04', 'en-GB')).toBe('4 October 2016');
  });
});

describe('what a reader sees of a date', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  /** All that is shown of these dates by a program started in a time zone. */
  async function seenIn(timeZone: string): Promise<unknown[]> {
    process.env['TZ'] = timeZone;
    vi.resetModules();
    const fresh = await import('../../../src/news/dates.ts');
    return ['2016-10-04', '2016-10-04T23:59:00-11:00', '2016-01-01', '2015-12-31'].map((date) => [
      fresh.showDay(date, 'en-GB'),
      fresh.showWeekday(date, 'fr'),
      fresh.showShortDay(date, 'de'),
      fresh.showMoment(date, 'en-GB'),
      fresh.showPeriod(date.slice(0, 7), 'en-GB'),
      fresh.showPeriod(date.slice(0, 4), 'en-GB'),
      fresh.momentOf(date, 'Europe/Prague'),
      fresh.yearsBetween(date.slice(0, 10), '2026-10-04'),
    ]);
  }

  it('is the same day in Auckland and Los Angeles', async () => {
    const inLondon = await seenIn('Europe/London');
    for (const timeZone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      expect(await seenIn(timeZone)).toEqual(inLondon);
      // The variable has taken effect.
      expect(new Date(2016, 0, 1).getTimezoneOffset()).not.toBe(0);
    }
    expect(dates.showDay('2016-10-04', 'en-GB')).toBe('4 October 2016');
  });

  it('is written as papers of its language write it', () => {
    expect(dates.showDay('2016-10-01', 'fr')).toBe('1er octobre 2016');
    expect(dates.showDay('2016-10-11', 'fr')).toBe('11 octobre 2016');
    expect(dates.showWeekday('2016-11-01', 'fr')).toBe('mardi 1er novembre 2016');
    expect(dates.showPeriod('2016-10', 'ru')).toBe('Октябрь 2016 г.');
  });

  it('follows the Gregorian calendar in every language and century', () => {
    expect(dates.showDay('2016-10-04', 'th')).not.toContain('2559');
    expect(dates.showDay('2016-10-04', 'fa')).toBe(
      new Intl.DateTimeFormat('fa', {
        calendar: 'gregory',
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(Date.UTC(2016, 9, 4)),
    );
    expect(dates.showDay('1500-03-01', 'en-GB')).toBe('1 March 1500');
    expect(dates.showDay('0050-03-01', 'en-GB')).toBe('1 March 50');
  });
});

describe('the age of an article', () => {
  it('counts full years only, and grows on the day itself', () => {
    expect(yearsBetween('2016-10-04', '2018-10-03')).toBe(1);
    expect(yearsBetween('2016-10-04', '2018-10-04')).toBe(2);
    expect(yearsBetween('2016-02-29', '2017-02-28')).toBe(0);
    expect(yearsBetween('2016-02-29', '2017-03-01')).toBe(1);
  });

  it('is never negative for a date in the future', () => {
    expect(yearsBetween('2030-01-01', '2026-01-01')).toBe(0);
  });

  it('in days crosses changes of the clock without losing one', () => {
    expect(daysBetween('2016-03-26', '2016-03-28')).toBe(2);
    expect(daysBetween('2016-10-31', '2016-10-29')).toBe(-2);
    expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2);
  });
});
