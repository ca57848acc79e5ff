/** Many accounts handed over, on the page: which, to whom, how far it is, and what became of each. */
import { ActionButton, ErrorView, QuietNote, ScrollableRows, StatusChip } from '../kit/elements';
import { type HandOverMessageKey, tHandOver } from '../messages/hand-over-catalog';
import { memberName } from '../messages/viewer';
import { HandOverProgress } from './hand-over-progress-view';
import type { HandOverRow } from './hand-over-rows';
import { FilterChoice, type HandOverProps, TaskAndScope } from './hand-over-scope-view';
import { isLocked, receiversToChoose, rowsInFilter, splitOf } from './hand-over-state';
import { OpportunityAccounts } from './opportunity-view';

const Receivers = ({ viewer, state, dispatch }: HandOverProps) => {
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
}: HandOverProps & { name: 'note' | 'promises'; label: HandOverMessageKey }) => {
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
}: Pick<HandOverProps, 'viewer'> & {
  rows: readonly HandOverRow[];
  split: ReadonlyMap<string, string>;
}) => (
  <details>
    <summary>{tHandOver(viewer, 'accounts', { n: rows.length })}</summary>
    <ScrollableRows>
      {rows.slice(0, MAX_SHOWN).map(({ id, name, status, isInsideSales }) => (
        <li key={id}>
          {name} <StatusChip viewer={viewer} status={status} />
          {isInsideSales ? <small>{` ${tHandOver(viewer, 'insideSales')}`}</small> : null}
          {split.has(id) ? ` → ${memberName(viewer, split.get(id))}` : ''}
        </li>
      ))}
    </ScrollableRows>
  </details>
);

const TakeAlong = ({ viewer, state, dispatch }: HandOverProps) => (
  <div class="field">
    <label class="tick">
      <input
        type="checkbox"
        checked={state.withOpportunities}
        disabled={isLocked(state)}
        onInput={({ currentTarget }) =>
          dispatch({ type: 'takeAlong', withOpportunities: currentTarget.checked })
        }
      />
      {tHandOver(viewer, 'takeAlong')}
    </label>
    {state.withOpportunities ? <p class="hint">{tHandOver(viewer, 'takeAlongHint')}</p> : null}
  </div>
);

const TASKS_DONE = { give: 'giveNow', accept: 'acceptNow', return: 'returnNow' } as const;

const ChosenForm = (props: HandOverProps & { task: keyof typeof TASKS_DONE }) => {
  const { viewer, state, dispatch, task } = props;
  const rows = rowsInFilter(state);
  if (rows.length === 0) return <QuietNote>{tHandOver(viewer, 'noneLeft')}</QuietNote>;
  const isGiving = task === 'give';
  return (
    <>
      <RowList viewer={viewer} rows={rows} split={isGiving ? splitOf(state) : new Map()} />
      {isGiving ? <Receivers {...props} /> : null}
      {isGiving ? <TakeAlong {...props} /> : null}
      <Words {...props} name="note" label={isGiving ? 'note' : 'noteOptional'} />
      {isGiving ? <Words {...props} name="promises" label="promises" /> : null}
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

const NOTHING = {
  give: 'noAccounts',
  opportunity: 'noOpportunities',
  accept: 'noneWaits',
  return: 'noneWaits',
} as const;

const Form = (props: HandOverProps) => {
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
  if (rows.length === 0) return <QuietNote>{tHandOver(viewer, NOTHING[task])}</QuietNote>;
  if (task === 'opportunity') return <OpportunityAccounts {...props} rows={rows} />;
  return (
    <>
      <FilterChoice {...props} />
      <ChosenForm {...props} task={task} />
    </>
  );
};

/** `within`: it stands in another window, which has said whose accounts they are. */
export const HandOverView = (props: HandOverProps & { within?: boolean }) => (
  <section class="hand-over">
    {props.within === true ? null : <TaskAndScope {...props} />}
    <Form {...props} />
    <HandOverProgress {...props} />
  </section>
);
