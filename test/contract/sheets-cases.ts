/** What Hachi rests on in Google Sheets: each case makes a tab of its own, and holds for the local suite and for Google alike. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { SheetsClient } from '../../functions/sheets/client';

export interface ContractTab {
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly title: string;
}

export interface ContractCase {
  readonly name: string;
  /** The local suite does otherwise, which its code says. */
  readonly onlyGoogle?: true;
  readonly run: (tab: ContractTab) => Promise<void>;
}

const update = async (
  { client, spreadsheetId }: ContractTab,
  ...requests: sheets_v4.Schema$Request[]
): Promise<void> => {
  await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
};

const type = async (
  { client, spreadsheetId, title }: ContractTab,
  at: string,
  values: unknown[][],
  valueInputOption: 'RAW' | 'USER_ENTERED' = 'USER_ENTERED',
): Promise<void> => {
  const range = `'${title}'!${at}`;
  await client.spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption,
    requestBody: { values },
  });
};

const read = async (
  { client, spreadsheetId, title }: ContractTab,
  at: string,
  valueRenderOption: 'FORMULA' | 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE' = 'UNFORMATTED_VALUE',
): Promise<unknown[][] | null | undefined> => {
  const range = `'${title}'!${at}`;
  return (await client.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption })).data.values;
};

const sheetOf = async (
  { client, spreadsheetId, sheetId }: ContractTab,
  fields: string,
): Promise<sheets_v4.Schema$Sheet> => {
  const { data } = await client.spreadsheets.get({ spreadsheetId, fields: `sheets(properties,${fields})` });
  const found = data.sheets?.find(({ properties }) => properties?.sheetId === sheetId);
  if (found === undefined) throw new Error('The tab is gone.');
  return found;
};

/** Google's status of what is refused. */
const refusal = async (work: Promise<unknown>): Promise<number> => {
  try {
    await work;
  } catch (error) {
    return Number((error as { status?: unknown }).status);
  }
  throw new Error('It was not refused.');
};

const TEXT_COLUMN = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };

export const SHEETS_CASES: readonly ContractCase[] = [
  {
    name: 'RAW keeps a text that begins as a formula does, and what is typed is one',
    run: async (tab) => {
      await type(tab, 'A1', [['=1+1']], 'RAW');
      await type(tab, 'A2', [['=1+1']]);
      expect(await read(tab, 'A1:A2')).toEqual([['=1+1'], [2]]);
    },
  },
  {
    name: 'a cell whose format is text keeps a day without a year, and a formula, as they were typed',
    run: async (tab) => {
      const range = { sheetId: tab.sheetId, startColumnIndex: 0, endColumnIndex: 1 };
      await update(tab, {
        repeatCell: { range, cell: TEXT_COLUMN, fields: 'userEnteredFormat.numberFormat' },
      });
      await type(tab, 'A1', [['4/1'], ['2026/4/1'], ['=1+1']]);
      expect(await read(tab, 'A1:A3')).toEqual([['4/1'], ['2026/4/1'], ['=1+1']]);
    },
  },
  {
    name: 'a day without a year is taken for one of this year where the format is not text',
    onlyGoogle: true,
    run: async (tab) => {
      await type(tab, 'A1', [['4/1']]);
      expect(await read(tab, 'A1')).toEqual([[expect.any(Number)]]);
    },
  },
  {
    name: 'empty cells at the end of a row, and rows at the end, are left out',
    run: async (tab) => {
      await type(tab, 'A1', [
        ['a', '', ''],
        ['', '', ''],
      ]);
      expect(await read(tab, 'A1:C2')).toEqual([['a']]);
      expect(await read(tab, 'B1:C2')).toBeUndefined();
    },
  },
  {
    name: 'of a batch in which one request is refused, nothing is done',
    run: async (tab) => {
      const cell = { userEnteredValue: { stringValue: 'written' } };
      const start = { sheetId: tab.sheetId, rowIndex: 0, columnIndex: 0 };
      const written = { updateCells: { start, rows: [{ values: [cell] }], fields: 'userEnteredValue' } };
      const impossible = { deleteSheet: { sheetId: 987_654_321 } };
      expect(await refusal(update(tab, written, impossible))).toBe(400);
      expect(await read(tab, 'A1')).toBeUndefined();
    },
  },
  {
    name: 'a filter keeps the bounds that it was set with, and rows that are appended lie outside of it',
    run: async (tab) => {
      const range = {
        sheetId: tab.sheetId,
        startRowIndex: 0,
        endRowIndex: 10,
        startColumnIndex: 0,
        endColumnIndex: 3,
      };
      await update(
        tab,
        { setBasicFilter: { filter: { range } } },
        { appendDimension: { sheetId: tab.sheetId, dimension: 'ROWS', length: 5 } },
      );
      expect((await sheetOf(tab, 'basicFilter')).basicFilter?.range).toMatchObject({ endRowIndex: 10 });
    },
  },
  {
    name: 'a sort carries the rows of its range, hidden columns too',
    run: async (tab) => {
      const { sheetId } = tab;
      await type(tab, 'A1', [
        ['b', 'id-b'],
        ['a', 'id-a'],
      ]);
      const hidden = { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
      const range = { sheetId, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
      await update(
        tab,
        {
          updateDimensionProperties: {
            range: hidden,
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        },
        { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
      );
      expect(await read(tab, 'A1:B2')).toEqual([
        ['a', 'id-a'],
        ['b', 'id-b'],
      ]);
    },
  },
  {
    name: 'a link of a cell comes back as it was written',
    run: async (tab) => {
      const uri = 'https://hachi.example/open?a=1&b=%E3%81%82';
      const cell = {
        userEnteredValue: { stringValue: '株式会社いろは' },
        userEnteredFormat: { textFormat: { link: { uri } } },
      };
      const start = { sheetId: tab.sheetId, rowIndex: 0, columnIndex: 0 };
      const fields = 'userEnteredValue,userEnteredFormat.textFormat.link';
      await update(tab, { updateCells: { start, rows: [{ values: [cell] }], fields } });
      const { data = [] } = await sheetOf(tab, 'data(rowData(values(userEnteredFormat(textFormat(link)))))');
      expect(data[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat?.textFormat?.link?.uri).toBe(uri);
    },
  },
];
