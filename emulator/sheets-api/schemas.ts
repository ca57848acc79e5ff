/**
 * The Sheets API's messages and parameters, parsed from the types of the installed client, which Google makes from the discovery
 * document. The types do not tell enumerations (enums.ts), which numbers are whole ones, and one-ofs.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface FieldType {
  kind: 'string' | 'number' | 'boolean' | 'values' | 'message';
  /** The name of a message. */
  schema?: string;
  shape: 'one' | 'list' | 'map';
}

interface Schemas {
  messageNames(): string[];
  /** Undefined for a name that the API does not have. */
  message(name: string): ReadonlyMap<string, FieldType> | undefined;
  /** Names of the path and query parameters of a method such as `Spreadsheets$Values$Update`. */
  parameters(method: string): ReadonlySet<string>;
}

let parsed: Schemas | undefined;

/** Parsed at first use, which takes a few milliseconds. */
export function schemas(): Schemas {
  parsed ??= parse(readFileSync(typesPath(), 'utf8'));
  return parsed;
}

function typesPath(): string {
  return join(dirname(require.resolve('googleapis/package.json')), 'build/src/apis/sheets/v4.d.ts');
}

const INTERFACE = /^ {4}(?:export )?interface (Schema|Params\$Resource|StandardParameters)\$?([\w$]*)/;

function parse(text: string): Schemas {
  const messages = new Map<string, Map<string, FieldType>>();
  const parameters = new Map<string, Set<string>>();
  let message: Map<string, FieldType> | undefined;
  let method: Set<string> | undefined;
  let mapField: string | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('    }')) message = method = mapField = undefined;
    const opened = INTERFACE.exec(line);
    if (opened) {
      const [, family, name = ''] = opened;
      if (family === 'Schema') {
        message = new Map();
        messages.set(name, message);
      } else {
        method = new Set();
        parameters.set(name, method);
      }
      continue;
    }
    const field = /^ {8}'?([\w$.]+)'?\?: (.*)$/.exec(line);
    if (field) {
      const [, name = '', type = ''] = field;
      if (type === '{') mapField = name;
      else message?.set(name, typeOf(type));
      method?.add(name);
    }
    const entry = /^ {12}\[key: string\]: (.*)$/.exec(line);
    if (entry && mapField) message?.set(mapField, { ...typeOf(entry[1] ?? ''), shape: 'map' });
  }
  const standard = parameters.get('') ?? new Set();
  return {
    messageNames: () => [...messages.keys()],
    message: (name) => messages.get(name),
    parameters: (name) => new Set([...standard, ...(parameters.get(name) ?? [])]),
  };
}

function typeOf(type: string): FieldType {
  const bare = type.replace(/;$/, '').replace(/ \| null$/, '');
  const shape = bare.endsWith('[]') ? 'list' : 'one';
  const item = bare.replace(/(\[\])+$/, '');
  if (item === 'any') return { kind: 'values', shape: 'list' };
  if (item === 'string' || item === 'number' || item === 'boolean') return { kind: item, shape };
  return { kind: 'message', schema: item.replace('Schema$', ''), shape };
}

/**
 * Numbers that may have a fraction, by message and field; all others are 32-bit integers. From the same discovery document as the
 * enumerations.
 */
export const FRACTION_FIELDS: ReadonlySet<string> = new Set(
  `BubbleChartSpec.bubbleOpacity ChartAxisViewWindowOptions.viewWindowMax ChartAxisViewWindowOptions.viewWindowMin
  ChartHistogramRule.intervalSize ChartHistogramRule.maxValue ChartHistogramRule.minValue Color.alpha Color.blue
  Color.green Color.red ExtendedValue.numberValue HistogramChartSpec.bucketSize HistogramChartSpec.outlierPercentile
  HistogramRule.end HistogramRule.interval HistogramRule.start IterativeCalculationSettings.convergenceThreshold
  PieChartSpec.pieHole PointStyle.size ScorecardChartSpec.scaleFactor TreemapChartSpec.maxValue
  TreemapChartSpec.minValue`.split(/\s+/),
);

/** Fields of which at most one may be set, by message and the name of the one-of. */
export const ONE_OFS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ExtendedValue: { value: ['numberValue', 'stringValue', 'boolValue', 'formulaValue', 'errorValue'] },
  UpdateCellsRequest: { area: ['start', 'range'] },
  UpdateConditionalFormatRuleRequest: { instruction: ['rule', 'newIndex'] },
  ConditionalFormatRule: { rule: ['booleanRule', 'gradientRule'] },
  ConditionValue: { value: ['relativeDate', 'userEnteredValue'] },
  ColorStyle: { kind: ['rgbColor', 'themeColor'] },
  DataFilter: { filter: ['developerMetadataLookup', 'a1Range', 'gridRange'] },
  EmbeddedObjectPosition: { location: ['sheetId', 'overlayPosition', 'newSheet'] },
  ChartSpec: {
    chart: [
      'basicChart',
      'pieChart',
      'bubbleChart',
      'candlestickChart',
      'orgChart',
      'histogramChart',
      'waterfallChart',
      'treemapChart',
      'scorecardChart',
    ],
  },
};
