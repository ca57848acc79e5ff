/** What is done with which accounts: the task, whose they are, and by which facts they are filtered. */
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import type { Dispatch } from '../kit/run-program';
import { type HandOverMessageKey, tHandOver } from '../messages/hand-over-catalog';
import { localize, memberName, type Viewer } from '../messages/viewer';
import { type DueLimit, type HandOverScope, productsOf } from './hand-over-rows';
import {
  type HandOverMessage,
  type HandOverState,
  type HandOverTask,
  isLocked,
  ownersToChoose,
  scopeOfTask,
  tasksToChoose,
} from './hand-over-state';

export interface HandOverProps {
  viewer: Pick<Viewer, 'language' | 'members'>;
  state: HandOverState;
  dispatch: Dispatch<HandOverMessage>;
}

const TASKS: Readonly<Record<HandOverTask, HandOverMessageKey>> = {
  give: 'taskGive',
  opportunity: 'taskOpportunity',
  accept: 'taskAccept',
  return: 'taskReturn',
};

const TaskChoice = ({ viewer, state, dispatch }: HandOverProps) => (
  <fieldset class="field" disabled={isLocked(state)}>
    <legend>{tHandOver(viewer, 'task')}</legend>
    {tasksToChoose(state).map((task) => (
      <label key={task} class="tick">
        <input
          type="radio"
          name="task"
          checked={state.task === task}
          onInput={() => dispatch({ type: 'choose', task, scope: scopeOfTask(task, state) })}
        />
        {tHandOver(viewer, TASKS[task])}
      </label>
    ))}
  </fieldset>
);

const StatusChoice = ({
  viewer,
  state: { task },
  dispatch,
  scope,
}: HandOverProps & { scope: HandOverScope & { kind: 'owner' } }) => (
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
);

const OwnerChoice = (props: HandOverProps) => {
  const { viewer, state, dispatch } = props;
  const { scope, task, team } = state;
  if (scope.kind === 'selection' || scope.kind === 'handedTo') return null;
  const scopeOf = (id: string): HandOverScope =>
    scope.kind === 'owner' ? { ...scope, ownerId: id } : { kind: 'pursued', memberId: id };
  return (
    <div class="line">
      <select
        aria-label={tHandOver(viewer, 'owner')}
        value={scope.kind === 'owner' ? scope.ownerId : scope.memberId}
        onInput={({ currentTarget }) =>
          dispatch({ type: 'choose', task, scope: scopeOf(currentTarget.value) })
        }
      >
        {ownersToChoose(team).map(({ id }) => (
          <option key={id} value={id}>
            {memberName(viewer, id)}
          </option>
        ))}
      </select>
      {scope.kind === 'owner' ? <StatusChoice {...props} scope={scope} /> : null}
    </div>
  );
};

const WHOSE = { owner: 'allOf', handedTo: 'allHandedToMe', pursued: 'allPursued' } as const;

const ScopeChoice = (props: HandOverProps) => {
  const { viewer, state, dispatch } = props;
  const { scope, selection, task } = state;
  const others = scopeOfTask(task, { ...state, scope: { kind: 'handedTo', memberId: '' } });
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
      {others.kind === 'selection' ? null : (
        <label class="tick">
          <input
            type="radio"
            name="scope"
            checked={scope.kind !== 'selection'}
            onInput={() => dispatch({ type: 'choose', task, scope: others })}
          />
          {tHandOver(viewer, WHOSE[others.kind])}
        </label>
      )}
      <OwnerChoice {...props} />
    </fieldset>
  );
};

const DUE_LABELS: Readonly<Record<DueLimit, HandOverMessageKey>> = {
  any: 'dueAny',
  overdue: 'dueOverdue',
  in7: 'dueIn7',
  in30: 'dueIn30',
};
const DUE_CHOICES: readonly DueLimit[] = ['any', 'overdue', 'in7', 'in30'];

/** Of accounts that were read as those of an owner. */
export const FilterChoice = ({ viewer, state, dispatch }: HandOverProps) => {
  const { filter, rows, scope, phase } = state;
  if (scope.kind !== 'owner' || rows === null || rows.length === 0) return null;
  const areDaysWrong = phase.kind === 'choosing' && phase.wants === 'days';
  return (
    <fieldset class="field filters" disabled={isLocked(state)}>
      <legend>{tHandOver(viewer, 'filters')}</legend>
      <label>
        {tHandOver(viewer, 'filterDue')}
        <select
          value={filter.due}
          onInput={({ currentTarget }) =>
            dispatch({
              type: 'filter',
              filter: { due: DUE_CHOICES.find((one) => one === currentTarget.value) ?? 'any' },
            })
          }
        >
          {DUE_CHOICES.map((one) => (
            <option key={one} value={one}>
              {tHandOver(viewer, DUE_LABELS[one])}
            </option>
          ))}
        </select>
      </label>
      <label>
        {tHandOver(viewer, 'filterProduct')}
        <select
          value={filter.product}
          onInput={({ currentTarget }) =>
            dispatch({ type: 'filter', filter: { product: currentTarget.value } })
          }
        >
          <option value="">{tHandOver(viewer, 'anyProduct')}</option>
          {productsOf(rows).map((product) => (
            <option key={product} value={product}>
              {product}
            </option>
          ))}
        </select>
      </label>
      <label>
        {tHandOver(viewer, 'filterAwaited')}
        <input
          type="text"
          maxLength={200}
          value={filter.awaited}
          onInput={({ currentTarget }) =>
            dispatch({ type: 'filter', filter: { awaited: currentTarget.value } })
          }
        />
      </label>
      <label>
        {tHandOver(viewer, 'filterSilent')}
        <input
          id="hand-over-days"
          type="text"
          inputMode="numeric"
          maxLength={4}
          value={filter.silentDays}
          aria-invalid={areDaysWrong ? 'true' : undefined}
          onInput={({ currentTarget }) =>
            dispatch({ type: 'filter', filter: { silentDays: currentTarget.value } })
          }
        />
      </label>
      {areDaysWrong ? <p class="problem">{tHandOver(viewer, 'wantsDays')}</p> : null}
    </fieldset>
  );
};

export const TaskAndScope = (props: HandOverProps) => (
  <>
    <TaskChoice {...props} />
    <ScopeChoice {...props} />
  </>
);
