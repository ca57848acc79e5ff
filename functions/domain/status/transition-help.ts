/** The rules in words, made from the matrix: for the help tab and whoever else explains them. */

import type { Text } from '../text/text';
import { GUARD_TEXTS } from './guard-texts';
import { MATRIX, type MatrixCell } from './matrix';
import { STATUSES, type Status } from './statuses';
import { transitionNote } from './transition-notes';
import { transitionOf } from './transitions';

export interface TransitionHelp {
  from: Status;
  to: Status;
  cell: MatrixCell;
  /** What it asks for. */
  asks: readonly Text[];
  note: Text | null;
}

/** Every legal move, from the first status to the last. */
export const transitionHelp = (): TransitionHelp[] =>
  STATUSES.flatMap((from) =>
    STATUSES.flatMap((to) => {
      const move = transitionOf(from, to);
      if (move === undefined) return [];
      const asks = move.guards.map((code): Text => GUARD_TEXTS[code]);
      return [{ from, to, cell: MATRIX[from][to], asks, note: transitionNote(from, to) }];
    }),
  );
