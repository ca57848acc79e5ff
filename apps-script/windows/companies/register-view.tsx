/** Registering a company, on the page. */
import { ErrorView } from '../kit/elements';
import { CommandFormView } from '../kit/form-view';
import { ResultView } from '../kit/result-view';
import type { Dispatch } from '../kit/run-program';
import { moreHitsText } from '../messages/lookup-text';
import { t } from '../messages/viewer';
import { HitList } from './hit-list';
import { isSendingTold, type RegisterMessage, type RegisterWindowState } from './register';

const MAX_SIMILAR = 5;

interface Props {
  state: RegisterWindowState;
  dispatch: Dispatch<RegisterMessage>;
}

const Similar = ({ state, dispatch }: Props) => {
  const { viewer, similar } = state;
  const { shown } = similar;
  if (shown.kind === 'nothing') return null;
  if (shown.kind === 'searching') return <p class="quiet">{t(viewer, 'searching')}</p>;
  if (shown.kind === 'failed')
    return isSendingTold(state) ? null : (
      <ErrorView viewer={viewer} error={shown.error} again={() => dispatch({ type: 'searchDue' })} />
    );
  const { hits, more, count } = shown.answer;
  const listed = hits.slice(0, MAX_SIMILAR);
  if (listed.length === 0) return <p class="quiet">{t(viewer, 'noneLikeThis')}</p>;
  const rest = moreHitsText(viewer, { hits, more, count }, listed.length);
  return (
    <div class="warning">
      <strong>{t(viewer, 'alikeHere', { n: Math.max(hits.length, count ?? 0) })}</strong>
      <HitList viewer={viewer} hits={listed} kind="hit" choose={({ id }) => dispatch({ type: 'goTo', id })} />
      {rest === null ? null : <p class="quiet">{rest}</p>}
    </div>
  );
};

export const RegisterFormView = (props: Props) => {
  const { state, dispatch } = props;
  const { viewer, form, result } = state;
  if (result !== null)
    return (
      <ResultView
        viewer={viewer}
        state={result}
        dispatch={(message) => dispatch({ type: 'result', message })}
        close={{ label: t(viewer, 'close'), act: () => dispatch({ type: 'close' }) }}
      />
    );
  return (
    <CommandFormView
      viewer={viewer}
      state={form}
      dispatch={(message) => dispatch({ type: 'form', message })}
      intro={
        <div aria-live="polite">
          <Similar {...props} />
        </div>
      }
    />
  );
};
