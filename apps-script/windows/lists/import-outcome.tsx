/** What a rehearsal found, and what an import did. */
import type { ImportAnswer, ImportMode } from '../../../functions/contract/import';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { ActionButton, DefinitionList, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { DateChoiceView, isDateChoiceShown } from './date-choice-view';
import { importHeading, rehearsalHeading, rowCounts } from './import-heading';
import type { Imported, ImportMessage, ImportPhase, ImportState } from './import-state';
import { ListChangesView } from './list-changes-view';
import { problemsBesideWords } from './remarks';
import { NotesView, ProblemsView } from './remarks-view';
import { UndecidedView } from './undecided-view';

interface Props {
  viewer: Viewer;
  state: ImportState;
  dispatch: Dispatch<ImportMessage>;
}
type RehearsalProps = Props & { phase: Extract<ImportPhase, { kind: 'rehearsed' }> };
type OutcomeProps = Props & { phase: Imported };

/** What becomes of the rows, each of them once, and what is lacking of those that are imported. */
const Counts = ({
  viewer,
  answer: { counts, changes, twice },
}: {
  viewer: Viewer;
  answer: Pick<ImportAnswer, 'counts' | 'changes' | 'twice'>;
}) => {
  const { created, filled, unchanged, undecided, refused, withDebts } = counts;
  const facts = {
    // Of changes they are told with the lines themselves.
    ...(changes === null ? { created } : {}),
    filled,
    ...(changes === null ? { unchanged } : {}),
    likely: undecided - twice,
    twice,
    refused,
    withDebts,
  };
  return (
    <DefinitionList
      facts={keysOf(facts).map(
        (key) => [tList(viewer, key), (facts[key] ?? 0).toLocaleString('en')] as const,
      )}
    />
  );
};

/** What an update of a list changes; nothing for a list whose rows are added. */
const Changes = ({ viewer, state, dispatch, changes }: Props & { changes: ImportAnswer['changes'] }) =>
  changes === null ? null : (
    <ListChangesView
      viewer={viewer}
      changes={changes}
      links={state.links}
      dispatch={(message) => dispatch({ type: 'links', message })}
    />
  );

const MODES = [
  ['changes', 'asChanges', 'asChangesHint'],
  ['add', 'asAdd', 'asAddHint'],
] as const satisfies readonly (readonly [ImportMode, string, string])[];

const ModeChoice = ({ viewer, phase: { answer }, dispatch }: RehearsalProps) => (
  <fieldset class="field">
    <legend>{tList(viewer, 'cameAgain')}</legend>
    {MODES.map(([mode, label, hint]) => (
      <label key={mode} class="tick">
        <input
          type="radio"
          name="mode"
          checked={mode === answer.mode}
          onInput={() => dispatch({ type: 'chooseMode', mode })}
        />
        <span>
          {tList(viewer, label)}
          <small>{tList(viewer, hint)}</small>
        </span>
      </label>
    ))}
  </fieldset>
);

const StartImport = ({ viewer, phase: { answer, skipProblems, isStale }, dispatch }: RehearsalProps) => {
  const { n, changed } = rowCounts(answer);
  if (n === 0) return null;
  const mustSkip = answer.problemCount > 0;
  return (
    <>
      {mustSkip ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={skipProblems}
            onInput={({ currentTarget }) => dispatch({ type: 'skipProblems', skip: currentTarget.checked })}
          />
          {tList(viewer, 'skipProblems')}
        </label>
      ) : null}
      <div class="buttons">
        <ActionButton
          act={() => dispatch({ type: 'start' })}
          kind="primary"
          disabled={isStale || (mustSkip && !skipProblems)}
        >
          {answer.mode === 'changes'
            ? tList(viewer, 'importChanges', { n: changed })
            : tList(viewer, 'importNow', { n })}
        </ActionButton>
      </div>
    </>
  );
};

export const Rehearsal = (props: RehearsalProps) => {
  const { viewer, state, phase, dispatch } = props;
  const { answer } = phase;
  const { changes, mode, total, fields, problemCount, notes, noteCount } = answer;
  return (
    <>
      <h3 tabIndex={-1}>{rehearsalHeading(viewer, answer)}</h3>
      {mode === 'changes' || state.mode !== null ? <ModeChoice {...props} /> : null}
      {isDateChoiceShown(answer, state.dates) ? (
        <DateChoiceView viewer={viewer} dates={state.dates} dispatch={props.dispatch} />
      ) : null}
      <Changes {...props} changes={changes} />
      {total === 0 ? null : <Counts viewer={viewer} answer={answer} />}
      {problemCount === 0 ? <p class="quiet">{tList(viewer, 'rowsFine')}</p> : null}
      <ProblemsView viewer={viewer} fields={fields} {...problemsBesideWords(answer)} />
      <NotesView viewer={viewer} fields={fields} remarks={notes} count={noteCount} />
      <UndecidedView
        viewer={viewer}
        answer={answer}
        choices={state.choices}
        links={{ links: state.links, dispatch: (message) => dispatch({ type: 'links', message }) }}
        choose={(message) => dispatch({ type: 'choices', message })}
        decide={phase.isStale ? () => dispatch({ type: 'rehearse' }) : null}
      />
      <StartImport {...props} />
    </>
  );
};

const Summary = ({ answer, ...props }: OutcomeProps & { answer: ImportAnswer }) => {
  const { viewer, phase } = props;
  const { changes } = phase;
  const { counts, twice, fields, problems, problemCount, notes, noteCount } = answer;
  return (
    <div>
      <Counts viewer={viewer} answer={{ counts, changes, twice }} />
      {counts.withDebts === 0 ? null : (
        <p class="warning">{tList(viewer, 'debtsLeft', { n: counts.withDebts })}</p>
      )}
      <Changes {...props} changes={changes} />
      <ProblemsView viewer={viewer} fields={fields} remarks={problems} count={problemCount} />
      <NotesView viewer={viewer} fields={fields} remarks={notes} count={noteCount} />
    </div>
  );
};

const UndoImport = ({ viewer, phase: { undo }, dispatch }: OutcomeProps) => (
  <div class="undo">
    <ActionButton act={() => dispatch({ type: 'undo' })} disabled={undo.kind === 'undoing'}>
      {tList(viewer, 'undoImport')}
    </ActionButton>
    <div>
      {undo.kind === 'undoing' ? <p class="quiet">{tList(viewer, 'undoing', { n: undo.count })}</p> : null}
      {undo.kind === 'failed' ? (
        <ErrorView viewer={viewer} error={undo.error} again={() => dispatch({ type: 'undo' })} />
      ) : null}
    </div>
  </div>
);

export const ImportOutcome = (props: OutcomeProps) => {
  const { viewer, phase, dispatch } = props;
  const { last, next, error, undo } = phase;
  const isUndoing = undo.kind === 'undoing';
  const isFinished = next === null;
  return (
    <>
      {last === null ? null : (
        <h3 tabIndex={-1}>
          {isFinished
            ? importHeading(viewer, last)
            : tList(viewer, 'importedSoFar', { done: last.done, total: last.total })}
        </h3>
      )}
      {error === null ? null : (
        <ErrorView viewer={viewer} error={error} again={() => dispatch({ type: 'goOn' })} />
      )}
      {last === null ? null : <Summary {...props} answer={last} />}
      <div class="buttons">
        {error === null && next !== null ? (
          <ActionButton act={() => dispatch({ type: 'goOn' })} kind="primary" disabled={isUndoing}>
            {tList(viewer, 'goOn', { done: next, total: last?.total ?? 0 })}
          </ActionButton>
        ) : null}
        {isFinished ? (
          <ActionButton act={() => dispatch({ type: 'close' })} kind="primary" disabled={isUndoing}>
            {tList(viewer, 'close')}
          </ActionButton>
        ) : null}
        <ActionButton act={() => dispatch({ type: 'backToForm' })} disabled={isUndoing}>
          {tList(viewer, isFinished ? 'anotherList' : 'backToForm')}
        </ActionButton>
      </div>
      {last === null ? null : <UndoImport {...props} />}
    </>
  );
};
