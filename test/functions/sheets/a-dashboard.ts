/** A dashboard of two figures that says nothing of a real team. */
import type {
  BreakdownRow,
  Dashboard,
  Figure,
  FigureRow,
} from '../../../functions/domain/statistics/dashboard';
import { text } from '../../../functions/domain/text/text';

const plain = (word: string) => text(word, word);

export const aFigureRow = (key: string, values: FigureRow['values'], accounts = 1): FigureRow => ({
  key,
  label: plain(key),
  values,
  accounts,
});

export const aFigure = (over: Partial<Figure> = {}): Figure => ({
  key: 'conversion',
  title: text('転換率', 'Conversion'),
  explanation: text('終わった滞在の割合。', 'The share of the stays that ended.'),
  columns: [
    { title: text('割合(%)', 'Rate (%)'), unit: 'percent' },
    { title: text('費用', 'Cost'), unit: 'yen' },
  ],
  rows: [aFigureRow('4>3', [12.5, 3000]), aFigureRow('5>2', [null, 0])],
  chart: { type: 'BAR', columns: [0] },
  ...over,
});

export const aDashboard = (...figures: Figure[]): Dashboard => ({
  today: '2026-11-29',
  since: '2024-01-05',
  madeAt: '2026-11-29 08:00',
  figures,
});

export const aBreakdownRow = (over: Partial<BreakdownRow> = {}): BreakdownRow => ({
  figure: 'conversion',
  row: '4>3',
  column: 'counted',
  accountId: 'a1',
  name: '=1+1',
  ownerId: 'is',
  status: 'WORKING',
  value: 12,
  ...over,
});
