/** The values of a spreadsheet's formulas, computed anew with each change and kept in their cells. */
import { parseA1, quoteTitle, type Rect } from './a1';
import { effectiveValue } from './cell-value';
import type { SpreadsheetDraft } from './draft';
import { evaluateFormula, isEvaluated } from './formula';
import { computeFormula, type FormulaTab } from './formula-engine';
import { hasLostReference, referencesIn } from './formula-references';
import { cellPositions, rectOf } from './grid-range';
import type { Book, ExtendedValue, WorkbookTab } from './model';
import { SpreadsheetRefusal } from './refusal';

interface Place {
  tab: WorkbookTab;
  row: number;
  column: number;
}

const CIRCULAR: ExtendedValue = {
  errorValue: { type: 'REF', message: 'Circular dependency detected.' },
};

const LOST: ExtendedValue = { errorValue: { type: 'REF', message: 'Reference does not exist.' } };

function formulaPlaces(tab: WorkbookTab): Place[] {
  return tab.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell?.userEnteredValue?.formulaValue == null ? [] : [{ tab, row, column }],
    ),
  );
}

/** Undefined where a reference is invalid or outside its grid. */
function areasOf(
  book: Book,
  home: WorkbookTab,
  formula: string,
): { tab: WorkbookTab; rect: Rect }[] | undefined {
  const title = quoteTitle(home.properties.title);
  try {
    return referencesIn(formula).map((reference) => {
      const { tab, range } = parseA1(book, reference.includes('!') ? reference : `${title}!${reference}`);
      return { tab, rect: rectOf(tab, range) };
    });
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) return undefined;
    throw error;
  }
}

class Calculation {
  private readonly results = new Map<string, ExtendedValue>();
  private readonly open = new Set<string>();

  constructor(private readonly book: Book) {}

  /** The value of any cell; the formulas that a formula reads are computed first. */
  value({ tab, row, column }: Place): ExtendedValue | undefined {
    const cell = tab.rows[row]?.[column];
    const formula = cell?.userEnteredValue?.formulaValue;
    if (formula == null || isEvaluated(formula)) return effectiveValue(cell);
    const key = `${tab.properties.sheetId} ${row} ${column}`;
    const known = this.results.get(key);
    if (known) return known;
    if (this.open.has(key)) return CIRCULAR;
    this.open.add(key);
    const result = this.compute(formula, { tab, row, column }) ?? evaluateFormula(formula).value;
    this.open.delete(key);
    this.results.set(key, result);
    return result;
  }

  private compute(formula: string, home: Place): ExtendedValue | undefined {
    const areas = areasOf(this.book, home.tab, formula);
    if (!areas || hasLostReference(formula)) return LOST;
    const own = new Map<number, Map<number, ExtendedValue>>();
    const read = new Map<WorkbookTab, Map<number, Map<number, ExtendedValue>>>([[home.tab, own]]);
    for (const { tab, rect } of areas) {
      const values = read.get(tab) ?? new Map<number, Map<number, ExtendedValue>>();
      read.set(tab, values);
      for (const [row, column] of cellPositions({
        ...rect,
        bottom: Math.min(rect.bottom, tab.rows.length),
      })) {
        const value = this.value({ tab, row, column });
        if (!value) continue;
        const cells = values.get(row) ?? new Map<number, ExtendedValue>();
        values.set(row, cells.set(column, value));
      }
    }
    const others = [...read]
      .filter(([tab]) => tab !== home.tab)
      .map(([tab, values]) => formulaTab(tab, values));
    return computeFormula(formula, [formulaTab(home.tab, own), ...others], home);
  }
}

function formulaTab({ properties }: WorkbookTab, values: FormulaTab['values']): FormulaTab {
  const { sheetId, title, gridProperties } = properties;
  return {
    sheetId,
    title,
    values,
    rowCount: gridProperties.rowCount,
    columnCount: gridProperties.columnCount,
  };
}

/** Computes the formulas of the draft. Costs nothing where it has none. */
export function calculateFormulas(draft: SpreadsheetDraft): void {
  const places = draft.book.tabs.flatMap((tab) => {
    if (!tab.hasFormulas) return [];
    const own = formulaPlaces(tab);
    if (own.length === 0) delete draft.edit(tab).hasFormulas;
    return own;
  });
  const calculation = new Calculation(draft.book);
  for (const place of places) {
    const cell = place.tab.rows[place.row]?.[place.column];
    if (!cell || isEvaluated(cell.userEnteredValue?.formulaValue ?? '')) continue;
    const value = calculation.value(place) ?? {};
    if (JSON.stringify(value) === JSON.stringify(cell.effectiveValue)) continue;
    draft.setCell(draft.edit(place.tab), place.row, place.column, { ...cell, effectiveValue: value });
  }
}
