/** What the bins and the cells of the matrix are called. */

import { type Text, text } from '../text/text';
import type { MatrixCell } from './matrix';
import type { Bin } from './statuses';

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
