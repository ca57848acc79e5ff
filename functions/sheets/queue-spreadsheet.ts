/** The queue's spreadsheet: read for what people typed, all its tabs replaced in one atomic batchUpdate. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { isManager, type Member } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { ApprovalRow } from '../domain/queue/approvals';
import type { Queue, QueueRow } from '../domain/queue/queue';
import type { RowBasis } from '../domain/queue/row-basis';
import { isUnsent, keptCells } from '../domain/queue/typed-cells';
import type { MakeRowLink } from '../domain/register/row-target';
import { APPROVALS_TAB, DASHBOARD_TAB, TODAY_TAB } from '../domain/register/tabs';
import type { Text } from '../domain/text/text';
import { approvalsPage } from './approvals-tab';
import { quotedTitle, type SheetsRequest, uniqueTitle } from './cells';
import type { SheetsClient } from './client';
import { repPage, todayPage } from './queue-pages';
import { APPROVALS_TITLE, FORMER_TITLES, TODAY_TITLE } from './queue-tab-texts';
import { type NoteCell, type QueueTabRead, readQueueTab } from './read-queue-tab';
import { wrapErrors } from './retry';
import { type TabOrder, type TabPage, tabPageRequests } from './whole-tab';

/** Those of members lie behind all others of ours. */
const FIRST_REP_TAB = 1_000_000;
const REP_TABS = 2 ** 31 - FIRST_REP_TAB;
/** Letters of a title; Sheets takes 100, and it may get an addition. */
const MAX_NAME = 80;

/** Today and Approvals, in front of all other tabs. */
const TEAM_PAGES = 2;

export interface QueueSpreadsheet {
  tabs: readonly { sheetId: number; title: string }[];
  /** What people typed into tabs of ours, by the tab's ID. */
  typed: ReadonlyMap<number, QueueTabRead>;
  /** Filters of tabs, by the tab's ID, with what they sort by. */
  filters: ReadonlyMap<number, readonly sheets_v4.Schema$SortSpec[]>;
}

export interface QueueBook {
  queue: Queue;
  approvals: readonly ApprovalRow[];
  members: Readonly<Record<string, Member>>;
  language: keyof Text;
  /** One line: when it was made and from how many accounts. */
  stamp: string;
  notes: Readonly<Record<string, string>>;
  today: CalendarDate;
  /** To the account's row in the register. */
  link: MakeRowLink;
  /** Behind those of the reps. */
  teamTabs: readonly WantedTab[];
}

export const readQueueSpreadsheet = (
  sheets: SheetsClient,
  spreadsheetId: string,
  members: Readonly<Record<string, Member>>,
): Promise<QueueSpreadsheet> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'properties.locale,sheets(properties(sheetId,title),basicFilter.sortSpecs)',
    });
    const filters = new Map(
      (data.sheets ?? []).flatMap(({ properties, basicFilter }) =>
        basicFilter === undefined ? [] : [[properties?.sheetId ?? 0, basicFilter.sortSpecs ?? []] as const],
      ),
    );
    const tabs = (data.sheets ?? []).map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
    }));
    const ours = [TODAY_TAB, APPROVALS_TAB, ...Object.keys(members).map(repTabOf)];
    const written = ours.flatMap((sheetId) => tabs.find((tab) => tab.sheetId === sheetId) ?? []);
    if (written.length === 0) return { tabs, typed: new Map(), filters };
    const ranges = written.map(({ title }) => quotedTitle(title));
    const values = await sheets.spreadsheets.values.batchGet({ spreadsheetId, ranges });
    const typed = written.map(
      ({ sheetId }, index) =>
        [
          sheetId,
          readQueueTab(values.data.valueRanges?.[index]?.values ?? [], data.properties?.locale ?? 'ja'),
        ] as const,
    );
    return { tabs, typed: new Map(typed), filters };
  });

/** By account ID: of its rows on all tabs the notes that were edited, else the one of the tab Today. */
export const notesOf = ({ typed }: QueueSpreadsheet): Readonly<Record<string, string>> => {
  const cells: Record<string, NoteCell[]> = {};
  for (const tab of typed.values())
    for (const [id, notes] of Object.entries(tab.notes)) cells[id] = [...(cells[id] ?? []), ...notes];
  const shown = typed.get(TODAY_TAB)?.notes ?? {};
  return Object.fromEntries(
    Object.entries(cells).flatMap(([id, all]) => {
      const edited = all.filter(({ isEdited }) => isEdited);
      const counting = edited.length > 0 ? edited : (shown[id] ?? []);
      const texts = new Set(counting.map(({ text }) => text).filter((text) => text !== ''));
      return counting.length === 0 ? [] : [[id, [...texts].join('\n')]];
    }),
  );
};

/** Replaces all tabs as they were read, in one request: all of them, or nothing where the request fails. */
export const writeQueueSpreadsheet = (
  sheets: SheetsClient,
  spreadsheetId: string,
  read: QueueSpreadsheet,
  book: QueueBook,
): Promise<void> =>
  wrapErrors(spreadsheetId, async () => {
    const requests = queueRequests(read, book);
    await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  });

export interface WantedTab {
  sheetId: number;
  title: string;
  /** Titles of ours that it may have had. */
  formerTitles: readonly string[];
  page: TabPage;
}

const queueRequests = (read: QueueSpreadsheet, book: QueueBook): SheetsRequest[] => {
  const { language, link } = book;
  /** `ranked` are the rows of which these are some, in their order. */
  const viewOf = (
    sheetId: number,
    rows: readonly { basis: RowBasis }[],
    ranked: readonly { accountId: string }[],
  ) => {
    const typed = read.typed.get(sheetId)?.rows ?? {};
    const listed = new Set(rows.map(({ basis }) => basis.id));
    const ranks = new Map(ranked.map(({ accountId }, rank) => [accountId, rank]));
    return {
      ...{ language, stamp: book.stamp, link },
      rank: ({ accountId }: { accountId: string }) => ranks.get(accountId) ?? 0,
      typed: ({ basis }: { basis: RowBasis }) => ({
        note: book.notes[basis.id] ?? '',
        ...keptCells(typed[basis.id], basis, book),
      }),
      kept: Object.values(typed).filter((row) => isUnsent(row) && !listed.has(row.basis.id)),
    };
  };
  const wanted: WantedTab[] = [
    {
      sheetId: TODAY_TAB,
      title: TODAY_TITLE[language],
      formerTitles: [...FORMER_TITLES, TODAY_TITLE.ja, TODAY_TITLE.en],
      page: todayPage(book.queue, viewOf(TODAY_TAB, book.queue.rows, book.queue.rows)),
    },
    {
      sheetId: APPROVALS_TAB,
      title: APPROVALS_TITLE[language],
      formerTitles: [APPROVALS_TITLE.ja, APPROVALS_TITLE.en],
      page: approvalsPage(book.approvals, {
        members: book.members,
        ...viewOf(APPROVALS_TAB, book.approvals, book.approvals),
      }),
    },
    ...repsWithTab(book).map(({ id, name }) => {
      const [sheetId, rows] = [repTabOf(id), rowsOf(book.queue, id)];
      const page = repPage(name, rows, viewOf(sheetId, rows, book.queue.rows));
      return { sheetId, title: name.slice(0, MAX_NAME), formerTitles: [], page };
    }),
    ...book.teamTabs,
  ];
  const ids = new Set(wanted.map(({ sheetId }) => sheetId));
  const gone = Object.values(book.members)
    .map(({ id }) => repTabOf(id))
    .filter((sheetId) => !ids.has(sheetId) && read.tabs.some((tab) => tab.sheetId === sheetId));
  const titles = read.tabs.filter(({ sheetId }) => !gone.includes(sheetId));
  // The dashboard stands behind the pages of the whole team, and in front of those of the reps, unless somebody has moved it.
  const dashboards = read.tabs
    .slice(0, TEAM_PAGES + 1)
    .filter(({ sheetId }) => sheetId === DASHBOARD_TAB).length;
  return [
    ...gone.map((sheetId) => ({ deleteSheet: { sheetId } })),
    ...wanted.flatMap((tab, index) =>
      tabRequests(tab, index < TEAM_PAGES ? index : index + dashboards, titles, orderOf(tab, read)),
    ),
  ];
};

/** As people have sorted the tab, or as its filter says; by its first column, which is the order that it is written in. */
const orderOf = ({ sheetId, page }: WantedTab, { typed, filters }: QueueSpreadsheet): TabOrder => {
  const tab = typed.get(sheetId);
  const filter = filters.get(sheetId);
  const filtered = (filter ?? []).map(({ dimensionIndex, sortOrder }) => ({
    key: tab?.keys[dimensionIndex ?? 0] ?? '',
    down: sortOrder === 'DESCENDING',
  }));
  const sorts = tab === undefined || tab.sorts.length === 0 ? filtered : tab.sorts;
  const keys = (page.cells[page.hiddenRow ?? -1] ?? []).map(
    (cell) => cell.userEnteredValue?.stringValue ?? '',
  );
  const columns = sorts.map(({ key, down }) => ({ column: keys.indexOf(key), down }));
  const isOurs = sorts[0]?.key === 'band' || columns.some(({ column }) => column < 0);
  return { sorts: isOurs ? [] : columns, hasFilter: filter !== undefined };
};

/** `tabs` are those that there are by then, with their titles: it is told of a new one, or a new title. */
const tabRequests = (
  { sheetId, title, formerTitles, page }: WantedTab,
  index: number,
  tabs: { sheetId: number; title: string }[],
  order: TabOrder,
): SheetsRequest[] => {
  const current = tabs.find((tab) => tab.sheetId === sheetId);
  const others = tabs.filter((tab) => tab.sheetId !== sheetId).map((tab) => tab.title);
  const free = uniqueTitle(title, others);
  if (current === undefined) {
    tabs.push({ sheetId, title: free });
    return tabPageRequests({ sheetId, add: { title: free, index }, renameTo: null }, page);
  }
  const isOurs = formerTitles.includes(current.title) && current.title !== free;
  if (isOurs) current.title = free;
  return tabPageRequests({ sheetId, add: null, renameTo: isOurs ? free : null, order }, page);
};

const rowsOf = ({ rows }: Queue, memberId: string): QueueRow[] =>
  rows.filter((row) => [row.ownerId, row.actorId, row.actingId].includes(memberId));

/** Reps always, so that an empty list says so; managers who own accounts. By name. */
const repsWithTab = ({ queue, members }: QueueBook): Member[] =>
  Object.values(members)
    .filter((member) => member.active && (isRep(member) || rowsOf(queue, member.id).length > 0))
    .sort((a, b) => (`${a.name}\n${a.id}` < `${b.name}\n${b.id}` ? -1 : 1));

const isRep = (member: Member): boolean => member.role !== 'viewer' && !isManager(member);

/** FNV-1a: the same member has the same tab in every run. */
const repTabOf = (memberId: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of memberId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return FIRST_REP_TAB + ((hash >>> 0) % REP_TABS);
};
