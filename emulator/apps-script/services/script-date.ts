/** The script's `Date`: it is now by the suite's clock, and local time is that of the manifest's zone instead of this machine's. */
import { instantAt, offsetAt, wallClock } from '../time-zone';

const PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WITH_ZONE = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$/i;
const DAY_ONLY = /^[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?$/;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

const dateText = (date: Date): string =>
  `${DAYS[date.getDay()]} ${MONTHS[date.getMonth()]} ${pad(date.getDate())} ${pad(date.getFullYear(), 4)}`;

const timeText = (date: Date): string => {
  const minutes = -date.getTimezoneOffset();
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}${pad(Math.abs(minutes) % 60)}`;
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())} GMT${offset}`;
};

/** Methods that word a valid date; they read it by the methods that tell the zone's time. */
const TEXT_METHODS: Readonly<Record<string, (date: Date) => string>> = {
  toDateString: dateText,
  toTimeString: timeText,
  toString: (date: Date) => `${dateText(date)} ${timeText(date)}`,
};

export function installScriptDate(scope: { Date: DateConstructor }, clockOffset: number, zone: string): void {
  const Real = scope.Date;
  const now = (): number => Real.now() + clockOffset;

  function parse(text: string): number {
    const trimmed = text.trim();
    if (WITH_ZONE.test(trimmed) || DAY_ONLY.test(trimmed)) return Real.parse(trimmed);
    const wall = Real.parse(/^\d{4}-\d\d-\d\dT/.test(trimmed) ? `${trimmed}Z` : `${trimmed} UTC`);
    return instantAt(wall, zone);
  }

  function fromParts(parts: number[]): number {
    const [year = Number.NaN, month = 0, ...rest] = parts;
    return instantAt(Real.UTC(year, month, ...rest), zone);
  }

  const define = (name: string, value: (this: Date, ...args: number[]) => unknown): void => {
    Object.defineProperty(Real.prototype, name, { value, writable: true, configurable: true });
  };
  const wall = (date: Date): Date => new Real(wallClock(date.getTime(), zone));
  for (const part of PARTS) {
    define(`get${part}`, function () {
      return wall(this)[`getUTC${part}`]();
    });
    define(`set${part}`, function (...args) {
      const changed = wall(this);
      Reflect.apply(changed[`setUTC${part}`], changed, args);
      return this.setTime(instantAt(changed.getTime(), zone));
    });
  }
  define('getDay', function () {
    return wall(this).getUTCDay();
  });
  define('getTimezoneOffset', function () {
    return -offsetAt(this.getTime(), zone) / 60_000;
  });
  for (const [name, textOf] of Object.entries(TEXT_METHODS)) {
    define(name, function () {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : textOf(this);
    });
  }

  scope.Date = new Proxy(Real, {
    construct(target, args, newTarget) {
      const [first] = args;
      if (args.length === 0) return Reflect.construct(target, [now()], newTarget);
      if (args.length > 1) return Reflect.construct(target, [fromParts(args.map(Number))], newTarget);
      return Reflect.construct(target, [typeof first === 'string' ? parse(first) : first], newTarget);
    },
    apply: () => new Real(now()).toString(),
    get(target, name) {
      if (name === 'now') return now;
      if (name === 'parse') return parse;
      return Reflect.get(target, name);
    },
  });
}
