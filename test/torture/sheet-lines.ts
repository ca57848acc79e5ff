/** The rows of the register as people see them: which account each is, and what stands in the cells that they may edit. */
import type { WorkbookCell } from '../../emulator/workbook/model';
import { type ColumnKey, EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import { markOf, type RequestMark } from '../../functions/domain/register/request-marks';
import { comparableText, mirrorKey } from '../../functions/domain/register/sheet-row';
import type { SheetScene } from '../apps-script/sheet-scene';

/** Above it stand the keys and the headings. */
export const FIRST_ROW = 2;

export interface SheetLine {
  /** Counts from 0. */
  index: number;
  /** Every account that its ID or the mirror of it names. */
  ids: readonly string[];
  /** Whose row a person would say it is: most of ID, name and their mirrors say so; several where it cannot be told. */
  accountIds: readonly string[];
  texts: Readonly<Record<EditableKey, string>>;
  /** What the account had when the row was written. */
  mirrors: Readonly<Record<EditableKey, string>>;
  mark: RequestMark | null;
  /** Some cell of the row says why it was sent back. */
  isExplained: boolean;
}

const cellEntry = (cell: WorkbookCell | undefined): string | number => {
  const { stringValue, numberValue, boolValue, formulaValue } = cell?.userEnteredValue ?? {};
  return stringValue ?? numberValue ?? (boolValue == null ? (formulaValue ?? '') : String(boolValue));
};

const mostNamed = (ids: readonly string[]): string[] => {
  const votes = new Map<string, number>();
  for (const id of ids) if (id !== '') votes.set(id, (votes.get(id) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  return [...votes].flatMap(([id, count]) => (count === most ? id : []));
};

/** Read of the tab as it is now: what is changed later does not show in them. */
export const sheetLines = (scene: SheetScene, idByName: ReadonlyMap<string, string>): SheetLine[] => {
  const tab = scene.tab();
  const column = new Map<ColumnKey, number>();
  const at = (key: ColumnKey): number => {
    const known = column.get(key) ?? scene.column(key);
    column.set(key, known);
    return known;
  };
  const isEmpty = (row: readonly (WorkbookCell | undefined)[]): boolean =>
    row.every((cell) => cellEntry(cell) === '');
  return tab.rows.slice(FIRST_ROW).flatMap((row, below): SheetLine | never[] => {
    if (isEmpty(row)) return [];
    const text = (key: ColumnKey): string => comparableText(key, cellEntry(row[at(key)]));
    const table = (textOf: (key: EditableKey) => string) =>
      Object.fromEntries(EDITABLE.map((key) => [key, textOf(key)])) as Record<EditableKey, string>;
    return {
      index: FIRST_ROW + below,
      ids: [text('id'), text('mirror.id')].filter((id) => id !== ''),
      accountIds: mostNamed([
        ...[text('id'), text('mirror.id')],
        ...[text('name'), text('mirror.name')].map((name) => idByName.get(name) ?? ''),
      ]),
      texts: table(text),
      mirrors: table((key) => text(mirrorKey(key))),
      mark: markOf(text('requestState')),
      isExplained: EDITABLE.some((key) => (row[at(key)]?.note ?? '') !== ''),
    };
  });
};
