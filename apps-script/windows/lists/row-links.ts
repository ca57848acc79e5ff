/** Links from companies of a list to their rows in the register, and the outcome of following them. */
import type { ApiError, Result } from '../../script-api';
import { call, type Step, step } from '../kit/step';

export type RowLinks = Readonly<
  Record<string, { kind: 'error'; error: ApiError } | { kind: 'wentTo' | 'noRow' }>
>;

export type RowLinkMessage =
  | { type: 'goToRow'; id: string }
  | { type: 'wentToRow'; id: string; result: Result<boolean> };

export const updateRowLinks = (links: RowLinks, message: RowLinkMessage): Step<RowLinks, RowLinkMessage> => {
  const { [message.id]: _, ...others } = links;
  if (message.type === 'goToRow') {
    const { id } = message;
    return step<RowLinks, RowLinkMessage>(
      others,
      call('goTo', [id], (result) => ({ type: 'wentToRow' as const, id, result })),
    );
  }
  const { id, result } = message;
  return step<RowLinks, RowLinkMessage>({
    ...others,
    [id]:
      'error' in result
        ? { kind: 'error', error: result.error }
        : { kind: result.value ? 'wentTo' : 'noRow' },
  });
};
