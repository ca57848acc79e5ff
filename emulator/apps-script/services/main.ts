/** Runs inside an execution's bare context: puts Google's services there and calls the function that was asked for. */
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

/** JSON of an Outcome. Evaluates the script's own code by `load` first, so that its errors are told like any other. */
export function run(start: ExecutionStart, load: () => void): string {
  let outcome: ExecutionOutcome;
  try {
    load();
    const called: unknown = Reflect.get(globalThis, start.functionName);
    if (typeof called !== 'function')
      throw scriptException(`Script function not found: ${start.functionName}`);
    const args = start.event ? [eventOf(start.event)] : JSON.parse(start.args ?? '[]');
    outcome = { result: serializeResult(Reflect.apply(called, undefined, args)) };
  } catch (error) {
    outcome = { failure: failureOf(error) };
  }
  return JSON.stringify(outcome);
}

/** A page gets null instead of a value that holds what cannot cross: a date, a function, a service's object. */
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

/** An error of the compiler's is not this context's own, so it is known by its looks. */
function failureOf(error: unknown): ScriptFailure {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { name: 'Error', message: String(error), stack: '' };
  }
  const { name, message, stack } = error as Partial<Error>;
  return { name: String(name), message: String(message), stack: String(stack ?? '') };
}

/** Of every class of Google's, which members are emulated. */
export const emulatedMembers = (): string => JSON.stringify(emulatedMemberNames);
