/** Checks the whole store in several calls. Accounts that cannot be read can be restored here. */
import type { CheckAnswer } from '../../../functions/contract/check';
import type { ApiError, Result } from '../../script-api';
import { type MendMessage, type MendState, updateMend } from '../account/mend';
import { askFunction, mapEffects, type Step, step } from '../kit/step';

type Finding = CheckAnswer['findings'][number];

export interface CheckStoreState {
  /** Number of documents read. */
  read: number;
  /** Number of findings, including those that are not listed. */
  found: number;
  findings: readonly Finding[];
  /** The state of restoring, by account ID. */
  mends: Readonly<Record<string, MendState>>;
  /** Where the next call begins; null at the start. */
  from: string | null;
  phase: { kind: 'checking' } | { kind: 'failed'; error: ApiError } | { kind: 'checked' };
}

export type CheckStoreMessage =
  | { type: 'goOn' }
  | { type: 'answered'; result: Result<CheckAnswer> }
  | { type: 'mend'; accountId: string; message: MendMessage };

type CheckStoreStep = Step<CheckStoreState, CheckStoreMessage>;

const readOn = (state: CheckStoreState): CheckStoreStep =>
  step(
    { ...state, phase: { kind: 'checking' } },
    askFunction('check', 'POST', { body: { from: state.from } }, (result) => ({
      type: 'answered' as const,
      result,
    })),
  );

export const startCheckStore = (): CheckStoreStep =>
  readOn({ read: 0, found: 0, findings: [], mends: {}, from: null, phase: { kind: 'checking' } });

/** The account that cannot be read according to the finding; null for any other finding. */
export const mendableAccount = ({ code, accountId, document }: Finding): string | null =>
  code === 'DOCUMENT_UNREADABLE' && accountId !== null && document === `accounts/${accountId}`
    ? accountId
    : null;

const answered = (state: CheckStoreState, result: Result<CheckAnswer>): CheckStoreStep => {
  if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
  const { checked, found, findings, next } = result.value;
  const sum: CheckStoreState = {
    ...state,
    read: Object.values(checked).reduce((all, count) => all + count, state.read),
    found: state.found + found,
    findings: [...state.findings, ...findings],
    from: next,
  };
  return next === null ? step({ ...sum, phase: { kind: 'checked' } }) : readOn(sum);
};

export const updateCheckStore = (state: CheckStoreState, message: CheckStoreMessage): CheckStoreStep => {
  switch (message.type) {
    case 'goOn':
      return state.phase.kind === 'failed' ? readOn(state) : step(state);
    case 'answered':
      return answered(state, message.result);
    case 'mend': {
      const { accountId } = message;
      const { state: mend, effects } = updateMend(
        accountId,
        state.mends[accountId] ?? { kind: 'offered' },
        message.message,
      );
      return step(
        { ...state, mends: { ...state.mends, [accountId]: mend } },
        ...mapEffects(effects, (one): CheckStoreMessage => ({ type: 'mend', accountId, message: one })),
      );
    }
    default:
      return message satisfies never;
  }
};
