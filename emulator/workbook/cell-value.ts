/** A cell's effective value, and the text that it displays. */
import { evaluateFormula } from './formula';
import { formulaErrorText } from './formula-engine';
import type { ExtendedValue, WorkbookCell } from './model';
import { formatNumber } from './number-format';

export function effectiveValue(cell: WorkbookCell | undefined): ExtendedValue | undefined {
  const entered = cell?.userEnteredValue;
  if (entered?.formulaValue == null) return entered;
  const value = cell?.effectiveValue ?? evaluateFormula(entered.formulaValue).value;
  return Object.keys(value).length > 0 ? value : undefined;
}

/** Empty text for an empty cell. */
export function displayText(cell: WorkbookCell | undefined, locale: string): string {
  const value = effectiveValue(cell);
  if (!value) return '';
  if (value.stringValue != null) return value.stringValue;
  if (value.numberValue != null) {
    return formatNumber(value.numberValue, cell?.userEnteredFormat?.numberFormat, locale);
  }
  if (value.boolValue != null) return value.boolValue ? 'TRUE' : 'FALSE';
  return formulaErrorText(value.errorValue?.type);
}
