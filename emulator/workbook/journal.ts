/**
 * One spreadsheet on disk: a line of JSON for each change, with the resulting rows and settings, not the request. A line is
 * written before the change is answered; an incomplete last line, left by a killed process, is dropped when the file is
 * opened. A file that has grown too much is replaced by one with a single line.
 */
import { closeSync, fsyncSync, ftruncateSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { openPrivateFile } from '../data-folder/private-files';
import { suiteProblem } from '../problems/suite-problem';
import { tabChanges } from './changes';
import { isJournalRecord, type JournalRecord, type TabRecord } from './journal-record';
import type { Book, WorkbookRow, WorkbookTab } from './model';
import { decodeRow, rowEncoder, type SharedObjects } from './row-codec';

/** The file is rewritten when the changes since the last rewrite are larger than both this and the state itself. */
const REWRITE_BYTES = 8_000_000;

export interface WorkbookJournal {
  append(before: Book | undefined, after: Book): void;
  close(): void;
}

function recordOf(before: Book | undefined, after: Book): JournalRecord {
  const shared: SharedObjects = [];
  const encode = rowEncoder(shared);
  const tabs = tabChanges(before, after).flatMap(
    ({ sheetId, after: tab, settings, splice, rows }): TabRecord[] => {
      if (!tab) return [];
      const { rows: all, ...rest } = tab;
      const record: TabRecord = { sheetId };
      if (settings) record.settings = rest;
      if (splice) {
        const { at, removed, inserted } = splice;
        record.splice = [at, removed, all.slice(at, at + inserted).map(encode)];
      }
      if (rows.length > 0) record.rows = rows.map((index) => [index, encode(all[index] ?? [])]);
      return [record];
    },
  );
  const { tabs: _, ...book } = after;
  const sameBook =
    before && (Object.keys(book) as (keyof typeof book)[]).every((key) => before[key] === book[key]);
  return {
    ...(!sameBook && { book }),
    order: after.tabs.map(({ properties }) => properties.sheetId),
    tabs,
    shared,
  };
}

interface Replay {
  apply(record: JournalRecord): void;
  book(): Book | undefined;
}

/** Replays the records. Rows are changed in place, since nobody else uses them yet. */
function startReplay(): Replay {
  let head: Omit<Book, 'tabs'> | undefined;
  let tabs = new Map<number, WorkbookTab & { rows: WorkbookRow[] }>();
  return {
    apply({ book, order, tabs: changed, shared }) {
      head = book ?? head;
      for (const { sheetId, settings, splice, rows } of changed) {
        const current = tabs.get(sheetId);
        const base = settings ?? current;
        if (!base) throw new Error(`The journal changes tab ${sheetId}, which it never made.`);
        const tabRows = current?.rows ?? [];
        if (splice) {
          const [at, removed, encoded] = splice;
          const inserted = encoded.map((row) => decodeRow(row, shared));
          const after = tabRows.splice(at + removed);
          tabRows.length = at;
          for (const row of inserted) tabRows.push(row);
          for (const row of after) tabRows.push(row);
        }
        for (const [index, row] of rows ?? []) tabRows[index] = decodeRow(row, shared);
        tabs.set(sheetId, { ...base, rows: tabRows });
      }
      tabs = new Map(order.flatMap((sheetId) => entryOf(tabs, sheetId)));
    },
    book: () => head && { ...head, tabs: [...tabs.values()] },
  };
}

function entryOf<T>(tabs: ReadonlyMap<number, T>, sheetId: number): [number, T][] {
  const tab = tabs.get(sheetId);
  return tab === undefined ? [] : [[sheetId, tab]];
}

function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  return bytes.length;
}

/** Replaces the file, and returns the new length; null where it cannot be written. */
function writeFresh(path: string, text: string): number | null {
  const fresh = `${path}.tmp`;
  try {
    const file = openPrivateFile(fresh, 'w');
    try {
      const bytes = writeAll(file, text);
      fsyncSync(file);
      renameSync(fresh, path);
      return bytes;
    } catch (error) {
      ftruncateSync(file);
      throw error;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    console.error(`${path} was not written anew:`, error);
    return null;
  }
}

/** Throws DATA_DAMAGED for an invalid line. */
function replay(state: Replay, text: string, path: string, line: number): void {
  try {
    const record: unknown = JSON.parse(text);
    if (isJournalRecord(record)) {
      state.apply(record);
      return;
    }
  } catch {
    // Reported below like any other invalid line.
  }
  throw suiteProblem('DATA_DAMAGED', path, `Line ${line}`);
}

export function openWorkbookJournal(path: string): { journal: WorkbookJournal; book: Book | undefined } {
  let file = openPrivateFile(path, 'a+');
  const bytes = readFileSync(path);
  const completeBytes = bytes.lastIndexOf(10) + 1;
  if (completeBytes < bytes.length) ftruncateSync(file, completeBytes);
  const state = startReplay();
  for (let at = 0, line = 1; at < completeBytes; line++) {
    const end = bytes.indexOf(10, at);
    replay(state, bytes.toString('utf8', at, end), path, line);
    at = end + 1;
  }
  let stateBytes = bytes.indexOf(10) + 1;
  let changeBytes = completeBytes - stateBytes;

  /** Where there is no room for another file, the old one is kept, which already has the change. */
  function rewrite(book: Book): void {
    const bytes = writeFresh(path, `${JSON.stringify(recordOf(undefined, book))}\n`);
    // The rewrite is tried again when the file has doubled.
    stateBytes = bytes ?? stateBytes + changeBytes;
    changeBytes = 0;
    if (bytes === null) return;
    closeSync(file);
    file = openPrivateFile(path, 'a');
  }

  const journal: WorkbookJournal = {
    append(before, after) {
      try {
        changeBytes += writeAll(file, `${JSON.stringify(recordOf(before, after))}\n`);
      } catch (error) {
        // The disk may be full; the next line must not follow half a line.
        ftruncateSync(file, stateBytes + changeBytes);
        throw error;
      }
      if (changeBytes > Math.max(REWRITE_BYTES, stateBytes)) rewrite(after);
    },
    close: () => closeSync(file),
  };
  return { journal, book: state.book() };
}
