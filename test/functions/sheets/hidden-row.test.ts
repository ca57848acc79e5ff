import type { UpdateRequest } from '../../../emulator/workbook/model';
import { openSheets } from '../../../functions/sheets/client';
import { readIsHidden } from '../../../functions/sheets/hidden-row';
import {
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../emulator/sheets-api/sheets-client';
import { fill, span } from '../../emulator/workbook/requests/request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

const hides = (...hiddenValues: string[]): UpdateRequest => ({
  setBasicFilter: { filter: { range: { sheetId: 0 }, criteria: { 0: { hiddenValues } } } },
});
const hiddenByHand = (row: number): UpdateRequest => ({
  updateDimensionProperties: {
    range: span('ROWS', row - 1, row),
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});

test.each<[string, UpdateRequest[], number[]]>([
  ['nothing', [], []],
  ['a filter', [hides('甲', '丙')], [2, 4]],
  ['a filter that was changed', [hides('甲'), hides('乙')], [3]],
  ['a person', [hiddenByHand(3)], [3]],
  ['both', [hides('甲'), hiddenByHand(4)], [2, 4]],
])('the rows that %s hides', async (_, requests, hidden) => {
  await suite.update(fill([['会社名'], ['甲'], ['乙'], ['丙']]), ...requests);
  const sheets = openSheets(suite.api.rootUrl);
  const rows = [1, 2, 3, 4, 5];
  const isHidden = await Promise.all(
    rows.map((row) => readIsHidden(sheets, SPREADSHEET_ID, 'Accounts', row)),
  );
  expect(rows.filter((_row, index) => isHidden[index])).toEqual(hidden);
});
