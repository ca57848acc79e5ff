/** What people typed into a row of the queue, and what of it stays there when the tab is written anew. */
import type { CalendarDate } from '../calendar/calendar-date';
import { markOf, markText } from '../register/request-marks';
import type { Text } from '../text/text';
import { wasAcceptedOn } from './edit-state';
import { TYPE_AGAIN } from './queue-mark-texts';
import type { RowBasis } from './row-basis';

export interface TypedCells {
  note: string;
  result: string;
  /** What became of what was typed. */
  request: string;
  /** Null where the cell shows what the account has. */
  owners: string | null;
  due: string | null;
}

/** As it stands in the tab. */
export interface TypedRow extends Record<'result' | 'request' | 'owners' | 'due', string> {
  basis: RowBasis;
}

/** What was typed and not sent yet. */
export const isUnsent = ({ request }: Pick<TypedRow, 'request'>): boolean => markOf(request) === 'unsent';

/** `now` is what the row is made from this time. All but the note, which follows its account. */
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
  // The row was written anew since, mostly: that its account is as it was then does not make it news of today.
  if (mark === 'accepted')
    return wasAcceptedOn(request, today)
      ? { ...nothing, ...(isUnchanged ? { result } : {}), request }
      : nothing;
  // What it was about is settled in another way.
  if (!isSameTask(basis, now)) return nothing;
  if (result === '') return { ...nothing, request: mark === 'refused' && isUnchanged ? request : '' };
  return {
    ...nothing,
    result,
    request: mark === null ? markText('blocked', language, TYPE_AGAIN[language]) : request,
  };
};

const isSameTask = (a: RowBasis, b: RowBasis): boolean =>
  a.status === b.status && a.proposalId === b.proposalId && a.due === b.due;
