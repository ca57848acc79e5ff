/** Makes, shows once and revokes the link by which a calendar program reads one's checks and revisits. */
import type { CallAnswer } from '../../../functions/contract/contract';
import type { ApiError, Result } from '../../script-api';
import { askFunction, focusOn, type Step, step } from '../kit/step';

export interface CalendarLinkState {
  feeds: Pick<CallAnswer<'feeds', 'GET'>, 'own' | 'others'> | null;
  /** The new link, which is shown only once. */
  url: string | null;
  copied: boolean | null;
  /** Waits for a confirmation, since existing links will stop working. */
  confirming: { action: 'renew' | 'revoke'; memberId: string | null } | null;
  phase: { kind: 'ready' | 'reading' | 'changing' } | { kind: 'failed'; error: ApiError };
}

export type CalendarLinkMessage =
  | { type: 'read' }
  | { type: 'feedsRead'; result: Result<CallAnswer<'feeds', 'GET'>> }
  /** `memberId` is null for one's own link. */
  | { type: 'press'; action: 'renew' | 'revoke'; memberId: string | null }
  | { type: 'cancel' }
  | { type: 'changed'; result: Result<CallAnswer<'feeds', 'POST'>> }
  | { type: 'copy' }
  | { type: 'copied'; done: boolean };

type CalendarStep = Step<CalendarLinkState, CalendarLinkMessage>;

export const LINK_FIELD = 'calendar-url';

export const newCalendarLink: CalendarLinkState = {
  ...{ feeds: null, url: null, copied: null, confirming: null, phase: { kind: 'ready' } },
};

const read = (state: CalendarLinkState): CalendarStep =>
  step<CalendarLinkState, CalendarLinkMessage>(
    { ...state, phase: { kind: 'reading' } },
    askFunction('feeds', 'GET', {}, (result) => ({ type: 'feedsRead' as const, result })),
  );

const press = (
  state: CalendarLinkState,
  { action, memberId }: Extract<CalendarLinkMessage, { type: 'press' }>,
): CalendarStep => {
  if (state.phase.kind === 'changing') return step(state);
  const isAsked = state.confirming?.action === action && state.confirming.memberId === memberId;
  const harmsNothing = action === 'renew' && state.feeds?.own === null;
  if (!isAsked && !harmsNothing) return step({ ...state, confirming: { action, memberId } });
  return step<CalendarLinkState, CalendarLinkMessage>(
    { ...state, confirming: null, url: null, copied: null, phase: { kind: 'changing' } },
    askFunction(
      'feeds',
      'POST',
      { body: memberId === null ? { action } : { action, member: memberId } },
      (result) => ({ type: 'changed' as const, result }),
    ),
  );
};

export const updateCalendarLink = (state: CalendarLinkState, message: CalendarLinkMessage): CalendarStep => {
  switch (message.type) {
    case 'read':
      return read(state);
    case 'press':
      return press(state, message);
    case 'cancel':
      return step({ ...state, confirming: null });
    case 'feedsRead':
    case 'changed': {
      const { result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      const { own, others } = result.value;
      const url = 'url' in result.value ? result.value.url : null;
      return step<CalendarLinkState, CalendarLinkMessage>(
        { ...state, feeds: { own, others }, url, phase: { kind: 'ready' } },
        url === null ? null : focusOn(`#${LINK_FIELD}`),
      );
    }
    case 'copy':
      return step<CalendarLinkState, CalendarLinkMessage>(state, {
        kind: 'copy',
        selector: `#${LINK_FIELD}`,
        reply: (done) => ({ type: 'copied' as const, done }),
      });
    case 'copied':
      return step({ ...state, copied: message.done });
    default:
      return message satisfies never;
  }
};
