/** The open browser windows: opened, kept for a while when their connection is lost, and served. */
import type { ScriptUi } from '../apps-script/screen-state';
import type { ScriptHost } from '../apps-script/script-host';
import { openSheetSession, type SheetSession } from '../apps-script/session';
import { SpreadsheetRefusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import { type BrowserWindow, openBrowserWindow } from './browser-window';
import { findPerson } from './people';
import type { PageEvent, PageRequests, SheetUpdate } from './protocol';
import { googleMessageText, PageRefusal, unknownPersonText } from './refusals';
import { REQUEST_HANDLERS, sendFailure } from './request-handlers';
import { openSheetFeed, type SheetFeed } from './sheet-feed';
import { makeStyleTable } from './styles';

export interface PageSessionsDeps {
  workbooks: Workbooks;
  script: ScriptHost;
  registerId: string;
  /** A spreadsheet without a script. */
  queueId: string;
  /** How long a window whose connection is lost is kept, in milliseconds. */
  graceMs: number;
  /** What the welcome tells every window alike. */
  greeting: () => Pick<Extract<PageEvent, { kind: 'welcome' }>, 'people' | 'books' | 'clock'>;
}

export interface WindowOpening {
  id: string;
  /** Key or e-mail address of the person. */
  as: string;
  language: 'ja' | 'en';
  phone: boolean;
}

export interface PageSessions {
  open(opening: WindowOpening, listen: (window: BrowserWindow, welcome: PageEvent) => void): void;
  snapshot(book: string): SheetUpdate;
  request<K extends keyof PageRequests>(
    windowId: string,
    name: K,
    request: PageRequests[K],
  ): Promise<unknown>;
  broadcast(event: PageEvent): void;
  stop(): void;
}

const MAX_WINDOWS = 100;

export function openPageSessions(deps: PageSessionsDeps): PageSessions {
  const { workbooks, script, registerId, queueId, graceMs } = deps;
  const styles = makeStyleTable();
  const windows = new Map<string, BrowserWindow>();
  /** Of windows whose connection is lost: when they are closed. */
  const closings = new Map<string, NodeJS.Timeout>();
  const broadcast = (event: PageEvent): void => {
    for (const window of windows.values()) window.send(event);
  };
  const feeds = new Map<string, SheetFeed>(
    [registerId, queueId].map((book) => [
      book,
      openSheetFeed(workbooks, book, styles, (update) => broadcast({ kind: 'sheet', update })),
    ]),
  );

  function feedOf(book: string): SheetFeed {
    const feed = feeds.get(book);
    if (!feed) throw new PageRefusal('NOT_FOUND');
    return feed;
  }

  function close(id: string): void {
    clearTimeout(closings.get(id));
    closings.delete(id);
    windows.get(id)?.end();
    windows.delete(id);
  }

  function handleConnection(id: string, isLost: boolean): void {
    clearTimeout(closings.get(id));
    closings.delete(id);
    if (isLost) closings.set(id, setTimeout(close, graceMs, id).unref());
  }

  function newWindow({ id, as, language, phone }: WindowOpening): BrowserWindow {
    const person = findPerson(as);
    if (!person) throw new PageRefusal('BAD_REQUEST', unknownPersonText(as));
    const user = { email: person.email, locale: language, phone };
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
          [registerId, script.openAs(user, view)],
          [queueId, openSheetSession(withoutScript, user, {})],
        ]),
      onConnection: (isLost) => handleConnection(id, isLost),
    });
  }

  function open(opening: WindowOpening, listen: (window: BrowserWindow, welcome: PageEvent) => void): void {
    const existing = windows.get(opening.id);
    if (!existing && windows.size >= MAX_WINDOWS) throw new PageRefusal('TOO_LARGE');
    const window = existing ?? newWindow(opening);
    windows.set(opening.id, window);
    const { person, menus } = window;
    listen(window, { kind: 'welcome', fresh: !existing, person, menus, ...deps.greeting() });
    if (existing) return;
    const register = window.sessions.get(registerId);
    register?.open().then(
      (executions) => window.sendEnded(executions, null),
      (error: unknown) => sendFailure(window, null, 'onOpen', error),
    );
  }

  const context = { workbooks, feedOf };
  return {
    open,
    snapshot: (book) => feedOf(book).snapshot(),
    async request(windowId, name, request) {
      const window = windows.get(windowId);
      if (!window) throw new PageRefusal('NO_WINDOW');
      const session = window.sessions.get('book' in request ? request.book : registerId);
      if (!session) throw new PageRefusal('NOT_FOUND');
      try {
        return (await REQUEST_HANDLERS[name](context, window, session, request)) ?? {};
      } catch (error) {
        if (error instanceof SpreadsheetRefusal)
          throw new PageRefusal('REFUSED', googleMessageText(error.message));
        throw error;
      }
    },
    broadcast,
    stop() {
      for (const id of [...windows.keys()]) close(id);
      for (const feed of feeds.values()) feed.stop();
    },
  };
}
