/** One chart on a canvas. */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  type ChartOptions,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import type { ChartSeriesView, ChartView } from '../protocol';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, Filler, Legend, LinearScale);
Chart.register(LineController, LineElement, PieController, PointElement, Title, Tooltip);

/** Google's own colours, in their order. */
const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72'];
const FONT = 'Arial, "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif';
const LABEL_SIZE = 11;
const INK = '#5f6368';
const TITLE_INK = '#202124';

export interface ChartDrawing {
  destroy(): void;
}

type Kind = 'bar' | 'line' | 'pie';

const TYPES: Readonly<Record<ChartView['kind'], Kind>> = {
  COLUMN: 'bar',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'line',
  PIE: 'pie',
};

/** The canvas fills its container. Its label gives the title and values to screen readers. */
export function drawChart(canvas: HTMLCanvasElement, view: ChartView): ChartDrawing {
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', chartInWords(view));
  const configuration: ChartConfiguration<Kind, (number | null)[]> = {
    type: TYPES[view.kind],
    data: {
      labels: [...view.labels],
      datasets: shownSeries(view).map((series, index) => datasetOf(view, series, index)),
    },
    options: optionsOf(view),
  };
  return new Chart(canvas, configuration);
}

const chartInWords = ({ title, labels, series }: ChartView): string =>
  [
    title,
    ...series.map(({ name, values }) => {
      const words = labels.flatMap((label, index) =>
        values[index] == null ? [] : `${label} ${values[index]}`,
      );
      return `${name}: ${words.join(', ')}`;
    }),
  ].join('\n');

/** In a chart stacked to 100 percent each value is a share of its label's sum. */
function shownSeries({ stacking, labels, series }: ChartView): readonly ChartSeriesView[] {
  if (stacking !== 'PERCENT') return series;
  const sums = labels.map((_, index) =>
    series.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0),
  );
  return series.map((each) => ({
    ...each,
    values: each.values.map((value, index) =>
      value === null || !sums[index] ? null : (value / sums[index]) * 100,
    ),
  }));
}

const colourAt = (index: number): string => COLOURS[index % COLOURS.length] ?? INK;

function datasetOf(
  { kind, labels, stacking, isSmooth }: ChartView,
  { name, colour, values }: ChartSeriesView,
  index: number,
): ChartDataset<Kind, (number | null)[]> {
  const own = colour ?? colourAt(index);
  const base = { label: name, data: [...values] };
  if (kind === 'PIE') return { ...base, backgroundColor: labels.map((_, piece) => colourAt(piece)) };
  if (kind === 'COLUMN' || kind === 'BAR') return { ...base, backgroundColor: own, maxBarThickness: 48 };
  const under = index > 0 && stacking !== 'NONE' ? '-1' : 'origin';
  return {
    ...base,
    borderColor: own,
    backgroundColor: kind === 'AREA' ? `${own}66` : own,
    fill: kind === 'AREA' ? under : false,
    tension: isSmooth ? 0.4 : 0,
    pointRadius: 2,
  };
}

/**
 * Shortens a label to the space beside horizontal bars, half of the chart's width. A Latin letter counts as half a Japanese one.
 */
function shortLabel(label: string, width: number): string {
  let room = width / 2 / LABEL_SIZE - 3;
  const letters = [...label];
  const end = letters.findIndex((letter) => {
    room -= letter <= '~' ? 0.55 : 1;
    return room < 0;
  });
  return end < 0 ? label : `${letters.slice(0, end).join('')}…`;
}

function optionsOf(view: ChartView): ChartOptions<Kind> {
  const { kind, stacking, title, legend, labelTitle, valueTitle } = view;
  const valueMax = stacking === 'PERCENT' ? 100 : view.valueMax;
  const font = { family: FONT, size: LABEL_SIZE };
  const isLying = kind === 'BAR';
  const axis = (text: string) => ({
    stacked: stacking !== 'NONE',
    title: { display: text !== '', text, color: INK, font },
    ticks: { color: INK, font },
  });
  const shorten = (value: string | number): string =>
    shortLabel(view.labels[Number(value)] ?? '', view.width);
  const labelAxis = {
    ...axis(labelTitle),
    ...(isLying ? { ticks: { color: INK, font, callback: shorten } } : {}),
    grid: { display: false },
  };
  const valueAxis = {
    ...axis(valueTitle),
    beginAtZero: true,
    ...(view.valueMin === null ? {} : { min: view.valueMin }),
    ...(valueMax === null ? {} : { max: valueMax }),
  };
  return {
    animation: false,
    maintainAspectRatio: false,
    locale: document.documentElement.lang,
    indexAxis: isLying ? 'y' : 'x',
    scales: kind === 'PIE' ? {} : isLying ? { x: valueAxis, y: labelAxis } : { x: labelAxis, y: valueAxis },
    plugins: {
      title: {
        display: title !== '',
        text: title,
        align: 'start',
        color: TITLE_INK,
        font: { family: FONT, size: 14, weight: 'normal' },
      },
      legend: {
        display: legend !== 'none',
        ...(legend === 'none' ? {} : { position: legend }),
        labels: { color: INK, font, boxWidth: 12 },
      },
    },
  };
}
