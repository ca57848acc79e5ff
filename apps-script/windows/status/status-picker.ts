/** The choice of a status: by bin, and whether a manager must approve. */

import { BIN_LABELS } from '../../../functions/domain/status/matrix-texts';
import { type Bin, STATUS, STATUSES, type Status } from '../../../functions/domain/status/statuses';
import { newId, node } from '../kit/dom';
import { statusChip } from '../kit/status-chip';
import { localize, t, type Viewer } from '../messages/viewer';

export interface StatusChoice {
  to: Status;
  approval: boolean;
  /** Where several accounts are selected: for how many it is legal. */
  count: number | null;
}

export const statusPicker = (
  viewer: Viewer,
  targets: readonly StatusChoice[],
  chosen: Status | null,
  choose: (to: Status) => void,
): HTMLElement => {
  const name = newId();
  const bins = [...new Set(STATUSES.map((status) => STATUS[status].bin))];
  const line = ({ to, approval, count }: StatusChoice): HTMLElement =>
    node(
      'label',
      { class: 'target', title: localize(viewer, STATUS[to].meaning) },
      node('input', { type: 'radio', name, value: to, checked: to === chosen, onchange: () => choose(to) }),
      statusChip(viewer, to),
      approval ? node('small', {}, t(viewer, 'needsApproval')) : null,
      count === null ? null : node('small', {}, t(viewer, 'rowCount', { n: count })),
    );
  const group = (bin: Bin): HTMLElement | null => {
    const here_ = targets.filter(({ to }) => STATUS[to].bin === bin);
    if (here_.length === 0) return null;
    return node(
      'div',
      { class: 'bin' },
      node('span', { class: 'bin-name' }, localize(viewer, BIN_LABELS[bin])),
      ...here_.map(line),
    );
  };
  return node(
    'fieldset',
    { class: 'targets' },
    node('legend', {}, t(viewer, 'changeTo')),
    ...bins.map(group),
  );
};
