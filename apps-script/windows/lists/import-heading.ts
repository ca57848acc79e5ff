/** Counts the rows of an import, and says so in one line. */
import type { ImportAnswer } from '../../../functions/contract/import';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { isListRead } from './columns';

type RehearsedRows = Pick<ImportAnswer, 'columns' | 'counts' | 'mode'>;

/** How many rows an import accepts, and how many of them change something. */
export const rowCounts = ({ counts: { created, filled, unchanged } }: Pick<ImportAnswer, 'counts'>) => ({
  n: created + filled + unchanged,
  changed: created + filled,
});

/** The result of an import in one line. */
export const importHeading = (viewer: Viewer, answer: Pick<ImportAnswer, 'counts'>): string => {
  const { n, changed } = rowCounts(answer);
  return n > 0 && changed === 0
    ? tList(viewer, 'nothingChanged', { n })
    : tList(viewer, 'imported', { done: n });
};

/** The result of a rehearsal in one line. */
export const rehearsalHeading = (viewer: Viewer, answer: RehearsedRows): string => {
  const counts = rowCounts(answer);
  if (!isListRead(answer)) return tList(viewer, 'listUnread');
  if (counts.n === 0) return tList(viewer, 'noUsableRow');
  if (answer.mode === 'changes') return tList(viewer, 'rehearsedChanges', counts);
  return tList(viewer, counts.changed === 0 ? 'nothingToChange' : 'rehearsed', counts);
};
