/** Answers the calls of one recording from an emulator of its own, over HTTP, and compares the answers. */
import { startSheetsApi } from '../../emulator/sheets-api/server';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import { differencesOf } from '../recorded/differences';
import { DriveFiles, readOrigins } from './drive-files';
import { IdMap } from './id-map';
import type { CallRecording, RecordedCall } from './recordings';

/**
 * Of one replayed call. `contradictory` says yes where Google says no, or the reverse; `notEmulated` is refused with 501 by its
 * name; `differ` is any other difference.
 */
export type ReplayVerdict = 'equal' | 'differ' | 'contradictory' | 'notEmulated';

export interface ReplayedCall {
  /** Of the recorded calls, from 1. */
  number: number;
  call: RecordedCall;
  verdict: ReplayVerdict;
  /** Empty where the answers are equal. */
  differences: { path: string; recorded: unknown; now: unknown }[];
}

const SHEETS_HOST = 'sheets.googleapis.com';
/** Protected ranges name whoever made them; the recordings have one person, whom their answers name. */
const EDITOR = /"editors":\s*\{\s*"users":\s*\[\s*"([^"]+)"/;

/** Statuses for the caller's sign-in and rights, and for too many calls. */
const NOT_OF_THE_CALL = new Set([401, 403, 429]);

const parsedOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const verdictOf = (recorded: number, own: number, differs: boolean): ReplayVerdict => {
  if (own === 501 && recorded !== 501) return 'notEmulated';
  if (recorded < 400 !== own < 400) return 'contradictory';
  return differs ? 'differ' : 'equal';
};

export const replayCalls = async ({ calls }: CallRecording): Promise<ReplayedCall[]> => {
  const workbooks = openWorkbooks({ dataDir: null });
  const editor = calls.map(({ answer }) => EDITOR.exec(answer)?.[1]).find(Boolean);
  const api = await startSheetsApi({
    workbooks,
    checkAnswers: true,
    ...(editor && { emailOf: () => editor }),
  });
  const drive = new DriveFiles(workbooks, readOrigins(calls));
  const ids = new IdMap();
  const known = new Set<string>();

  /**
   * A spreadsheet that no recorded call made can be replayed only where Google has none either. What Google answers out of its load
   * or for want of rights says nothing of the spreadsheet.
   */
  const isReplayable = ({ url, method, status }: RecordedCall): boolean => {
    if (url.host !== SHEETS_HOST || NOT_OF_THE_CALL.has(status) || status >= 500) return false;
    const id = /^\/v4\/spreadsheets\/([^/:]+)/.exec(url.pathname)?.[1];
    if (id === undefined) return method === 'POST';
    if (drive.lost.has(id)) return false;
    return known.has(id) || workbooks.has(id) || status === 404;
  };

  const replay = async (call: RecordedCall, number: number): Promise<ReplayedCall> => {
    const { method, url, body } = call;
    const parsedBody = parsedOrText(body);
    const sent = typeof parsedBody === 'string' ? body : JSON.stringify(ids.own(parsedBody));
    const address = `${api.rootUrl.replace(/\/$/, '')}${ids.ownPath(url.pathname)}${url.search}`;
    const response = await fetch(address, {
      method,
      headers: { authorization: 'Bearer replay', 'content-type': 'application/json' },
      ...(sent !== '' && { body: sent }),
    });
    const recorded = parsedOrText(call.answer);
    const own = parsedOrText(await response.text());
    if (method === 'POST') ids.learn(recorded, own);
    const differences = [
      ...differencesOf(call.status, response.status, '(status)'),
      ...differencesOf(recorded, ids.recorded(own)),
    ];
    return {
      number,
      call,
      verdict: verdictOf(call.status, response.status, differences.length > 0),
      differences,
    };
  };

  const replayed: ReplayedCall[] = [];
  try {
    for (const [index, call] of calls.entries()) {
      if (call.url.host !== SHEETS_HOST) drive.apply(call);
      else if (isReplayable(call)) {
        const made = /^\/v4\/spreadsheets$/.test(call.url.pathname) && parsedOrText(call.answer);
        if (typeof made === 'object' && made !== null && 'spreadsheetId' in made)
          known.add(String(made.spreadsheetId));
        replayed.push(await replay(call, index + 1));
      }
    }
  } finally {
    await api.stop();
    workbooks.close();
  }
  return replayed;
};
