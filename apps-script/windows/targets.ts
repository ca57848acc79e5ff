/** The choice of a status: by bin, and whether a manager must approve. */
import { BINS } from '../../functions/domain/help';
import { type Bin, STATUS, STATUSES, type Status } from '../../functions/domain/statuses';
import { type Here, of, say } from './here';
import { newId, node } from './nodes';
import { statusChip } from './status-chip';

export interface Target {
  to: Status;
  approval: boolean;
  /** Where several accounts are selected: for how many it is legal. */
  count: number | null;
}

export const targetsView = (
  here: Here,
  targets: readonly Target[],
  chosen: Status | null,
  choose: (to: Status) => void,
): HTMLElement => {
  const name = newId();
  const bins = [...new Set(STATUSES.map((status) => STATUS[status].bin))];
  const line = ({ to, approval, count }: Target): HTMLElement =>
    node(
      'label',
      { class: 'target', title: of(here, STATUS[to].meaning) },
      node('input', { type: 'radio', name, value: to, checked: to === chosen, onchange: () => choose(to) }),
      statusChip(here, to),
      approval ? node('small', {}, say(here, 'needsApproval')) : null,
      count === null ? null : node('small', {}, say(here, 'rowCount', { n: count })),
    );
  const group = (bin: Bin): HTMLElement | null => {
    const here_ = targets.filter(({ to }) => STATUS[to].bin === bin);
    if (here_.length === 0) return null;
    return node(
      'div',
      { class: 'bin' },
      node('span', { class: 'bin-name' }, of(here, BINS[bin])),
      ...here_.map(line),
    );
  };
  return node(
    'fieldset',
    { class: 'targets' },
    node('legend', {}, say(here, 'changeTo')),
    ...bins.map(group),
  );
};
