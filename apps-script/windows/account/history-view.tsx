/** The history of an account: newest first, who, when, what in words; older entries on demand. */
import { type Activity, partById } from '../../../functions/domain/account/account';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isManager } from '../../../functions/domain/account/team';
import { entryHead, entryLines } from '../../../functions/domain/history/history-text';
import { keysOf } from '../../../functions/domain/status/table-keys';
import type { AccountView } from '../../script-api';
import { ActionButton, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAccount } from '../messages/account-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { zonedMinute } from '../messages/zoned-minute';
import { CHANGED_THINGS, entriesThatChanged } from './changed-things';
import type { PaneMessage, PaneState } from './pane-state';

const CHANGED = keysOf(CHANGED_THINGS);

/** A meeting that still stands, logged by this entry: a manager may correct it. */
const meetingOf = ({ events }: HistoryEntry, { account }: AccountView): Activity | null => {
  for (const { type, data } of events) {
    if (type !== 'activityLogged' || data.activity.kind !== 'meeting') continue;
    const meeting = partById(account.activities, data.activity.id);
    if (meeting !== undefined) return meeting;
  }
  return null;
};

const Entry = ({
  viewer,
  accountView,
  entry,
  correct,
}: {
  viewer: Viewer;
  accountView: AccountView;
  entry: HistoryEntry;
  correct: (activityId: string) => void;
}) => {
  const { undoes } = entry;
  const [first = '', ...rest] = entryLines(viewer, entry);
  const meeting = isManager(accountView.you) ? meetingOf(entry, accountView) : null;
  return (
    <li class={undoes === null ? '' : 'undo-entry'}>
      <div class="quiet">{entryHead(viewer, entry, zonedMinute(accountView.zone, entry.at))}</div>
      <div class="name">{first}</div>
      {rest.map((line) => (
        <div key={line} class="detail">
          {line}
        </div>
      ))}
      {meeting === null ? null : (
        <ActionButton act={() => correct(meeting.id)} kind="link">
          {tAccount(viewer, 'correctMeeting')}
        </ActionButton>
      )}
    </li>
  );
};

const Foot = ({
  viewer,
  history,
  dispatch,
}: Pick<PaneState, 'viewer' | 'history'> & { dispatch: Dispatch<PaneMessage> }) => {
  const { entries, phase } = history;
  const readOlder = (): void => dispatch({ type: 'readOlder' });
  if (phase.kind === 'reading') return <p class="quiet">{tAccount(viewer, 'reading')}</p>;
  if (phase.kind === 'error') return <ErrorView viewer={viewer} error={phase.error} again={readOlder} />;
  return (entries[entries.length - 1]?.version ?? 1) <= 1 ? null : (
    <ActionButton act={readOlder}>{tAccount(viewer, 'older')}</ActionButton>
  );
};

const WhatChanged = ({
  state: { viewer, changed },
  dispatch,
}: {
  state: PaneState;
  dispatch: Dispatch<PaneMessage>;
}) => (
  <div class="field">
    <label for="changed">{tAccount(viewer, 'whoChanged')}</label>
    <select
      id="changed"
      value={changed ?? ''}
      onInput={({ currentTarget }) =>
        dispatch({
          type: 'showChanged',
          thing: CHANGED.find((thing) => thing === currentTarget.value) ?? null,
        })
      }
    >
      <option value="">{tAccount(viewer, 'anything')}</option>
      {CHANGED.map((thing) => (
        <option key={thing} value={thing}>
          {localize(viewer, CHANGED_THINGS[thing])}
        </option>
      ))}
    </select>
  </div>
);

export const HistoryView = ({
  state,
  accountView,
  dispatch,
}: {
  state: PaneState;
  accountView: AccountView;
  dispatch: Dispatch<PaneMessage>;
}) => {
  const { viewer, history } = state;
  const entries = entriesThatChanged(history.entries, state.changed, accountView.account);
  return (
    <div>
      <WhatChanged state={state} dispatch={dispatch} />
      <ol class="plain history">
        {entries.map((entry) => (
          <Entry
            key={entry.version}
            viewer={viewer}
            accountView={accountView}
            entry={entry}
            correct={(activityId) =>
              dispatch({
                type: 'open',
                draft: { kind: 'form', name: { form: 'correctMeeting', activityId }, values: {} },
              })
            }
          />
        ))}
      </ol>
      <div aria-live="polite">
        {entries.length > 0 ? null : <p class="quiet">{tAccount(viewer, 'notChanged')}</p>}
        <Foot viewer={viewer} history={history} dispatch={dispatch} />
      </div>
    </div>
  );
};
