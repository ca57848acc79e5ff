/** How many rows of a list go in, and the line that says so. */
import type { ImportAnswer } from '../../../functions/contract/import';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { isListRead } from './columns';

type RehearsedRows = Pick<ImportAnswer, 'columns' | 'counts' | 'mode'>;

/** How many rows an import would take, and how many of them change something. */
export const rowCounts = ({ counts: { created, filled, unchanged } }: Pick<ImportAnswer, 'counts'>) => ({
  n: created + filled + unchanged,
  changed: created + filled,
});

/** What a rehearsal comes to, in a line. */
export const rehearsalHeading = (viewer: Viewer, answer: RehearsedRows): string => {
  const counts = rowCounts(answer);
  if (!isListRead(answer)) return tList(viewer, 'listUnread');
  if (counts.n === 0) return tList(viewer, 'noUsableRow');
  return tList(viewer, answer.mode === 'changes' ? 'rehearsedChanges' : 'rehearsed', counts);
};
