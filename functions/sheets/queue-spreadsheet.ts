/** The queue's spreadsheet: read for what people typed, all its tabs replaced in one atomic batchUpdate. */
import { isAccountId } from '../domain/account/account-id';
import { isManager, type Member } from '../domain/account/team';
import type { ApprovalRow } from '../domain/queue/approvals';
import type { Queue, QueueRow } from '../domain/queue/queue';
import type { MakeRowLink } from '../domain/register/row-target';
import { APPROVALS_TAB, TODAY_TAB } from '../domain/register/tabs';
import type { Text } from '../domain/text/text';
import { approvalsPage } from './approvals-tab';
import { quotedTitle, type SheetsRequest, uniqueTitle } from './cells';
import type { SheetsClient } from './client';
import { repPage, todayPage } from './queue-pages';
import { APPROVALS_TITLE, FORMER_TITLES, QUEUE_HEADINGS, TODAY_TITLE } from './queue-tab-texts';
import { wrapErrors } from './retry';
import { type TabPage, tabPageRequests } from './whole-tab';

/** Those of members lie behind all others of ours. */
const FIRST_REP_TAB = 1_000_000;
const REP_TABS = 2 ** 31 - FIRST_REP_TAB;
/** Letters of a title; Sheets takes 100, and it may get an addition. */
const MAX_NAME = 80;

interface TypedResult {
  text: string;
  /** The day that stood beside it: a result belongs to what was due on that day. */
  due: string;
}

export interface QueueSpreadsheet {
  tabs: readonly { sheetId: number; title: string }[];
  /** By account ID, as they stand in the tab; empty for a row without a note. */
  notes: Readonly<Record<string, string>>;
  /** By account ID; none for a row without a result. */
  results: Readonly<Record<string, TypedResult>>;
}

export interface QueueBook {
  queue: Queue;
  approvals: readonly ApprovalRow[];
  members: Readonly<Record<string, Member>>;
  language: keyof Text;
  /** One line: when it was made and from how many accounts. */
  stamp: string;
  notes: Readonly<Record<string, string>>;
  /** To the account's row in the register. */
  link: MakeRowLink;
  /** Behind those of the reps. */
  teamTabs: readonly WantedTab[];
}

export const readQueueSpreadsheet = (
  sheets: SheetsClient,
  spreadsheetId: string,
): Promise<QueueSpreadsheet> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties(sheetId,title)',
    });
    const tabs = (data.sheets ?? []).map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
    }));
    const today = tabs.find(({ sheetId }) => sheetId === TODAY_TAB);
    if (today === undefined) return { tabs, notes: {}, results: {} };
    const range = quotedTitle(today.title);
    const values = await sheets.spreadsheets.values.get({ spreadsheetId, range });
    return { tabs, ...readTyped(values.data.values ?? []) };
  });

/**
 * The columns are found by their keys, wherever people have moved them, and by their labels where the row of keys is gone.
 * Of an account whose row was copied, the notes of all its rows.
 */
const readTyped = (rows: readonly unknown[][]): Pick<QueueSpreadsheet, 'notes' | 'results'> => {
  const head = rows.findIndex((row) => columnIndexOf('id', row) >= 0 && columnIndexOf('note', row) >= 0);
  if (head < 0) return { notes: {}, results: {} };
  const columns = (['id', 'note', 'result', 'due'] as const).map((key) =>
    columnIndexOf(key, rows[head] ?? []),
  );
  const notes: Record<string, string[]> = {};
  const results: Record<string, TypedResult> = {};
  for (const row of rows.slice(head + 1)) {
    const [id = '', note = '', result = '', due = ''] = columns.map((at) => String(row[at] ?? ''));
    if (!isAccountId(id)) continue;
    notes[id] = [...(notes[id] ?? []), ...(note === '' ? [] : [note])];
    if (result !== '') results[id] = { text: result, due };
  }
  return {
    notes: Object.fromEntries(
      Object.entries(notes).map(([id, texts]) => [id, [...new Set(texts)].join('\n')]),
    ),
    results,
  };
};

/** What the note's column was called before. */
const FORMER_NOTE_LABELS: readonly string[] = [
  'メモ(自由記入・次回も残ります)',
  'Note (yours; survives the next run)',
];

const columnIndexOf = (key: keyof typeof QUEUE_HEADINGS, row: readonly unknown[]): number => {
  const { ja, en } = QUEUE_HEADINGS[key];
  const names = [key, ja, en, ...(key === 'note' ? FORMER_NOTE_LABELS : [])];
  return row.findIndex((cell) => names.includes(String(cell)));
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
  const { language, notes } = book;
  const typed = ({ accountId, due }: QueueRow) => {
    const result = read.results[accountId];
    return { note: notes[accountId] ?? '', result: result?.due === (due ?? '') ? result.text : '' };
  };
  const view = { language, stamp: book.stamp, link: book.link, typed };
  const wanted: WantedTab[] = [
    {
      sheetId: TODAY_TAB,
      title: TODAY_TITLE[language],
      formerTitles: [...FORMER_TITLES, TODAY_TITLE.ja, TODAY_TITLE.en],
      page: todayPage(book.queue, view),
    },
    {
      sheetId: APPROVALS_TAB,
      title: APPROVALS_TITLE[language],
      formerTitles: [APPROVALS_TITLE.ja, APPROVALS_TITLE.en],
      page: approvalsPage(book.approvals, book, book.link),
    },
    ...repsWithTab(book).map(({ id, name }) => ({
      sheetId: repTabOf(id),
      title: name.slice(0, MAX_NAME),
      formerTitles: [],
      page: repPage(name, rowsOf(book.queue, id), view),
    })),
    ...book.teamTabs,
  ];
  const ids = new Set(wanted.map(({ sheetId }) => sheetId));
  const gone = Object.values(book.members)
    .map(({ id }) => repTabOf(id))
    .filter((sheetId) => !ids.has(sheetId) && read.tabs.some((tab) => tab.sheetId === sheetId));
  const titles = read.tabs.filter(({ sheetId }) => !gone.includes(sheetId));
  return [
    ...gone.map((sheetId) => ({ deleteSheet: { sheetId } })),
    ...wanted.flatMap((tab, index) => tabRequests(tab, index, titles)),
  ];
};

/** `tabs` are those that there are by then, with their titles: it is told of a new one, or a new title. */
const tabRequests = (
  { sheetId, title, formerTitles, page }: WantedTab,
  index: number,
  tabs: { sheetId: number; title: string }[],
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
  return tabPageRequests({ sheetId, add: null, renameTo: isOurs ? free : null }, page);
};

const rowsOf = ({ rows }: Queue, memberId: string): QueueRow[] =>
  rows.filter(({ ownerId, actorId }) => ownerId === memberId || actorId === memberId);

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
