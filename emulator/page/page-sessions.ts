/** The open browser windows: opened, kept for a while when their connection is lost, and served. */
import type { ScriptUi } from '../apps-script/screen-state';
import type { ScriptHost } from '../apps-script/script-host';
import type { ScriptUser, SheetSession } from '../apps-script/session';
import { SpreadsheetRefusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import { BrowserWindow } from './browser-window';
import { findPerson } from './people';
import type { PageEvent, PageRequests, SheetUpdate } from './protocol';
import { googleMessageText, PageRefusal, unknownPersonText } from './refusals';
import { REQUEST_HANDLERS, type RequestContext, sendFailure } from './request-handlers';
import { SheetFeed } from './sheet-feed';
import { makeStyleTable } from './styles';

export interface PageSessionsDeps {
  workbooks: Workbooks;
  /** Script hosts by spreadsheet ID. */
  scripts: ReadonlyMap<string, ScriptHost>;
  registerId: string;
  /** The prefix of links that the functions lead to a row. */
  linkStart: string;
  /** How long a window whose connection is lost is kept, in milliseconds. */
  graceMs: number;
  /** The day at the page, YYYY-MM-DD. */
  today: () => string;
  /** The part of the welcome that is the same for every window. */
  greeting: () => Pick<Extract<PageEvent, { kind: 'welcome' }>, 'people' | 'books' | 'clock'>;
}

export interface WindowOpening {
  id: string;
  /** Key or e-mail address of the person. */
  as: string;
  language: 'ja' | 'en';
  phone: boolean;
}

const MAX_WINDOWS = 100;

export class PageSessions {
  private readonly windows = new Map<string, BrowserWindow>();
  /** Timers that close windows whose connection is lost. */
  private readonly closings = new Map<string, NodeJS.Timeout>();
  private readonly feeds: ReadonlyMap<string, SheetFeed>;
  private readonly context: RequestContext;

  constructor(private readonly deps: PageSessionsDeps) {
    const { workbooks, scripts, linkStart, today } = deps;
    const styles = makeStyleTable();
    const send = (update: SheetUpdate): void => this.broadcast({ kind: 'sheet', update });
    this.feeds = new Map(
      [...scripts.keys()].map((book) => [book, new SheetFeed({ workbooks, book, styles, today, send })]),
    );
    this.context = { workbooks, linkStart, feedOf: (book) => this.feedOf(book) };
  }

  /** A window that is still known continues with a new connection. Throws for an unknown person. */
  open(opening: WindowOpening, listen: (window: BrowserWindow, welcome: PageEvent) => void): void {
    const { id } = opening;
    const known = this.windows.get(id);
    if (!known && this.windows.size >= MAX_WINDOWS) throw new PageRefusal('TOO_LARGE');
    const window = known ?? this.newWindow(opening);
    this.windows.set(id, window);
    const { person, menus } = window;
    listen(window, {
      kind: 'welcome',
      opening: window.opening,
      person,
      menus,
      ...this.deps.greeting(),
    });
    if (!known) this.runOnOpen(window);
  }

  /** The whole spreadsheet. */
  snapshot(book: string): SheetUpdate {
    return this.feedOf(book).snapshot();
  }

  async request<K extends keyof PageRequests>(
    windowId: string,
    name: K,
    request: PageRequests[K],
  ): Promise<unknown> {
    const window = this.windows.get(windowId);
    if (!window) throw new PageRefusal('NO_WINDOW');
    const session = window.sessions.get('book' in request ? request.book : this.deps.registerId);
    if (!session) throw new PageRefusal('NOT_FOUND');
    try {
      return (await REQUEST_HANDLERS[name](this.context, window, session, request)) ?? {};
    } catch (error) {
      if (error instanceof SpreadsheetRefusal)
        throw new PageRefusal('REFUSED', googleMessageText(error.message));
      throw error;
    }
  }

  /** Sends the event to all windows. */
  broadcast(event: PageEvent): void {
    for (const window of this.windows.values()) window.send(event);
  }

  stop(): void {
    for (const id of [...this.windows.keys()]) this.close(id);
    for (const feed of this.feeds.values()) feed.stop();
  }

  private feedOf(book: string): SheetFeed {
    const feed = this.feeds.get(book);
    if (!feed) throw new PageRefusal('NOT_FOUND');
    return feed;
  }

  private newWindow({ id, as, language, phone }: WindowOpening): BrowserWindow {
    const person = findPerson(as);
    if (!person) throw new PageRefusal('BAD_REQUEST', unknownPersonText(as));
    const user = { email: person.email, locale: language, phone };
    return new BrowserWindow({
      person: { ...person, language, phone },
      openSessions: (viewOf) => this.openSessions(user, viewOf),
      onConnection: (isLost) => this.handleConnection(id, isLost),
    });
  }

  private openSessions(
    user: ScriptUser,
    viewOf: (book: string) => ScriptUi,
  ): ReadonlyMap<string, SheetSession> {
    const { scripts } = this.deps;
    return new Map([...scripts].map(([book, script]) => [book, script.openAs(user, viewOf(book))]));
  }

  private runOnOpen(window: BrowserWindow): void {
    for (const session of window.sessions.values())
      session.open().then(
        (executions) => window.sendEnded(executions, null),
        (error: unknown) => sendFailure(window, null, 'onOpen', error),
      );
  }

  private handleConnection(id: string, isLost: boolean): void {
    clearTimeout(this.closings.get(id));
    this.closings.delete(id);
    if (isLost) this.closings.set(id, setTimeout(() => this.close(id), this.deps.graceMs).unref());
  }

  private close(id: string): void {
    clearTimeout(this.closings.get(id));
    this.closings.delete(id);
    this.windows.get(id)?.end();
    this.windows.delete(id);
  }
}
