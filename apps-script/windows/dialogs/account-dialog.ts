/** A dialog about one account, which reads it, works on it, and shows the result. After a conflict it is read again. */
import { mayWrite } from '../../../functions/domain/account/team';
import type { CallerCommandType } from '../../../functions/domain/commands/command-rights';
import type { AccountView, ApiError, Result } from '../../script-api';
import { mayGiveCommand } from '../kit/member-rights';
import { newResult, type ResultMessage, type ResultState, updateResult } from '../kit/result-state';
import { CLOSE, call, focusOn, focusWithin, mapEffects, type PartStep, type Step, step } from '../kit/step';
import type { Viewer } from '../messages/viewer';
import type { WorkOut } from '../status/change-status';

/** What is done with the account: a form, or a change of status. A draft is what was typed before. */
export interface AccountWork<State, Message, Draft> {
  /** The command that it sends; null where it offers several and checks the member's rights itself. */
  gives: CallerCommandType | null;
  /** Null where the part of the account that it is about no longer exists. */
  open(viewer: Viewer, accountView: AccountView, draft: Draft): PartStep<State, Message, unknown> | null;
  update(state: State, message: Message): PartStep<State, Message, WorkOut<Draft>>;
}

export interface AccountDialogState<State, Draft> {
  viewer: Viewer;
  id: string;
  draft: Draft;
  phase:
    | { kind: 'reading' }
    | { kind: 'failed'; error: ApiError }
    | { kind: 'readOnly' }
    | { kind: 'partGone' }
    /** The member may not give this command. */
    | { kind: 'notPermitted'; accountView: AccountView; gives: CallerCommandType }
    | { kind: 'work'; accountView: AccountView; work: State }
    | { kind: 'done'; result: ResultState };
}

export type AccountDialogMessage<Message> =
  | { type: 'readAgain' }
  | { type: 'read'; result: Result<AccountView> }
  | { type: 'work'; message: Message }
  | { type: 'result'; message: ResultMessage }
  | { type: 'close' };

type DialogStep<State, Message, Draft> = Step<
  AccountDialogState<State, Draft>,
  AccountDialogMessage<Message>
>;

const ROOT = '#root';

const readAccount = <State, Message, Draft>(
  state: AccountDialogState<State, Draft>,
): DialogStep<State, Message, Draft> =>
  step(
    { ...state, phase: { kind: 'reading' } },
    call('readAccount', [state.id, null], (result) => ({ type: 'read' as const, result })),
  );

export const openAccountDialog = <State, Message, Draft>(
  viewer: Viewer,
  id: string,
  draft: Draft,
): DialogStep<State, Message, Draft> => readAccount({ viewer, id, draft, phase: { kind: 'reading' } });

const begin = <State, Message, Draft>(
  work: AccountWork<State, Message, Draft>,
  state: AccountDialogState<State, Draft>,
  accountView: AccountView,
): DialogStep<State, Message, Draft> => {
  const { members, you, today } = accountView;
  const viewer: Viewer = { ...state.viewer, members, you, today };
  if (!mayWrite(you)) return step({ ...state, viewer, phase: { kind: 'readOnly' } });
  const { gives } = work;
  if (gives !== null && !mayGiveCommand(viewer, gives, accountView.account))
    return step({ ...state, viewer, phase: { kind: 'notPermitted', accountView, gives } });
  const opened = work.open(viewer, accountView, state.draft);
  if (opened === null) return step({ ...state, viewer, phase: { kind: 'partGone' } });
  return step(
    { ...state, viewer, phase: { kind: 'work', accountView, work: opened.state } },
    ...mapEffects(opened.effects, ofWork<Message>),
    focusWithin(ROOT),
  );
};

const ofWork = <Message>(message: Message): AccountDialogMessage<Message> => ({ type: 'work', message });

const proceed = <State, Message, Draft>(
  work: AccountWork<State, Message, Draft>,
  state: AccountDialogState<State, Draft>,
  phase: Extract<AccountDialogState<State, Draft>['phase'], { kind: 'work' }>,
  message: Message,
): DialogStep<State, Message, Draft> => {
  const { state: next, effects, out } = work.update(phase.work, message);
  const after = { ...state, phase: { ...phase, work: next } };
  switch (out?.kind) {
    case 'done':
      return step(
        { ...state, phase: { kind: 'done', result: newResult(out.sentence, [out.accepted]) } },
        focusOn('.outcome'),
      );
    case 'cancel':
      return step(after, CLOSE);
    case 'reload':
      return readAccount({ ...state, draft: out.draft });
    default:
      return step(after, ...mapEffects(effects, ofWork<Message>));
  }
};

export const updateAccountDialog = <State, Message, Draft>(
  work: AccountWork<State, Message, Draft>,
  state: AccountDialogState<State, Draft>,
  message: AccountDialogMessage<Message>,
): DialogStep<State, Message, Draft> => {
  const { phase } = state;
  switch (message.type) {
    case 'readAgain':
      return readAccount(state);
    case 'read': {
      const { result } = message;
      return 'error' in result
        ? step({ ...state, phase: { kind: 'failed', error: result.error } })
        : begin(work, state, result.value);
    }
    case 'work':
      return phase.kind === 'work' ? proceed(work, state, phase, message.message) : step(state);
    case 'result': {
      if (phase.kind !== 'done') return step(state);
      const { state: result, effects } = updateResult(phase.result, message.message);
      return step(
        { ...state, phase: { kind: 'done', result } },
        ...mapEffects(effects, (one): AccountDialogMessage<Message> => ({ type: 'result', message: one })),
      );
    }
    case 'close':
      return step(state, CLOSE);
    default:
      return message satisfies never;
  }
};
