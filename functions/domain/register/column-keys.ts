/** The keys of the register's columns: a column is found by its key, wherever people put it. */

const STATE_KEYS = ['status', 'owner', 'nextCheck', 'awaitedCondition', 'contact'] as const;
/** Cells that people may edit and of which the account has a value. Another name asks for a change of the company's. */
export const VALUE_KEYS = [...STATE_KEYS, 'name'] as const;
/** Cells that people may edit: what differs from its mirror is a request. Edits that wait know them by their place in this list. */
export const EDITABLE = [...VALUE_KEYS, 'quickEntry'] as const;
export type EditableKey = (typeof EDITABLE)[number];

/** A cell of which the account has no value: it holds a line that waits, or a refused one, whose mirror then says the same. */
export const QUICK_ENTRY = 'quickEntry';

/**
 * Columns that people see, in the order in which a new register is read: what became of an edit stands beside the company. The ID
 * among them is hidden until somebody shows it.
 */
export const SHOWN_KEYS = [
  'id',
  'name',
  'requestState',
  'quickEntry',
  'status',
  'nextCheck',
  'owner',
  'awaitedCondition',
  'contact',
  'lastContact',
  'lastContactWith',
  'statusSince',
  'daysInStatus',
  'daysSinceContact',
  'daysUntilCheck',
  'openOpportunities',
  'products',
  'pending',
  'debts',
] as const;
export type ShownKey = (typeof SHOWN_KEYS)[number];

/** What was written last: the ID and the name show a row that a sort has torn, the others show a request. */
export const MIRRORED = ['id', 'version', 'name', ...STATE_KEYS, 'quickEntry'] as const;
export type MirroredKey = (typeof MIRRORED)[number];
export type MirrorKey = `mirror.${MirroredKey}`;
/** They stand at the right end of a new register, hidden. */
export const MIRROR_KEYS: readonly MirrorKey[] = MIRRORED.map((key): MirrorKey => `mirror.${key}`);

export type ColumnKey = ShownKey | MirrorKey;
/** What a row was made from, and which of its cells were typed or moved there. */
export const ROW_VERSION = 'mirror.version';

/** In the order of a new register. */
export const COLUMN_KEYS: readonly ColumnKey[] = [...SHOWN_KEYS, ...MIRROR_KEYS];

export const DAY_COUNTS = ['daysInStatus', 'daysSinceContact', 'daysUntilCheck'] as const;

/**
 * Cells in which a text stays as it was typed, were it a number, a date or a formula: whoever writes into them sets their
 * number format to text in the same step, for a person may have changed it since.
 */
export const FREE_TEXTS: readonly ColumnKey[] = ['quickEntry', 'awaitedCondition', 'contact'];

const DATES: readonly ColumnKey[] = ['nextCheck', 'lastContact', 'statusSince'];
const NUMBERS: readonly ColumnKey[] = [...DAY_COUNTS, 'openOpportunities'];

/** What stands in the cells of a column, as a spreadsheet tells it apart; a mirror may hold anything. */
export const columnHolds = (key: ColumnKey): 'words' | 'date' | 'number' => {
  if (DATES.indexOf(key) >= 0) return 'date';
  return NUMBERS.indexOf(key) >= 0 ? 'number' : 'words';
};
