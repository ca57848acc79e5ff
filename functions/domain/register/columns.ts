/** The columns of the register: what stands in each, who writes it, what it looks like. */
import { type Text, text } from '../text/text';
import {
  type ColumnKey,
  columnHolds,
  EDITABLE,
  MIRRORED,
  type MirrorKey,
  type ShownKey,
} from './column-keys';
import { COLUMN_TEXTS, MIRROR_NOTE, mirrorLabel, VERSION_LABEL, WRITER_TEXTS } from './column-texts';

interface RegisterColumn {
  label: Text;
  /** What it is and who writes it. */
  note: Text;
  holds: ReturnType<typeof columnHolds>;
  /** Pixels. */
  width: number;
  writtenBy: 'people' | 'hachi';
}

const shownColumn = (key: ShownKey, width: number): RegisterColumn => {
  const writtenBy = EDITABLE.some((editable) => editable === key) ? 'people' : 'hachi';
  const { label, meaning } = COLUMN_TEXTS[key];
  const writer = WRITER_TEXTS[writtenBy];
  return {
    label,
    note: text(`${meaning.ja}\n${writer.ja}`, `${meaning.en}\n${writer.en}`),
    holds: columnHolds(key),
    width,
    writtenBy,
  };
};

/** From the company to the contact they fit on a screen of 1,440 pixels beside the sidebar. */
export const SHOWN_COLUMNS: Readonly<Record<ShownKey, RegisterColumn>> = {
  id: shownColumn('id', 120),
  name: shownColumn('name', 180),
  requestState: shownColumn('requestState', 140),
  quickEntry: shownColumn('quickEntry', 110),
  status: shownColumn('status', 160),
  nextCheck: shownColumn('nextCheck', 100),
  owner: shownColumn('owner', 110),
  awaitedCondition: shownColumn('awaitedCondition', 180),
  contact: shownColumn('contact', 100),
  lastContact: shownColumn('lastContact', 110),
  lastContactWith: shownColumn('lastContactWith', 120),
  statusSince: shownColumn('statusSince', 110),
  daysInStatus: shownColumn('daysInStatus', 80),
  daysSinceContact: shownColumn('daysSinceContact', 80),
  daysUntilCheck: shownColumn('daysUntilCheck', 80),
  openOpportunities: shownColumn('openOpportunities', 80),
  products: shownColumn('products', 140),
  pending: shownColumn('pending', 140),
  debts: shownColumn('debts', 200),
};

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
        holds: columnHolds(key),
        width: 80,
        writtenBy: 'hachi',
      };

/** Whether nobody needs to see the column. */
export const isHidden = (key: ColumnKey): boolean => key === 'id' || !isShown(key);
