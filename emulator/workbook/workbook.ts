/**
 * The spreadsheets of the local suite, in memory and on disk: one store for the Sheets API, Apps Script and the page. Every
 * call is synchronous, and either succeeds completely or throws a SpreadsheetRefusal and changes nothing.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { makePrivateFolder } from '../data-folder/private-files';
import { calculateFormulas } from './calculate';
import { type TabChange, tabChanges } from './changes';
import { checkCellCount, draftSpreadsheet, type SpreadsheetDraft } from './draft';
import { openWorkbookJournal, type WorkbookJournal } from './journal';
import { type Book, type BookProperties, blankTab, type UpdateReply, type UpdateRequest } from './model';
import { invalidRequest, notFound } from './refusal';
import { applyRequest } from './requests/apply-request';

/** Who makes a change: a program through the API, a script, or a person at the page. */
export type ChangeAuthor = 'api' | 'script' | 'user';

export interface SpreadsheetChange {
  spreadsheetId: string;
  author: ChangeAuthor;
  /** Undefined when the spreadsheet is new. */
  before?: Book;
  after: Book;
  tabs: readonly TabChange[];
}

export interface WorkbooksOptions {
  /** Null keeps everything in memory only. */
  dataDir: string | null;
  /** Locale of new spreadsheets; by default `ja_JP`. */
  locale?: string;
  /** Time zone of new spreadsheets; by default `Asia/Tokyo`. */
  timeZone?: string;
  /** A positive 31-bit number; by default random. */
  newId?: () => number;
}

export type NewTab = sheets_v4.Schema$SheetProperties & { title: string };

export interface Workbooks {
  /** Without tabs it gets one, "Sheet1" with ID 0. Throws when the ID is taken. */
  create(
    spreadsheetId: string | undefined,
    properties: Partial<BookProperties>,
    tabs?: readonly NewTab[],
  ): Book;
  /** The present state, as an object that never changes. Throws a SpreadsheetRefusal with code 404 when there is none. */
  get(spreadsheetId: string): Book;
  has(spreadsheetId: string): boolean;
  ids(): string[];
  /** Applies all requests or none. Ranges that it protects name `email` among their editors. */
  batchUpdate(
    spreadsheetId: string,
    requests: readonly UpdateRequest[],
    author: ChangeAuthor,
    email?: string,
  ): UpdateReply[];
  /** Applies what `act` does to the draft (such as `writeValues` of values.ts) completely or not at all. */
  change<T>(spreadsheetId: string, author: ChangeAuthor, act: (draft: SpreadsheetDraft) => T): T;
  /** Called after the change is on disk, before its author gets the answer. Returns the function that stops it. */
  onChange(listener: (change: SpreadsheetChange) => void): () => void;
  close(): void;
}

const JOURNAL_SUFFIX = '.jsonl';

/** Throws a SpreadsheetRefusal for tabs that share an ID or a title, and for too many cells. */
function newBook(
  spreadsheetId: string,
  properties: Partial<BookProperties> & Pick<BookProperties, 'locale' | 'timeZone'>,
  tabs: readonly NewTab[],
  newId: () => number,
): Book {
  const newTabs = tabs.length > 0 ? tabs : [{ title: 'Sheet1', sheetId: 0 }];
  const book: Book = {
    spreadsheetId,
    properties: { title: 'Untitled spreadsheet', ...properties },
    tabs: newTabs.map((tab) => blankTab({ ...tab, sheetId: tab.sheetId ?? newId() })),
    namedRanges: [],
    developerMetadata: [],
  };
  for (const key of ['sheetId', 'title'] as const)
    if (new Set(book.tabs.map((tab) => tab.properties[key])).size < book.tabs.length)
      throw invalidRequest(`Two sheets have the same ${key}.`);
  checkCellCount(book);
  return book;
}

export function openWorkbooks(options: WorkbooksOptions): Workbooks {
  const { dataDir, locale = 'ja_JP', timeZone = 'Asia/Tokyo' } = options;
  const newId = options.newId ?? (() => randomInt(1, 2 ** 31));
  const books = new Map<string, Book>();
  const journals = new Map<string, WorkbookJournal>();
  const listeners = new Set<(change: SpreadsheetChange) => void>();

  function open(spreadsheetId: string): void {
    if (dataDir === null) return;
    const { journal, book } = openWorkbookJournal(
      join(dataDir, encodeURIComponent(spreadsheetId) + JOURNAL_SUFFIX),
    );
    journals.set(spreadsheetId, journal);
    if (book) books.set(spreadsheetId, book);
  }

  if (dataDir !== null) {
    makePrivateFolder(dataDir);
    for (const name of readdirSync(dataDir)) {
      if (name.endsWith(JOURNAL_SUFFIX)) open(decodeURIComponent(name.slice(0, -JOURNAL_SUFFIX.length)));
    }
  }

  function get(spreadsheetId: string): Book {
    const book = books.get(spreadsheetId);
    if (!book) throw notFound();
    return book;
  }

  function commit(before: Book | undefined, after: Book, author: ChangeAuthor): void {
    const { spreadsheetId } = after;
    journals.get(spreadsheetId)?.append(before, after);
    books.set(spreadsheetId, after);
    const tabs = tabChanges(before, after);
    for (const listener of listeners)
      listener({ spreadsheetId, author, ...(before && { before }), after, tabs });
  }

  function change<T>(spreadsheetId: string, author: ChangeAuthor, act: (draft: SpreadsheetDraft) => T): T {
    const before = get(spreadsheetId);
    const draft = draftSpreadsheet(before, newId);
    const result = act(draft);
    calculateFormulas(draft);
    commit(before, draft.book, author);
    return result;
  }

  return {
    create(spreadsheetId = randomBytes(33).toString('base64url'), properties, tabs = []) {
      if (books.has(spreadsheetId)) throw new Error(`Spreadsheet ${spreadsheetId} exists already.`);
      const book = newBook(spreadsheetId, { locale, timeZone, ...properties }, tabs, newId);
      open(spreadsheetId);
      commit(undefined, book, 'api');
      return book;
    },
    get,
    has: (spreadsheetId) => books.has(spreadsheetId),
    ids: () => [...books.keys()],
    batchUpdate(spreadsheetId, requests, author, email) {
      if (requests.length === 0) throw invalidRequest('Must specify at least one request.');
      return change(spreadsheetId, author, (draft) =>
        requests.map((request, index) => applyRequest(draft, request, index, email)),
      );
    },
    change,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const journal of journals.values()) journal.close();
      journals.clear();
      books.clear();
      listeners.clear();
    },
  };
}
