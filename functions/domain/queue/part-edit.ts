/** Reads an edited cell of an opportunity's or a contact's row as a command. */
import { findMember } from '../account/find-member';
import { OPPORTUNITY_OUTCOME_LABELS } from '../status/code-list-texts';
import type { OpportunityOutcome } from '../status/code-lists';
import { keysOf } from '../status/table-keys';
import { parseAmount, parsePercent } from '../text/typed-numbers';
import { readContactEdit } from './contact-edit';
import { type ForecastColumn, isContactColumn, isForecastColumn, type QueueEditColumn } from './edit-columns';
import type { PartBasis } from './part-basis';
import type { QueueEdit, QueueEditContext, QueueEditReading } from './queue-edit';
import { OPPORTUNITY_OWNER_NOTE } from './queue-edit-texts';
import { RESULT_TEXTS } from './queue-texts';
import { readTypedDay } from './read-typed-day';
import { OTHER_WORDS, saysLabel } from './typed-label';
import { cellSentence, cellWords } from './typed-text';

export interface PartEdit extends Pick<QueueEdit, 'value' | 'note' | 'on'> {
  column: QueueEditColumn;
  basis: PartBasis;
}

export const readPartEdit = (edit: PartEdit, context: QueueEditContext): QueueEditReading => {
  const { column, value, basis } = edit;
  if (basis.kind === 'contacts')
    return isContactColumn(column) ? readContactEdit(column, value, basis.partId) : { problem: 'NOT_OF_ROW' };
  if (isForecastColumn(column)) return readForecast(column, edit, context);
  switch (column) {
    case 'owners':
      return readOwner(edit, context);
    case 'result':
      return readResult(edit);
    default:
      return { problem: 'NOT_OF_ROW' };
  }
};

const readForecast = (
  column: ForecastColumn,
  { value, on, basis: { partId: opportunityId } }: PartEdit,
  { fiscalYearStartMonth }: QueueEditContext,
): QueueEditReading => {
  const command = { type: 'editOpportunity', opportunityId } as const;
  const typed = value.trim();
  if (column === 'nextStep') {
    const nextStep = cellSentence(value);
    return nextStep === null ? { problem: 'TEXT_TOO_LONG' } : { command: { ...command, nextStep } };
  }
  if (typed === '') return { command: { ...command, [column]: null } };
  switch (column) {
    case 'department': {
      const department = cellWords(value);
      return department === null ? { problem: 'TEXT_TOO_LONG' } : { command: { ...command, department } };
    }
    case 'expectedOn': {
      const day = readTypedDay(typed, { on, fiscalYearStartMonth });
      return 'problem' in day ? day : { command: { ...command, expectedOn: day.date } };
    }
    case 'amount': {
      const amount = parseAmount(typed);
      return amount === null ? { problem: 'AMOUNT_UNREADABLE' } : { command: { ...command, amount } };
    }
    case 'probability': {
      const probability = parsePercent(typed);
      return probability === null
        ? { problem: 'PROBABILITY_UNREADABLE' }
        : { command: { ...command, probability } };
    }
    default:
      return column satisfies never;
  }
};

const readOwner = (
  { value, note, basis: { partId: opportunityId } }: PartEdit,
  { members, language }: QueueEditContext,
): QueueEditReading => {
  const member = findMember(value, Object.values(members));
  if (member === null) return { problem: 'OWNER_UNKNOWN' };
  const words = note.trim() === '' ? OPPORTUNITY_OWNER_NOTE[language] : note;
  return { command: { type: 'handOverOpportunity', opportunityId, toId: member.id, note: words } };
};

const outcomeOf = (words: string): OpportunityOutcome | undefined =>
  keysOf(OPPORTUNITY_OUTCOME_LABELS).find((code) =>
    saysLabel(words, OPPORTUNITY_OUTCOME_LABELS[code], OTHER_WORDS[code]),
  );

/** Closing an opportunity also decides what becomes of its account, which needs more than a cell: a form opens instead. */
const readResult = ({ value, basis: { partId } }: PartEdit): QueueEditReading => {
  const words = value.trim();
  if (saysLabel(words, RESULT_TEXTS.acknowledge, OTHER_WORDS.acknowledge))
    return { command: { type: 'acknowledgeHandOver', accept: true } };
  const outcome = outcomeOf(words);
  return outcome === undefined
    ? { problem: 'RESULT_UNKNOWN' }
    : {
        problem: 'CLOSED_IN_FORM',
        retry: { form: 'closeOpportunity', id: partId, values: { 'close.outcome': outcome } },
      };
};
