/** Change of status of several accounts, on the page. */
import { BulkFormView } from '../kit/bulk-form-view';
import { ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { t } from '../messages/viewer';
import {
  type BulkChangeMessage,
  type BulkChangeState,
  bulkStatusChoices,
  bulkStatusHints,
} from './bulk-change-status';
import { StatusPicker } from './status-picker';

interface Props {
  state: BulkChangeState;
  dispatch: Dispatch<BulkChangeMessage>;
}

const Content = ({ state, dispatch }: Props) => {
  const { viewer, phase, to } = state;
  switch (phase.kind) {
    case 'choosing':
      return null;
    case 'reading':
      return <p class="quiet">{t(viewer, 'reading')}</p>;
    case 'failed':
      return (
        <ErrorView
          viewer={viewer}
          error={phase.error}
          again={to === null ? null : () => dispatch({ type: 'choose', to })}
        />
      );
    case 'form':
      return (
        <BulkFormView
          key={to}
          viewer={viewer}
          state={phase.form}
          dispatch={(message) => dispatch({ type: 'form', message })}
        />
      );
    default:
      return phase satisfies never;
  }
};

export const BulkChangeStatusView = (props: Props) => {
  const { state, dispatch } = props;
  const isFinished = state.phase.kind === 'form' && state.phase.form.phase.kind === 'done';
  return (
    <div class="change">
      {isFinished ? null : (
        <>
          <StatusPicker
            viewer={state.viewer}
            choices={bulkStatusChoices(state.viewer, state.rows)}
            chosen={state.to}
            choose={(to) => dispatch({ type: 'choose', to })}
          />
          {bulkStatusHints(state.viewer, state.rows).map((hint) => (
            <p key={hint} class="hint">
              {hint}
            </p>
          ))}
        </>
      )}
      <div aria-live="polite">
        <Content {...props} />
      </div>
    </div>
  );
};
