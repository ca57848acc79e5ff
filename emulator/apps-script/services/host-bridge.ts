/** Calls of the services to the host: each returns when the host has answered. */

import type { CallName, HostApi, HostReply } from '../host-api';
import type { HostBridge, ScriptCellValue } from '../protocol';

let hostBridge: HostBridge;

export function connectHost(bridge: HostBridge): void {
  hostBridge = bridge;
}

/** The kind of error that Google's services throw. */
export function scriptException(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}

export function callHost<Name extends CallName>(
  name: Name,
  ...args: Parameters<HostApi[Name]>
): ReturnType<HostApi[Name]> {
  const answer: HostReply = JSON.parse(hostBridge.call(name, JSON.stringify(args)));
  if ('error' in answer) throw scriptException(answer.error);
  return answer.value as ReturnType<HostApi[Name]>;
}

export const log = (level: string, text: string): void => hostBridge.log(level, text);

/** Dates are created in this context, so that `instanceof Date` holds in the script. */
export const toScriptValue = (value: ScriptCellValue): unknown =>
  typeof value === 'object' ? new Date(value.date) : value;

export function toHost(value: unknown): ScriptCellValue {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has no form for these; Google shows them as errors.
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  return String(value);
}
