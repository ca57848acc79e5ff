/** A sample of bad fits that somebody is asked to judge once more, on the page. */
import { ActionButton, ErrorView, QuietNote, ScrollableRows } from '../kit/elements';
import { membersById } from '../kit/members-by-id';
import type { Dispatch } from '../kit/run-program';
import { type SampleMessageKey, tSample } from '../messages/bad-fit-sample-catalog';
import { memberName, type Viewer } from '../messages/viewer';
import {
  type BadFitSampleMessage,
  type BadFitSampleState,
  chosenSample,
  judgesToChoose,
  type OpenSample,
  type SampleValues,
} from './bad-fit-sample';
import { RefusedRows } from './refused-rows-view';

interface Props<State> {
  viewer: Pick<Viewer, 'language'>;
  state: State;
  dispatch: Dispatch<BadFitSampleMessage>;
}
type OpenProps = Props<OpenSample>;

const WISHES: Readonly<Record<keyof SampleValues, SampleMessageKey>> = {
  judgedBy: 'wantsMember',
  count: 'wantsCount',
  judgeId: 'wantsMember',
  note: 'wantsNote',
};

const fieldOf = ({ state: { values, wants, phase } }: OpenProps, name: keyof SampleValues) => ({
  id: `sample-${name}`,
  value: values[name],
  disabled: phase === 'sending',
  'aria-invalid': wants === name ? ('true' as const) : undefined,
});

const Problem = ({ viewer, state, name }: OpenProps & { name: keyof SampleValues }) =>
  state.wants === name ? <p class="problem">{tSample(viewer, WISHES[name])}</p> : null;

const MemberField = (
  props: OpenProps & { name: 'judgedBy' | 'judgeId'; label: SampleMessageKey; ids: readonly string[] },
) => {
  const { viewer, state, dispatch, name, label, ids } = props;
  const known = { ...viewer, members: membersById(state.team) };
  return (
    <div class="field">
      <label for={`sample-${name}`}>{tSample(viewer, label)}</label>
      <select
        {...fieldOf(props, name)}
        onInput={({ currentTarget }) => dispatch({ type: 'enter', values: { [name]: currentTarget.value } })}
      >
        <option value="">{tSample(viewer, 'choose')}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {memberName(known, id)}
          </option>
        ))}
      </select>
      <Problem {...props} />
    </div>
  );
};

const Outcome = ({ viewer, state: { outcome } }: OpenProps) =>
  outcome === null ? null : (
    <>
      <p class="outcome" tabIndex={-1}>
        {tSample(viewer, 'asked', { n: outcome.asked, refused: outcome.refused.length })}
      </p>
      <RefusedRows viewer={viewer} refused={outcome.refused} />
    </>
  );

const SampleForm = (props: OpenProps) => {
  const { viewer, state, dispatch } = props;
  const sample = chosenSample(state);
  return (
    <>
      <div class="field">
        <label for="sample-count">{tSample(viewer, 'count', { n: state.rows?.length ?? 0 })}</label>
        <input
          {...fieldOf(props, 'count')}
          type="text"
          inputMode="numeric"
          maxLength={3}
          onInput={({ currentTarget }) => dispatch({ type: 'enter', values: { count: currentTarget.value } })}
        />
        <Problem {...props} name="count" />
      </div>
      <ScrollableRows>
        {sample.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ScrollableRows>
      <MemberField {...props} name="judgeId" label="judge" ids={judgesToChoose(state).map(({ id }) => id)} />
      <div class="field">
        <label for="sample-note">{tSample(viewer, 'note')}</label>
        <textarea
          {...fieldOf(props, 'note')}
          rows={2}
          maxLength={2000}
          onInput={({ currentTarget }) => dispatch({ type: 'enter', values: { note: currentTarget.value } })}
        />
        <Problem {...props} name="note" />
      </div>
      <div class="buttons">
        <ActionButton
          act={() => dispatch({ type: 'send' })}
          kind="primary"
          disabled={state.phase !== 'choosing'}
        >
          {tSample(viewer, state.phase === 'sending' ? 'sending' : 'ask', { n: sample.length })}
        </ActionButton>
      </div>
    </>
  );
};

const OpenView = (props: OpenProps) => {
  const { viewer, state, dispatch } = props;
  const { team, rows, phase, error } = state;
  return (
    <>
      <p class="hint">{tSample(viewer, 'explained')}</p>
      <div aria-live="polite">
        <Outcome {...props} />
        {error === null ? null : (
          <ErrorView viewer={viewer} error={error} again={() => dispatch({ type: 'read' })} />
        )}
      </div>
      <MemberField
        {...props}
        name="judgedBy"
        label="judgedBy"
        ids={team.members.filter(({ role }) => role !== 'viewer').map(({ id }) => id)}
      />
      {phase === 'reading' ? <QuietNote>{tSample(viewer, 'reading')}</QuietNote> : null}
      {phase !== 'reading' && rows !== null && rows.length === 0 && state.outcome === null ? (
        <QuietNote>{tSample(viewer, 'none')}</QuietNote>
      ) : null}
      {phase === 'reading' || rows === null || state.waiting === 0 ? null : (
        <QuietNote>{tSample(viewer, 'waiting', { n: state.waiting })}</QuietNote>
      )}
      {phase === 'reading' || rows === null || rows.length === 0 ? null : <SampleForm {...props} />}
    </>
  );
};

export const BadFitSampleView = (props: Props<BadFitSampleState>) => {
  const { viewer, state, dispatch } = props;
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tSample(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'read' })} />;
    case 'refused':
      return <QuietNote>{tSample(viewer, 'managersOnly')}</QuietNote>;
    case 'open':
      return <OpenView {...props} state={state} />;
    default:
      return state satisfies never;
  }
};
