import fc from 'fast-check';
import { DASHBOARD_TAB } from '../../../functions/domain/register/tabs';
import type { Dashboard, Figure } from '../../../functions/domain/statistics/dashboard';
import { text } from '../../../functions/domain/text/text';
import { dashboardTabRequests, unitCell } from '../../../functions/sheets/dashboard-tab';
import { aDashboard, aFigure, aFigureRow } from './a-dashboard';
import { aReportScene, type ReportScene } from './report-scene';

const second = aFigure({ key: 'overdueTrend', chart: { type: 'LINE', columns: [0] } });

const idsOf = (scene: ReportScene): Set<number> => new Set(scene.charts().map(({ chartId }) => chartId ?? 0));

const requestsFor = (scene: ReportScene, dashboard: Dashboard, language: 'ja' | 'en' = 'en') =>
  dashboardTabRequests(scene.content(DASHBOARD_TAB), { title: 'Dashboard', index: 1 }, idsOf(scene), {
    dashboard,
    language,
    links: new Map([['conversion', '#gid=8026&fvid=7']]),
  });

const write = (scene: ReportScene, ...figures: Figure[]): void =>
  scene.apply(requestsFor(scene, aDashboard(...figures)));

/** The texts of the rows that the charts show and stand beside, by chart. */
const chartsOf = (scene: ReportScene) =>
  scene.charts().map(({ spec, position }) => {
    const [domain] = spec?.basicChart?.domains ?? [];
    const { startRowIndex, endRowIndex } = domain?.domain?.sourceRange?.sources?.[0] ?? {};
    const lines = scene.lines(DASHBOARD_TAB);
    return {
      beside: lines[position?.overlayPosition?.anchorCell?.rowIndex ?? 0]?.[0],
      labels: lines.slice((startRowIndex ?? 0) + 1, endRowIndex ?? 0).map(([label]) => label),
    };
  });

test('the day, what each figure counts, its table in its units, the way to its accounts, its chart', () => {
  const scene = aReportScene();
  write(scene, aFigure(), second);
  const [summary, , , title, explanation, link, heads, first, next] = scene.shown(DASHBOARD_TAB);
  expect(summary).toEqual(['As of 2026-11-29, from the history since 2024-01-05.']);
  expect([title, explanation, link].map((row) => row?.[0])).toEqual([
    'Conversion',
    'The share of the stays that ended.',
    '→ its accounts',
  ]);
  expect([heads, first, next].map((row) => row?.slice(0, 3))).toEqual([
    ['', 'Rate (%)', 'Cost'],
    ['4>3', '12.5%', '¥3,000'],
    ['5>2', '', '¥0'],
  ]);
  expect(scene.link(DASHBOARD_TAB, 5, 0)).toBe('#gid=8026&fvid=7');
  expect(chartsOf(scene)).toEqual([
    { beside: 'Conversion', labels: ['4>3', '5>2'] },
    { beside: 'Conversion', labels: ['4>3', '5>2'] },
  ]);
  expect(requestsFor(scene, aDashboard(aFigure(), second))).toEqual([]);
});

test('in Japanese', () => {
  const scene = aReportScene();
  scene.apply(requestsFor(scene, aDashboard(aFigure()), 'ja'));
  expect(scene.lines(DASHBOARD_TAB)[0]).toEqual(['2026-11-29 時点。2024-01-05 からの履歴を数えています。']);
  expect(scene.charts()[0]?.spec?.title).toBe('転換率');
});

test('a heading is broken between its words', () => {
  const scene = aReportScene();
  const [first, ...rest] = aFigure().columns;
  if (first === undefined) throw new Error('The figure has no column.');
  const columns = [{ ...first, title: text('3 アクティブ案件', '3 Active Opp.') }, ...rest];
  scene.apply(requestsFor(scene, aDashboard(aFigure({ columns })), 'ja'));
  expect(scene.lines(DASHBOARD_TAB)[6]?.[1]).toBe('3\nアクティブ\n案件');
});

test('a figure of nothing has words instead of a chart, and gets its chart when there is something', () => {
  const scene = aReportScene();
  const empty = aFigure({ rows: [] });
  write(scene, empty);
  expect(scene.charts()).toEqual([]);
  expect(scene.lines(DASHBOARD_TAB).flat()).toContain('There is nothing to count yet.');
  write(scene, aFigure({ rows: [aFigureRow('4>3', [null, 5])] }));
  expect(scene.charts()).toEqual([]);
  write(scene, aFigure());
  expect(chartsOf(scene)).toEqual([{ beside: 'Conversion', labels: ['4>3', '5>2'] }]);
  write(scene, empty);
  expect(scene.charts()).toEqual([]);
});

test('a chart that somebody has deleted comes back though no number has changed', () => {
  const scene = aReportScene();
  write(scene, aFigure());
  const [chart] = scene.charts();
  scene.apply([{ deleteEmbeddedObject: { objectId: chart?.chartId ?? 0 } }]);
  write(scene, aFigure());
  expect(scene.charts()).toEqual([chart]);
});

test('a chart keeps the place and the size that people gave it, also on a tab of theirs', () => {
  const scene = aReportScene();
  write(scene, aFigure());
  const [chart] = scene.charts();
  const overlayPosition = { anchorCell: { sheetId: 1, rowIndex: 2, columnIndex: 3 }, widthPixels: 222 };
  scene.apply([
    {
      updateEmbeddedObjectPosition: {
        objectId: chart?.chartId ?? 0,
        newPosition: { overlayPosition },
        fields: 'anchorCell,widthPixels',
      },
    },
  ]);
  write(scene, aFigure({ rows: [aFigureRow('5>3', [1, 1])] }));
  const [moved] = scene.charts();
  expect(moved?.position).toMatchObject({ overlayPosition });
  const [domain] = moved?.spec?.basicChart?.domains ?? [];
  expect(domain?.domain?.sourceRange?.sources?.[0]).toMatchObject({ startRowIndex: 6, endRowIndex: 8 });
});

test('whatever a figure gains or loses, and rows that people delete or insert: each chart stands beside its own figure and shows its rows', () => {
  const keys = ['flow', 'conversion', 'reacquired'] as const;
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 });
  const byHand = fc.tuple(fc.constantFrom('insertDimension', 'deleteDimension'), fc.nat(40));
  const figuresOf = (sizes: readonly number[]): Figure[] =>
    keys.map((key, index) =>
      aFigure({
        key,
        title: { ja: key, en: key },
        rows: Array.from({ length: sizes[index] ?? 0 }, (_, row) => aFigureRow(`${key} ${row}`, [row, row])),
      }),
    );
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, byHand), { minLength: 2, maxLength: 4 }), (runs) => {
      const scene = aReportScene();
      for (const [sizes, [kind, startIndex]] of runs) {
        const figures = figuresOf(sizes);
        write(scene, ...figures);
        expect(chartsOf(scene)).toEqual(
          figures.map(({ key, rows }) => ({ beside: key, labels: rows.map((row) => row.key) })),
        );
        const range = { sheetId: DASHBOARD_TAB, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 };
        scene.apply([{ [kind]: { range } }]);
      }
    }),
    { numRuns: 25 },
  );
});

test.each([
  [null, 'days', {}],
  ['1 to 3', 'accounts', { userEnteredValue: { stringValue: '1 to 3' } }],
  [7, 'text', { userEnteredValue: { stringValue: '7' } }],
] as const)('%j in %s', (value, unit, cell) => {
  expect(unitCell(value, unit)).toEqual(cell);
});
