/** The register with the very script that would be pushed, on the real functions; people sit at it by their sessions. */

import type { Result, SendReport, SidebarState } from '../../apps-script/script-api';
import type { Execution } from '../../emulator/apps-script/execution-context';
import type { Button, Dialog } from '../../emulator/apps-script/protocol';
import type { ScriptUi } from '../../emulator/apps-script/screen-state';
import type { SheetSession } from '../../emulator/apps-script/session';
import type { TypedValue } from '../../emulator/apps-script/user-edit';
import { REGISTER_ID } from '../../emulator/suite';
import { columnName } from '../../emulator/workbook/a1';
import type { UpdateRequest, WorkbookCell, WorkbookTab } from '../../emulator/workbook/model';
import type { ColumnKey } from '../../functions/domain/register/column-keys';
import type { RegisterRow } from '../../functions/domain/register/row';
import {
  aCommandRequest,
  aRegisterRequest,
  emailOf,
  rowOf,
  type TestSuite,
  usingSuite,
  type Who,
} from '../suite';

const TAB = 8001;

/** What came before a person's eyes. */
export interface Seat {
  session: SheetSession;
  toasts: string[];
  questions: string[];
  dialogs: Dialog[];
  /** What alerts and prompts are answered with. */
  answer: { button: Button; text?: string };
}

export interface SheetScene {
  suite: TestSuite;
  /** Opens the register as that person; the menus are there. */
  sit(who: Who, over?: { locale?: string; phone?: boolean }): Promise<Seat>;
  /** Accounts registered as cold, and the register laid out. */
  companies(...names: string[]): Promise<RegisterRow[]>;
  /** The job's own answer; throws where it refuses. */
  layout(body?: object): Promise<Record<string, number>>;
  tab(sheetId?: number): WorkbookTab;
  /** Zero-based, by account ID; throws where it has none. */
  rowOf(id: string): number;
  cell(id: string, key: ColumnKey): string | number | boolean;
  note(id: string, key: ColumnKey): string;
  a1(id: string, key: ColumnKey): string;
  type(seat: Seat, id: string, key: ColumnKey, value: TypedValue): Promise<Execution[]>;
  /** Pastes a block whose first cell is that one. */
  paste(
    seat: Seat,
    id: string,
    key: ColumnKey,
    values: readonly (readonly TypedValue[])[],
  ): Promise<Execution[]>;
  /** By hand: sorting, inserting, deleting. */
  change(seat: Seat, ...requests: UpdateRequest[]): Promise<Execution[]>;
  account(id: string): Promise<RegisterRow>;
  /** Below the last row that anything was typed into; from 1. */
  freeRow(): number;
  /** In the order of the sheet. */
  fromTheTop(rows: readonly RegisterRow[]): string[];
  /** Zero-based. */
  column(key: ColumnKey): number;
  /** The last executions of that function, newest first. */
  ran(functionName: string): Execution[];
}

/** What a function of the script told; throws its trouble. */
export const resultValue = <T>(answer: unknown): T => {
  const result = answer as Result<T>;
  if ('error' in result) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const entered = (cell: WorkbookCell | undefined): string | number | boolean => {
  const { stringValue, numberValue, boolValue, formulaValue } = cell?.userEnteredValue ?? {};
  return stringValue ?? numberValue ?? boolValue ?? formulaValue ?? '';
};

export const sheetScene = (suite: TestSuite): SheetScene => {
  const tab = (sheetId = TAB): WorkbookTab => {
    const found = suite.workbooks
      .get(REGISTER_ID)
      .tabs.find(({ properties }) => properties.sheetId === sheetId);
    if (found === undefined) throw new Error(`There is no tab ${sheetId}.`);
    return found;
  };
  const column = (key: ColumnKey): number => {
    for (const row of tab().rows) {
      const at = row.findIndex((cell) => entered(cell) === key);
      if (at >= 0) return at;
    }
    throw new Error(`There is no column ${key}.`);
  };
  const rowAt = (id: string): number => {
    const at = column('id');
    const row = tab().rows.findIndex((cells) => entered(cells[at]) === id);
    if (row < 0) throw new Error(`${id} has no row.`);
    return row;
  };
  const layout: SheetScene['layout'] = async (body = {}) => {
    const answer = await suite.call('manager', 'layout', { body });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const a1 = (id: string, key: ColumnKey): string => `${columnName(column(key))}${rowAt(id) + 1}`;
  return {
    suite,
    tab,
    layout,
    a1,
    column,
    freeRow: () =>
      tab().rows.findLastIndex((row) => row.some((cell) => cell?.userEnteredValue !== undefined)) + 2,
    fromTheTop: (rows) => rows.map(({ id }) => id).sort((a, b) => rowAt(a) - rowAt(b)),
    ran: (functionName) =>
      suite.script.executions.filter((one) => one.functionName === functionName).reverse(),
    rowOf: rowAt,
    cell: (id, key) => entered(tab().rows[rowAt(id)]?.[column(key)]),
    note: (id, key) => tab().rows[rowAt(id)]?.[column(key)]?.note ?? '',
    async sit(who, { locale = 'ja', phone = false } = {}) {
      const seat: Omit<Seat, 'session'> = {
        toasts: [],
        questions: [],
        dialogs: [],
        answer: { button: 'YES' },
      };
      const view: ScriptUi = {
        toast: ({ message }) => void seat.toasts.push(message),
        show: (dialog) => void seat.dialogs.push(dialog),
        alert: async ({ prompt }) => {
          seat.questions.push(prompt);
          return seat.answer.button;
        },
        prompt: async ({ prompt }) => {
          seat.questions.push(prompt);
          return { button: seat.answer.button, text: seat.answer.text ?? '' };
        },
      };
      const session = suite.script.openAs({ email: emailOf(who), locale, phone }, view);
      await session.open();
      session.select(`${tab().properties.title}!C3`);
      return Object.assign(seat, { session });
    },
    async companies(...names) {
      const rows = (await suite.submit('is', ...names.map((name) => aRegisterRequest(name)))).map(rowOf);
      await layout();
      return rows;
    },
    async type(seat, id, key, value) {
      return seat.session.edit(`'${tab().properties.title}'!${a1(id, key)}`, [[value]]);
    },
    async paste(seat, id, key, values) {
      return seat.session.edit(`'${tab().properties.title}'!${a1(id, key)}`, values, 'pasted');
    },
    change: (seat, ...requests) => seat.session.change(requests),
    async account(id) {
      const { body } = await suite.call('is', 'lookup', { body: { id } });
      return body.hits[0].row;
    },
  };
};

/** A note of the team's stands far down beside our columns: the register is not read in one piece any more. */
const enlarge = async ({ sit, change, tab }: SheetScene): Promise<void> => {
  const seat = await sit('manager');
  const [sheetId, { title, gridProperties }] = [TAB, tab().properties];
  await change(
    seat,
    { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } },
    { appendDimension: { sheetId, dimension: 'ROWS', length: 2_000 } },
  );
  const column = columnName(gridProperties?.columnCount ?? 0);
  await seat.session.edit(`'${title}'!${column}2000`, [['メモ']]);
};

/** To be called at the top of a file; every test finds the accounts of those before it. */
export const usingSheet = (
  options: Parameters<typeof usingSuite>[1] = {},
  { isLarge = false } = {},
): (() => SheetScene) => {
  const suite = usingSuite('embedded', options);
  let scene: SheetScene | undefined;
  beforeAll(async () => {
    scene = sheetScene(suite());
    await scene.layout();
    if (isLarge) await enlarge(scene);
  });
  return () => {
    if (scene === undefined) throw new Error('The sheet is there only within tests.');
    return scene;
  };
};

/** WORKING, met, and a client as soon as somebody says so: its product is agreed. */
export const registerClients = async (
  { suite, layout }: SheetScene,
  ...names: string[]
): Promise<RegisterRow[]> => {
  const registered = (await suite.submit('is', ...names.map((name) => aRegisterRequest(name)))).map(rowOf);
  const working = (
    await suite.submit(
      'is',
      ...registered.map((row) =>
        aCommandRequest(
          { type: 'logActivity', activity: { kind: 'meeting', date: '2026-06-30', with: '総務部' } },
          row,
        ),
      ),
    )
  ).map(rowOf);
  const sold = await suite.submit(
    'is',
    ...working.map((row) =>
      aCommandRequest(
        {
          type: 'saveProduct',
          product: {
            product: 'ハチ見積クラウド',
            state: 'prospect',
            since: '2026-06-30',
            reference: '注文 1',
          },
        },
        row,
      ),
    ),
  );
  await layout();
  return sold.map(rowOf);
};

/** Throws where there is none. */
export const firstRow = (rows: readonly RegisterRow[]): RegisterRow => {
  const [row] = rows;
  if (row === undefined) throw new Error('There is no account.');
  return row;
};

/** As the open sidebar does. */
export const sendPending = async ({ session }: Seat): Promise<SendReport> =>
  resultValue(await session.run('sendPending'));

/** As the sidebar does with the draft in that row, counted from 1: the answer of the script as it is. */
export const registerDraft = async (
  { session }: Seat,
  { tab }: SheetScene,
  row: number,
): Promise<unknown> => {
  session.select(`'${tab().properties.title}'!B${row}`);
  const { selection } = resultValue<SidebarState>(await session.run('sidebarState'));
  if (selection.kind !== 'draft') throw new Error(`Row ${row} is no draft but ${selection.kind}.`);
  return session.run('registerDraft', [selection.row, selection.name, selection.mark]);
};
