/** The instant's local date and time in that time zone, to the minute. */
export const zonedMinute = (zone: string, instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
};

/** The instant's calendar date in that time zone. */
export const zonedDay = (zone: string, instant: string): string => zonedMinute(zone, instant).slice(0, 10);
