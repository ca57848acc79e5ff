/** A team, its accounts and the register's spreadsheet: the job on a real Sheets client, and the hands of a person in the sheet. */

import { randomUUID } from 'node:crypto';
import { FieldValue, type Firestore } from '@google-cloud/firestore';
import { parse } from 'csv-parse/sync';
import { type SheetsApi, startSheetsApi } from '../../../emulator/sheets-api/server';
import { tabAsCsv } from '../../../emulator/tab-csv';
import type { UpdateRequest, WorkbookCell, WorkbookTab } from '../../../emulator/workbook/model';
import { spreadsheetJson } from '../../../emulator/workbook/spreadsheet-json';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';
import { type RegisterJobDeps, runRegisterJob } from '../../../functions/app/register-job';
import type { RegisterRun } from '../../../functions/app/register-run';
import { rowLinks } from '../../../functions/app/row-links';
import type { Account } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { openSheets } from '../../../functions/sheets/client';
import { RegisterRefusedError } from '../../../functions/sheets/register-refusal';
import { accountDocument } from '../../../functions/store/account-fields';
import { accountRef } from '../../../functions/store/firestore';
import { anAccount } from '../../builders';
import { freshClient, usingFirestore } from '../../firestores';
import { LINKS, saveTeam } from './queue-scene';

export const REGISTER_BOOK = 'register-book';
export const REGISTER_TAB_ID = 8001;
export const HELP_TAB_ID = 8002;
export const FINDINGS_TAB_ID = 8003;
/** 07:00 of the builders' TODAY in Tokyo, which is the day before in UTC. */
export const NOW = new Date('2026-06-30T22:00:00Z');

const KEYS =
  'id name requestState quickEntry status nextCheck owner awaitedCondition contact lastContact lastContactWith statusSince daysInStatus daysSinceContact daysUntilCheck openOpportunities products pending debts mirror.id mirror.version mirror.name mirror.status mirror.owner mirror.nextCheck mirror.awaitedCondition mirror.contact mirror.quickEntry';
/** As a new register has them. */
export const COLUMNS: readonly string[] = KEYS.split(' ');

/** WORKING and owned, unless told otherwise. */
export const aRegisterAccount = (id: string, over: Partial<AccountRecord> = {}): Account =>
  anAccount({ id, name: `会社 ${id}`, status: 'WORKING', ownerId: 'is', ...over });

/** a_0 to a_9. */
export const TEN_ACCOUNTS = Array.from({ length: 10 }, (_, n) => aRegisterAccount(`a_${n}`));

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

const shown = (cell: WorkbookCell | undefined): unknown => {
  const { stringValue, numberValue, formulaValue } = cell?.userEnteredValue ?? {};
  return stringValue ?? numberValue ?? formulaValue ?? '';
};

/** Rows or columns of the register's tab, counted from 0; `endIndex` is not among them. */
export const registerRange = (startIndex: number, endIndex: number, dimension = 'ROWS') => ({
  sheetId: REGISTER_TAB_ID,
  dimension,
  startIndex,
  endIndex,
});

/** Why the run has left the register as it is; any other error is thrown on. */
export const registerRefusal = async (run: Promise<unknown>): Promise<RegisterRefusedError> => {
  const error = await run.then(
    () => new Error('The run went well.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof RegisterRefusedError) return error;
  throw error;
};

export interface RegisterScene {
  db: Firestore;
  api: SheetsApi;
  workbooks: Workbooks;
  /** Pauses that the job asked for, in milliseconds. */
  waits: number[];
  save(...accounts: Account[]): Promise<void>;
  run(now?: Date, deps?: Partial<RegisterJobDeps>): Promise<RegisterRun>;
  /** Throws where there is none. */
  tab(sheetId?: number): WorkbookTab;
  titles(): string[];
  /** The whole spreadsheet as the Sheets API tells it. */
  json(): object;
  /** Lines of the CSV. */
  lines(sheetId?: number): string[][];
  /** Where the column stands, by its key. */
  column(key: string): number;
  /** Where the account's row stands; throws where it does not. */
  rowOf(id: string): number;
  /** What stands in a cell, whatever it is. */
  cell(id: string, key: string): unknown;
  /** The same by row, from 0, for a row of no account. */
  cellAt(row: number, key: string): unknown;
  /** A person types it into the account's cell. */
  type(id: string, key: string, value: string | number): void;
  /** A row below all others, as the sheet's script writes the row of a company that was just registered. */
  addRow(id: string): void;
  /** A person types it anywhere. */
  typeAt(row: number, column: number, value: string | number): void;
  /** A person deletes rows of the tab, counted from 0; `to` is not among them. */
  deleteRows(from: number, to: number): void;
  /** Requests as a person makes them. */
  person(...requests: UpdateRequest[]): void;
  stop(): Promise<void>;
}

export const openRegisterScene = async (db: Firestore): Promise<RegisterScene> => {
  let lastId = 0;
  const workbooks = openWorkbooks({ dataDir: null, newId: () => ++lastId });
  workbooks.create(REGISTER_BOOK, { title: 'Accounts' });
  const api = await startSheetsApi({ workbooks });
  const sheets = openSheets(api.rootUrl);
  const waits: number[] = [];
  const tab = (sheetId = REGISTER_TAB_ID): WorkbookTab => {
    const found = workbooks.get(REGISTER_BOOK).tabs.find(({ properties }) => properties.sheetId === sheetId);
    if (found === undefined) throw new Error(`There is no tab ${sheetId}.`);
    return found;
  };
  const person = (...requests: UpdateRequest[]) =>
    void workbooks.batchUpdate(REGISTER_BOOK, requests, 'user');
  const column = (key: string): number => {
    for (const row of tab().rows) {
      const at = row.findIndex((cell) => shown(cell) === key);
      if (at >= 0) return at;
    }
    throw new Error(`There is no column ${key}.`);
  };
  const rowOf = (id: string): number => {
    const at = column('id');
    const index = tab().rows.findIndex((row) => shown(row[at]) === id);
    if (index < 0) throw new Error(`${id} has no row.`);
    return index;
  };
  const typeAt = (rowIndex: number, columnIndex: number, value: string | number) =>
    person({
      updateCells: {
        start: { sheetId: REGISTER_TAB_ID, rowIndex, columnIndex },
        rows: [
          {
            values: [
              {
                userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
              },
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    });
  const cellAt = (row: number, key: string): unknown => shown(tab().rows[row]?.[column(key)]);
  return {
    db,
    api,
    workbooks,
    waits,
    save: (...accounts) => save(db, ...accounts),
    run: (now = NOW, deps = {}) =>
      runRegisterJob(now, {
        db,
        sheets,
        registerSheetId: REGISTER_BOOK,
        links: rowLinks(LINKS),
        wait: async (milliseconds) => waits.push(milliseconds),
        ...deps,
      }),
    tab,
    titles: () => workbooks.get(REGISTER_BOOK).tabs.map(({ properties }) => properties.title),
    json: () => spreadsheetJson(workbooks.get(REGISTER_BOOK), { includeGridData: true }),
    lines: (sheetId) =>
      parse(tabAsCsv(workbooks.get(REGISTER_BOOK), tab(sheetId)), { bom: true, relax_column_count: true }),
    column,
    rowOf,
    cell: (id, key) => cellAt(rowOf(id), key),
    cellAt,
    type: (id, key, value) => typeAt(rowOf(id), column(key), value),
    addRow: (id) => {
      const row =
        Math.max(
          ...tab().rows.flatMap((cells, index) => (cells.some((cell) => shown(cell) !== '') ? index : [])),
          1,
        ) + 1;
      for (const key of ['id', 'mirror.id']) typeAt(row, column(key), id);
      for (const key of ['name', 'mirror.name']) typeAt(row, column(key), `会社 ${id}`);
      typeAt(row, column('mirror.version'), 1);
    },
    typeAt,
    person,
    deleteRows: (from, to) => person({ deleteDimension: { range: registerRange(from, to) } }),
    async stop() {
      await api.stop();
      workbooks.close();
    },
  };
};

/** To be called at the top of a test file: every test has a scene of its own on the embedded Firestore. */
export const usingRegisterScene = (): (() => RegisterScene) => {
  const firestore = usingFirestore('embedded');
  let scene: RegisterScene | undefined;
  beforeEach(async () => {
    const db = freshClient(firestore().host, {
      projectId: `demo-${randomUUID()}`,
      ignoreUndefinedProperties: true,
    });
    await saveTeam(db);
    scene = await openRegisterScene(db);
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
