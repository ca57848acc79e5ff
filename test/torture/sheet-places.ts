/** Where something stands in a register that people work on, and places in it by chance. */
import type { WorkbookCell } from '../../emulator/workbook/model';
import { EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import type { SheetScene } from '../apps-script/sheet-scene';
import type { Random } from '../recorded/generate/random';
import type { EditedArea } from './sheet-edits';
import { FIRST_ROW } from './sheet-lines';

export type EnteredValue = string | number | boolean;
/** Rows or columns. Counts from 0; `to` is not among them. */
export interface Span {
  from: number;
  to: number;
}

const enteredValue = (cell: WorkbookCell | undefined): EnteredValue => {
  const { stringValue, numberValue, boolValue, formulaValue } = cell?.userEnteredValue ?? {};
  return stringValue ?? numberValue ?? boolValue ?? formulaValue ?? '';
};

export class SheetPlaces {
  constructor(
    private readonly scene: SheetScene,
    private readonly random: Random,
  ) {}

  /** Behind the last row that says anything. */
  rows(): number {
    return Math.max(FIRST_ROW + 1, this.scene.freeRow() - 1);
  }

  someRow(): number {
    return FIRST_ROW + this.random.below(this.rows() - FIRST_ROW);
  }

  width(): number {
    return Math.max(...this.scene.tab().rows.map(({ length }) => length));
  }

  /** Some columns, never all. */
  columnSpan(): Span {
    const from = this.random.below(this.width());
    return { from, to: from + 1 + this.random.below(Math.min(this.width() - from, this.width() - 1)) };
  }

  /** Of the cells that people edit, some. */
  editableSpan(): Span {
    const columns = this.random
      .shuffled(EDITABLE)
      .slice(0, 2)
      .map((key) => this.scene.column(key));
    return { from: Math.min(...columns), to: Math.max(...columns) + 1 };
  }

  area({ from, to }: Span, columns: Span): EditedArea {
    return { rows: Array.from({ length: to - from }, (_, n) => from + n), keys: this.keysIn(columns) };
  }

  valuesIn(rows: Span, columns: Span): EnteredValue[][] {
    const { rows: cells } = this.scene.tab();
    return Array.from({ length: rows.to - rows.from }, (_, down) =>
      Array.from({ length: columns.to - columns.from }, (__, right) =>
        enteredValue(cells[rows.from + down]?.[columns.from + right]),
      ),
    );
  }

  private keysIn({ from, to }: Span): EditableKey[] {
    return EDITABLE.filter((key) => this.scene.column(key) >= from && this.scene.column(key) < to);
  }
}
