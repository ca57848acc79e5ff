/** Reads instants as programs write them; which day an instant is depends on the time zone. */

const INSTANT =
  /^(\d{4})[-/](\d\d?)[-/](\d\d?)[t ]+(\d\d?:\d\d)(:\d\d)?(?:[.,]\d+)? ?(z|utc|gmt|jst|[-+]\d\d(?::?\d\d)?)$/;

const offsetOf = (zone: string): string => {
  if (/^[zug]/.test(zone)) return 'Z';
  if (zone === 'jst') return '+09:00';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
};

/** ISO 8601 in UTC; null where the text is no existing instant. `text` comes from `plainText`. */
export const instantOf = (text: string): string | null => {
  const [, year = '', month = '', day = '', time = '', seconds = ':00', zone = ''] = INSTANT.exec(text) ?? [];
  if (zone === '') return null;
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const instant = Date.parse(`${date}T${time.padStart(5, '0')}${seconds}${offsetOf(zone)}`);
  const isDay = new Date(`${date}T00:00:00Z`).getUTCDate() === Number(day);
  return Number.isNaN(instant) || !isDay ? null : new Date(instant).toISOString();
};
