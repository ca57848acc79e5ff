/** What people typed into a tab of the queue: notes, and cells that are requests, by the account of their row. */
import { isAccountId } from '../domain/account/account-id';
import { TASK_EDIT_COLUMNS } from '../domain/queue/edit-columns';
import { isNoteEdited, parseBasis, type RowBasis, rankOf } from '../domain/queue/row-basis';
import { isUnsent, type TypedRow } from '../domain/queue/typed-cells';
import { markOf } from '../domain/register/request-marks';
import { keysOf } from '../domain/status/table-keys';
import { QUEUE_HEADINGS } from './queue-tab-texts';
import { sortsOf, type TabSort } from './read-order';

type HeadingKey = keyof typeof QUEUE_HEADINGS;

/** Texts of a row by the keys of their columns. */
type RowTexts = Readonly<Partial<Record<string, string>>>;

/** A row that was written for an account, and still names it. */
export interface ReadRow extends TypedRow {
  texts: RowTexts;
}

export interface NoteCell {
  text: string;
  /** Other than its row was written with; null where that is not known. */
  isEdited: boolean | null;
}

export interface QueueTabRead {
  /** By account ID, from the top; empty for a row without a note. */
  notes: Readonly<Record<string, readonly NoteCell[]>>;
  /** By account ID; of an account whose row was copied, the one that waits to be sent. */
  rows: Readonly<Record<string, ReadRow>>;
  /** The keys of its columns, from the left; null for one of nobody's. */
  keys: readonly (string | null)[];
  /** How people have sorted it; none where it stands as it was written, or where that cannot be told. */
  sorts: readonly TabSort[];
}

/** The columns are found by their keys, wherever people have moved them, and by their labels where the row of keys is gone. */
export const readQueueTab = (values: readonly (readonly unknown[])[], locale: string): QueueTabRead => {
  const head = values.findIndex(
    (row) => columnOf('note', row) >= 0 && (columnOf('id', row) >= 0 || columnOf('basis', row) >= 0),
  );
  if (head < 0) return { notes: {}, rows: {}, keys: [], sorts: [] };
  const keys = keysIn(values[head] ?? []);
  const read = values.slice(head + 1).map((row) => readRow(keys, row));
  const notes: Record<string, NoteCell[]> = {};
  const rows: Record<string, ReadRow> = {};
  for (const row of read) {
    const id = accountOfNote(row, read);
    if (id !== null) notes[id] = [...(notes[id] ?? []), noteCell(row)];
    const whole = wholeRow(row);
    if (whole === null) continue;
    const other = rows[whole.basis.id];
    if (other === undefined || isUnsent(whole)) rows[whole.basis.id] = whole;
  }
  return { notes, rows, keys, sorts: sortsIn(read, keys, locale) };
};

/** Columns that people type into. */
const TYPED_KEYS: readonly string[] = TASK_EDIT_COLUMNS;

/** What became of a request stands in no order that anybody reads in. */
const sortsIn = (
  read: readonly RowReading[],
  keys: readonly (string | null)[],
  locale: string,
): readonly TabSort[] => {
  const rows = read.flatMap(({ texts }) => {
    const rank = rankOf(texts.basis ?? '');
    return rank === null ? [] : [{ rank, texts, isEdited: markOf(texts.request ?? '') !== null }];
  });
  const sortable = keys.flatMap((key) => (key === null || key === 'request' || key === 'basis' ? [] : [key]));
  return sortsOf(rows, { keys: sortable, typedKeys: TYPED_KEYS, locale }) ?? [];
};

interface RowReading {
  texts: RowTexts;
  basis: RowBasis | null;
  /** The columns of one company stand beside those of another, as after a sort of some columns. */
  isTorn: boolean;
}

const readRow = (keys: readonly (string | null)[], row: readonly unknown[]): RowReading => {
  const texts = Object.fromEntries(
    keys.flatMap((key, at) => (key === null ? [] : [[key, String(row[at] ?? '')]])),
  );
  const basis = parseBasis(texts.basis ?? '');
  const isTorn = basis !== null && texts.name !== undefined && texts.name !== basis.name;
  return { texts, basis, isTorn };
};

const noteCell = ({ texts: { note = '', basis = '' }, isTorn }: RowReading): NoteCell => ({
  text: note,
  isEdited: isTorn ? note !== '' : isNoteEdited(basis, note),
});

const wholeRow = ({ basis, texts, isTorn }: RowReading): ReadRow | null => {
  if (basis === null || isTorn) return null;
  const { result = '', request = '', owners = '', due = '' } = texts;
  return { basis, texts, result, request, owners, due };
};

/** In a row that names another company than it was written for, the note is of the company that it names, where only one has that name. */
const accountOfNote = ({ basis, texts, isTorn }: RowReading, all: readonly RowReading[]): string | null => {
  const [named, ...others] = isTorn
    ? new Set(all.flatMap((row) => (row.basis !== null && row.basis.name === texts.name ? row.basis.id : [])))
    : [];
  if (named !== undefined && others.length === 0) return named;
  const id = texts.id ?? basis?.id ?? '';
  return isAccountId(id) ? id : null;
};

/** What the note's column was called before. */
const FORMER_NOTE_LABELS: readonly string[] = [
  'メモ(自由記入・次回も残ります)',
  'Note (yours; survives the next run)',
  "Manager's note (survives the next run)",
];

const namesOf = (key: HeadingKey): readonly string[] => [
  key,
  ...Object.values(QUEUE_HEADINGS[key]),
  ...(key === 'note' ? FORMER_NOTE_LABELS : []),
];

const columnOf = (key: HeadingKey, row: readonly unknown[]): number =>
  row.findIndex((cell) => namesOf(key).includes(String(cell)));

/** Of each column its key; the text itself where it is one of another tab's columns. */
const keysIn = (head: readonly unknown[]): (string | null)[] => {
  const ofPlace = new Map(keysOf(QUEUE_HEADINGS).map((key) => [columnOf(key, head), key] as const));
  return head.map((cell, at) => ofPlace.get(at) ?? (cell === '' ? null : String(cell)));
};
