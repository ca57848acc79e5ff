/** Reads a calendar as RFC 5545 says: unfolds its lines and takes its values apart. Throws where it is none. */

interface ReadCalendar {
  /** By name with its parameters. */
  calendar: Record<string, string>;
  events: Record<string, string>[];
}

const TEXTS = ['SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME', 'NAME'];

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

export const readCalendarFile = (file: string): ReadCalendar => {
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .replace(/\r\n$/, '')
    .split('\r\n');
  const read: ReadCalendar = { calendar: {}, events: [] };
  const open: string[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z0-9-]+(?:;[^:]*)?):(.*)$/s.exec(line) ?? [];
    if (name === '' || /[\r\n]/.test(line)) throw new Error(`No line of a calendar: ${JSON.stringify(line)}`);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') read.events.push({});
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends where it has not begun`);
    } else {
      const into = open.at(-1) === 'VEVENT' ? read.events.at(-1) : read.calendar;
      // All that is said of the calendar stands before its events.
      if (into === undefined || open.length === 0 || (into === read.calendar && read.events.length > 0))
        throw new Error(`Outside of the calendar: ${line}`);
      if (name in into) throw new Error(`Twice: ${name}`);
      into[name] = TEXTS.includes(name) ? unescaped(value) : value;
    }
  }
  if (open.length > 0 || lines[0] !== 'BEGIN:VCALENDAR') throw new Error('It has no end or no begin');
  return read;
};
