/**
 * One spreadsheet on disk: a line of JSON for each change, holding the resulting rows and settings, not the
 * request. A line is written before the change is answered; a torn last line (a kill in the middle of a
 * write) is dropped when the file is opened. Now and then the file is rewritten as one line, by rename.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { tabChanges } from './changes';
import type { Book, WorkbookRow, WorkbookTab } from './model';
import { type CodedRow, decodeRow, rowEncoder, type SharedObjects } from './row-codec';

interface TabRecord {
  sheetId: number;
  settings?: Omit<WorkbookTab, 'rows'>;
  /** [at, how many go, what comes]. */
  splice?: [number, number, CodedRow[]];
  rows?: [number, CodedRow][];
}

interface JournalRecord {
  /** What is not in the tabs, when that changed. */
  book?: Omit<Book, 'tabs'>;
  /** Sheet IDs in the order of the tab strip. */
  order: number[];
  tabs: TabRecord[];
  shared: SharedObjects;
}

/** Rewritten when the changes since the last rewrite outgrow both this and the state itself. */
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

/** Reads lines into rows that it changes in place: nobody else holds them yet. */
function startReplay(): { apply(record: JournalRecord): void; book(): Book | undefined } {
  let head: Omit<Book, 'tabs'> | undefined;
  let tabs = new Map<number, WorkbookTab & { rows: WorkbookRow[] }>();
  return {
    apply({ book, order, tabs: changed, shared }) {
      head = book ?? head;
      for (const { sheetId, settings, splice, rows } of changed) {
        const was = tabs.get(sheetId);
        const base = settings ?? was;
        if (!base) throw new Error(`The journal changes tab ${sheetId}, which it never made.`);
        const kept = was?.rows ?? [];
        if (splice) {
          const coming = splice[2].map((row) => decodeRow(row, shared));
          const after = kept.splice(splice[0] + splice[1]);
          kept.length = splice[0];
          for (const row of coming) kept.push(row);
          for (const row of after) kept.push(row);
        }
        for (const [index, row] of rows ?? []) kept[index] = decodeRow(row, shared);
        tabs.set(sheetId, { ...base, rows: kept });
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

export function openWorkbookJournal(path: string): { journal: WorkbookJournal; book: Book | undefined } {
  let file = openSync(path, 'a+');
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(10) + 1;
  if (whole < bytes.length) ftruncateSync(file, whole);
  const state = startReplay();
  for (let at = 0; at < whole; ) {
    const end = bytes.indexOf(10, at);
    state.apply(JSON.parse(bytes.toString('utf8', at, end)) as JournalRecord);
    at = end + 1;
  }
  let stateBytes = bytes.indexOf(10) + 1;
  let changeBytes = whole - stateBytes;

  function rewrite(book: Book): void {
    const next = openSync(`${path}.tmp`, 'w');
    stateBytes = writeAll(next, `${JSON.stringify(recordOf(undefined, book))}\n`);
    changeBytes = 0;
    fsyncSync(next);
    closeSync(next);
    renameSync(`${path}.tmp`, path);
    closeSync(file);
    file = openSync(path, 'a');
  }

  const journal: WorkbookJournal = {
    append(before, after) {
      try {
        changeBytes += writeAll(file, `${JSON.stringify(recordOf(before, after))}\n`);
      } catch (error) {
        // A full disk: the next line must not follow half a line.
        ftruncateSync(file, stateBytes + changeBytes);
        throw error;
      }
      if (changeBytes > Math.max(REWRITE_BYTES, stateBytes)) rewrite(after);
    },
    close: () => closeSync(file),
  };
  return { journal, book: state.book() };
}
