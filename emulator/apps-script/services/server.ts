/** The way from a service to the host and back: a call returns when the host has answered. */
import type { Answer, Bridge, CallName, CellValue, Server } from '../protocol';

let bridge: Bridge;

export function connect(given: Bridge): void {
  bridge = given;
}

/** As Google's services throw. */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}

export function call<Name extends CallName>(
  name: Name,
  ...args: Parameters<Server[Name]>
): ReturnType<Server[Name]> {
  const answer: Answer = JSON.parse(bridge.call(name, JSON.stringify(args)));
  if ('error' in answer) throw exception(answer.error);
  return answer.value as ReturnType<Server[Name]>;
}

export const log = (level: string, text: string): void => bridge.log(level, text);

/** Dates are made here, so that they are the script's own. */
export const toScript = (value: CellValue): unknown =>
  typeof value === 'object' ? new Date(value.date) : value;

export function toServer(value: unknown): CellValue {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has no word for these; Google shows them as errors.
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  return String(value);
}
