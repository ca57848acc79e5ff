/** `console` and `Logger`: lines of the execution's log. */
import { type Emulates, emulates, google } from './emulated';
import { log } from './server';

type GoogleLogger = GoogleAppsScript.Base.Logger;

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }
  return String(value);
}

/** `%s` and `%d` take the values that follow; the rest is put behind. */
function formatted(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(shown).join(' ');
  const text = first.replace(/%[sdifoj]/g, (mark) => (rest.length > 0 ? shown(rest.shift()) : mark));
  return [text, ...rest.map(shown)].join(' ');
}

class LocalConsole implements Emulates<LocalConsole, Console> {
  private readonly started: Record<string, number> = {};

  log(...values: unknown[]): void {
    log('DEBUG', formatted(values));
  }
  info(...values: unknown[]): void {
    log('INFO', formatted(values));
  }
  warn(...values: unknown[]): void {
    log('WARNING', formatted(values));
  }
  error(...values: unknown[]): void {
    log('ERROR', formatted(values));
  }
  time(label: string): void {
    this.started[label] = Date.now();
  }
  timeEnd(label: string): void {
    const started = this.started[label];
    if (started !== undefined) log('DEBUG', `${label}: ${Date.now() - started}ms`);
  }
}

class LocalLogger implements Emulates<LocalLogger, GoogleLogger> {
  private lines: string[] = [];

  log(...values: unknown[]): GoogleLogger {
    const text = formatted(values);
    this.lines.push(text);
    log('INFO', text);
    return google<GoogleLogger>(this);
  }
  getLog(): string {
    return this.lines.join('\n');
  }
  clear(): void {
    this.lines = [];
  }
}

emulates('Console', LocalConsole);
emulates('Logger', LocalLogger);

export const makeConsole = (): Console => google<Console>(new LocalConsole());
export const makeLogger = (): GoogleLogger => google<GoogleLogger>(new LocalLogger());
