import { numberCell } from '../../../functions/sheets/cells';
import {
  linkedTextCell,
  type ReportColumn,
  type ReportPage,
  reportTabRequests,
  wrappedTextCell,
} from '../../../functions/sheets/report-tab';
import { aReportScene, type ReportScene } from './report-scene';

const TAB = 7;

interface Item {
  name: string;
  count: number;
}

const columns: ReportColumn<Item>[] = [
  { label: { ja: '会社', en: 'Company' }, width: 200, cell: ({ name }) => wrappedTextCell(name) },
  { label: { ja: '数', en: 'Count' }, width: 60, cell: ({ count }) => numberCell(count) },
  {
    label: { ja: '行', en: 'Row' },
    width: 80,
    cell: ({ name }, language) => linkedTextCell(language, name === '' ? undefined : `https://x/${name}`),
  },
];

const page = (over: Partial<ReportPage<Item>> = {}): ReportPage<Item> => ({
  summary: { ja: '2 件', en: '2 found' },
  stamp: { ja: '7月1日', en: '1 July' },
  items: [
    { name: '=松', count: 3 },
    { name: '', count: 0 },
  ],
  language: 'ja',
  ...over,
});

const requestsFor = (scene: ReportScene, over?: Partial<ReportPage<Item>>) =>
  reportTabRequests(TAB, columns, scene.content(TAB), { title: '要確認', index: 0 }, page(over));

test('a tab is made where there is none: summary, stamp, header, and a row for each', () => {
  const scene = aReportScene();
  scene.apply(requestsFor(scene));
  expect(scene.lines(TAB)).toEqual([
    ['2 件'],
    ['7月1日'],
    ['会社', '数', '行'],
    ['=松', '3', 'ja'],
    ['', '0', 'ja'],
  ]);
  expect([scene.link(TAB, 3, 2), scene.link(TAB, 4, 2)]).toEqual(['https://x/=松', undefined]);
  expect(scene.content(TAB)).toMatchObject({
    title: '要確認',
    rowCount: 5,
    columnCount: 3,
    sheet: { properties: { gridProperties: { frozenRowCount: 3 } } },
  });
});

test('where it says so already, nothing is written', () => {
  const scene = aReportScene();
  scene.apply(requestsFor(scene));
  expect(requestsFor(scene)).toEqual([]);
  expect(requestsFor(scene, { language: 'en' })).not.toEqual([]);
});

test('what people did to the tab goes with the next change: longer, shorter, merged, filtered, renamed', () => {
  const scene = aReportScene();
  scene.apply(requestsFor(scene));
  scene.apply([
    { appendDimension: { sheetId: TAB, dimension: 'ROWS', length: 9 } },
    { updateSheetProperties: { properties: { sheetId: TAB, title: '自分の名前' }, fields: 'title' } },
    { mergeCells: { range: { sheetId: TAB, startRowIndex: 4, endRowIndex: 6 }, mergeType: 'MERGE_ALL' } },
    { setBasicFilter: { filter: { range: { sheetId: TAB, startRowIndex: 2 } } } },
  ]);
  scene.apply(requestsFor(scene, { items: [], summary: { ja: '0 件', en: 'None' } }));
  expect(scene.lines(TAB)).toEqual([['0 件'], ['7月1日'], ['会社', '数', '行']]);
  // A frozen header needs a row below it.
  expect(scene.content(TAB)).toMatchObject({ title: '自分の名前', rowCount: 4, columnCount: 3 });
  scene.apply(
    requestsFor(scene, { items: Array.from({ length: 40 }, (_, count) => ({ name: 'x', count })) }),
  );
  expect(scene.lines(TAB)).toHaveLength(43);
});
