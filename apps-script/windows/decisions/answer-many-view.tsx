/** The parts of a window in which many accounts are answered at once. */
import type { ComponentChildren } from 'preact';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAnswerMany } from '../messages/answer-many-catalog';
import type { Viewer } from '../messages/viewer';
import type { AnswerManyMessage, AnswerManyState, WaitingAccount } from './answer-many';
import { RefusedRows } from './refused-rows-view';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: AnswerManyState<WaitingAccount>;
  dispatch: Dispatch<Extract<AnswerManyMessage<never>, { type: 'choose' | 'note' }>>;
}

export const lines = (texts: readonly string[]) => texts.map((line) => <div key={line}>{line}</div>);

/** One account with its facts, to tick. */
export const WaitingItem = ({
  state: { chosen },
  dispatch,
  account: { accountId, name },
  disabled = false,
  children,
}: Pick<Props, 'state' | 'dispatch'> & {
  account: WaitingAccount;
  disabled?: boolean;
  children: ComponentChildren;
}) => {
  const others = chosen.filter((id) => id !== accountId);
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={chosen.includes(accountId)}
          disabled={disabled}
          onInput={({ currentTarget }) =>
            dispatch({ type: 'choose', ids: currentTarget.checked ? [...others, accountId] : others })
          }
        />
        <strong>{name}</strong>
      </label>
      {children}
    </li>
  );
};

/** The note, and the buttons that send it. */
export const AnswerForm = ({
  viewer,
  state,
  dispatch,
  hint,
  children,
}: Props & { hint?: string; children: ComponentChildren }) => (
  <div class="form foot">
    {hint === undefined ? null : <p class="hint">{hint}</p>}
    <label class="field">
      {tAnswerMany(viewer, 'note')}
      <textarea
        rows={2}
        value={state.note}
        maxLength={2000}
        onInput={({ currentTarget }) => dispatch({ type: 'note', note: currentTarget.value })}
      />
    </label>
    <div class="buttons">{children}</div>
  </div>
);

/** How the last answer went, what stands in the way, and how to choose all accounts that may be chosen. */
export const AnswerHead = ({
  viewer,
  state: { outcome, phase, waiting },
  dispatch,
  texts,
  choosable,
  again,
}: Props & {
  texts: { reading: string; none: string; count: string; done: (accepted: number) => string };
  /** IDs of accounts. */
  choosable: readonly string[];
  again: () => void;
}) => (
  <>
    {outcome === null ? null : (
      <div class="outcome" tabIndex={-1} role="status">
        <p>{texts.done(outcome.accepted)}</p>
        {outcome.refused.length === 0 ? null : <p>{tAnswerMany(viewer, 'refused')}</p>}
        <RefusedRows viewer={viewer} refused={outcome.refused} />
      </div>
    )}
    {phase.kind === 'failed' ? <ErrorView viewer={viewer} error={phase.error} again={again} /> : null}
    {phase.kind === 'reading' ? <QuietNote>{texts.reading}</QuietNote> : null}
    {phase.kind === 'sending' ? <QuietNote>{tAnswerMany(viewer, 'sending')}</QuietNote> : null}
    {phase.kind === 'ready' && waiting.length === 0 ? <QuietNote>{texts.none}</QuietNote> : null}
    {waiting.length === 0 ? null : <p>{texts.count}</p>}
    {choosable.length < 2 ? null : (
      <ActionButton act={() => dispatch({ type: 'choose', ids: choosable })} kind="link">
        {tAnswerMany(viewer, 'all')}
      </ActionButton>
    )}
  </>
);
