/** The form for many accounts, and what became of each. */
import { tRows } from '../messages/rows-catalog';
import { localize, type Viewer } from '../messages/viewer';
import type { BulkFormMessage, BulkFormState, BulkNotice, RefusedRow } from './bulk-form';
import { ActionButton } from './elements';
import { FormView } from './form-view';
import { ResultView } from './result-view';
import type { Dispatch } from './run-program';

interface Props {
  viewer: Viewer;
  state: BulkFormState;
  dispatch: Dispatch<BulkFormMessage>;
}

const RefusedRows = ({ viewer, state, dispatch, rows }: Props & { rows: readonly RefusedRow[] }) => {
  const { excluded } = state.plan;
  if (rows.length + excluded.length === 0) return null;
  return (
    <ul class="rows">
      {rows.map(({ row, refusal }) => (
        <li key={row.id}>
          <strong>{row.name}</strong>
          {(refusal.reasons ?? [refusal]).map(({ code, message }) => (
            <div key={code}>{localize(viewer, message)}</div>
          ))}
          <ActionButton act={() => dispatch({ type: 'openAlone', id: row.id })} kind="link">
            {tRows(viewer, 'openAlone')}
          </ActionButton>
        </li>
      ))}
      {excluded.map(({ row, why }) => (
        <li key={row.id}>
          <strong>{row.name}</strong>
          <div>{why}</div>
        </li>
      ))}
    </ul>
  );
};

const Refused = ({ notice, ...props }: Props & { notice: BulkNotice }) => {
  const { viewer, state } = props;
  const words =
    notice.kind === 'nothingAccepted'
      ? tRows(viewer, 'refusedCount', { n: notice.rows.length })
      : tRows(viewer, 'someAccepted', { n: state.accepted.length, rest: state.waiting.length });
  return (
    <div class="refusal">
      <p>{words}</p>
      <RefusedRows {...props} rows={notice.rows} />
    </div>
  );
};

export const BulkFormView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { plan, phase, waiting, refused } = state;
  if (phase.kind === 'form')
    return (
      <FormView
        viewer={viewer}
        form={phase.form}
        dispatch={(message) => dispatch({ type: 'form', message })}
        heading={null}
        submit={
          phase.notice?.kind === 'someAccepted'
            ? tRows(viewer, 'sendRest', { n: waiting.length })
            : plan.submit(waiting.length)
        }
        intro={<p class="hint">{plan.hint}</p>}
        refused={phase.notice === null ? null : <Refused {...props} notice={phase.notice} />}
      />
    );
  const sentence = [
    phase.result.sentence,
    refused.length > 0 ? tRows(viewer, 'refusedCount', { n: refused.length }) : '',
  ].join(' ');
  return (
    <ResultView
      viewer={viewer}
      state={{ ...phase.result, sentence }}
      dispatch={(message) => dispatch({ type: 'result', message })}
      more={<RefusedRows {...props} rows={refused} />}
      close={{ label: tRows(viewer, 'close'), act: () => dispatch({ type: 'close' }) }}
    />
  );
};
