/**
 * Reads an edited cell of the queue as a command. The command depends on the cell and its row alone, so that sending the edit
 * again, or late, makes the same request.
 */
import type { ActivityInput, ContactInput, OpportunityEdit, TransitionData } from '../account/command-inputs';
import { findMember } from '../account/find-member';
import type { FormRetry } from '../account/form-retry';
import type { Member } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import type { DateProblem } from '../calendar/date-problem';
import type { CheckResult } from '../status/code-lists';
import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import { transitionOf } from '../status/transitions';
import type { Text } from '../text/text';
import type { TASK_EDIT_COLUMNS } from './edit-columns';
import { OWNER_CELL_NOTE, type QueueEditProblem } from './queue-edit-texts';
import { readTypedDay } from './read-typed-day';
import { isCheckResult, isNextStatus, parseResult, type ResultCode } from './result-choices';
import type { RowBasis } from './row-basis';

export interface QueueEdit {
  column: (typeof TASK_EDIT_COLUMNS)[number];
  /** The text as it was typed. */
  value: string;
  /** The row's note; blank where there is none. */
  note: string;
  /** The day on which it was typed: the day of the contact, and the one from which "tomorrow" counts. */
  on: CalendarDate;
  basis: RowBasis;
}

export interface QueueEditContext {
  members: Readonly<Record<string, Member>>;
  fiscalYearStartMonth: number;
  language: keyof Text;
  /** All products that we sell. */
  products: readonly string[];
}

export type QueueEditCommand =
  | { type: 'recordCheck'; result: CheckResult; activity: ActivityInput }
  | { type: 'logActivity'; activity: ActivityInput }
  | { type: 'approve'; proposalId: string; note: string }
  | { type: 'reject'; proposalId: string; note: string }
  | { type: 'reviewBadFit'; to: Status; note: string; data?: TransitionData }
  | { type: 'changeStatus'; to: Status; data: TransitionData }
  | { type: 'propose'; to: Status; note: string; data: TransitionData }
  | { type: 'acknowledgeHandOver'; accept: boolean; note?: string }
  | { type: 'handOver'; toId: string; note: string }
  | { type: 'handOverOpportunity'; opportunityId: string; toId: string; note: string }
  | { type: 'handOverInsideSales'; toId: string; note: string }
  | { type: 'saveContact'; contact: ContactInput }
  | ({ type: 'editOpportunity'; opportunityId: string } & OpportunityEdit)
  | { type: 'setNextCheck' | 'setRevisit'; date: CalendarDate; reason?: string };

/** An ambiguous day comes with the days that it may mean; a problem that a form can solve comes with that form. */
export type QueueEditReading =
  | { command: QueueEditCommand }
  | { problem: QueueEditProblem; date?: DateProblem; retry?: FormRetry };

export const readQueueEdit = (edit: QueueEdit, context: QueueEditContext): QueueEditReading => {
  switch (edit.column) {
    case 'result':
      return readResult(edit, context);
    case 'owners':
      return readOwner(edit, context);
    case 'due':
      return readDue(edit, context);
    default:
      return edit.column satisfies never;
  }
};

const readResult = (edit: QueueEdit, context: QueueEditContext): QueueEditReading => {
  const { basis, value } = edit;
  const code = parseResult(value, basis);
  if (code === null) return { problem: 'RESULT_UNKNOWN' };
  if (isCheckResult(code)) return { command: { type: 'recordCheck', result: code, activity: callOf(edit) } };
  return isNextStatus(code) ? { command: moveTo(code, edit) } : readAnswer(code, edit, context);
};

/** The note becomes the awaited condition or, for any other status, the reason. What the row does not say is not made up. */
const moveTo = (to: Status, { note, basis: { status } }: QueueEdit): QueueEditCommand => {
  const guards = transitionOf(status, to)?.guards ?? [];
  const words =
    note.trim() === '' ? {} : guards.includes('NEED') ? { awaitedCondition: note } : { reason: note };
  // A review of a bad fit gives a reason, whatever status it ends in.
  if (status === 'BAD_FIT')
    return { type: 'reviewBadFit', to, note, ...(guards.includes('REASON') ? { data: words } : {}) };
  return MATRIX[status][to] === 'M'
    ? { type: 'propose', to, note, data: words }
    : { type: 'changeStatus', to, data: words };
};

const readAnswer = (
  code: Exclude<ResultCode, CheckResult | Status>,
  edit: QueueEdit,
  { products }: QueueEditContext,
): QueueEditReading => {
  const { note, basis } = edit;
  const { proposalId } = basis;
  switch (code) {
    case 'approve':
    case 'reject':
      // Without a note the command is refused and asks for one.
      return proposalId === null
        ? { problem: 'BASIS_UNREADABLE' }
        : { command: { type: code, proposalId, note } };
    case 'keep':
      return { command: { type: 'reviewBadFit', to: 'BAD_FIT', note, ...judgedAgainst(products) } };
    case 'change':
      return { problem: 'STATUS_NEEDED' };
    case 'acknowledge':
    case 'giveBack':
      return {
        command: {
          type: 'acknowledgeHandOver',
          accept: code === 'acknowledge',
          ...(note.trim() === '' ? {} : { note }),
        },
      };
    case 'done':
      return readDone(edit);
    default:
      return code satisfies never;
  }
};

/** The bad fit is confirmed against the products that we sell today, as the row's next step says. */
const judgedAgainst = (products: readonly string[]): { data?: TransitionData } =>
  products.length === 0
    ? {}
    : { data: { fit: { explicitNeed: 'none', latentNeed: 'none', products: [...products] } } };

/** "Done" can only be a contact; other steps need an answer that only a person can give. */
const readDone = (edit: QueueEdit): QueueEditReading => {
  const { band, status } = edit.basis;
  switch (band) {
    case 'leaver':
      return { problem: 'OWNER_NEEDED' };
    case 'debt':
      return { problem: 'DATA_NEEDED' };
    case 'timeBox':
      return { problem: 'STATUS_NEEDED' };
    case 'revisit':
      return { command: spokenWith(edit) };
    case 'decide':
      if (status === 'QUARTERLY_CHECK') return { problem: 'RESULT_UNKNOWN' };
      return status === 'WORKING' ? { command: spokenWith(edit) } : { problem: 'STATUS_NEEDED' };
    case 'approve':
    case 'review':
    case 'handOver':
    case 'overdue':
    case 'dueIn7':
    case 'dueIn30':
    case 'later':
      return { problem: 'RESULT_UNKNOWN' };
    default:
      return band satisfies never;
  }
};

const spokenWith = (edit: QueueEdit): QueueEditCommand => ({
  type: 'logActivity',
  activity: { ...callOf(edit), twoWay: true },
});

/** The cell does not say how they were reached; a call is what the queue asks for. */
const callOf = ({ on, basis: { contactId } }: QueueEdit): ActivityInput => ({
  kind: 'call',
  date: on,
  ...(contactId === null ? {} : { contactId }),
});

const readOwner = (
  { value, note, basis: { opportunityId, isInsideSales } }: QueueEdit,
  { members, language }: QueueEditContext,
): QueueEditReading => {
  const member = findMember(value, Object.values(members));
  if (member === null) return { problem: 'OWNER_UNKNOWN' };
  const handedOver = { toId: member.id, note: note.trim() === '' ? OWNER_CELL_NOTE[language] : note };
  if (opportunityId !== null)
    return { command: { type: 'handOverOpportunity', opportunityId, ...handedOver } };
  return { command: { type: isInsideSales ? 'handOverInsideSales' : 'handOver', ...handedOver } };
};

/** Which command a changed day gives: the next quarterly check, or the day of contacting a lost account again. */
const DATE_COMMANDS: Partial<Record<Status, 'setNextCheck' | 'setRevisit'>> = {
  QUARTERLY_CHECK: 'setNextCheck',
  DEAD_OPPORTUNITY: 'setRevisit',
};

const readDue = (
  { value, note, on, basis }: QueueEdit,
  { fiscalYearStartMonth }: QueueEditContext,
): QueueEditReading => {
  const type = DATE_COMMANDS[basis.status];
  if (type === undefined) return { problem: 'NO_CHECK_DATE' };
  const typed = readTypedDay(value, { on, fiscalYearStartMonth });
  if ('problem' in typed) return typed;
  const reason = note.trim() === '' ? {} : { reason: note };
  return { command: { type, date: typed.date, ...reason } };
};
