/** What a receiver has to know of each account that is handed over, read one by one, to be looked at and printed. */
import type { AccountAnswer } from '../../../functions/contract/account';
import type { ApiError, Result } from '../../script-api';
import { askFunction, type Step, step } from '../kit/step';

export interface PackagesState {
  /** IDs of the accounts that are still to be read. */
  left: readonly string[];
  read: readonly AccountAnswer[];
  phase: { kind: 'reading' } | { kind: 'read' } | { kind: 'failed'; error: ApiError };
}

export type PackagesMessage =
  | { type: 'accountRead'; id: string; result: Result<AccountAnswer> }
  | { type: 'goOn' }
  /** As the print styles of the page show it. */
  | { type: 'print' }
  | { type: 'openAll'; ids: readonly string[] };

type PackagesStep = Step<PackagesState | null, PackagesMessage>;

/** Newest entries of the history of each. */
const ENTRIES = 5;

const readNext = (state: PackagesState): PackagesStep => {
  const [id] = state.left;
  if (id === undefined) return step({ ...state, phase: { kind: 'read' } });
  return step<PackagesState | null, PackagesMessage>(
    { ...state, phase: { kind: 'reading' } },
    askFunction('account', 'GET', { query: { id, entries: ENTRIES } }, (result) => ({
      ...{ type: 'accountRead', id, result },
    })),
  );
};

/** Null while nobody has asked for them. */
export const updatePackages = (state: PackagesState | null, message: PackagesMessage): PackagesStep => {
  switch (message.type) {
    case 'openAll':
      return readNext({ left: message.ids, read: [], phase: { kind: 'reading' } });
    case 'goOn':
      return state?.phase.kind === 'failed' ? readNext(state) : step(state);
    case 'accountRead': {
      const { id, result } = message;
      if (state?.left[0] !== id) return step(state);
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      return readNext({ ...state, left: state.left.slice(1), read: [...state.read, result.value] });
    }
    case 'print':
      return step<PackagesState | null, PackagesMessage>(state, { kind: 'print' });
    default:
      return message satisfies never;
  }
};
