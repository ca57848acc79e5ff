import { BREAKDOWN_TAB } from '../../../functions/domain/register/tabs';
import {
  type BreakdownPage,
  breakdownRows,
  breakdownTabRequests,
  LISTED_PER_ROW,
} from '../../../functions/sheets/breakdown-tab';
import { MEMBERS } from '../../builders';
import { aBreakdownRow, aDashboard, aFigure, aFigureRow } from './a-dashboard';
import { aReportScene } from './report-scene';

const figures = [
  aFigure({ rows: [aFigureRow('4>3', [1], LISTED_PER_ROW + 5), aFigureRow('5>2', [0], 0)] }),
  aFigure({ key: 'reacquired', rows: [aFigureRow('list', [1], 1)] }),
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
    ['Conversion', 'list', '=1+1', '', 'Working', 'Times', '¥12,000'],
  ]);
  expect(scene.link(BREAKDOWN_TAB, 3, 2)).toBe('https://x/a0');
  expect(breakdownTabRequests(scene.content(BREAKDOWN_TAB), { title: '', index: 0 }, page)).toEqual([]);
});

test('a figure leads to the first of its accounts', () => {
  expect([...breakdownRows(page)]).toEqual([
    ['conversion', 3],
    ['reacquired', 3 + LISTED_PER_ROW + 1],
  ]);
});

test('a dashboard of nothing says so', () => {
  const scene = aReportScene();
  const nothing = { ...page, dashboard: aDashboard(aFigure({ rows: [] })), breakdown: [] };
  scene.apply(breakdownTabRequests(null, { title: 'Breakdown', index: 1 }, nothing));
  expect(scene.lines(BREAKDOWN_TAB)[0]?.[0]).toBe('As of 2026-11-29. There is nothing to count yet.');
});
