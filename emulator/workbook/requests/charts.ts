/** Charts over a grid: basic ones and pies, whose specification the page can draw. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { SpreadsheetDraft, TabDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { type Dimension, rectOf, type SpanShift, shiftRanges } from '../grid-range';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest, notEmulated, SpreadsheetRefusal } from '../refusal';

type Chart = sheets_v4.Schema$EmbeddedChart;
type ChartSpec = sheets_v4.Schema$ChartSpec;
type BasicChart = sheets_v4.Schema$BasicChartSpec;
type ChartData = sheets_v4.Schema$ChartData;
type OverlayPosition = sheets_v4.Schema$OverlayPosition;

/** In pixels, from the API's documentation. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };
const DRAWN_TYPES = ['BAR', 'COLUMN', 'LINE', 'AREA'];
const DRAWN_KINDS = ['basicChart', 'pieChart'];

/** Each source is one row or one column within its grid. */
function checkData(draft: SpreadsheetDraft, data: ChartData | undefined): void {
  for (const name of ['columnReference', 'groupRule', 'aggregateType'] as const)
    if (data?.[name] != null) throw notEmulated(`ChartData.${name}`);
  const sources = data?.sourceRange?.sources ?? [];
  if (sources.length === 0) throw invalidRequest('ChartData must have a source range.');
  const rects = sources.map((source) => rectOf(draft.grid(source.sheetId), source));
  const areRows = rects.every(({ top, bottom }) => bottom - top === 1);
  const areColumns = rects.every(({ left, right }) => right - left === 1);
  if (!areRows && !areColumns)
    throw invalidRequest('ChartSourceRange ranges require all rows or all columns to have length of 1');
}

/** The axes of the values; a bar chart has them turned. */
const valueAxes = (chart: BasicChart): readonly string[] =>
  chart.chartType === 'BAR' ? ['BOTTOM_AXIS'] : ['LEFT_AXIS', 'RIGHT_AXIS'];

/** The chart with the axis that the API gives a series without one. */
function checkedBasicChart(draft: SpreadsheetDraft, chart: BasicChart): BasicChart {
  const { chartType, domains = [], series = [], axis = [] } = chart;
  if (!domains.length && !series.length)
    throw new SpreadsheetRefusal(500, 'INTERNAL', 'Internal error encountered.');
  if (!chartType) throw invalidRequest('BasicChartSpec.chartType must be specified.');
  if (!DRAWN_TYPES.includes(chartType)) throw notEmulated(`BasicChartSpec.chartType ${chartType}`);
  if (domains.length > 1) throw invalidRequest('Only a single domain is supported.');
  for (const { domain } of domains) checkData(draft, domain);
  const positions = axis.map(({ position }) => position);
  if (new Set(positions).size < positions.length)
    throw invalidRequest('A chart may not have more than one axis per axis position.');
  const axes = valueAxes(chart);
  return {
    ...chart,
    series: series.map((each) => {
      checkData(draft, each.series);
      if (each.type) throw invalidRequest('BasicChartSeries.type is valid only if the chartType is COMBO.');
      const targetAxis = each.targetAxis ?? axes[0] ?? '';
      if (!axes.includes(targetAxis))
        throw invalidRequest(`${targetAxis} is not a valid minor axis of a ${chartType} chart.`);
      return { ...each, targetAxis };
    }),
  };
}

/** The specification as the API returns it. */
function checkedSpec(draft: SpreadsheetDraft, spec: ChartSpec | undefined): ChartSpec {
  if (!spec) throw invalidRequest('no chart spec');
  const other = Object.keys(spec).find((name) => name.endsWith('Chart') && !DRAWN_KINDS.includes(name));
  if (other) throw notEmulated(`ChartSpec.${other}`);
  for (const name of ['dataSourceChartProperties', 'filterSpecs', 'sortSpecs'] as const)
    if (spec[name]) throw notEmulated(`ChartSpec.${name}`);
  const { basicChart, pieChart } = spec;
  if (!basicChart && !pieChart) {
    throw invalidRequest(
      'One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec.',
    );
  }
  for (const data of pieChart ? [pieChart.domain, pieChart.series] : []) checkData(draft, data);
  return {
    hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
    fontName: 'Roboto',
    ...spec,
    ...(basicChart && { basicChart: checkedBasicChart(draft, basicChart) }),
  };
}

/** The position with all defaults; refused where the anchor is outside its grid. */
function checkedOverlay(draft: SpreadsheetDraft, overlay: OverlayPosition): OverlayPosition {
  const { sheetId, rowIndex, columnIndex } = overlay.anchorCell ?? {};
  const anchorCell = { sheetId: sheetId ?? 0, rowIndex: rowIndex ?? 0, columnIndex: columnIndex ?? 0 };
  rectOf(draft.grid(anchorCell.sheetId), {
    startRowIndex: anchorCell.rowIndex,
    endRowIndex: anchorCell.rowIndex + 1,
    startColumnIndex: anchorCell.columnIndex,
    endColumnIndex: anchorCell.columnIndex + 1,
  });
  return { ...DEFAULT_SIZE, ...overlay, anchorCell };
}

function overlayOf(
  draft: SpreadsheetDraft,
  position: sheets_v4.Schema$EmbeddedObjectPosition | undefined,
): OverlayPosition {
  if (position?.newSheet || position?.sheetId != null) throw notEmulated('a chart on a sheet of its own');
  if (!position?.overlayPosition) {
    throw invalidRequest(
      'One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set',
    );
  }
  return checkedOverlay(draft, position.overlayPosition);
}

const holds = (tab: WorkbookTab, id: number): boolean => tab.charts.some(({ chartId }) => chartId === id);

function tabOfChart(draft: SpreadsheetDraft, id: number, noun: 'chart' | 'embedded object'): TabDraft {
  const tab = draft.book.tabs.find((each) => holds(each, id));
  if (!tab) throw invalidRequest(`No ${noun} with id: ${id}`);
  return draft.edit(tab);
}

export function addChart(draft: SpreadsheetDraft, body: sheets_v4.Schema$AddChartRequest): UpdateReply {
  const spec = checkedSpec(draft, body.chart?.spec);
  const overlayPosition = overlayOf(draft, body.chart?.position);
  const chartId = body.chart?.chartId ?? draft.newId();
  if (draft.book.tabs.some((each) => holds(each, chartId)))
    throw invalidRequest(`An embedded object with id: ${chartId} already exists.`);
  const chart: Chart = { ...body.chart, chartId, spec, position: { overlayPosition } };
  const tab = draft.edit(draft.grid(overlayPosition.anchorCell?.sheetId));
  tab.charts = [...tab.charts, chart];
  return { addChart: { chart } };
}

export function updateChartSpec(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateChartSpecRequest,
): void {
  const id = body.chartId ?? 0;
  const tab = tabOfChart(draft, id, 'chart');
  const spec = checkedSpec(draft, body.spec);
  tab.charts = tab.charts.map((chart) => (chart.chartId === id ? { ...chart, spec } : chart));
}

export function updateEmbeddedObjectPosition(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateEmbeddedObjectPositionRequest,
): UpdateReply {
  const mask = requireUpdateMask(body.fields);
  const id = body.objectId ?? 0;
  const tab = tabOfChart(draft, id, 'embedded object');
  const chart = tab.charts.find(({ chartId }) => chartId === id);
  const update = overlayOf(draft, body.newPosition);
  const overlay = assignFields(
    chart?.position?.overlayPosition ?? {},
    { ...body.newPosition?.overlayPosition, anchorCell: update.anchorCell },
    mask,
  );
  const position = { overlayPosition: checkedOverlay(draft, overlay) };
  tab.charts = tab.charts.filter((each) => each !== chart);
  const home = draft.edit(draft.grid(position.overlayPosition.anchorCell?.sheetId));
  home.charts = [...home.charts, { ...chart, position }];
  return { updateEmbeddedObjectPosition: { position } };
}

export function deleteEmbeddedObject(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteEmbeddedObjectRequest,
): void {
  const id = body.objectId ?? 0;
  const tab = tabOfChart(draft, id, 'embedded object');
  tab.charts = tab.charts.filter(({ chartId }) => chartId !== id);
}

/** Sources in deleted rows or columns are removed silently, and so are series and domains without cells. */
function withoutLostSources(chart: Chart): Chart {
  const { basicChart } = chart.spec ?? {};
  if (!basicChart) return chart;
  const isThere = (data: ChartData | undefined): boolean => (data?.sourceRange?.sources ?? []).length > 0;
  const domains = (basicChart.domains ?? []).filter(({ domain }) => isThere(domain));
  const series = (basicChart.series ?? []).filter((each) => isThere(each.series));
  return { ...chart, spec: { ...chart.spec, basicChart: { ...basicChart, domains, series } } };
}

/** Moves an anchor outside its grid to the last row or column. */
function withinGrid(tab: WorkbookTab, chart: Chart): Chart {
  const { rowCount, columnCount } = tab.properties.gridProperties;
  const overlay = chart.position?.overlayPosition;
  const { sheetId = 0, rowIndex, columnIndex } = overlay?.anchorCell ?? {};
  const anchorCell = {
    sheetId,
    rowIndex: Math.min(rowIndex ?? 0, rowCount - 1),
    columnIndex: Math.min(columnIndex ?? 0, columnCount - 1),
  };
  return { ...chart, position: { overlayPosition: { ...overlay, anchorCell } } };
}

/** Moves the charts of the whole spreadsheet with a change of one tab, whose grid has its new size. */
export function shiftCharts(
  draft: SpreadsheetDraft,
  sheetId: number,
  dimension: Dimension,
  shift: SpanShift,
): void {
  for (const tab of draft.book.tabs) {
    if (tab.charts.length === 0) continue;
    const shifted = shiftRanges(tab.charts, sheetId, dimension, shift) ?? [];
    draft.edit(tab).charts = shifted.map((chart) => withinGrid(tab, withoutLostSources(chart)));
  }
}
