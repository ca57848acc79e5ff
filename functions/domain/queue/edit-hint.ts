/** Where in the queue, or in which window, a row is worked off whose cell alone does not do it. */
import type { FieldKey } from '../account/input-field-texts';
import type { Text } from '../text/text';
import type { QueueRow } from './queue';
import type { QueueEditCommand } from './queue-edit';
import { EDIT_HINTS, STEP_HINTS } from './queue-edit-texts';

/** The note of a row gives these. */
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

/** Where to give what a refused command lacks; null where it lacks nothing. */
export const editHint = (type: QueueEditCommand['type'], missing: readonly FieldKey[]): Text | null => {
  if (missing.length === 0) return null;
  return EDIT_HINTS[isInNote(missing) ? 'note' : WINDOWS[type]];
};

type HintedRow = Pick<QueueRow, 'band' | 'status' | 'ownerId' | 'actorId' | 'lateness'>;

/** Beside the next step of a row; null where a choice of its result is that step. */
export const stepHint = (row: HintedRow): Text | null => {
  if (row.band === 'leaver' || isUnownedCheck(row) || isLeftToOthers(row)) return STEP_HINTS.owner;
  return row.band === 'debt' ? STEP_HINTS.fillIn : null;
};

/** Listed as a check, and nobody has it. */
const isUnownedCheck = ({ band, status, ownerId }: HintedRow): boolean =>
  status === 'QUARTERLY_CHECK' && ownerId === null && band !== 'approve' && band !== 'debt';

/** So late that managers decide who takes it over. */
const isLeftToOthers = ({ band, actorId, lateness }: HintedRow): boolean =>
  (band === 'overdue' || band === 'handOver') && actorId === null && lateness === 3;
