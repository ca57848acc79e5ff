/** The choice of a status: by bin, and whether a manager must approve. */

import { BIN_LABELS } from '../../../functions/domain/status/matrix-texts';
import { STATUS_MEANINGS } from '../../../functions/domain/status/status-meanings';
import { type Bin, STATUS, STATUSES, type Status } from '../../../functions/domain/status/statuses';
import { StatusChip } from '../kit/elements';
import { localize, t, type Viewer } from '../messages/viewer';

export interface StatusChoice {
  to: Status;
  approval: boolean;
  /** Where several accounts are selected: for how many it is legal. */
  count: number | null;
}

interface Props {
  viewer: Viewer;
  choices: readonly StatusChoice[];
  chosen: Status | null;
  choose: (to: Status) => void;
}

const BINS: readonly Bin[] = [...new Set(STATUSES.map((status) => STATUS[status].bin))];

const ChoiceLine = ({
  viewer,
  choice: { to, approval, count },
  chosen,
  choose,
}: Omit<Props, 'choices'> & { choice: StatusChoice }) => (
  <label class="target" title={localize(viewer, STATUS_MEANINGS[to])}>
    <input type="radio" name="status" value={to} checked={to === chosen} onInput={() => choose(to)} />
    <StatusChip viewer={viewer} status={to} />
    {approval ? <small>{t(viewer, 'needsApproval')}</small> : null}
    {count === null ? null : <small>{t(viewer, 'rowCount', { n: count })}</small>}
  </label>
);

export const StatusPicker = (props: Props) => {
  const { viewer, choices } = props;
  const bins = BINS.map((bin) => ({ bin, lines: choices.filter(({ to }) => STATUS[to].bin === bin) }));
  return (
    <fieldset class="targets">
      <legend>{t(viewer, 'changeTo')}</legend>
      {bins
        .filter(({ lines }) => lines.length > 0)
        .map(({ bin, lines }) => (
          <div key={bin} class="bin">
            <span class="bin-name">{localize(viewer, BIN_LABELS[bin])}</span>
            {lines.map((choice) => (
              <ChoiceLine key={choice.to} {...props} choice={choice} />
            ))}
          </div>
        ))}
    </fieldset>
  );
};
