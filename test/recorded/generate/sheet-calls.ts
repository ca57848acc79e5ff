/** The jobs that write the spreadsheets, what people type there in between, and how the spreadsheets look in the end. */
import type { Json } from './json';
import type { World } from './world';

const REGISTER = 'hachi-register';
const QUEUE = 'hachi-queue';
/** IDs of the tabs that the product makes. */
const REGISTER_TAB = 8001;
const QUEUE_TAB = 8004;
const LIST_TAB = 500;

const SIGNED_IN = { authorization: 'Bearer local' };
/** All that somebody has entered or set: what the spreadsheet computes from it is left out. */
const ENTERED =
  'properties,namedRanges,developerMetadata,sheets(properties,merges,protectedRanges,conditionalFormats,bandedRanges,charts,basicFilter,developerMetadata,data(rowMetadata,columnMetadata,rowData.values(userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns,hyperlink)))';

const JOBS = ['layout', 'queue', 'duplicates'];

export const runJobs = async ({ recorder }: World, as = 'scheduler', jobs = JOBS): Promise<void> => {
  for (const to of jobs) await recorder.call({ as, to, json: {} });
};

export const bothSpreadsheets = async ({ recorder }: World): Promise<void> => {
  for (const path of [REGISTER, QUEUE])
    await recorder.call({ as: null, to: 'sheets', path, query: { fields: ENTERED }, headers: SIGNED_IN });
};

const change = async ({ recorder }: World, path: string, ...requests: Json[]): Promise<void> => {
  const { status, body } = await recorder.call({
    as: null,
    to: 'sheets',
    path: `${path}:batchUpdate`,
    json: { requests },
    headers: SIGNED_IN,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
};

interface Grid {
  /** Index of the first row of an account. */
  first: number;
  /** Behind the last one. */
  end: number;
  column: (key: string) => number;
  rows: Json[][];
}

const gridOf = async ({ recorder }: World, path: string, sheetId: number): Promise<Grid> => {
  const { body } = await recorder.look({
    as: null,
    to: 'sheets',
    path,
    query: { fields: 'sheets(properties.sheetId,data.rowData.values.userEnteredValue)' },
    headers: SIGNED_IN,
  });
  const tab = (body as Json).sheets.find(({ properties }: Json) => properties.sheetId === sheetId);
  const rows: Json[][] = (tab.data[0].rowData ?? []).map(({ values = [] }: Json) =>
    values.map(({ userEnteredValue }: Json) => userEnteredValue ?? {}),
  );
  const keys = rows.findIndex((row) => row.some(({ stringValue }) => stringValue === 'id'));
  return {
    first: keys + 2,
    end: rows.length,
    rows,
    column: (key) => (rows[keys] ?? []).findIndex(({ stringValue }) => stringValue === key),
  };
};

const typed = (sheetId: number, rowIndex: number, columnIndex: number, value: Json): Json => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: value }] }],
    fields: 'userEnteredValue',
  },
});

const words = (stringValue: string): Json => ({ stringValue });

/** What waits to be sent: cells that somebody has changed. */
export const typeInRegister = async (world: World): Promise<void> => {
  const { random } = world;
  const { first, end, column } = await gridOf(world, REGISTER, REGISTER_TAB);
  const row = (): number => first + random.below(end - first);
  const cells: [string, Json][] = [
    ['status', words('ワーキング')],
    ['status', words('四半期チェック')],
    ['status', words('知らない')],
    ['status', {}],
    ['owner', words('佐藤 葵')],
    ['owner', {}],
    ['nextCheck', { numberValue: 46_500 }],
    ['nextCheck', words('来週')],
    ['awaitedCondition', words('新しい条件')],
    ['awaitedCondition', words('=1+1')],
    ['contact', words('山田 太郎')],
    ['name', words('書き換えた名前')],
    ['daysInStatus', words('x')],
  ];
  await change(
    world,
    REGISTER,
    ...cells.map(([key, value]) => typed(REGISTER_TAB, row(), column(key), value)),
  );
};

/** Rows that come apart: sorted in part, copied, deleted, with another ID, and some that are not registered yet. */
export const disturbRegister = async (world: World): Promise<void> => {
  const { random } = world;
  const { first, end, column, rows } = await gridOf(world, REGISTER, REGISTER_TAB);
  const row = (): number => first + 10 + random.below(end - first - 20);
  const id = column('id');
  const part = {
    sheetId: REGISTER_TAB,
    startRowIndex: first + 2,
    endRowIndex: first + 8,
    startColumnIndex: 0,
    endColumnIndex: 4,
  };
  await change(world, REGISTER, {
    sortRange: { range: part, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] },
  });
  await change(
    world,
    REGISTER,
    { appendDimension: { sheetId: REGISTER_TAB, dimension: 'ROWS', length: 5 } },
    {
      updateCells: {
        start: { sheetId: REGISTER_TAB, rowIndex: end, columnIndex: 0 },
        rows: [{ values: (rows[row()] ?? []).map((userEnteredValue) => ({ userEnteredValue })) }],
        fields: 'userEnteredValue',
      },
    },
    typed(REGISTER_TAB, end + 1, column('name'), words('株式会社まだない')),
    typed(REGISTER_TAB, end + 2, column('name'), words('手書きの会社')),
    typed(REGISTER_TAB, end + 2, column('status'), words('ワーキング')),
    typed(REGISTER_TAB, row(), id, words('a_typed_over_by_somebody_xx')),
    typed(REGISTER_TAB, row(), id, {}),
  );
  const deleted = row();
  await change(
    world,
    REGISTER,
    {
      deleteDimension: {
        range: { sheetId: REGISTER_TAB, dimension: 'ROWS', startIndex: deleted, endIndex: deleted + 3 },
      },
    },
    {
      moveDimension: {
        source: {
          sheetId: REGISTER_TAB,
          dimension: 'COLUMNS',
          startIndex: column('owner'),
          endIndex: column('owner') + 1,
        },
        destinationIndex: column('contact') + 1,
      },
    },
    { updateSheetProperties: { properties: { sheetId: REGISTER_TAB, title: '営業台帳' }, fields: 'title' } },
    {
      insertDimension: {
        range: { sheetId: REGISTER_TAB, dimension: 'ROWS', startIndex: first + 20, endIndex: first + 22 },
      },
    },
  );
};

export const noteInQueue = async (world: World, note: string, count: number): Promise<void> => {
  const { first, end, column } = await gridOf(world, QUEUE, QUEUE_TAB);
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  const noted = world.random.shuffled(rows).slice(0, count);
  await change(
    world,
    QUEUE,
    ...noted.map((row, index) => typed(QUEUE_TAB, row, column('note'), words(`${note} ${index + 1}`))),
  );
};

/** A list that somebody pasted into a tab of the register. */
export const listTab = async (world: World, cells: readonly (readonly string[])[]): Promise<void> => {
  const { recorder } = world;
  await change(
    world,
    REGISTER,
    { addSheet: { properties: { sheetId: LIST_TAB, title: '名簿' } } },
    {
      updateCells: {
        start: { sheetId: LIST_TAB, rowIndex: 0, columnIndex: 0 },
        rows: cells.map((row) => ({ values: row.map((cell) => ({ userEnteredValue: words(cell) })) })),
        fields: 'userEnteredValue',
      },
    },
  );
  const queries: Record<string, string>[] = [
    { list: '名簿', tab: '名簿', dryRun: 'true' },
    { list: '名簿', tab: '名簿', skipProblems: 'true' },
    { list: '名簿', tab: 'ない' },
    { list: '名簿', tab: '営業台帳' },
  ];
  for (const query of queries) await recorder.call({ as: 'manager', to: 'import', query, text: '' });
  await world.refreshAll();
};
