import { BREAKDOWN_TAB } from '../../../functions/domain/register/tabs';
import type { FigureKey } from '../../../functions/domain/statistics/dashboard';
import { text } from '../../../functions/domain/text/text';
import {
  type BreakdownPage,
  breakdownLinks,
  breakdownTabRequests,
  LISTED_PER_ROW,
} from '../../../functions/sheets/breakdown-tab';
import { MEMBERS } from '../../builders';
import { aBreakdownRow, aDashboard, aFigure, aFigureRow } from './a-dashboard';
import { aReportScene } from './report-scene';

const figures = [
  aFigure({ rows: [aFigureRow('4>3', [1], LISTED_PER_ROW + 5), aFigureRow('5>2', [0], 0)] }),
  aFigure({ key: 'reacquired', title: text('買い直し', 'Bought again'), rows: [aFigureRow('list', [1], 1)] }),
];
const page: BreakdownPage = {
  dashboard: aDashboard(...figures),
  breakdown: [
    aBreakdownRow({ figure: 'reacquired', row: 'list', column: 'times', value: 12_000, ownerId: null }),
    ...Array.from({ length: LISTED_PER_ROW + 2 }, (_, index) => aBreakdownRow({ accountId: `a${index}` })),
    aBreakdownRow({ accountId: 'a0', column: 'rest' }),
  ],
  members: MEMBERS,
  language: 'en',
  links: ({ accountId }) => `https://x/${accountId}`,
};

test('each row of a figure has so many accounts, linked to the register, and the number of the others', () => {
  const scene = aReportScene();
  scene.apply(breakdownTabRequests(null, { title: 'Breakdown', index: 1 }, page));
  const [summary, , heads, first, ...rest] = scene.shown(BREAKDOWN_TAB);
  expect(summary?.[0]).toBe('The accounts behind the numbers of the dashboard of 2026-11-29');
  expect(heads).toEqual(['Figure', 'Row', 'Company', 'Owner', 'Status today', 'Counted as', 'Days or yen']);
  expect(first).toEqual([
    'Conversion',
    '4>3',
    '=1+1',
    MEMBERS.is?.name,
    'Working',
    'Counted, Not counted',
    '12.0',
  ]);
  expect(rest[LISTED_PER_ROW - 1]).toEqual(['Conversion', '4>3', '5 more']);
  expect(rest.slice(LISTED_PER_ROW)).toEqual([
    ['Bought again', 'list', '=1+1', '', 'Working', 'Times', '¥12,000'],
  ]);
  expect(scene.link(BREAKDOWN_TAB, 3, 2)).toBe('https://x/a0');
  expect(breakdownTabRequests(scene.content(BREAKDOWN_TAB), { title: '', index: 0 }, page)).toEqual([]);
});

test('a figure leads to its accounts and no others, after any sort', () => {
  const scene = aReportScene();
  scene.apply(breakdownTabRequests(null, { title: 'Breakdown', index: 1 }, page));
  const range = { sheetId: BREAKDOWN_TAB, startRowIndex: 3 };
  scene.apply([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }] } }]);
  const shownBy = (figure: FigureKey): string[][] => {
    const [, viewId] = /^#gid=8026&fvid=(\d+)$/.exec(breakdownLinks(page).get(figure) ?? '') ?? [];
    return scene.seenThrough(BREAKDOWN_TAB, Number(viewId)).slice(3);
  };
  expect(shownBy('conversion').map(([figure]) => figure)).toEqual(
    Array.from({ length: LISTED_PER_ROW + 1 }, () => 'Conversion'),
  );
  expect(shownBy('reacquired').map(([, row]) => row)).toEqual(['list']);
});

test('a view that somebody has deleted comes back, and one of a figure without accounts goes', () => {
  const scene = aReportScene();
  const write = (one: BreakdownPage) =>
    breakdownTabRequests(scene.content(BREAKDOWN_TAB), { title: 'Breakdown', index: 1 }, one);
  scene.apply(write(page));
  const views = () => scene.content(BREAKDOWN_TAB)?.sheet.filterViews ?? [];
  const titles = () => views().map(({ title }) => title);
  expect(titles()).toEqual(['Conversion', 'Bought again']);
  scene.apply([{ deleteFilterView: { filterId: views()[0]?.filterViewId ?? 0 } }]);
  scene.apply(write(page));
  expect(titles().sort()).toEqual(['Bought again', 'Conversion']);
  expect(write(page)).toEqual([]);
  const dashboard = aDashboard(
    ...figures.map((one) => (one.key === 'reacquired' ? { ...one, rows: [] } : one)),
  );
  scene.apply(write({ ...page, dashboard }));
  expect(titles()).toEqual(['Conversion']);
});

test('a dashboard of nothing says so', () => {
  const scene = aReportScene();
  const nothing = { ...page, dashboard: aDashboard(aFigure({ rows: [] })), breakdown: [] };
  scene.apply(breakdownTabRequests(null, { title: 'Breakdown', index: 1 }, nothing));
  expect(scene.lines(BREAKDOWN_TAB)[0]?.[0]).toBe('As of 2026-11-29. There is nothing to count yet.');
});
