/** What a member has to do about a row of the queue, and in which form. */
import type { Member } from '../account/team';
import type { QueueRow } from '../queue/queue';
import { NEXT_STEPS } from '../queue/queue-texts';
import type { Text } from '../text/text';
import type { DayItem } from './day-item';

export const memberForm = ({ band, status }: Pick<QueueRow, 'band' | 'status'>): DayItem['form'] => {
  if (band === 'handOver') return 'answerHandOver';
  if (band === 'debt') return 'fillIn';
  if (band === 'overdue' || band === 'dueIn7')
    return status === 'QUARTERLY_CHECK' ? 'recordCheck' : 'logContact';
  return band === 'revisit' ? 'logContact' : null;
};

/** Where it is the managers' turn already, this is what they would ask the member to do. */
export const memberStep = (
  row: Pick<QueueRow, 'band' | 'status' | 'actorId' | 'next'>,
  { id }: Pick<Member, 'id'>,
): Text => {
  if (row.actorId === id) return row.next;
  const form = memberForm(row);
  if (form === 'recordCheck') return NEXT_STEPS.call;
  return form === 'answerHandOver' ? NEXT_STEPS.acknowledge : row.next;
};
