import { APPROVALS_TAB, BREAKDOWN_TAB, DASHBOARD_TAB } from '../../../functions/domain/register/tabs';
import { writeDashboard } from '../../../functions/sheets/dashboard-spreadsheet';
import { MEMBERS } from '../../builders';
import {
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../emulator/sheets-api/sheets-client';
import { aBreakdownRow, aDashboard, aFigure } from './a-dashboard';

let suite: SheetsApiScene;
beforeAll(async () => {
  suite = await startSheetsApiScene();
});
afterAll(() => suite.stop());

const page = {
  dashboard: aDashboard(aFigure()),
  breakdown: [aBreakdownRow()],
  members: MEMBERS,
  language: 'ja' as const,
  links: () => undefined,
};
const write = (language: 'ja' | 'en' = 'ja'): Promise<number> =>
  writeDashboard(suite.client, SPREADSHEET_ID, { ...page, language }, async () => undefined);

test('two tabs and a chart, written once, and again where one was deleted with its charts', async () => {
  expect([await write(), await write()]).toEqual([2, 0]);
  const tabs = () =>
    suite.workbooks
      .get(SPREADSHEET_ID)
      .tabs.map(({ properties: { sheetId, title }, charts }) => [sheetId, title, charts.length]);
  const both = [
    [BREAKDOWN_TAB, '内訳', 0],
    [DASHBOARD_TAB, 'ダッシュボード', 1],
  ];
  expect(tabs()).toEqual(expect.arrayContaining(both));
  await suite.update({ deleteSheet: { sheetId: DASHBOARD_TAB } });
  expect(await write()).toBe(1);
  expect(tabs()).toEqual(expect.arrayContaining(both));
});

test('a new one stands behind the approvals or, where there are none yet, in front of all, and its accounts behind all', async () => {
  const order = () => suite.workbooks.get(SPREADSHEET_ID).tabs.map(({ properties }) => properties.title);
  const remove = (sheetId: number) => suite.update({ deleteSheet: { sheetId } });
  await remove(DASHBOARD_TAB);
  await remove(BREAKDOWN_TAB);
  const others = order();
  await write();
  expect(order()).toEqual(['ダッシュボード', ...others, '内訳']);
  await remove(DASHBOARD_TAB);
  await suite.update({ addSheet: { properties: { sheetId: APPROVALS_TAB, title: '承認', index: 0 } } });
  await write();
  expect(order()).toEqual(['承認', 'ダッシュボード', ...others, '内訳']);
});

test('the titles follow the language of the team; one that people have given stays', async () => {
  const titles = () => suite.workbooks.get(SPREADSHEET_ID).tabs.map(({ properties }) => properties.title);
  await write();
  await write('en');
  expect(titles()).toEqual(expect.arrayContaining(['Breakdown', 'Dashboard']));
  await suite.update({
    updateSheetProperties: { properties: { sheetId: DASHBOARD_TAB, title: '数字' }, fields: 'title' },
  });
  await write();
  expect(titles()).toEqual(expect.arrayContaining(['内訳', '数字']));
});
