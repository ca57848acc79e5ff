/** The windows that are open, and what each may ask for: edits, structure, menus, answers, calls from dialogs. */
import type { View } from '../apps-script/desk';
import type { ScriptHost } from '../apps-script/script-host';
import { openSession, ScriptError, type Session } from '../apps-script/session';
import { formatRect } from '../workbook/a1';
import { rectOf } from '../workbook/grid-range';
import type { Tab } from '../workbook/model';
import { Refusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import { type BrowserWindow, openBrowserWindow } from './browser-window';
import { type Feed, openFeed } from './feed';
import { personOf } from './people';
import type { Asked, Block, SheetUpdate, Told } from './protocol';
import { inGooglesWords, PageRefusal } from './refusals';
import { makeStyles } from './styles';
import { distinctValues } from './tab-view';

export interface DeskParts {
  workbooks: Workbooks;
  script: ScriptHost;
  registerId: string;
  /** Has no script. */
  queueId: string;
  /** How long a window whose line is cut is kept, in milliseconds. */
  graceMs: number;
  /** What a page is greeted with, whoever it is. */
  greeting: () => Pick<Extract<Told, { kind: 'welcome' }>, 'people' | 'books' | 'clock'>;
}

export interface Opening {
  id: string;
  /** Key or address of the person. */
  as: string;
  language: 'ja' | 'en';
  phone: boolean;
}

export interface Desks {
  open(opening: Opening, listen: (window: BrowserWindow, welcome: Told) => void): void;
  snapshot(book: string): SheetUpdate;
  ask<K extends keyof Asked>(windowId: string, name: K, asked: Asked[K]): Promise<unknown>;
  tellAll(told: Told): void;
  stop(): void;
}

const MOST_WINDOWS = 100;

export function openDesks(parts: DeskParts): Desks {
  const { workbooks, script, registerId, queueId, graceMs } = parts;
  const styles = makeStyles();
  const windows = new Map<string, BrowserWindow>();
  const goodbyes = new Map<string, NodeJS.Timeout>();
  const tellAll = (told: Told): void => {
    for (const window of windows.values()) window.tell(told);
  };
  const feeds = new Map<string, Feed>(
    [registerId, queueId].map((book) => [
      book,
      openFeed(workbooks, book, styles, (update) => tellAll({ kind: 'sheet', update })),
    ]),
  );

  function feedOf(book: string): Feed {
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

  function newWindow({ id, as, language, phone }: Opening): BrowserWindow {
    const person = personOf(as);
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
      openSessions: (view: View) =>
        new Map<string, Session>([
          [registerId, script.openAs(who, view)],
          [queueId, openSession(withoutScript, who, {})],
        ]),
      onSilence: (silent) => waitFor(id, silent),
    });
  }

  function open(opening: Opening, listen: (window: BrowserWindow, welcome: Told) => void): void {
    const known = windows.get(opening.id);
    if (!known && windows.size >= MOST_WINDOWS) throw new PageRefusal('TOO_LARGE');
    const window = known ?? newWindow(opening);
    windows.set(opening.id, window);
    const { person, menus } = window;
    listen(window, { kind: 'welcome', fresh: !known, person, menus, ...parts.greeting() });
    if (known) return;
    const register = window.sessions.get(registerId);
    register?.open().then(
      (executions) => window.tellEnded(executions, null),
      (error: unknown) => tellFailure(window, null, 'onOpen', error),
    );
  }

  function tabOf(book: string, sheetId: number): Tab {
    const tab = workbooks.get(book).tabs.find(({ properties }) => properties.sheetId === sheetId);
    if (!tab) throw new PageRefusal('MOVED');
    return tab;
  }

  const acts: { [K in keyof Asked]: (window: BrowserWindow, session: Session, asked: Asked[K]) => unknown } =
    {
      async edit(window, session, { book, revision, how, blocks }) {
        const feed = feedOf(book);
        try {
          if (feed.hasMovedSince(revision)) throw new PageRefusal('MOVED');
          for (const block of blocks) {
            const edited = session.edit(a1Of(tabOf(book, block.sheetId), block), block.values, how);
            await begun(edited);
            tellWhenOver(window, edited, 'onEdit');
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
        await begun(changed);
        tellWhenOver(window, changed, 'onChange');
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
        await begun(changed);
        tellWhenOver(window, changed, 'onChange');
      },
      select(_, session, { book, sheetId, rects }) {
        const tab = tabOf(book, sheetId);
        session.select(...rects.map((rect) => formatRect(tab, withinGrid(tab, rect))));
      },
      choose(window, session, { call, captions }) {
        session.choose(...captions).then(
          (execution) => window.tellEnded([execution], call),
          (error: unknown) => tellFailure(window, call, captions.join(' > '), error),
        );
      },
      run(window, session, { call, functionName, args }) {
        session.run(functionName, args).then(
          (result) => window.tell({ kind: 'ended', call, functionName, result, error: null }),
          (error: unknown) => tellFailure(window, call, functionName, error),
        );
      },
      answer(window, _, { id, button, text }) {
        return { waited: window.answer(id, { button, text }) };
      },
    };

  return {
    open,
    snapshot: (book) => feedOf(book).snapshot(),
    async ask(windowId, name, asked) {
      const window = windows.get(windowId);
      if (!window) throw new PageRefusal('NO_WINDOW');
      const session = window.sessions.get('book' in asked ? asked.book : registerId);
      if (!session) throw new PageRefusal('NOT_FOUND');
      try {
        return (await acts[name](window, session, asked)) ?? {};
      } catch (error) {
        if (error instanceof Refusal) throw new PageRefusal('REFUSED', inGooglesWords(error.message));
        throw error;
      }
    },
    tellAll,
    stop() {
      for (const id of [...windows.keys()]) close(id);
      for (const feed of feeds.values()) feed.stop();
    },
  };
}

const withinGrid = (tab: Tab, rect: { top: number; left: number; bottom: number; right: number }) =>
  rectOf(tab, {
    startRowIndex: rect.top,
    startColumnIndex: rect.left,
    endRowIndex: rect.bottom,
    endColumnIndex: rect.right,
  });

function a1Of(tab: Tab, { top, left, values }: Block): string {
  const right = left + Math.max(...values.map((row) => row.length));
  return formatRect(tab, { top, left, bottom: top + values.length, right });
}

/**
 * A session refuses before it waits for anything, and what comes later is the triggers': rejects with the refusal, else
 * resolves while they still run.
 */
async function begun(work: Promise<unknown>): Promise<void> {
  let refusal: unknown;
  work.catch((error: unknown) => {
    refusal = error;
  });
  await new Promise(setImmediate);
  if (refusal !== undefined) throw refusal;
}

function tellWhenOver(window: BrowserWindow, work: ReturnType<Session['edit']>, trigger: string): void {
  work.then(
    (executions) =>
      window.tellEnded(
        executions.filter(({ error }) => error !== null),
        null,
      ),
    (error: unknown) => tellFailure(window, null, trigger, error),
  );
}

function tellFailure(window: BrowserWindow, call: number | null, functionName: string, error: unknown): void {
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
