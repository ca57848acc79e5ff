/** What happened, in a sentence, with the way back. */
import type { ComponentChild } from 'preact';
import type { SameNameAccounts } from '../../../functions/domain/company/duplicates';
import { statusLabel } from '../../../functions/domain/history/value-words';
import { t, type Viewer } from '../messages/viewer';
import { ActionButton, ErrorView } from './elements';
import { RefusalDetails } from './refusal-details';
import { sameNameOf } from './refusal-facts';
import { type ResultMessage, type ResultState, requestsToUndo } from './result-state';
import type { Dispatch } from './run-program';

/** Nobody has to do anything about it. */
const SameName = ({ viewer, sameName }: { viewer: Viewer; sameName: SameNameAccounts | null }) => {
  if (sameName === null) return null;
  const names = sameName.accounts.map(({ name, status }) => `${name} (${statusLabel(viewer, status)})`);
  const more = sameName.count > names.length ? ['…'] : [];
  return <p>{t(viewer, 'sameNameToo', { n: sameName.count, names: [...names, ...more].join(', ') })}</p>;
};

const Trouble = ({ viewer, state: { trouble }, dispatch }: Omit<ResultProps, 'more' | 'next' | 'close'>) => {
  if (trouble === null) return null;
  return trouble.kind === 'error' ? (
    <ErrorView viewer={viewer} error={trouble.error} again={null} />
  ) : (
    <RefusalDetails
      viewer={viewer}
      refusal={trouble.refusal}
      reload={null}
      goTo={(id) => dispatch({ type: 'goTo', id })}
    />
  );
};

interface ResultAction {
  label: string;
  act: () => void;
}

interface ResultProps {
  viewer: Viewer;
  state: ResultState;
  dispatch: Dispatch<ResultMessage>;
  /** Beneath the sentence: rows that were refused. */
  more?: ComponentChild;
  /** Null where there is nothing to close. */
  close: ResultAction | null;
  next?: ResultAction | null;
}

export const ResultView = ({ viewer, state, dispatch, more, close, next = null }: ResultProps) => {
  const { sentence, accepted, undo } = state;
  return (
    <div class="outcome" tabIndex={-1} role="status">
      <p class="sentence" aria-live="polite">
        {undo.kind === 'done' ? t(viewer, 'undoneCount', { n: undo.count }) : sentence}
      </p>
      {more}
      {accepted.map(({ result }) => (
        <SameName key={result.requestId} viewer={viewer} sameName={sameNameOf(result)} />
      ))}
      <div aria-live="polite">
        <Trouble viewer={viewer} state={state} dispatch={dispatch} />
      </div>
      <div class="buttons">
        {next === null ? null : (
          <ActionButton act={next.act} kind="primary">
            {next.label}
          </ActionButton>
        )}
        {undo.kind === 'done' || requestsToUndo(state).length === 0 ? null : (
          <ActionButton act={() => dispatch({ type: 'undo' })} disabled={undo.kind === 'sending'}>
            {t(viewer, 'undo')}
          </ActionButton>
        )}
        {close === null ? null : (
          <ActionButton act={close.act} kind={next === null ? 'primary' : ''}>
            {close.label}
          </ActionButton>
        )}
      </div>
    </div>
  );
};
