/** `console` and `Logger`: lines of the execution's log. */
import { asGoogle, type Emulates, emulates } from './emulated';
import { log } from './host-bridge';

type GoogleLogger = GoogleAppsScript.Base.Logger;

function logText(value: unknown): string {
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

/** `%s` and the like are replaced by the following values; the remaining values are appended. */
function formatLogLine(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(logText).join(' ');
  const text = first.replace(/%[sdifoj]/g, (mark) => (rest.length > 0 ? logText(rest.shift()) : mark));
  return [text, ...rest.map(logText)].join(' ');
}

class LocalConsole implements Emulates<LocalConsole, Console> {
  private readonly started: Record<string, number> = {};

  log(...values: unknown[]): void {
    log('DEBUG', formatLogLine(values));
  }
  info(...values: unknown[]): void {
    log('INFO', formatLogLine(values));
  }
  warn(...values: unknown[]): void {
    log('WARNING', formatLogLine(values));
  }
  error(...values: unknown[]): void {
    log('ERROR', formatLogLine(values));
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
    const text = formatLogLine(values);
    this.lines.push(text);
    log('INFO', text);
    return asGoogle<GoogleLogger>(this);
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

export const makeConsole = (): Console => asGoogle<Console>(new LocalConsole());
export const makeLogger = (): GoogleLogger => asGoogle<GoogleLogger>(new LocalLogger());
