/** What people do to a register by hand, by chance: one action of one person at a time. */
import type { Execution } from '../../emulator/apps-script/execution-context';
import { columnName } from '../../emulator/workbook/a1';
import type { Book, UpdateRequest } from '../../emulator/workbook/model';
import { EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import type { Seat, SheetScene } from '../apps-script/sheet-scene';
import type { Random } from '../recorded/generate/random';
import { type EditedArea, NO_AREA, type SheetEdits, wholeRows } from './sheet-edits';
import { FIRST_ROW, type SheetLine } from './sheet-lines';
import { type EnteredValue, SheetPlaces, type Span } from './sheet-places';
import { cutCell, deleteOneRow, hideOne, insertOneRow, moveOne, putCells, sortRows } from './sheet-requests';

export class SheetHands {
  private typed = 0;
  private takeBack: (() => Promise<unknown>) | null = null;
  /** As the spreadsheet was before each action. */
  readonly versions: Book[] = [];
  private readonly places: SheetPlaces;

  constructor(
    private readonly scene: SheetScene,
    private readonly seats: readonly Seat[],
    private readonly edits: SheetEdits,
    private readonly lines: () => SheetLine[],
    private readonly random: Random,
    /** Makes what is typed unique. */
    private readonly name: string,
  ) {
    this.places = new SheetPlaces(scene, random);
  }

  /** What they do, by name; each answers where. */
  readonly actions: Readonly<Record<string, () => Promise<string>>> = {
    type: () => this.type(),
    pasteRow: () => this.pasteRows(),
    pasteCells: () => this.pasteCells(),
    pasteId: () => this.pasteId(),
    fillDown: () => this.fillDown(),
    drag: () => this.drag(),
    clear: () => this.clear(),
    undo: () => this.undo(),
    sort: () => this.sort({ from: 0, to: this.places.width() }),
    tornSort: () => this.sort(this.places.columnSpan()),
    tornCells: () => this.sort(this.places.editableSpan()),
    insertRow: () => this.insertRow(),
    deleteRow: () => this.deleteRow(),
    moveRow: () => this.move('ROWS'),
    moveColumn: () => this.move('COLUMNS'),
    hideRow: () => this.hide('ROWS', this.places.someRow()),
    hideColumn: () => this.hide('COLUMNS', this.random.below(this.places.width())),
    restore: () => this.restore(this.random.below(this.versions.length)),
  };

  /** The whole file as it was before that action. */
  async restore(version: number): Promise<string> {
    const book = this.versions[version];
    if (book === undefined) return 'nothing';
    this.takeBack = null;
    await this.act(NO_AREA, async () => {
      this.scene.suite.workbooks.change(book.spreadsheetId, 'user', (draft) => {
        draft.book.tabs.splice(0, draft.book.tabs.length, ...book.tabs);
        Object.assign(draft.book, {
          namedRanges: book.namedRanges,
          developerMetadata: book.developerMetadata,
        });
      });
    });
    return `to before step ${version + 1}`;
  }

  /** Begins with what the person does; what the triggers make of it is no part of it. */
  private async act(area: EditedArea, does: () => Promise<unknown>): Promise<void> {
    const before = this.lines();
    const done = does();
    this.edits.personDid(before, this.lines(), area);
    await done;
  }

  private seat(): Seat {
    return this.random.one(this.seats);
  }

  private change(...requests: UpdateRequest[]): Promise<Execution[]> {
    return this.scene.change(this.seat(), ...requests);
  }

  /** Puts a block of values at that place, as by Ctrl+V; undone by putting the old ones back. */
  private async put(top: number, left: number, values: readonly (readonly EnteredValue[])[]): Promise<void> {
    const rows = { from: top, to: top + values.length };
    const columns = { from: left, to: left + (values[0]?.length ?? 0) };
    const old = this.places.valuesIn(rows, columns);
    const seat = this.seat();
    const enter = (block: readonly (readonly EnteredValue[])[]) =>
      this.act(this.places.area(rows, columns), () => {
        const cell = `'${this.scene.tab().properties.title}'!${columnName(left)}${top + 1}`;
        return seat.session.edit(cell, block, 'pasted');
      });
    await enter(values);
    this.takeBack = () => enter(old);
  }

  private async type(): Promise<string> {
    const key = this.random.weighted<EditableKey>([
      ['awaitedCondition', 4],
      ['contact', 2],
      ['nextCheck', 2],
      ['owner', 1],
      ['status', 1],
      ['name', 1],
    ]);
    const row = this.places.someRow();
    this.typed += 1;
    const day = new Date(Date.UTC(2026, 6, 8 + 7 * (this.typed % 50))).toISOString().slice(0, 10);
    const value = {
      awaitedCondition: `${this.name}の条件${this.typed}`,
      contact: `${this.name}の担当${this.typed}`,
      quickEntry: `メール ${this.name}の連絡${this.typed}`,
      nextCheck: day,
      owner: this.random.one(['is', 'is2', 'fs', '不明']),
      status: this.random.one(['ワーキング', '顧客', 'コールド', '不明']),
      name: `${this.name}の会社${this.typed}`,
    }[key];
    await this.put(row, this.scene.column(key), [[value]]);
    return `${key} of row ${row + 1}`;
  }

  /** Whole rows, hidden columns and all, over others or below all. */
  private async pasteRows(): Promise<string> {
    const from = this.places.someRow();
    const to = this.random.chance(0.4) ? this.places.rows() : this.places.someRow();
    await this.put(
      to,
      0,
      this.places.valuesIn(
        { from, to: from + 1 + this.random.below(2) },
        { from: 0, to: this.places.width() },
      ),
    );
    return `row ${from + 1} to ${to + 1}`;
  }

  private async pasteCells(): Promise<string> {
    const columns = this.places.columnSpan();
    const from = this.places.someRow();
    const to = this.places.someRow();
    await this.put(
      to,
      columns.from,
      this.places.valuesIn({ from, to: from + 1 + this.random.below(3) }, columns),
    );
    return `columns ${columns.from + 1} to ${columns.to} of row ${from + 1} to ${to + 1}`;
  }

  private async pasteId(): Promise<string> {
    const at = this.scene.column(this.random.one(['id', 'mirror.id']));
    const [from, to] = [this.places.someRow(), this.places.someRow()];
    await this.put(to, at, this.places.valuesIn({ from, to: from + 1 }, { from: at, to: at + 1 }));
    return `of row ${from + 1} to ${to + 1}`;
  }

  private async fillDown(): Promise<string> {
    const at = this.scene.column(this.random.one(EDITABLE));
    const from = this.places.someRow();
    const [value = ''] = this.places.valuesIn({ from, to: from + 1 }, { from: at, to: at + 1 }).flat();
    const rows = Math.min(this.places.rows() - from, 1 + this.random.below(4));
    await this.put(
      from,
      at,
      Array.from({ length: rows }, () => [value]),
    );
    return `column ${at + 1} of row ${from + 1}, ${rows} rows`;
  }

  /** A cell is drawn to another place: it leaves its own empty, and no edit is told to the script. */
  private async drag(): Promise<string> {
    const at = this.scene.column(this.random.one(EDITABLE));
    const [from, to] = [this.places.someRow(), this.places.someRow()];
    const { keys } = this.places.area({ from, to: from + 1 }, { from: at, to: at + 1 });
    await this.act({ rows: [from, to], keys }, () => this.change(cutCell(at, from, to)));
    this.takeBack = null;
    return `column ${at + 1} of row ${from + 1} to ${to + 1}`;
  }

  private async clear(): Promise<string> {
    const columns = this.random.chance(0.2) ? { from: 0, to: this.places.width() } : this.places.columnSpan();
    const from = this.places.someRow();
    const rows = Math.min(this.places.rows() - from, 1 + this.random.below(2));
    await this.put(
      from,
      columns.from,
      Array.from({ length: rows }, () => Array.from({ length: columns.to - columns.from }, () => '')),
    );
    return `columns ${columns.from + 1} to ${columns.to} of row ${from + 1}, ${rows} rows`;
  }

  /** The last action, whatever the script and the jobs have written since. */
  private async undo(): Promise<string> {
    const { takeBack } = this;
    if (takeBack === null) return 'nothing';
    this.takeBack = null;
    await takeBack();
    return 'the last action';
  }

  private async sort({ from, to }: Span): Promise<string> {
    // By what is the same in every run of a seed: IDs are not.
    const ids = [this.scene.column('id'), this.scene.column('mirror.id')];
    const by = Array.from({ length: to - from }, (_, n) => from + n).filter(
      (column) => !ids.includes(column),
    );
    if (by.length === 0) return 'nothing';
    const sortOrder = this.random.one(['ASCENDING' as const, 'DESCENDING' as const]);
    const dimensionIndex = this.random.one(by);
    const rows = { from: FIRST_ROW, to: this.places.rows() };
    await this.inverted(FIRST_ROW, { from, to }, () =>
      this.change(sortRows(rows, { from, to }, { dimensionIndex, sortOrder })),
    );
    return `columns ${from + 1} to ${to} by ${dimensionIndex + 1}`;
  }

  /** Undone by putting every cell below that row back as it was. */
  private async inverted(top: number, columns: Span, does: () => Promise<unknown>): Promise<void> {
    const rows = this.scene.tab().rows.slice(top);
    await this.act(NO_AREA, does);
    const before = rows.map((row) =>
      Array.from({ length: columns.to - columns.from }, (_, n) => row[columns.from + n]),
    );
    this.takeBack = () =>
      this.act(wholeRows(rows.map((_, n) => top + n)), () =>
        this.change(putCells(top, columns.from, before)),
      );
  }

  private async insertRow(): Promise<string> {
    const row = this.places.someRow();
    await this.act(NO_AREA, () => this.change(insertOneRow(row)));
    this.takeBack = null;
    return String(row + 1);
  }

  private async deleteRow(): Promise<string> {
    const row = this.places.someRow();
    const cells = this.scene.tab().rows[row] ?? [];
    await this.act(NO_AREA, () => this.change(deleteOneRow(row)));
    this.takeBack = () =>
      this.act(wholeRows([row]), () => this.change(insertOneRow(row), putCells(row, 0, [cells])));
    return String(row + 1);
  }

  private async move(dimension: 'ROWS' | 'COLUMNS'): Promise<string> {
    const place = (): number =>
      dimension === 'ROWS' ? this.places.someRow() : this.random.below(this.places.width());
    const [from, to] = [place(), place()];
    await this.act(NO_AREA, () => this.change(moveOne(dimension, from, to)));
    this.takeBack = null;
    return `${from + 1} to ${to + 1}`;
  }

  private async hide(dimension: 'ROWS' | 'COLUMNS', index: number): Promise<string> {
    await this.change(hideOne(dimension, index));
    return String(index + 1);
  }
}
