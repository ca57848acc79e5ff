/** A team, its accounts, a register and a queue sheet: the job on a real Sheets client, and the hands of a person in the sheet. */

import { randomUUID } from 'node:crypto';
import { FieldValue, type Firestore } from '@google-cloud/firestore';
import { parse } from 'csv-parse/sync';
import { type SheetsApi, startSheetsApi } from '../../../emulator/sheets-api/server';
import { tabAsCsv } from '../../../emulator/tab-csv';
import type { UpdateRequest, WorkbookTab } from '../../../emulator/workbook/model';
import { spreadsheetJson } from '../../../emulator/workbook/spreadsheet-json';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';
import { type QueueJobDeps, type QueueRun, runQueueJob } from '../../../functions/app/queue-job';
import { rowLinks } from '../../../functions/app/row-links';
import type { Account } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import type { MemberLoad } from '../../../functions/domain/account/split-by-load';
import type { Member, Settings } from '../../../functions/domain/account/team';
import type { CalendarDate } from '../../../functions/domain/calendar/calendar-date';
import { openSheets } from '../../../functions/sheets/client';
import { accountDocument } from '../../../functions/store/account-fields';
import { readDashboardState, saveDashboardState } from '../../../functions/store/dashboard-state';
import { accountRef, teamRef } from '../../../functions/store/firestore';
import { anAccount, anActivity, byId, MEMBERS, TODAY } from '../../builders';
import { freshClient, usingFirestore } from '../../firestores';

/** Where links lead to, and what they are signed with. */
export const LINKS = {
  functionsUrl: 'https://functions.example',
  linkKey: 'a key of the tests, thirty-two characters',
};
export const QUEUE_BOOK = 'queue-book';
/** Of the queue's tab. */
export const QUEUE_TAB_ID = 8004;
/** 07:00 of the builders' TODAY in Tokyo, which is the day before in UTC. */
export const NOW = new Date('2026-06-30T22:00:00Z');

/** In the quarterly check and due today. */
export const aCheck = (
  id: string,
  { due = TODAY, ...over }: Partial<AccountRecord> & { due?: CalendarDate } = {},
): Account =>
  anAccount({
    id,
    name: `会社 ${id}`,
    status: 'QUARTERLY_CHECK',
    ownerId: 'is',
    everMet: true,
    nextCheck: { date: due, origin: 'cadence', base: '2026-03-30' },
    awaitedCondition: '来期の予算',
    ...over,
  });

/** In the register, but not in the quarterly check any more. */
export const leftQueue = (id: string): Account =>
  aCheck(id, { status: 'ACTIVE_OPPORTUNITY', nextCheck: null });

/** One check in each of its bands; the overdue one has everything. */
export const ONE_EACH = [
  aCheck('a_late', {
    name: '株式会社遅延',
    due: '2026-06-19',
    ownerId: 'left',
    isOwnerId: 'is2',
    missedChecks: 1,
    activities: byId(anActivity({ date: '2026-03-19', with: '総務部 "山田", 部長' })),
    awaitedCondition: '予算,\n来期',
  }),
  aCheck('a_week', { due: '2026-07-03' }),
  aCheck('a_month', { due: '2026-07-31' }),
  aCheck('a_later', { due: '2026-08-03' }),
];

const save = async (db: Firestore, ...accounts: Account[]): Promise<void> => {
  for (let from = 0; from < accounts.length; from += 400) {
    const batch = db.batch();
    for (const account of accounts.slice(from, from + 400))
      batch.set(accountRef(db, account.id), {
        ...accountDocument(account, []),
        changedAt: FieldValue.serverTimestamp(),
      });
    await batch.commit();
  }
};

/** `over` is what members are beside the builders' ones, by their IDs. */
export const saveTeam = async (
  db: Firestore,
  settings: Partial<Settings> = {},
  over: Readonly<Record<string, Partial<Member>>> = {},
): Promise<void> => {
  const members = Object.fromEntries(
    Object.values(MEMBERS).map((member) => [member.id, { ...member, ...over[member.id], sub: null }]),
  );
  await teamRef(db).set({ version: 1, members, settings });
};

export interface QueueScene {
  db: Firestore;
  api: SheetsApi;
  workbooks: Workbooks;
  /** Pauses that the job asked for, in milliseconds. */
  waits: number[];
  save(...accounts: Account[]): Promise<void>;
  /** As the dashboard's job has counted them in that night. */
  keepLoads(...loads: MemberLoad[]): Promise<void>;
  run(now?: Date, deps?: Partial<QueueJobDeps>): Promise<QueueRun>;
  /** The queue's tab; throws where there is none. */
  tab(): WorkbookTab;
  /** The whole spreadsheet as the Sheets API tells it. */
  json(): object;
  csv(): string;
  /** Lines of the CSV. */
  lines(): string[][];
  /** What is listed, by column key. */
  rows(): Record<string, string>[];
  /** The note of each listed account, by account ID. */
  notes(): Record<string, string>;
  /** Requests as a person makes them in the queue's spreadsheet. */
  person(...requests: UpdateRequest[]): void;
  /** A person types it into the note, or the result, of that account, wherever the column stands. */
  note(accountId: string, text: string, column?: 'note' | 'result'): void;
  stop(): Promise<void>;
}

export const openQueueScene = async (db: Firestore): Promise<QueueScene> => {
  let lastId = 0;
  const workbooks = openWorkbooks({ dataDir: null, newId: () => ++lastId });
  workbooks.create(QUEUE_BOOK, { title: QUEUE_BOOK });
  const api = await startSheetsApi({ workbooks });
  const sheets = openSheets(api.rootUrl);
  const waits: number[] = [];
  const tab = (): WorkbookTab => {
    const found = workbooks
      .get(QUEUE_BOOK)
      .tabs.find(({ properties }) => properties.sheetId === QUEUE_TAB_ID);
    if (found === undefined) throw new Error('There is no queue yet.');
    return found;
  };
  const csv = () => tabAsCsv(workbooks.get(QUEUE_BOOK), tab());
  const lines = (): string[][] => parse(csv(), { bom: true, relax_column_count: true });
  const rows = () => {
    const [, , , keys = [], , ...data] = lines();
    return data.map((line) => Object.fromEntries(keys.map((key, index) => [key, line[index] ?? ''])));
  };
  const person = (...requests: UpdateRequest[]) => void workbooks.batchUpdate(QUEUE_BOOK, requests, 'user');
  return {
    db,
    api,
    workbooks,
    waits,
    save: (...accounts) => save(db, ...accounts),
    async keepLoads(...loads) {
      const state = await readDashboardState(db);
      await saveDashboardState(db, { ...state, loads, madeAt: '2026-06-30T19:10:00.000Z' });
    },
    run: (now = NOW, deps = {}) =>
      runQueueJob(now, {
        db,
        sheets,
        queueSheetId: QUEUE_BOOK,
        links: rowLinks(LINKS),
        wait: async (milliseconds) => waits.push(milliseconds),
        ...deps,
      }),
    tab,
    json: () => spreadsheetJson(workbooks.get(QUEUE_BOOK), { includeGridData: true }),
    csv,
    lines,
    rows,
    notes: () => Object.fromEntries(rows().map(({ id = '', note = '' }) => [id, note])),
    person,
    note(accountId, text, column = 'note') {
      const at = (wanted: RegExp, cells: WorkbookTab['rows'][number] = []) =>
        cells.findIndex((cell) => wanted.test(cell?.userEnteredValue?.stringValue ?? ''));
      const head = column === 'note' ? /メモ|note/ : /^(結果|Result)$/;
      const labels = tab().rows.find((cells) => at(head, cells) >= 0);
      const rowIndex = tab().rows.findIndex((cells) => at(new RegExp(`^${accountId}$`), cells) >= 0);
      if (rowIndex < 0) throw new Error(`${accountId} is not listed.`);
      person({
        updateCells: {
          start: { sheetId: QUEUE_TAB_ID, rowIndex, columnIndex: at(head, labels) },
          rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
          fields: 'userEnteredValue',
        },
      });
    },
    async stop() {
      await api.stop();
      workbooks.close();
    },
  };
};

interface LocatedQueueScene extends QueueScene {
  /** Of the Firestore: HOST:PORT. */
  host: string;
  project: string;
}

/** To be called at the top of a test file: every test has a scene of its own on the embedded Firestore. */
export const usingQueueScene = (): (() => LocatedQueueScene) => {
  const firestore = usingFirestore('embedded');
  let scene: LocatedQueueScene | undefined;
  beforeEach(async () => {
    const { host } = firestore();
    const project = `demo-${randomUUID()}`;
    const db = freshClient(host, { projectId: project, ignoreUndefinedProperties: true });
    await saveTeam(db);
    scene = { host, project, ...(await openQueueScene(db)) };
  });
  afterEach(async () => {
    await scene?.stop();
    await scene?.db.terminate();
  });
  return () => {
    if (scene === undefined) throw new Error('The scene exists only within tests.');
    return scene;
  };
};
