/** What the cells of a `Range` accept, on the host: their data validations. */
import type { WorkbookCell } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import type { CellValidation, RangeAddress } from './protocol';
import { changeUntypedCells, readEachCell } from './range-cells';

function withValidation(cell: WorkbookCell, rule: CellValidation | null): WorkbookCell {
  const { dataValidation: _, ...rest } = cell;
  if (rule === null) return rest;
  const { type, values, strict, showDropdown, helpText } = rule;
  return {
    ...rest,
    dataValidation: {
      condition: {
        type,
        ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }),
      },
      strict,
      showCustomUi: showDropdown,
      ...(helpText !== null && { inputMessage: helpText }),
    },
  };
}

function validationOfCell({ dataValidation }: WorkbookCell): CellValidation | null {
  if (!dataValidation?.condition) return null;
  const { condition, strict, showCustomUi, inputMessage } = dataValidation;
  return {
    type: condition.type ?? '',
    values: (condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? ''),
    strict: strict ?? false,
    showDropdown: showCustomUi ?? false,
    helpText: inputMessage ?? null,
  };
}

export function rangeValidationHandlers(workbooks: Workbooks) {
  const validations = (_: ExecutionContext, address: RangeAddress) =>
    readEachCell(workbooks, address, validationOfCell);
  return {
    'Range.getDataValidation': validations,
    'Range.getDataValidations': validations,
    'Range.setDataValidation': (_, address, rule) =>
      changeUntypedCells(workbooks, address, (cell) => withValidation(cell, rule)),
    'Range.setDataValidations': (_, address, rows) =>
      changeUntypedCells(workbooks, address, (cell, i, j) => withValidation(cell, rows[i]?.[j] ?? null)),
  } satisfies SomeHostHandlers;
}
