/** The windows that are open, and what each may ask for: edits, structure, menus, answers, calls from dialogs. */
import type { ScriptUi } from '../apps-script/screen-state';
import type { ScriptHost } from '../apps-script/script-host';
import { openSheetSession, ScriptError, type SheetSession } from '../apps-script/session';
import { formatRect } from '../workbook/a1';
import { rectOf } from '../workbook/grid-range';
import type { WorkbookTab } from '../workbook/model';
import { SpreadsheetRefusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import { type BrowserWindow, openBrowserWindow } from './browser-window';
import { findPerson } from './people';
import type { CellBlock, PageEvent, PageRequests, SheetUpdate } from './protocol';
import { googleMessageText, PageRefusal } from './refusals';
import { openSheetFeed, type SheetFeed } from './sheet-feed';
import { makeStyleTable } from './styles';
import { distinctValues } from './tab-view';

export interface PageSessionsDeps {
  workbooks: Workbooks;
  script: ScriptHost;
  registerId: string;
  /** Has no script. */
  queueId: string;
  /** How long a window whose line is cut is kept, in milliseconds. */
  graceMs: number;
  /** What a page is greeted with, whoever it is. */
  greeting: () => Pick<Extract<PageEvent, { kind: 'welcome' }>, 'people' | 'books' | 'clock'>;
}

export interface WindowOpening {
  id: string;
  /** Key or address of the person. */
  as: string;
  language: 'ja' | 'en';
  phone: boolean;
}

export interface PageSessions {
  open(opening: WindowOpening, listen: (window: BrowserWindow, welcome: PageEvent) => void): void;
  snapshot(book: string): SheetUpdate;
  request<K extends keyof PageRequests>(windowId: string, name: K, asked: PageRequests[K]): Promise<unknown>;
  broadcast(told: PageEvent): void;
  stop(): void;
}

const MAX_WINDOWS = 100;

export function openPageSessions(parts: PageSessionsDeps): PageSessions {
  const { workbooks, script, registerId, queueId, graceMs } = parts;
  const styles = makeStyleTable();
  const windows = new Map<string, BrowserWindow>();
  const goodbyes = new Map<string, NodeJS.Timeout>();
  const tellAll = (told: PageEvent): void => {
    for (const window of windows.values()) window.tell(told);
  };
  const feeds = new Map<string, SheetFeed>(
    [registerId, queueId].map((book) => [
      book,
      openSheetFeed(workbooks, book, styles, (update) => tellAll({ kind: 'sheet', update })),
    ]),
  );

  function feedOf(book: string): SheetFeed {
    const feed = feeds.get(book);
    if (!feed) throw new PageRefusal('NOT_FOUND');
    return feed;
  }

  function close(id: string): void {
    clearTimeout(goodbyes.get(id));
    goodbyes.delete(id);
    windows.get(id)?.end();
    windows.delete(id);
  }

  function waitFor(id: string, silent: boolean): void {
    clearTimeout(goodbyes.get(id));
    goodbyes.delete(id);
    if (silent) goodbyes.set(id, setTimeout(close, graceMs, id).unref());
  }

  function newWindow({ id, as, language, phone }: WindowOpening): BrowserWindow {
    const person = findPerson(as);
    if (!person)
      throw new PageRefusal('BAD_REQUEST', {
        ja: `「${as}」という人はいません。`,
        en: `There is nobody "${as}".`,
      });
    const who = { email: person.email, locale: language, phone };
    const withoutScript = {
      workbooks,
      spreadsheetId: queueId,
      call: () => Promise.reject(new Error('This spreadsheet has no script.')),
      fire: async () => [],
    };
    return openBrowserWindow({
      id,
      person: { ...person, language, phone },
      openSessions: (view: ScriptUi) =>
        new Map<string, SheetSession>([
          [registerId, script.openAs(who, view)],
          [queueId, openSheetSession(withoutScript, who, {})],
        ]),
      onSilence: (silent) => waitFor(id, silent),
    });
  }

  function open(opening: WindowOpening, listen: (window: BrowserWindow, welcome: PageEvent) => void): void {
    const known = windows.get(opening.id);
    if (!known && windows.size >= MAX_WINDOWS) throw new PageRefusal('TOO_LARGE');
    const window = known ?? newWindow(opening);
    windows.set(opening.id, window);
    const { person, menus } = window;
    listen(window, { kind: 'welcome', fresh: !known, person, menus, ...parts.greeting() });
    if (known) return;
    const register = window.sessions.get(registerId);
    register?.open().then(
      (executions) => window.tellEnded(executions, null),
      (error: unknown) => sendFailure(window, null, 'onOpen', error),
    );
  }

  function tabOf(book: string, sheetId: number): WorkbookTab {
    const tab = workbooks.get(book).tabs.find(({ properties }) => properties.sheetId === sheetId);
    if (!tab) throw new PageRefusal('MOVED');
    return tab;
  }

  const acts: {
    [K in keyof PageRequests]: (
      window: BrowserWindow,
      session: SheetSession,
      asked: PageRequests[K],
    ) => unknown;
  } = {
    async edit(window, session, { book, revision, how, blocks }) {
      const feed = feedOf(book);
      try {
        if (feed.hasMovedSince(revision)) throw new PageRefusal('MOVED');
        for (const block of blocks) {
          const edited = session.edit(a1Of(tabOf(book, block.sheetId), block), block.values, how);
          await rejectIfRefusedAtOnce(edited);
          reportFailedTriggers(window, edited, 'onEdit');
        }
      } finally {
        // Whatever became of it, what the person sees becomes what is.
        for (const { sheetId, top, values } of blocks) {
          const update = feed.repeat(
            sheetId,
            values.map((_, index) => top + index),
          );
          window.tell({ kind: 'sheet', update });
        }
      }
    },
    async change(window, session, { book, revision, requests }) {
      const feed = feedOf(book);
      if (feed.hasMovedSince(revision)) throw new PageRefusal('MOVED');
      if (requests.some(({ sortRange, moveDimension }) => sortRange ?? moveDimension)) feed.moving();
      const changed = session.change(requests);
      await rejectIfRefusedAtOnce(changed);
      reportFailedTriggers(window, changed, 'onChange');
    },
    async filter(window, session, { book, sheetId, column, shown }) {
      const tab = tabOf(book, sheetId);
      if (!tab.basicFilter) throw new PageRefusal('MOVED');
      const offered = distinctValues(workbooks.get(book), tab, column);
      const criteria = { ...tab.basicFilter.criteria };
      delete criteria[String(column)];
      if (shown) {
        const kept = new Set(shown);
        const before = tab.basicFilter.criteria?.[String(column)]?.hiddenValues ?? [];
        const hiddenValues = [
          ...before.filter((value) => !offered.includes(value) && !kept.has(value)),
          ...offered.filter((value) => !kept.has(value)),
        ];
        if (hiddenValues.length > 0) criteria[String(column)] = { hiddenValues };
      }
      const filterSpecs = tab.basicFilter.filterSpecs?.filter(({ columnIndex }) => columnIndex !== column);
      const filter = { ...tab.basicFilter, criteria, ...(filterSpecs && { filterSpecs }) };
      const changed = session.change([{ setBasicFilter: { filter } }]);
      await rejectIfRefusedAtOnce(changed);
      reportFailedTriggers(window, changed, 'onChange');
    },
    select(_, session, { book, sheetId, rects }) {
      const tab = tabOf(book, sheetId);
      session.select(...rects.map((rect) => formatRect(tab, clipToGrid(tab, rect))));
    },
    choose(window, session, { call, captions }) {
      session.choose(...captions).then(
        (execution) => window.tellEnded([execution], call),
        (error: unknown) => sendFailure(window, call, captions.join(' > '), error),
      );
    },
    run(window, session, { call, functionName, args }) {
      session.run(functionName, args).then(
        (result) => window.tell({ kind: 'ended', call, functionName, result, error: null }),
        (error: unknown) => sendFailure(window, call, functionName, error),
      );
    },
    answer(window, _, { id, button, text }) {
      return { waited: window.answer(id, { button, text }) };
    },
  };

  return {
    open,
    snapshot: (book) => feedOf(book).snapshot(),
    async request(windowId, name, asked) {
      const window = windows.get(windowId);
      if (!window) throw new PageRefusal('NO_WINDOW');
      const session = window.sessions.get('book' in asked ? asked.book : registerId);
      if (!session) throw new PageRefusal('NOT_FOUND');
      try {
        return (await acts[name](window, session, asked)) ?? {};
      } catch (error) {
        if (error instanceof SpreadsheetRefusal)
          throw new PageRefusal('REFUSED', googleMessageText(error.message));
        throw error;
      }
    },
    broadcast: tellAll,
    stop() {
      for (const id of [...windows.keys()]) close(id);
      for (const feed of feeds.values()) feed.stop();
    },
  };
}

const clipToGrid = (tab: WorkbookTab, rect: { top: number; left: number; bottom: number; right: number }) =>
  rectOf(tab, {
    startRowIndex: rect.top,
    startColumnIndex: rect.left,
    endRowIndex: rect.bottom,
    endColumnIndex: rect.right,
  });

function a1Of(tab: WorkbookTab, { top, left, values }: CellBlock): string {
  const right = left + Math.max(...values.map((row) => row.length));
  return formatRect(tab, { top, left, bottom: top + values.length, right });
}

/**
 * A session refuses before it waits for anything, and what comes later is the triggers': rejects with the refusal, else
 * resolves while they still run.
 */
async function rejectIfRefusedAtOnce(work: Promise<unknown>): Promise<void> {
  let refusal: unknown;
  work.catch((error: unknown) => {
    refusal = error;
  });
  await new Promise(setImmediate);
  if (refusal !== undefined) throw refusal;
}

function reportFailedTriggers(
  window: BrowserWindow,
  work: ReturnType<SheetSession['edit']>,
  trigger: string,
): void {
  work.then(
    (executions) =>
      window.tellEnded(
        executions.filter(({ error }) => error !== null),
        null,
      ),
    (error: unknown) => sendFailure(window, null, trigger, error),
  );
}

function sendFailure(window: BrowserWindow, call: number | null, functionName: string, error: unknown): void {
  const failure =
    error instanceof ScriptError
      ? error.failure
      : {
          name: error instanceof Error ? error.name : 'Error',
          message: error instanceof Error ? error.message : String(error),
          stack: '',
        };
  window.tell({ kind: 'ended', call, functionName, result: null, error: failure });
}
