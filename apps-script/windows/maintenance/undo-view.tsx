/** What could be taken back, on the page: each step with its time, its companies and what was done to them. */
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { CHANNEL_LABELS } from '../../../functions/domain/history/account-labels';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tMaintenance } from '../messages/maintenance-catalog';
import { formatDate, localize, type Viewer } from '../messages/viewer';
import type { ShownStep, UndoMessage, UndoState } from './undo-changes';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: UndoState;
  dispatch: Dispatch<UndoMessage>;
}

/** Companies of a step that are named before the others are counted. */
const MAX_NAMED = 3;

const StepLine = ({ viewer, step, dispatch }: Omit<Props, 'state'> & { step: ShownStep }) => {
  const { time, channel, changes } = step;
  const left = changes.length - MAX_NAMED;
  return (
    <li class="undo-step">
      <p class="quiet">
        {`${formatDate(viewer, time)} · ${localize(viewer, CHANNEL_LABELS[channel])} · ${tMaintenance(viewer, 'accountCount', { n: changes.length })}`}
      </p>
      {changes.slice(0, MAX_NAMED).map(({ accountId, version, company, words }) => (
        <p key={`${accountId} ${version}`}>
          <b>{company}</b> {localize(viewer, words)}
        </p>
      ))}
      {left > 0 ? <p>{tMaintenance(viewer, 'andOthers', { n: left })}</p> : null}
      <ActionButton act={() => dispatch({ type: 'undo', step })}>
        {tMaintenance(viewer, 'undoIt')}
      </ActionButton>
    </li>
  );
};

const PersonChoice = ({ viewer, state: { team, personId }, dispatch }: Props) =>
  team === null || !isManager(team.you) ? null : (
    <p class="field">
      <label for="undo-person">{tMaintenance(viewer, 'undoOf')}</label>
      <select
        id="undo-person"
        value={personId ?? team.you.id}
        onInput={({ currentTarget: { value } }) =>
          dispatch({ type: 'read', personId: value === team.you.id ? null : value })
        }
      >
        {Object.values(team.members)
          .filter(mayWrite)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </p>
  );

const Outcome = ({ viewer, state: { outcome } }: Omit<Props, 'dispatch'>) =>
  outcome === null ? null : (
    <div class="outcome" role="status">
      <p>{tMaintenance(viewer, 'takenBack', { n: outcome.undone })}</p>
      {outcome.refusals.map(({ name, refusal }) => (
        <p key={name} class="refusal">{`${name}: ${localize(viewer, refusal.message)}`}</p>
      ))}
    </div>
  );

const Steps = ({ viewer, state: { phase, answer }, dispatch }: Props) => {
  if (phase.kind === 'failed')
    return <ErrorView viewer={viewer} error={phase.error} again={() => dispatch(phase.again)} />;
  if (phase.kind !== 'asked' || answer === null)
    return <QuietNote>{tMaintenance(viewer, phase.kind === 'sending' ? 'sending' : 'reading')}</QuietNote>;
  const { steps, more } = answer;
  if (steps.length === 0) return <QuietNote>{tMaintenance(viewer, 'nothingToUndo')}</QuietNote>;
  return (
    <>
      <ol class="plain">
        {steps.map((step) => (
          <StepLine key={`${step.at} ${step.channel}`} viewer={viewer} step={step} dispatch={dispatch} />
        ))}
      </ol>
      {more ? <p class="hint">{tMaintenance(viewer, 'moreChanges')}</p> : null}
    </>
  );
};

export const UndoView = (props: Props) => (
  <>
    <p class="hint">{tMaintenance(props.viewer, 'undoHint')}</p>
    <PersonChoice {...props} />
    <Outcome {...props} />
    <Steps {...props} />
  </>
);
