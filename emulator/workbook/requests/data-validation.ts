/** Rules for what a cell may hold. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { normalizeCell, type SpreadsheetDraft } from '../draft';
import { cellPositions, rectOf } from '../grid-range';
import { invalidRequest } from '../refusal';
import { refuseInTypedColumn } from './tables';

/** Without a rule, the cells' rules are removed. */
export function setDataValidation(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$SetDataValidationRequest,
): void {
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  refuseInTypedColumn(before, rect);
  if (body.rule && !body.rule.condition?.type) throw invalidRequest('rule.condition.type must be specified.');
  checkCondition(body.rule?.condition);
  const tab = draft.edit(before);
  const { rule } = body;
  for (const [row, column] of cellPositions(rect)) {
    const { dataValidation: _, ...cell } = tab.rows[row]?.[column] ?? {};
    draft.setCell(tab, row, column, normalizeCell(rule ? { ...cell, dataValidation: rule } : cell));
  }
}

/** How many values each kind of condition takes; a kind that is not listed takes any number. */
const VALUE_COUNTS: Readonly<Record<string, number>> = {
  NUMBER_GREATER: 1,
  NUMBER_GREATER_THAN_EQ: 1,
  NUMBER_LESS: 1,
  NUMBER_LESS_THAN_EQ: 1,
  NUMBER_BETWEEN: 2,
  NUMBER_NOT_BETWEEN: 2,
  TEXT_CONTAINS: 1,
  TEXT_NOT_CONTAINS: 1,
  TEXT_STARTS_WITH: 1,
  TEXT_ENDS_WITH: 1,
  DATE_BEFORE: 1,
  DATE_AFTER: 1,
  DATE_BETWEEN: 2,
  DATE_NOT_BETWEEN: 2,
  ONE_OF_RANGE: 1,
  CUSTOM_FORMULA: 1,
  BLANK: 0,
  NOT_BLANK: 0,
};

export function checkCondition(condition: sheets_v4.Schema$BooleanCondition | undefined): void {
  if (!condition) return;
  const type = condition.type ?? '';
  const count = condition.values?.length ?? 0;
  const expected = VALUE_COUNTS[type];
  if (expected !== undefined && expected !== count) {
    throw invalidRequest(
      `ConditionType '${type}' requires exactly ${expected} ConditionValues, but ${count} were given.`,
    );
  }
  if (type === 'ONE_OF_LIST' && count === 0) {
    throw invalidRequest("ConditionType 'ONE_OF_LIST' requires at least one ConditionValue.");
  }
  if (type === 'CUSTOM_FORMULA' && !condition.values?.[0]?.userEnteredValue?.startsWith('=')) {
    throw invalidRequest('Invalid ConditionValue.userEnteredValue: a formula must start with "=".');
  }
}
