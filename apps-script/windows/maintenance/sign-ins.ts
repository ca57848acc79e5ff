/** Which Google accounts the members are bound to; an admin unbinds one, and is told before what that means. */
import type { MembersAnswer } from '../../../functions/contract/members';
import type { Member } from '../../../functions/domain/account/team';
import type { ApiError, Result } from '../../script-api';
import { askFunction, type Step, step } from '../kit/step';

export type SignInsState =
  | { kind: 'reading' }
  | { kind: 'failed'; error: ApiError }
  | {
      kind: 'read';
      answer: MembersAnswer;
      /** Of whom it is asked whether the sign-in shall be unbound. */
      asked: string | null;
      sending: boolean;
      /** What came of the last one. */
      outcome: { kind: 'unbound'; member: Member } | { kind: 'error'; error: ApiError } | null;
    };

export type SignInsMessage =
  | { type: 'read' }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'ask'; memberId: string }
  | { type: 'cancel' }
  | { type: 'unbind' }
  | { type: 'answered'; memberId: string; result: Result<MembersAnswer> };

type SignInsStep = Step<SignInsState, SignInsMessage>;

export const startSignIns = (): SignInsStep =>
  step(
    { kind: 'reading' },
    askFunction('members', 'GET', {}, (result) => ({ type: 'membersRead' as const, result })),
  );

const memberOf = ({ members }: MembersAnswer, id: string): Member | undefined =>
  members.find((member) => member.id === id);

const updateRead = (state: Extract<SignInsState, { kind: 'read' }>, message: SignInsMessage): SignInsStep => {
  switch (message.type) {
    case 'ask':
      return step(state.sending ? state : { ...state, asked: message.memberId, outcome: null });
    case 'cancel':
      return step(state.sending ? state : { ...state, asked: null });
    case 'unbind': {
      const { answer, asked, sending } = state;
      if (asked === null || sending) return step(state);
      return step(
        { ...state, sending: true },
        askFunction(
          'members',
          'POST',
          { body: { expectedVersion: answer.version, unbind: asked } },
          (result) => ({ type: 'answered' as const, memberId: asked, result }),
        ),
      );
    }
    case 'answered': {
      const { result, memberId } = message;
      if ('error' in result)
        return step({ ...state, sending: false, outcome: { kind: 'error', error: result.error } });
      const member = memberOf(result.value, memberId);
      return step({
        ...state,
        answer: result.value,
        asked: null,
        sending: false,
        outcome: member === undefined ? null : { kind: 'unbound', member },
      });
    }
    default:
      return step(state);
  }
};

export const updateSignIns = (state: SignInsState, message: SignInsMessage): SignInsStep => {
  switch (message.type) {
    case 'read':
      return startSignIns();
    case 'membersRead': {
      const { result } = message;
      return step(
        'error' in result
          ? { kind: 'failed', error: result.error }
          : { kind: 'read', answer: result.value, asked: null, sending: false, outcome: null },
      );
    }
    default:
      return state.kind === 'read' ? updateRead(state, message) : step(state);
  }
};
