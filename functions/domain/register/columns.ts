/** The columns of the register, found by their keys wherever people put them; their hidden mirrors stand at the right end. */

import { keysOf } from '../status/table-keys';
import { type Text, text } from '../text/text';
import { COLUMN_TEXTS, MIRROR_NOTE, mirrorLabel, VERSION_LABEL, WRITER_TEXTS } from './column-texts';

/** Cells that people may edit: what differs from its mirror is a request. */
export const EDITABLE = ['status', 'owner', 'nextCheck', 'awaitedCondition', 'contact'] as const;
export type EditableKey = (typeof EDITABLE)[number];

/**
 * Cells in which a text stays as it was typed, were it a number, a date or a formula: whoever writes into them sets their
 * number format to text in the same step, for a person may have changed it since.
 */
export const FREE_TEXTS: readonly ColumnKey[] = ['awaitedCondition', 'contact'];

/** What was written last: the ID and the name show a row that a sort has torn, the others show a request. */
const MIRRORED = ['id', 'version', 'name', ...EDITABLE] as const;
type MirroredKey = (typeof MIRRORED)[number];
export type MirrorKey = `mirror.${MirroredKey}`;

export const DAY_COUNTS = ['daysInStatus', 'daysSinceContact', 'daysUntilCheck'] as const;

/** Columns that people see; the ID among them is hidden until somebody shows it. */
export type ShownKey = keyof typeof COLUMN_TEXTS;
export type ColumnKey = ShownKey | MirrorKey;

interface RegisterColumn {
  label: Text;
  /** What it is and who writes it. */
  note: Text;
  holds: 'words' | 'date' | 'number';
  /** Pixels. */
  width: number;
  writtenBy: 'people' | 'hachi';
}

const shownColumn = (
  key: ShownKey,
  width: number,
  holds: RegisterColumn['holds'] = 'words',
): RegisterColumn => {
  const writtenBy = EDITABLE.some((editable) => editable === key) ? 'people' : 'hachi';
  const { label, meaning } = COLUMN_TEXTS[key];
  const writer = WRITER_TEXTS[writtenBy];
  return {
    label,
    note: text(`${meaning.ja}\n${writer.ja}`, `${meaning.en}\n${writer.en}`),
    holds,
    width,
    writtenBy,
  };
};

/** In the order of a new register. */
export const SHOWN_COLUMNS: Readonly<Record<ShownKey, RegisterColumn>> = {
  id: shownColumn('id', 120),
  name: shownColumn('name', 240),
  status: shownColumn('status', 140),
  owner: shownColumn('owner', 120),
  nextCheck: shownColumn('nextCheck', 110, 'date'),
  awaitedCondition: shownColumn('awaitedCondition', 240),
  contact: shownColumn('contact', 120),
  lastContact: shownColumn('lastContact', 110, 'date'),
  lastContactWith: shownColumn('lastContactWith', 120),
  statusSince: shownColumn('statusSince', 110, 'date'),
  daysInStatus: shownColumn('daysInStatus', 80, 'number'),
  daysSinceContact: shownColumn('daysSinceContact', 80, 'number'),
  daysUntilCheck: shownColumn('daysUntilCheck', 80, 'number'),
  openOpportunities: shownColumn('openOpportunities', 80, 'number'),
  products: shownColumn('products', 140),
  pending: shownColumn('pending', 140),
  debts: shownColumn('debts', 200),
  requestState: shownColumn('requestState', 160),
};

export const SHOWN_KEYS = keysOf(SHOWN_COLUMNS);
export const MIRROR_KEYS: readonly MirrorKey[] = MIRRORED.map((key): MirrorKey => `mirror.${key}`);
/** In the order of a new register. */
export const COLUMN_KEYS: readonly ColumnKey[] = [...SHOWN_KEYS, ...MIRROR_KEYS];

const isShown = (key: ColumnKey): key is ShownKey => key in SHOWN_COLUMNS;

const mirroredLabel = (mirror: MirrorKey): Text => {
  const key = MIRRORED.find((one) => mirror === `mirror.${one}`) ?? 'version';
  return key === 'version' ? VERSION_LABEL : COLUMN_TEXTS[key].label;
};

export const columnOf = (key: ColumnKey): RegisterColumn =>
  isShown(key)
    ? SHOWN_COLUMNS[key]
    : {
        label: mirrorLabel(mirroredLabel(key)),
        note: MIRROR_NOTE,
        holds: 'words',
        width: 80,
        writtenBy: 'hachi',
      };

/** Whether nobody needs to see the column. */
export const isHidden = (key: ColumnKey): boolean => key === 'id' || !isShown(key);
