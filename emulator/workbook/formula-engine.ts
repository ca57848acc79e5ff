/**
 * Computes formulas with the engine of Univer (Apache License 2.0), which the page's spreadsheet includes. It is loaded for the
 * first formula. Only functions with the same results in Google Sheets are admitted.
 */
import type { FunctionVariantType } from '@univerjs/engine-formula';
import type { ExtendedValue } from './model';

/** A tab as far as a formula reads it. */
export interface FormulaTab {
  sheetId: number;
  title: string;
  rowCount: number;
  columnCount: number;
  values: ReadonlyMap<number, ReadonlyMap<number, ExtendedValue>>;
}

const FUNCTIONS = new Set(
  `ABS AND AVERAGE COLUMN CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF EXACT FALSE FIND HLOOKUP IF IFERROR INDEX INT ISBLANK
  ISNUMBER ISTEXT LEFT LEN LOWER MATCH MAX MEDIAN MID MIN MOD NOT OR POWER PRODUCT RIGHT ROUND ROUNDDOWN ROUNDUP ROW SIGN SQRT
  SUBSTITUTE SUM SUMIF TRIM TRUE UPPER VLOOKUP`.split(/\s+/),
);

const ERROR_TYPES: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

/** What a cell with this error displays. */
export const formulaErrorText = (type: string | null | undefined): string =>
  Object.entries(ERROR_TYPES).find(([, each]) => each === type)?.[0] ?? '#ERROR!';

const UNIT = 'book';

function startEngine() {
  const core = require('@univerjs/core') as typeof import('@univerjs/core');
  const formula = require('@univerjs/engine-formula') as typeof import('@univerjs/engine-formula');
  const univer = new core.Univer({ logLevel: core.LogLevel.SILENT });
  univer.registerPlugin(formula.UniverFormulaEnginePlugin, {});
  univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, { id: UNIT, sheetOrder: [], sheets: {} });
  const injector = univer.__getInjector();
  return {
    core,
    formula,
    lexer: injector.get(formula.Lexer),
    tokens: injector.get(formula.LexerTreeBuilder),
    parser: injector.get(formula.AstTreeBuilder),
    interpreter: injector.get(formula.Interpreter),
    data: injector.get(formula.IFormulaCurrentConfigService),
    runtime: injector.get(formula.IFormulaRuntimeService),
  };
}

type Engine = ReturnType<typeof startEngine>;

let started: Engine | null | undefined;

/** Null where it cannot be loaded: it needs ES modules, which CommonJS programs can require from Node.js 20.19 on. */
function engineOrNull(): Engine | null {
  try {
    return startEngine();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_REQUIRE_ESM') return null;
    throw error;
  }
}

function cellOf({ core }: Engine, value: ExtendedValue): { v: string | number; t: number } {
  const { STRING, NUMBER, BOOLEAN } = core.CellValueType;
  if (value.numberValue != null) return { v: value.numberValue, t: NUMBER };
  if (value.boolValue != null) return { v: value.boolValue ? 1 : 0, t: BOOLEAN };
  return {
    v: value.errorValue ? formulaErrorText(value.errorValue.type) : (value.stringValue ?? ''),
    t: STRING,
  };
}

function giveTabs(engine: Engine, tabs: readonly FormulaTab[]): void {
  const { core, data, runtime } = engine;
  const sheets = tabs.map(({ sheetId, rowCount, columnCount, values }) => {
    const cells = new core.ObjectMatrix<ReturnType<typeof cellOf>>();
    for (const [row, columns] of values)
      for (const [column, value] of columns) cells.setValue(row, column, cellOf(engine, value));
    return [String(sheetId), { cellData: cells, rowCount, columnCount, rowData: {}, columnData: {} }];
  });
  data.registerUnitData({ [UNIT]: Object.fromEntries(sheets) });
  data.registerSheetNameMap({
    [UNIT]: Object.fromEntries(tabs.map(({ title, sheetId }) => [title, String(sheetId)])),
  });
  runtime.clearReferenceAndNumberformatCache();
  runtime.clearArrayObjectCache();
}

/** Undefined where the formula uses functions or names that are not emulated. */
function parsed({ formula, lexer, tokens, parser }: Engine, text: string) {
  const all = tokens.sequenceNodesBuilder(text.slice(1));
  const names = all?.flatMap((token) =>
    typeof token === 'object' && token.nodeType === formula.sequenceNodeType.FUNCTION ? [token.token] : [],
  );
  if (!names?.every((name) => FUNCTIONS.has(name.toUpperCase()))) return undefined;
  const tree = lexer.treeBuilder(text);
  return typeof tree === 'object' && 'getChildren' in tree ? parser.parse(tree) : undefined;
}

function extendedValue(value: unknown): ExtendedValue | undefined {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return typeof value === 'string' ? { stringValue: value } : undefined;
}

/**
 * The result of the formula `text` in the cell `home` of the first tab. `tabs` hold the values that it reads; the value is empty
 * for a reference to an empty cell. Undefined where it is not computed: an unknown function, a list, no formula.
 */
export function computeFormula(
  text: string,
  tabs: readonly [FormulaTab, ...FormulaTab[]],
  home: { row: number; column: number },
): ExtendedValue | undefined {
  if (started === undefined) started = engineOrNull();
  const engine = started;
  try {
    const tree = engine && parsed(engine, text);
    if (!tree) return undefined;
    giveTabs(engine, tabs);
    const [{ sheetId, rowCount, columnCount }] = tabs;
    engine.runtime.setCurrent(home.row, home.column, rowCount, columnCount, String(sheetId), UNIT);
    return single(engine, engine.interpreter.execute(engine.formula.generateExecuteAstNodeData(tree)));
  } catch {
    // The engine throws for some texts that are no formula, which a person must still be able to enter.
    return undefined;
  }
}

/** Undefined for a list of values. */
function single(engine: Engine, result: FunctionVariantType): ExtendedValue | undefined {
  const { ArrayValueObject, BaseReferenceObject, ErrorValueObject } = engine.formula;
  const value = result instanceof BaseReferenceObject ? result.toArrayValueObject() : result;
  if (value instanceof ErrorValueObject)
    return { errorValue: { type: ERROR_TYPES[value.getErrorType()] ?? 'ERROR', message: '' } };
  if (value instanceof ArrayValueObject)
    return value.getRowCount() * value.getColumnCount() === 1
      ? single(engine, value.getFirstCell())
      : undefined;
  return value.isNull() ? {} : extendedValue(value.getValue());
}
