/** Tells where a row can be worked off when the result cell alone is not enough: another cell, a form, or a window. */
import type { FieldKey } from '../account/input-field-texts';
import type { Text } from '../text/text';
import type { QueueRow } from './queue';
import type { QueueEditCommand } from './queue-edit';
import { EDIT_HINTS, STEP_HINTS } from './queue-edit-texts';

/** These fields are filled from the row's note. */
const NOTE_FIELDS: readonly FieldKey[] = ['note', 'reason', 'awaitedCondition'];

export const isInNote = (missing: readonly FieldKey[]): boolean =>
  missing.every((field) => NOTE_FIELDS.includes(field));

const WINDOWS: Readonly<Record<QueueEditCommand['type'], keyof typeof EDIT_HINTS>> = {
  recordCheck: 'recordCheck',
  logActivity: 'logContact',
  changeStatus: 'changeStatus',
  propose: 'changeStatus',
  approve: 'openAccount',
  reject: 'openAccount',
  reviewBadFit: 'reviewBadFit',
  acknowledgeHandOver: 'openAccount',
  handOver: 'handOver',
  handOverOpportunity: 'openAccount',
  handOverInsideSales: 'openAccount',
  saveContact: 'person',
  editOpportunity: 'nextStep',
  setNextCheck: 'due',
  setRevisit: 'due',
};

/** Where to enter what a refused command lacks; null where nothing is missing. */
export const editHint = (type: QueueEditCommand['type'], missing: readonly FieldKey[]): Text | null => {
  if (missing.length === 0) return null;
  return EDIT_HINTS[isInNote(missing) ? 'note' : WINDOWS[type]];
};

type HintedRow = Pick<QueueRow, 'band' | 'status' | 'ownerId' | 'actorId' | 'lateness'>;

/** Shown beside the next step of a row; null where one of the row's results is that step. */
export const stepHint = (row: HintedRow): Text | null => {
  if (row.band === 'leaver' || isUnownedCheck(row) || isLeftToOthers(row)) return STEP_HINTS.owner;
  return row.band === 'debt' ? STEP_HINTS.fillIn : null;
};

/** The row is listed for a check, and the account has no owner. */
const isUnownedCheck = ({ band, status, ownerId }: HintedRow): boolean =>
  status === 'QUARTERLY_CHECK' && ownerId === null && band !== 'approve' && band !== 'debt';

/** The task is so late that managers decide who takes it over. */
const isLeftToOthers = ({ band, actorId, lateness }: HintedRow): boolean =>
  (band === 'overdue' || band === 'handOver') && actorId === null && lateness === 3;
