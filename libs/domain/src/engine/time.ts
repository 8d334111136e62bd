/** Instants are ISO 8601 UTC strings of fixed width, so text order is time order. The domain never reads a clock. */
export type Instant = string;

export const addSeconds = (at: Instant, seconds: number): Instant => new Date(Date.parse(at) + seconds * 1000).toISOString();
export const addDays = (at: Instant, days: number): Instant => addSeconds(at, days * 86_400);
/** Start of a calendar day in Japan (UTC+9, no daylight saving), for dates written on documents. */
export const startOfDay = (date: string): Instant => new Date(Date.parse(`${date}T00:00:00+09:00`)).toISOString();
/** First instant after the last day, so that an end date is inclusive. */
export const endOfDay = (date: string): Instant => addDays(startOfDay(date), 1);
