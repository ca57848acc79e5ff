import { approvalRows } from '../../../functions/domain/queue/approvals';
import { buildQueue } from '../../../functions/domain/queue/queue';
import { approvalsPage } from '../../../functions/sheets/approvals-tab';
import type { SheetCell } from '../../../functions/sheets/cells';
import { QUEUE_COLUMNS } from '../../../functions/sheets/queue-columns';
import { KEY_ROW, repPage, todayPage } from '../../../functions/sheets/queue-pages';
import type { TabPage } from '../../../functions/sheets/whole-tab';
import { aBadFit, aCheck, aHandOver, aLoss, aProposal, queueContext } from '../domain/queue/queue-scene';
import { brokenChoices, PHONE_WIDTH, pageWidth, ROW_NUMBERS, SCREEN_WIDTH } from './tab-page';

const context = queueContext();
const NOW = '2026-07-01T03:00:00.000Z';
const accounts = [
  aCheck({ id: 'a' }),
  aCheck({ id: 'b', due: '2026-06-01' }),
  aCheck({ id: 'c', proposal: aProposal() }),
];
const queue = buildQueue(accounts, context);
const view = (language: 'ja' | 'en') => ({
  ...{ language, stamp: 'stamp', link: () => undefined },
  ...{ members: context.members, kept: [], rank: () => 0 },
  typed: () => ({ note: '', result: '', request: '', owners: null, due: null }),
});
const textsOf = ({ cells }: TabPage): string[][] =>
  cells.map((row) => row.flatMap(({ userEnteredValue }) => userEnteredValue?.stringValue ?? []));
describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test('no word of a result to choose is broken in two', () => {
    const listed = [
      aCheck({ id: 'd', handOver: aHandOver() }),
      aBadFit({ id: 'e' }, { reviewOn: '2026-06-01' }),
      aLoss({ id: 'f' }, { revisitOn: '2026-06-01' }),
    ];
    const more = buildQueue([...accounts, ...listed], context);
    expect(new Set(more.rows.map(({ band }) => band)).size).toBeGreaterThan(4);
    for (const page of [todayPage(more, view(language)), pages.approvals])
      expect(brokenChoices(page)).toEqual([]);
  });

  const pages = {
    today: todayPage(queue, view(language)),
    rep: repPage({ name: '佐藤', sentBack: [] }, queue.rows, view(language)),
    approvals: approvalsPage(approvalRows(accounts, { ...context, now: NOW }), view(language)),
  };

  test.each(Object.entries(pages))(
    'the page %s fits a screen, and each column fits a phone beside those that stay',
    (_, page) => {
      expect(pageWidth(page)).toBeLessThan(SCREEN_WIDTH);
      const widths = page.columns.flatMap(({ width, isHidden }) => (isHidden ? [] : [width]));
      const staying = widths.slice(0, page.frozenColumns).reduce((sum, width) => sum + width, ROW_NUMBERS);
      expect(staying + Math.max(...widths.slice(page.frozenColumns))).toBeLessThanOrEqual(PHONE_WIDTH);
      for (const row of page.cells) expect(row.length).toBeLessThanOrEqual(page.columns.length);
    },
  );

  test('what was sent back is named above the list, however much it is', () => {
    const head = (...sentBack: string[]) =>
      textsOf(repPage({ name: '佐藤', sentBack }, [], view(language)))[0];
    expect(head()?.[0]).not.toMatch(/差し戻|Sent back/);
    expect(head('壱', '弐')?.[0]).toMatch(/差し戻された申請:壱、弐\(|Sent back: 壱, 弐 \(/);
    expect(head('壱', '弐', '参', '四')?.[0]).toMatch(/参、ほか 1 社|参 and 1 other company /);
  });

  test('the first column names the band, and the keys stand hidden above the labels', () => {
    const { cells, hiddenRow } = pages.today;
    expect(hiddenRow).toBe(KEY_ROW);
    expect(cells[KEY_ROW]?.map(({ userEnteredValue }) => userEnteredValue?.stringValue)).toEqual(
      QUEUE_COLUMNS.map(({ key }) => key),
    );
    const bands = textsOf(pages.today)
      .slice(KEY_ROW + 2)
      .map(([band]) => band);
    const expected = {
      ja: ['承認待ち', '期限超過', '7日以内'],
      en: ['To approve', 'Overdue', 'Due in 7 days'],
    };
    expect(bands).toEqual(expected[language]);
    const tiles = expected[language].map((band) => `${band} 1`);
    expect([textsOf(pages.today)[1], textsOf(pages.rep)[1]]).toEqual([tiles, tiles]);
  });

  test('the tile of what is overdue has the colour of a row that is late', () => {
    const colourOf = (cell: SheetCell | undefined) => cell?.userEnteredFormat?.backgroundColorStyle;
    const [, [, ...tiles] = [], , , , , late = []] = pages.today.cells;
    expect(late[0]?.userEnteredValue?.stringValue).toBe({ ja: '期限超過', en: 'Overdue' }[language]);
    expect(colourOf(tiles[1])).toEqual(colourOf(late[0]));
    expect(new Set(tiles.map((tile) => JSON.stringify(colourOf(tile)))).size).toBe(3);
  });

  test.each(Object.entries(pages))('programs find the columns of the page %s by their keys', (_, page) => {
    const keys = textsOf(page)[page.hiddenRow ?? 0];
    expect(keys).toHaveLength(page.columns.length);
    expect(keys).toEqual(expect.arrayContaining(['name', 'note', 'result', 'request', 'basis']));
  });
});
