/** Many accounts handed over, on the page: which, to whom, how far it is, and what became of each. */
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import type { SelectedRow } from '../../script-api';
import { ActionButton, ErrorView, QuietNote, StatusChip } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { type HandOverMessageKey, tHandOver } from '../messages/hand-over-catalog';
import { localize, memberName, type Viewer } from '../messages/viewer';
import {
  type HandOverMessage,
  type HandOverState,
  type HandOverTask,
  ownersToChoose,
  receiversToChoose,
  splitOf,
} from './hand-over';
import { HandOverProgress } from './hand-over-progress-view';

interface Props {
  viewer: Pick<Viewer, 'language' | 'members'>;
  state: HandOverState;
  dispatch: Dispatch<HandOverMessage>;
  /** True where it stands in another window, which has said whose accounts they are. */
  within?: boolean;
}

const TASKS = { give: 'taskGive', accept: 'taskAccept', return: 'taskReturn' } as const;

const isLocked = ({ phase }: HandOverState): boolean => phase.kind === 'sending' || phase.kind === 'stopped';

const TaskChoice = ({ viewer, state, dispatch }: Props) => (
  <fieldset class="field" disabled={isLocked(state)}>
    <legend>{tHandOver(viewer, 'task')}</legend>
    {(['give', 'accept', 'return'] as const).map((task: HandOverTask) => (
      <label key={task} class="tick">
        <input
          type="radio"
          name="task"
          checked={state.task === task}
          onInput={() => dispatch({ type: 'choose', task, scope: state.scope })}
        />
        {tHandOver(viewer, TASKS[task])}
      </label>
    ))}
  </fieldset>
);

const OwnerChoice = ({ viewer, state, dispatch }: Props) => {
  const { scope, task, team } = state;
  if (scope.kind === 'selection') return null;
  const owners = task === 'give' ? ownersToChoose(team) : [team.you];
  return (
    <div class="line">
      <select
        aria-label={tHandOver(viewer, 'owner')}
        value={scope.ownerId}
        onInput={({ currentTarget }) =>
          dispatch({ type: 'choose', task, scope: { ...scope, ownerId: currentTarget.value } })
        }
      >
        {owners.map(({ id }) => (
          <option key={id} value={id}>
            {memberName(viewer, id)}
          </option>
        ))}
      </select>
      <select
        aria-label={tHandOver(viewer, 'status')}
        value={scope.status ?? ''}
        onInput={({ currentTarget }) => {
          const status = STATUSES.find((one) => one === currentTarget.value) ?? null;
          dispatch({ type: 'choose', task, scope: { ...scope, status } });
        }}
      >
        <option value="">{tHandOver(viewer, 'anyStatus')}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {localize(viewer, STATUS[status].label)}
          </option>
        ))}
      </select>
    </div>
  );
};

const ScopeChoice = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { scope, selection, task, team } = state;
  return (
    <fieldset class="field" disabled={isLocked(state)}>
      <legend>{tHandOver(viewer, 'which')}</legend>
      {selection.length === 0 ? null : (
        <label class="tick">
          <input
            type="radio"
            name="scope"
            checked={scope.kind === 'selection'}
            onInput={() => dispatch({ type: 'choose', task, scope: { kind: 'selection' } })}
          />
          {tHandOver(viewer, 'selectedRows', { n: selection.length })}
        </label>
      )}
      <label class="tick">
        <input
          type="radio"
          name="scope"
          checked={scope.kind === 'owner'}
          onInput={() =>
            dispatch({ type: 'choose', task, scope: { kind: 'owner', ownerId: team.you.id, status: null } })
          }
        />
        {tHandOver(viewer, 'allOf')}
      </label>
      <OwnerChoice {...props} />
    </fieldset>
  );
};

const Receivers = ({ viewer, state, dispatch }: Props) => {
  const split = [...splitOf(state).values()];
  const { phase, receivers, team } = state;
  const isWanted = phase.kind === 'choosing' && phase.wants === 'receivers';
  return (
    <fieldset class="field receivers" disabled={isLocked(state)}>
      <legend>{tHandOver(viewer, 'receivers')}</legend>
      {receiversToChoose(state).map(({ id }) => {
        const load = team.loads.find((one) => one.id === id);
        const taken = split.filter((one) => one === id).length;
        return (
          <label key={id} class="tick">
            <input
              type="checkbox"
              checked={receivers.includes(id)}
              aria-invalid={isWanted ? 'true' : undefined}
              onInput={({ currentTarget }) =>
                dispatch({ type: 'receive', memberId: id, receives: currentTarget.checked })
              }
            />
            <span>
              {memberName(viewer, id)}
              <small>{tHandOver(viewer, 'loadNow', { n: load?.open ?? 0 })}</small>
              {taken === 0 ? null : <strong>{tHandOver(viewer, 'takes', { n: taken })}</strong>}
            </span>
          </label>
        );
      })}
      <p class="hint">{tHandOver(viewer, 'splitHint')}</p>
      {isWanted ? <p class="problem">{tHandOver(viewer, 'wantsReceivers')}</p> : null}
    </fieldset>
  );
};

const Words = ({
  viewer,
  state,
  dispatch,
  name,
  label,
}: Props & { name: 'note' | 'promises'; label: HandOverMessageKey }) => {
  const isWanted = name === 'note' && state.phase.kind === 'choosing' && state.phase.wants === 'note';
  return (
    <div class="field">
      <label for={`hand-over-${name}`}>{tHandOver(viewer, label)}</label>
      <textarea
        id={`hand-over-${name}`}
        rows={2}
        maxLength={2000}
        value={state[name]}
        disabled={isLocked(state)}
        aria-invalid={isWanted ? 'true' : undefined}
        onInput={({ currentTarget }) => dispatch({ type: 'write', [name]: currentTarget.value })}
      />
      {isWanted ? <p class="problem">{tHandOver(viewer, 'wantsNote')}</p> : null}
    </div>
  );
};

const MAX_SHOWN = 100;

const RowList = ({
  viewer,
  rows,
  split,
}: Pick<Props, 'viewer'> & {
  rows: readonly SelectedRow[];
  split: ReadonlyMap<string, string>;
}) => (
  <details>
    <summary>{tHandOver(viewer, 'accounts', { n: rows.length })}</summary>
    <ul class="rows">
      {rows.slice(0, MAX_SHOWN).map(({ id, name, status }) => (
        <li key={id}>
          {name} <StatusChip viewer={viewer} status={status} />
          {split.has(id) ? ` → ${memberName(viewer, split.get(id))}` : ''}
        </li>
      ))}
    </ul>
  </details>
);

const Form = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase, rows, task } = state;
  if (phase.kind === 'reading')
    return phase.error === null ? (
      <QuietNote>{tHandOver(viewer, 'readingAccounts', { n: rows?.length ?? 0 })}</QuietNote>
    ) : (
      <ErrorView
        viewer={viewer}
        error={phase.error}
        again={() => dispatch({ type: 'choose', task, scope: state.scope })}
      />
    );
  if (rows === null || phase.kind === 'done') return null;
  if (rows.length === 0) return <QuietNote>{tHandOver(viewer, 'noAccounts')}</QuietNote>;
  return (
    <>
      <RowList viewer={viewer} rows={rows} split={task === 'give' ? splitOf(state) : new Map()} />
      {task === 'give' ? <Receivers {...props} /> : null}
      <Words {...props} name="note" label={task === 'give' ? 'note' : 'noteOptional'} />
      {task === 'give' ? <Words {...props} name="promises" label="promises" /> : null}
      {isLocked(state) ? null : (
        <div class="buttons">
          <ActionButton act={() => dispatch({ type: 'begin' })} kind="primary">
            {tHandOver(viewer, TASKS_DONE[task], { n: rows.length })}
          </ActionButton>
        </div>
      )}
    </>
  );
};

const TASKS_DONE = { give: 'giveNow', accept: 'acceptNow', return: 'returnNow' } as const;

export const HandOverView = (props: Props) => (
  <section class="hand-over">
    {props.within === true ? null : (
      <>
        <TaskChoice {...props} />
        <ScopeChoice {...props} />
      </>
    )}
    <Form {...props} />
    <HandOverProgress {...props} />
  </section>
);
