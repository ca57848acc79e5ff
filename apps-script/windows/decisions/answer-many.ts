/** Lists accounts that wait for a decision, to be looked at one by one and answered together with one note. */
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import type { Member } from '../../../functions/domain/account/team';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result } from '../../script-api';
import { membersById } from '../kit/members-by-id';
import { refusalOf } from '../kit/refusal-facts';
import { askFunction, focusOn } from '../kit/step';

export interface WaitingAccount {
  accountId: string;
  name: string;
}

export interface AnswerManyState<Waiting extends WaitingAccount> {
  members: Readonly<Record<string, Member>>;
  waiting: readonly Waiting[];
  /** Account IDs. */
  chosen: readonly string[];
  note: string;
  phase: { kind: 'reading' | 'ready' | 'sending' } | { kind: 'failed'; error: ApiError };
  /** The result of the last answer. */
  outcome: {
    accepted: number;
    refused: readonly { row: { id: string; name: string }; message: Text }[];
  } | null;
}

export type AnswerManyMessage<Waiting extends WaitingAccount> =
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'choose'; ids: readonly string[] }
  | { type: 'note'; note: string }
  | { type: 'answered'; sent: readonly Waiting[]; result: Result<readonly CommandResult[]> };

/** The state before reading; choices and texts are kept when the list is read anew. */
export const beforeReading = ({
  chosen,
  note,
}: Pick<AnswerManyState<never>, 'chosen' | 'note'>): AnswerManyState<never> => ({
  ...{ members: {}, waiting: [], chosen, note },
  ...{ phase: { kind: 'reading' }, outcome: null },
});

export const NOTHING_CHOSEN = { chosen: [], note: '' } as const;

export const isAnswering = ({ phase }: Pick<AnswerManyState<never>, 'phase'>): boolean =>
  phase.kind === 'sending';

export const askMembers = () =>
  askFunction('members', 'GET', { query: {} }, (result) => ({ type: 'membersRead' as const, result }));

export const withFault = <State extends AnswerManyState<WaitingAccount>>(
  state: State,
  error: ApiError,
): State => ({ ...state, phase: { kind: 'failed', error } });

/** An error from another reading stays visible. */
export const phaseAfterReading = ({
  phase,
}: Pick<AnswerManyState<never>, 'phase'>): AnswerManyState<never>['phase'] =>
  phase.kind === 'failed' ? phase : { kind: 'ready' };

export const updateAnswerMany = <Waiting extends WaitingAccount, State extends AnswerManyState<Waiting>>(
  state: State,
  message: AnswerManyMessage<Waiting>,
): State => {
  switch (message.type) {
    case 'membersRead': {
      const { result } = message;
      return 'error' in result
        ? withFault(state, result.error)
        : { ...state, members: membersById(result.value) };
    }
    case 'choose':
      return { ...state, chosen: message.ids };
    case 'note':
      return { ...state, note: message.note };
    case 'answered':
      return answered(state, message);
    default:
      return message satisfies never;
  }
};

/** Scrolls to the outcome above the list, of which only the end may be visible. */
export const showAnswered = ({ result }: { result: Result<unknown> }) =>
  focusOn('error' in result ? '.trouble' : '.outcome');

/** Accepted accounts leave the list; refused ones stay chosen. */
const answered = <Waiting extends WaitingAccount, State extends AnswerManyState<Waiting>>(
  state: State,
  { sent, result }: Extract<AnswerManyMessage<Waiting>, { type: 'answered' }>,
): State => {
  if ('error' in result) return withFault(state, result.error);
  const refused = sent.flatMap(({ accountId: id, name }, index) => {
    const one = result.value[index];
    const refusal = one === undefined ? null : refusalOf(one);
    return refusal === null ? [] : [{ row: { id, name }, message: refusal.message }];
  });
  const isDone = (id: string): boolean =>
    sent.some(({ accountId }) => accountId === id) && !refused.some(({ row }) => row.id === id);
  return {
    ...state,
    waiting: state.waiting.filter(({ accountId }) => !isDone(accountId)),
    chosen: state.chosen.filter((id) => !isDone(id)),
    note: refused.length === 0 ? '' : state.note,
    phase: { kind: 'ready' },
    outcome: { accepted: sent.length - refused.length, refused },
  };
};
