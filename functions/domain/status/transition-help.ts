/** The rules in words, made from the matrix: for the help tab and whoever else explains them. */

import { type Text, text } from '../text/text';
import { MATRIX, type MatrixCell } from './matrix';
import { type Bin, STATUSES, type Status } from './statuses';
import { GUARDS, transitionOf } from './transitions';

export const BIN_LABELS: Readonly<Record<Bin, Text>> = {
  prospect: text('開拓', 'Prospect'),
  nurture: text('育成', 'Nurture'),
  avoid: text('対象外(開拓しない)', 'Avoid (nobody prospects into it)'),
};

export const MATRIX_CELL_TEXTS: Readonly<Record<MatrixCell, Text>> = {
  L: text('基本の情報だけで移せる', 'legal with basic data'),
  C: text('条件を満たせば移せる', 'legal with conditions'),
  M: text('条件に加えて、マネージャーの承認が必要', 'as C, and a manager approves'),
  X: text('移せない', 'illegal'),
  '-': text('変わらない(連絡を記録する)', 'no change (log a contact instead)'),
};

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
      const asks = move.guards.map((code): Text => GUARDS[code]);
      return [{ from, to, cell: MATRIX[from][to], asks, note: move.note ?? null }];
    }),
  );
