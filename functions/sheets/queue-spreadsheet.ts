/** The queue's spreadsheet: read for what people typed, all its tabs replaced in one atomic batchUpdate. */
import { inOrderOfReading } from '../domain/account/member-order';
import { isManager, type Member } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { ApprovalRow } from '../domain/queue/approvals';
import type { Queue, QueueRow } from '../domain/queue/queue';
import type { RowBasis } from '../domain/queue/row-basis';
import { isUnsent, keptCells } from '../domain/queue/typed-cells';
import type { MakeRowLink } from '../domain/register/row-target';
import {
  ACTIVITIES_TAB,
  APPROVALS_TAB,
  CONTACTS_TAB,
  DASHBOARD_TAB,
  OPPORTUNITIES_TAB,
  TODAY_TAB,
} from '../domain/register/tabs';
import type { Text } from '../domain/text/text';
import { ACTIVITIES_TITLE } from './activities-tab-texts';
import { approvalsPage } from './approvals-tab';
import { type SheetsRequest, uniqueTitle } from './cells';
import type { SheetsClient } from './client';
import { type PartBook, type PartFacts, partTabs, partViewRequests } from './part-tabs';
import { repPage, todayPage } from './queue-pages';
import { APPROVALS_TITLE, FORMER_TITLES, TODAY_TITLE } from './queue-tab-texts';
import type { QueueSpreadsheet } from './read-queue-spreadsheet';
import type { NoteCell } from './read-queue-tab';
import { repTabOf } from './rep-tabs';
import { requestBatches } from './request-batches';
import { wrapErrors } from './retry';
import { type TabOrder, type TabPage, tabPageRequests } from './whole-tab';

/** Letters of a title; Sheets takes 100, and it may get an addition. */
const MAX_NAME = 80;

/** Today and Approvals, and behind them Opportunities, Contacts and Activities, in front of all other tabs. */
const FIRST_PAGES = 2;
const TEAM_PAGES = 5;

export interface QueueParts extends PartFacts {
  /** The latest contacts of the team. */
  activities: TabPage;
}

export interface QueueBook {
  queue: Queue;
  approvals: readonly ApprovalRow[];
  /** Null where these tabs are left as they are. */
  parts: QueueParts | null;
  /** One line: when it was made and from how many accounts. */
  stamp: string;
  notes: Readonly<Record<string, string>>;
  members: Readonly<Record<string, Member>>;
  language: keyof Text;
  today: CalendarDate;
  link: MakeRowLink;
  /** By member, the companies of which something that they typed was sent back. */
  sentBack: Readonly<Record<string, readonly string[]>>;
  /** Behind those of the reps. */
  teamTabs: readonly WantedTab[];
}

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

/**
 * Replaces all tabs as they were read, in one call: all of them, or nothing where the call fails. Where that would be too large, the
 * queue goes first in a call of its own, and the tabs of opportunities, contacts and activities follow, each in one piece.
 */
export const writeQueueSpreadsheet = (
  sheets: SheetsClient,
  spreadsheetId: string,
  read: QueueSpreadsheet,
  book: QueueBook,
): Promise<void> =>
  wrapErrors(spreadsheetId, async () => {
    for (const requests of requestBatches(queueRequests(read, book)))
      await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  });

export interface WantedTab {
  sheetId: number;
  title: string;
  /** Titles of ours that it may have had. */
  formerTitles: readonly string[];
  page: TabPage;
}

/** Those of the queue, and those of each tab beside it. */
const queueRequests = (read: QueueSpreadsheet, book: QueueBook): SheetsRequest[][] => {
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
  const partBook: PartBook | null = book.parts && { ...book, parts: book.parts };
  const parts = partBook === null ? [] : partTabs(read.parts, partBook);
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
    ...parts,
    ...(book.parts === null ? [] : [activitiesTab(book.parts.activities, language)]),
    ...repsWithTab(book).map(({ id, name }) => {
      const [sheetId, rows] = [repTabOf(id), rowsOf(book.queue, id)];
      const page = repPage(
        { name, sentBack: book.sentBack[id] ?? [] },
        rows,
        viewOf(sheetId, rows, book.queue.rows),
      );
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
  const placeOf = (index: number): number => {
    const place = partBook === null && index >= FIRST_PAGES ? index + TEAM_PAGES - FIRST_PAGES : index;
    return place < TEAM_PAGES ? place : place + dashboards;
  };
  const made = wanted.map((tab, index) => ({
    sheetId: tab.sheetId,
    requests: tabRequests(tab, placeOf(index), titles, orderOf(tab, read)),
  }));
  const deleted = gone.map((sheetId) => ({ deleteSheet: { sheetId } }));
  const views = partBook === null ? [] : partViewRequests(parts, partBook, read.filterViews);
  return inGroups(deleted, made, views);
};

interface MadeTab {
  sheetId: number;
  requests: SheetsRequest[];
}

/** A new tab has its place among those before it: where there is one, all go together. */
const inGroups = (
  deleted: SheetsRequest[],
  made: readonly MadeTab[],
  views: SheetsRequest[],
): SheetsRequest[][] => {
  const requestsOf = (tabs: readonly MadeTab[]) => tabs.flatMap(({ requests }) => requests);
  if (requestsOf(made).some(({ addSheet }) => addSheet !== undefined))
    return [[...deleted, ...requestsOf(made), ...views]];
  const isBeside = ({ sheetId }: MadeTab): boolean => PART_SHEETS.includes(sheetId);
  const ofQueue = made.filter((tab) => !isBeside(tab));
  const beside = made.filter(isBeside).map(({ requests }) => requests);
  return [[...deleted, ...requestsOf(ofQueue)], ...beside, views];
};

/** Beside the queue itself: none of them needs another one to be right. */
const PART_SHEETS: readonly number[] = [OPPORTUNITIES_TAB, CONTACTS_TAB, ACTIVITIES_TAB];

const activitiesTab = (page: TabPage, language: keyof Text): WantedTab => ({
  sheetId: ACTIVITIES_TAB,
  title: ACTIVITIES_TITLE[language],
  formerTitles: [ACTIVITIES_TITLE.ja, ACTIVITIES_TITLE.en],
  page,
});

/** As people have sorted the tab, or as its filter says; by its first column, which is the order that it is written in. */
const orderOf = ({ sheetId, page }: WantedTab, { typed, parts, filters }: QueueSpreadsheet): TabOrder => {
  const tab = parts.get(sheetId) ?? typed.get(sheetId);
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

/** Reps always, so that an empty list says so; managers who own accounts. By reading. */
const repsWithTab = ({ queue, members }: QueueBook): Member[] =>
  inOrderOfReading(members).filter(
    (member) => member.active && (isRep(member) || rowsOf(queue, member.id).length > 0),
  );

const isRep = (member: Member): boolean => member.role !== 'viewer' && !isManager(member);
