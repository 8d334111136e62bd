import type { Language } from './i18n.js';

/** Times are told in the time zone of the enclave, and say so, wherever the reader is. */
export const TIME_ZONE = 'Asia/Tokyo';
const ZONE_NAMES: Readonly<Record<Language, string>> = { ja: '日本時間', en: 'JST' };

export interface Formats {
  /** 2026年11月22日(日) / Sun 22 Nov 2026. Takes an instant or a plain day. */
  date(value: string): string;
  /** 2026年11月22日(日) 13:05（日本時間） / Sun 22 Nov 2026, 13:05 (JST). */
  dateTime(instant: string): string;
  number(value: number): string;
  /** 1.2 MB, in powers of 1,000 as storage is sold. */
  bytes(value: number): string;
  /** 3日前 / 3 days ago; for how long something has waited, never instead of the date. */
  ago(instant: string, now?: number): string;
}

const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const STEPS = [['day', 86_400], ['hour', 3600], ['minute', 60]] as const;

export function formatsOf(language: Language): Formats {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const dayParts: Intl.DateTimeFormatOptions = { year: 'numeric', month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' };
  const inZone = new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: TIME_ZONE });
  // A plain day has no time zone: read as UTC and written as UTC it stays the same day everywhere.
  const plain = new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: TIME_ZONE });
  const numbers = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const date = (value: string): string => (PLAIN_DAY.test(value) ? plain : inZone).format(new Date(value)).replace(/^(\w{3}), /, '$1 ');
  return {
    date,
    dateTime: (instant) => (language === 'ja' ? `${date(instant)} ${clock.format(new Date(instant))}（${ZONE_NAMES.ja}）` : `${date(instant)}, ${clock.format(new Date(instant))} (${ZONE_NAMES.en})`),
    number: (value) => numbers.format(value),
    bytes: (value) => {
      const power = Math.min(UNITS.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
      return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[power] ?? 'byte', unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(value / 1000 ** power);
    },
    ago: (instant, now = Date.now()) => {
      const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
      const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
      return relative.format(Math.trunc(seconds / size), unit);
    },
  };
}
