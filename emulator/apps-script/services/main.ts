/** Runs inside an execution's bare context: installs Google's services and calls the script's function. */
import type { ExecutionOutcome, ExecutionStart, HostBridge, ScriptFailure } from '../protocol';
import { makeConsole, makeLogger } from './console';
import { emulatedMemberNames } from './emulated';
import { eventOf } from './event';
import { connectHost, scriptException } from './host-bridge';
import { makeHtmlService } from './html-service';
import { makeLockService } from './lock-service';
import { connectFactories } from './object-factories';
import { makeCacheService, makePropertiesService } from './properties-and-cache';
import { makeRange } from './range';
import { makeRangeList } from './range-list';
import { makeScriptApp } from './script-app';
import { installScriptDate } from './script-date';
import { makeSession } from './session';
import { makeSheet } from './sheet';
import { makeSpreadsheet } from './spreadsheet';
import { makeSpreadsheetApp } from './spreadsheet-app';
import { makeUrlFetchApp } from './url-fetch-app';
import { makeUtilities } from './utilities';

export function install(start: ExecutionStart, bridge: HostBridge): void {
  connectHost(bridge);
  connectFactories({
    spreadsheet: makeSpreadsheet,
    sheet: makeSheet,
    range: makeRange,
    rangeList: makeRangeList,
  });
  installScriptDate(globalThis, start.clockOffset, start.timeZone);
  Object.assign(globalThis, {
    console: makeConsole(),
    Logger: makeLogger(),
    SpreadsheetApp: makeSpreadsheetApp(start.spreadsheetId),
    HtmlService: makeHtmlService(),
    UrlFetchApp: makeUrlFetchApp(),
    PropertiesService: makePropertiesService(),
    CacheService: makeCacheService(),
    LockService: makeLockService(),
    ScriptApp: makeScriptApp(start.scriptId, start.timeZone),
    Session: makeSession(start.timeZone),
    Utilities: makeUtilities(),
  });
}

/** Returns the JSON of an ExecutionOutcome. `load` evaluates the script's code, so that its errors are failures of the execution, too. */
export function run(start: ExecutionStart, load: () => void): string {
  let outcome: ExecutionOutcome;
  try {
    load();
    const scriptFunction: unknown = Reflect.get(globalThis, start.functionName);
    if (typeof scriptFunction !== 'function')
      throw scriptException(`Script function not found: ${start.functionName}`);
    const args = start.event ? [eventOf(start.event)] : JSON.parse(start.args ?? '[]');
    outcome = { result: serializeResult(Reflect.apply(scriptFunction, undefined, args)) };
  } catch (error) {
    outcome = { failure: failureOf(error) };
  }
  return JSON.stringify(outcome);
}

/** Null instead of a value with a part that cannot be sent: a date, a function, an object of a service. */
function serializeResult(value: unknown): string {
  return isSerializable(value) ? (JSON.stringify(value) ?? 'null') : 'null';
}

function isSerializable(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSerializable);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isSerializable);
}

/** Errors are recognized by their properties, for a compiler's error is no instance of this context's Error. */
function failureOf(error: unknown): ScriptFailure {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { name: 'Error', message: String(error), stack: '' };
  }
  const { name, message, stack } = error as Partial<Error>;
  return { name: String(name), message: String(message), stack: String(stack ?? '') };
}

/** JSON: the emulated members by Google's class. */
export const emulatedMembers = (): string => JSON.stringify(emulatedMemberNames);
