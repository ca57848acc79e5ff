/** Restores an account that cannot be read from its history: offered, confirmed, done. */
import type { AccountMendAnswer } from '../../../functions/contract/account';
import type { ApiError, Result } from '../../script-api';
import { askFunction, type Step, step } from '../kit/step';

export type MendState =
  | { kind: 'offered' }
  /** What will happen is shown, and a confirmation is awaited. */
  | { kind: 'asked' }
  | { kind: 'mending' }
  | { kind: 'answered'; answer: AccountMendAnswer }
  | { kind: 'failed'; error: ApiError };

export type MendMessage =
  | { type: 'ask' }
  | { type: 'cancel' }
  | { type: 'mend' }
  | { type: 'answered'; result: Result<AccountMendAnswer> };

type MendStep = Step<MendState, MendMessage>;

export const updateMend = (accountId: string, state: MendState, message: MendMessage): MendStep => {
  switch (message.type) {
    case 'ask':
      return step({ kind: 'asked' });
    case 'cancel':
      return step({ kind: 'offered' });
    case 'mend':
      return state.kind === 'mending'
        ? step(state)
        : step(
            { kind: 'mending' },
            askFunction('account', 'POST', { body: { mend: accountId } }, (result) => ({
              type: 'answered' as const,
              result,
            })),
          );
    case 'answered': {
      const { result } = message;
      return step(
        'error' in result
          ? { kind: 'failed', error: result.error }
          : { kind: 'answered', answer: result.value },
      );
    }
    default:
      return message satisfies never;
  }
};
