/**
 * Wall clocks of time zones. The reading of a wall clock is the instant at which a clock in UTC shows the same:
 * `wallClock(0, 'Asia/Tokyo')` is 09:00 on 1970-01-01 UTC. All times are in milliseconds.
 */
const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
const MAX_CACHED_OFFSETS = 20_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone and quarter of an hour: no zone changes its offset in between. */
const offsets = new Map<string, number>();

export function offsetAt(instant: number, zone: string): number {
  if (Number.isNaN(instant)) return Number.NaN;
  const key = `${zone} ${Math.floor(instant / QUARTER_HOUR)}`;
  const cached = offsets.get(key);
  if (cached !== undefined) return cached;
  if (offsets.size >= MAX_CACHED_OFFSETS) offsets.clear();
  const offset = computeOffset(Math.floor(instant / 1000) * 1000, zone);
  offsets.set(key, offset);
  return offset;
}

function computeOffset(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  const number = (name: string): number => Number(parts[name]);
  const year = parts.era === 'BC' ? 1 - number('year') : number('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, number('month') - 1, number('day'));
  wall.setUTCHours(number('hour'), number('minute'), number('second'));
  return wall.getTime() - instant;
}

export const wallClock = (instant: number, zone: string): number => instant + offsetAt(instant, zone);

/** For a reading that occurs twice, the earlier instant; for one that is skipped, counted with the offset before the gap. */
export function instantAt(wall: number, zone: string): number {
  const first = wall - offsetAt(wall - DAY, zone);
  if (wallClock(first, zone) === wall) return first;
  const second = wall - offsetAt(wall + DAY, zone);
  return wallClock(second, zone) === wall ? second : first;
}
