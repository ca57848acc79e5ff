/** Shows the receiver the facts of each handed-over account, to be read, printed and answered. */
import type { AccountAnswer } from '../../../functions/contract/account';
import type { CommandResult } from '../../../functions/contract/commands';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result } from '../../script-api';
import { refusalOf } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, type Step, send, step } from '../kit/step';

export interface PackagesState {
  /** IDs of the accounts that are still to be read. */
  left: readonly string[];
  read: readonly AccountAnswer[];
  phase: { kind: 'reading' } | { kind: 'read' } | { kind: 'failed'; error: ApiError };
  /** The receiver's answers by account ID, once they have begun one. */
  replies: Readonly<Record<string, PackageReply>>;
}

/** The receiver accepts one account, or returns it with a note. */
export interface PackageReply {
  note: string;
  phase: 'writing' | 'sending' | 'accepted' | 'returned';
  refused: Text | null;
}

export type PackagesMessage =
  | { type: 'accountRead'; id: string; result: Result<AccountAnswer> }
  | { type: 'goOn' }
  /** Prints with the page's print styles. */
  | { type: 'print' }
  | { type: 'openAll'; ids: readonly string[] }
  | { type: 'write'; id: string; note: string }
  | { type: 'reply'; id: string; accept: boolean }
  | { type: 'replied'; id: string; accept: boolean; result: Result<readonly CommandResult[]> };

type PackagesStep = Step<PackagesState | null, PackagesMessage>;

/** Newest history entries of each account that are shown. */
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

const NEW_REPLY: PackageReply = { note: '', phase: 'writing', refused: null };

const withReply = (state: PackagesState, id: string, values: Partial<PackageReply>): PackagesState => ({
  ...state,
  replies: { ...state.replies, [id]: { ...NEW_REPLY, ...state.replies[id], ...values } },
});

const reply = (state: PackagesState, id: string, accept: boolean): PackagesStep => {
  const answer = state.read.find(({ account }) => account.id === id);
  const { note, phase } = state.replies[id] ?? NEW_REPLY;
  if (answer === undefined || phase !== 'writing') return step(state);
  const request: CommandRequestBody = {
    ...{ accountId: id, expectedVersion: answer.account.version },
    command: {
      ...{ type: 'acknowledgeHandOver', accept },
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    },
  };
  return step<PackagesState | null, PackagesMessage>(
    withReply(state, id, { phase: 'sending', refused: null }),
    send([request], (result) => ({ type: 'replied' as const, id, accept, result })),
  );
};

/** After a refusal the answer can be sent again. */
const replied = (
  accept: boolean,
  result: Extract<PackagesMessage, { type: 'replied' }>['result'],
): Partial<PackageReply> => {
  if ('error' in result) return { phase: 'writing', refused: result.error.message };
  const [outcome] = result.value;
  const refusal = outcome === undefined ? null : refusalOf(outcome);
  if (refusal !== null) return { phase: 'writing', refused: refusal.message };
  return { phase: accept ? 'accepted' : 'returned' };
};

/** Null while nobody has asked for them. */
export const updatePackages = (state: PackagesState | null, message: PackagesMessage): PackagesStep => {
  switch (message.type) {
    case 'openAll':
      return readNext({ left: message.ids, read: [], phase: { kind: 'reading' }, replies: {} });
    case 'goOn':
      return state?.phase.kind === 'failed' ? readNext(state) : step(state);
    case 'accountRead': {
      const { id, result } = message;
      if (state?.left[0] !== id) return step(state);
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      return readNext({ ...state, left: state.left.slice(1), read: [...state.read, result.value] });
    }
    case 'write':
      return step(state && withReply(state, message.id, { note: message.note, phase: 'writing' }));
    case 'reply':
      return state === null ? step(state) : reply(state, message.id, message.accept);
    case 'replied': {
      const { id, accept, result } = message;
      return step(state && withReply(state, id, replied(accept, result)));
    }
    case 'print':
      return step<PackagesState | null, PackagesMessage>(state, { kind: 'print' });
    default:
      return message satisfies never;
  }
};
