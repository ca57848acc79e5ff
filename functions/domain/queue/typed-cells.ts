/** Decides which texts typed into a row of the queue stay when the tab is written anew. */
import type { CalendarDate } from '../calendar/calendar-date';
import { markOf, markText } from '../register/request-marks';
import type { Text } from '../text/text';
import { wasAcceptedOn, wasRefusedBefore } from './edit-state';
import { TYPE_AGAIN } from './queue-mark-texts';
import type { RowBasis } from './row-basis';

export interface TypedCells {
  note: string;
  result: string;
  /** The text of the request column: what became of what was typed. */
  request: string;
  /** Null where the cell shows the account's data. */
  owners: string | null;
  due: string | null;
}

/** A row as it stands in the tab. */
export interface TypedRow extends Record<'result' | 'request' | 'owners' | 'due', string> {
  basis: RowBasis;
}

/** Whether the row holds something that was typed and not sent. */
export const isUnsent = ({ request }: Pick<TypedRow, 'request'>): boolean => markOf(request) === 'unsent';

/**
 * The cells to keep, without the note, which belongs to the account. `now` is the basis from which the row is written this time.
 */
export const keptCells = (
  typed: TypedRow | undefined,
  now: RowBasis,
  { today, language }: { today: CalendarDate; language: keyof Text },
): Omit<TypedCells, 'note'> => {
  const nothing = { result: '', request: '', owners: null, due: null };
  if (typed === undefined) return nothing;
  const { result, request, owners, due, basis } = typed;
  const mark = markOf(request);
  if (mark === 'unsent') return { result, request, owners, due };
  const isUnchanged = basis.version === now.version;
  // The mark alone tells the day: an unchanged account does not make it today's, since the row was mostly written anew
  // meanwhile.
  if (mark === 'accepted')
    return wasAcceptedOn(request, today)
      ? { ...nothing, ...(isUnchanged ? { result } : {}), request }
      : nothing;
  // The task of the row is settled or has become another one.
  if (!isSameTask(basis, now)) return nothing;
  if (result === '') {
    const isNews = mark === 'refused' && isUnchanged && !wasRefusedBefore(request, today);
    return { ...nothing, request: isNews ? request : '' };
  }
  return {
    ...nothing,
    result,
    request: mark === null ? markText('blocked', language, TYPE_AGAIN[language]) : request,
  };
};

const isSameTask = (a: RowBasis, b: RowBasis): boolean =>
  a.status === b.status && a.proposalId === b.proposalId && a.due === b.due;
