/** What a window may request of the server, carried out in its session: edits, structure, filters, menus, answers, calls from dialogs. */
import { ScriptError, type SheetSession } from '../apps-script/session';
import { formatRect, type Rect } from '../workbook/a1';
import { rowsHiddenByFilter } from '../workbook/filtered-rows';
import { rectOf } from '../workbook/grid-range';
import type { WorkbookTab } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { BrowserWindow } from './browser-window';
import { criteriaOf } from './filter-criteria';
import type { AcceptedEdit, BegunCall, CellBlock, FollowedLink, HiddenRows, PageRequests } from './protocol';
import { PageRefusal } from './refusals';
import type { SheetFeed } from './sheet-feed';

export interface RequestContext {
  workbooks: Workbooks;
  /** What links begin with that the functions lead on; the server follows them, since a page cannot see where they lead. */
  linkStart: string;
  /** Throws where the page does not have the spreadsheet. */
  feedOf(book: string): SheetFeed;
}

export type RequestHandlers = {
  [K in keyof PageRequests]: (
    context: RequestContext,
    window: BrowserWindow,
    session: SheetSession,
    request: PageRequests[K],
  ) => unknown;
};

export const REQUEST_HANDLERS: RequestHandlers = {
  async edit(context, window, session, { book, revision, blocks, how }): Promise<AcceptedEdit> {
    const feed = context.feedOf(book);
    const places = blocks.map((block) => feed.placeNow(block, revision));
    try {
      if (places.includes(null)) throw new PageRefusal('MOVED');
      for (const block of places.flatMap((place) => place ?? [])) {
        const work = session.edit(a1Of(tabOf(context, book, block.sheetId), block), block.values, how);
        await rejectIfRefusedAtOnce(work);
        reportFailedTriggers(window, work, 'onEdit');
      }
      return { revision: feed.currentRevision() };
    } finally {
      // Accepted or not, the window is sent what the cells hold now.
      for (const { sheetId, top, values } of blocks.map((block, at) => places[at] ?? block)) {
        const rows = values.map((_, index) => top + index);
        window.send({ kind: 'sheet', update: feed.rowsAgain(sheetId, rows) });
      }
    }
  },

  async change(context, window, session, { book, revision, requests }) {
    const feed = context.feedOf(book);
    if (feed.hasMovedSince(revision)) throw new PageRefusal('MOVED');
    await changeSpreadsheet(window, session, requests);
  },

  async filter(context, window, session, { book, sheetId, column, shown }) {
    const tab = tabOf(context, book, sheetId);
    if (!tab.basicFilter) throw new PageRefusal('MOVED');
    const criteria = criteriaOf(context.workbooks.get(book), tab, column, shown);
    const filterSpecs = tab.basicFilter.filterSpecs?.filter(({ columnIndex }) => columnIndex !== column);
    const filter = { ...tab.basicFilter, criteria, ...(filterSpecs && { filterSpecs }) };
    await changeSpreadsheet(window, session, [{ setBasicFilter: { filter } }]);
  },

  lookThrough(context, _, __, { book, sheetId, viewId }): HiddenRows {
    const tab = tabOf(context, book, sheetId);
    const view = tab.filterViews?.find(({ filterViewId }) => filterViewId === viewId);
    if (view === undefined) throw new PageRefusal('MOVED');
    return { rows: rowsHiddenByFilter(context.workbooks.get(book), { ...tab, basicFilter: view }) };
  },

  select(context, _, session, { book, sheetId, rects }) {
    const tab = tabOf(context, book, sheetId);
    session.select(...rects.map((rect) => formatRect(tab, clipToGrid(tab, rect))));
  },

  choose(_, window, session, { call, captions }): BegunCall {
    session.choose(...captions).then(
      (execution) => window.sendEnded([execution], call),
      (error: unknown) => sendFailure(window, call, captions.join(' > '), error),
    );
    return { opening: window.opening };
  },

  run(_, window, session, { call, functionName, args }): BegunCall {
    session.run(functionName, args).then(
      (result) => window.send({ kind: 'ended', call, functionName, result, error: null }),
      (error: unknown) => sendFailure(window, call, functionName, error),
    );
    return { opening: window.opening };
  },

  async follow({ linkStart }, _, __, { link }): Promise<FollowedLink> {
    if (!link.startsWith(linkStart)) return { location: null };
    const { headers } = await fetch(link, { redirect: 'manual' });
    return { location: headers.get('location') };
  },

  answer(_, window, __, { id, button, text }) {
    return { waited: window.answer(id, { button, text }) };
  },
};

function tabOf({ workbooks }: RequestContext, book: string, sheetId: number): WorkbookTab {
  const tab = workbooks.get(book).tabs.find(({ properties }) => properties.sheetId === sheetId);
  if (!tab) throw new PageRefusal('MOVED');
  return tab;
}

async function changeSpreadsheet(
  window: BrowserWindow,
  session: SheetSession,
  requests: PageRequests['change']['requests'],
): Promise<void> {
  const work = session.change(requests);
  await rejectIfRefusedAtOnce(work);
  reportFailedTriggers(window, work, 'onChange');
}

const clipToGrid = (tab: WorkbookTab, rect: Rect): Rect =>
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
 * A session refuses before it waits for anything; a later error is a trigger's. Rejects with the refusal; otherwise
 * resolves while the triggers still run.
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
      window.sendEnded(
        executions.filter(({ error }) => error !== null),
        null,
      ),
    (error: unknown) => sendFailure(window, null, trigger, error),
  );
}

export function sendFailure(
  window: BrowserWindow,
  call: number | null,
  functionName: string,
  error: unknown,
): void {
  const failure =
    error instanceof ScriptError
      ? error.failure
      : {
          name: error instanceof Error ? error.name : 'Error',
          message: error instanceof Error ? error.message : String(error),
          stack: '',
        };
  window.send({ kind: 'ended', call, functionName, result: null, error: failure });
}
