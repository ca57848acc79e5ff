/** The colours of the register's cells: put right once, and not doubled where columns have been moved. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { COLUMN_KEYS, type ColumnKey } from '../../../functions/domain/register/column-keys';
import { colourRuleRequests } from '../../../functions/sheets/register-colours';
import type { RegisterHead } from '../../../functions/sheets/register-head';
import type { TabContent } from '../../../functions/sheets/register-spreadsheet';
import { MEMBERS, TODAY } from '../../builders';

const VIEW = { language: 'ja', members: MEMBERS, today: TODAY } as const;
const ROWS = 100;

const headOf = (keys: readonly ColumnKey[]): RegisterHead => ({
  keyRow: 0,
  headerRow: 1,
  at: Object.fromEntries(keys.map((key, column) => [key, column])) as RegisterHead['at'],
  keys: [],
  newColumns: new Set(),
});

type Rule = sheets_v4.Schema$ConditionalFormatRule;
const rulesOf = (requests: ReturnType<typeof colourRuleRequests>): Rule[] =>
  requests.flatMap(({ addConditionalFormatRule }) => addConditionalFormatRule?.rule ?? []);
const tabWith = (conditionalFormats: Rule[]): TabContent => ({
  sheet: { conditionalFormats },
  title: '台帳',
  rowCount: ROWS,
  columnCount: COLUMN_KEYS.length,
  values: [],
});

const first = headOf(COLUMN_KEYS);
const rules = rulesOf(colourRuleRequests(first, null, ROWS, VIEW));

test('they are written once', () =>
  expect(colourRuleRequests(first, tabWith(rules), ROWS, VIEW)).toEqual([]));

test('in another language they are other rules, each in the place of its own', () => {
  const requests = colourRuleRequests(first, tabWith(rules), ROWS, { ...VIEW, language: 'en' });
  const deleted = requests.filter(({ deleteConditionalFormatRule }) => deleteConditionalFormatRule);
  expect([deleted.length, rulesOf(requests).length]).toEqual([rules.length, rules.length]);
});

test('where the mirrors stand elsewhere, a cell that waits is compared with its own, and no old rule stays', () => {
  const moved = headOf([...COLUMN_KEYS.slice(0, -2), ...COLUMN_KEYS.slice(-2).reverse()]);
  const requests = colourRuleRequests(moved, tabWith(rules), ROWS, VIEW);
  const deleted = requests.filter(({ deleteConditionalFormatRule }) => deleteConditionalFormatRule);
  expect(deleted).toHaveLength(rules.length);
  const formulas = (all: readonly Rule[]) =>
    all.flatMap(({ booleanRule }) =>
      booleanRule?.condition?.type === 'CUSTOM_FORMULA'
        ? (booleanRule.condition.values?.[0]?.userEnteredValue ?? [])
        : [],
    );
  expect(formulas(rulesOf(requests))).not.toEqual(formulas(rules));
  expect(formulas(rulesOf(requests))).toHaveLength(formulas(rules).length);
});

test('what came back before the team’s language changed is seen in the other one, too', () => {
  const starts = rules.flatMap(({ booleanRule: { condition } = {} }) =>
    condition?.type === 'TEXT_STARTS_WITH' ? [condition.values?.[0]?.userEnteredValue] : [],
  );
  expect(starts).toEqual(
    expect.arrayContaining(['差し戻し', 'Sent back', '要確認', 'Needs a look', '未送信', 'Not sent']),
  );
});
