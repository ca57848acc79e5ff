/**
 * The members of the team and their rights. An admin adds and changes members, unbinds their Google accounts, and removes those
 * who leave; each member sets their own leaves.
 */
import type { MembersAnswer } from '../../../functions/contract/members';
import { isManager, type Member, type Role } from '../../../functions/domain/account/team';
import type { ApiError, Result } from '../../script-api';
import { startHandOver, updateHandOver } from '../decisions/hand-over';
import { type HandOverMessage, type HandOverState, isHandingOver } from '../decisions/hand-over-state';
import { askFunction, type Effect, focusOn, focusWithin, mapEffects, type Step, step } from '../kit/step';
import { type LeaveLine, type LeavesTask, leaveLineProblems, leavesTask, periodsOf } from './leaves';
import {
  startTeamHistory,
  type TeamHistoryMessage,
  type TeamHistoryState,
  updateTeamHistory,
} from './team-history';

/** A member's values as typed. */
export interface MemberValues {
  name: string;
  /** Empty where it is not known. */
  kana: string;
  email: string;
  role: Role;
  /** Empty where none is chosen. */
  language: '' | 'ja' | 'en';
}

export type MemberTask =
  /** `id` is null for a new member. */
  | { kind: 'edit'; id: string | null; values: MemberValues }
  | { kind: 'unbind' | 'return'; id: string }
  /** Sets the member's leaves. */
  | LeavesTask
  /**
   * The member leaves the team. Handing over the accounts, including those of others that return to the member, is a separate
   * step.
   */
  | { kind: 'departure'; id: string; handOver: HandOverState };

export type MembersOutcome =
  | { kind: 'added' | 'saved' | 'unbound' | 'left' | 'returned' | 'leavesSaved'; member: Member }
  | { kind: 'refused'; error: ApiError };

export interface ReadMembersState {
  kind: 'read';
  answer: MembersAnswer;
  task: MemberTask | null;
  sending: boolean;
  /** The result of the last change. */
  outcome: MembersOutcome | null;
  /** Null for a viewer who is no manager. */
  history: TeamHistoryState | null;
}
export type MembersState = { kind: 'reading' } | { kind: 'failed'; error: ApiError } | ReadMembersState;

export type MembersMessage =
  | { type: 'read' }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'begin'; task: MemberTask }
  | { type: 'beginDeparture' | 'beginLeaves'; id: string }
  | { type: 'enterLeaves'; lines: readonly LeaveLine[] }
  | { type: 'handOver'; message: HandOverMessage }
  | { type: 'enter'; values: Partial<MemberValues> }
  | { type: 'cancel' }
  | { type: 'send' }
  | { type: 'answered'; task: MemberTask; result: Result<MembersAnswer> }
  | { type: 'readAgain'; result: Result<MembersAnswer> }
  | { type: 'history'; message: TeamHistoryMessage };

type MembersStep = Step<MembersState, MembersMessage>;

/** Whether a change of a member, or a hand-over before they leave, is being sent; nothing else may begin meanwhile. */
export const isSending = ({ sending, task }: ReadMembersState): boolean =>
  sending || (task?.kind === 'departure' && isHandingOver(task.handOver));

/** Whether accounts are being handed over or a change is being sent. */
export const isMembersBusy = (state: MembersState): boolean => state.kind === 'read' && isSending(state);

/** Escape takes back what is asked about a member before it closes the window. */
export const membersTakeBack = (state: MembersState): MembersMessage | null =>
  state.kind === 'read' && state.task !== null ? { type: 'cancel' } : null;

const WITH_LOADS = { query: { loads: true } };

export const startMembers = (): MembersStep =>
  step(
    { kind: 'reading' },
    askFunction('members', 'GET', WITH_LOADS, (result) => ({ type: 'membersRead' as const, result })),
  );

export const memberOf = ({ members }: MembersAnswer, id: string): Member | undefined =>
  members.find((member) => member.id === id);

export const NEW_MEMBER: MemberTask = {
  kind: 'edit',
  id: null,
  values: { name: '', kana: '', email: '', role: 'is', language: '' },
};

const ofHistory = (message: TeamHistoryMessage): MembersMessage => ({ type: 'history', message });

const opened = (answer: MembersAnswer): MembersStep => {
  const history = isManager(answer.you) ? startTeamHistory('members') : null;
  return step<MembersState, MembersMessage>(
    { kind: 'read', answer, task: null, sending: false, outcome: null, history: history?.state ?? null },
    ...mapEffects(history?.effects ?? [], ofHistory),
  );
};

/** The request of a task; null for a member who no longer exists. */
const bodyOf = (answer: MembersAnswer, task: MemberTask) => {
  const expectedVersion = answer.version;
  if (task.kind === 'leaves')
    return { expectedVersion, leave: { memberId: task.id, periods: [...periodsOf(task)] } };
  if (task.kind === 'unbind') return { expectedVersion, unbind: task.id };
  const stored = task.id === null ? undefined : memberOf(answer, task.id);
  if (task.kind === 'edit') {
    const { name, kana, email, role, language } = task.values;
    const values = {
      ...{ name: name.trim(), email: email.trim(), role, active: stored?.active ?? true },
      kana: kana.trim() === '' ? null : kana,
      language: language === '' ? null : language,
    };
    return { expectedVersion, member: stored === undefined ? values : { id: stored.id, ...values } };
  }
  if (stored === undefined) return null;
  const { leaves: _, ...values } = stored;
  return { expectedVersion, member: { ...values, active: task.kind === 'return' } };
};

const OUTCOMES = { leaves: 'leavesSaved', unbind: 'unbound', departure: 'left', return: 'returned' } as const;

const outcomeOf = (answer: MembersAnswer, task: MemberTask): MembersOutcome | null => {
  const member =
    task.id === null
      ? answer.members.find(({ email }) => task.kind === 'edit' && isSameAddress(email, task.values.email))
      : memberOf(answer, task.id);
  if (member === undefined) return null;
  if (task.kind === 'edit') return { kind: task.id === null ? 'added' : 'saved', member };
  return { kind: OUTCOMES[task.kind], member };
};

const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.trim().toLowerCase();

const toHistory = (state: ReadMembersState, message: TeamHistoryMessage): MembersStep => {
  if (state.history === null) return step(state);
  const history = updateTeamHistory(state.history, message);
  return step<MembersState, MembersMessage>(
    { ...state, history: history.state },
    ...mapEffects(history.effects, ofHistory),
  );
};

/** Whether one of the fields that are typed into shows what is wrong. */
const namesField = ({ issues = [] }: ApiError): boolean =>
  issues.some(({ path }) => /^member\.(?:name|kana|email)$/.test(path));

/** Where the team was changed meanwhile it is read again, and the typed values stay. */
const answered = (
  state: ReadMembersState,
  { task, result }: Extract<MembersMessage, { type: 'answered' }>,
): MembersStep => {
  const done = { ...state, sending: false };
  if ('error' in result)
    return step<MembersState, MembersMessage>(
      { ...done, outcome: { kind: 'refused', error: result.error } },
      focusOn(namesField(result.error) ? '.task [aria-invalid]' : '.trouble'),
      result.error.code === 'TEAM_CHANGED'
        ? askFunction('members', 'GET', WITH_LOADS, (read) => ({ type: 'readAgain' as const, result: read }))
        : null,
    );
  const answer = { ...result.value, loads: state.answer.loads };
  const next = { ...done, answer, task: null, outcome: outcomeOf(answer, task) };
  const { state: shown, effects } = toHistory(next, { type: 'readNewest' });
  return step<MembersState, MembersMessage>(shown, focusOn('.outcome'), ...effects);
};

const send = (state: ReadMembersState): MembersStep => {
  const { answer, task } = state;
  if (isSending(state)) return step(state);
  if (task?.kind === 'leaves' && leaveLineProblems(answer, task).length > 0)
    return step({ ...state, task: { ...task, isChecked: true } }, focusOn('.task [aria-invalid]'));
  const body = task === null ? null : bodyOf(answer, task);
  if (task === null || body === null) return step(state);
  return step(
    { ...state, sending: true, outcome: null },
    askFunction('members', 'POST', { body }, (result) => ({ type: 'answered' as const, task, result })),
  );
};

const ofHandOver = (message: HandOverMessage): MembersMessage => ({ type: 'handOver', message });

/** Enters a question, and goes to its way back: a second press of the key that has opened it should not answer it. */
const ENTER_QUESTION: readonly Effect<never>[] = [
  focusWithin('.task'),
  focusOn('.task > .buttons button:last-child'),
];

const beginDeparture = (state: ReadMembersState, id: string): MembersStep => {
  if (isSending(state)) return step(state);
  const handOver = startHandOver(state.answer, { kind: 'owner', ownerId: id, status: null });
  return step<MembersState, MembersMessage>(
    { ...state, task: { kind: 'departure', id, handOver: handOver.state }, outcome: null },
    ...ENTER_QUESTION,
    ...mapEffects(handOver.effects, ofHandOver),
  );
};

const updateDeparture = (state: ReadMembersState, message: HandOverMessage): MembersStep => {
  const { task } = state;
  if (task?.kind !== 'departure') return step(state);
  const { state: handOver, effects } = updateHandOver(task.handOver, message);
  return step<MembersState, MembersMessage>(
    { ...state, task: { ...task, handOver } },
    ...mapEffects(effects, ofHandOver),
  );
};

const updateRead = (state: ReadMembersState, message: MembersMessage): MembersStep => {
  switch (message.type) {
    case 'begin':
      return isSending(state)
        ? step(state)
        : step(
            { ...state, task: message.task, outcome: null },
            ...(message.task.kind === 'unbind' ? ENTER_QUESTION : [focusWithin('.task')]),
          );
    case 'beginDeparture':
      return beginDeparture(state, message.id);
    case 'beginLeaves': {
      const member = memberOf(state.answer, message.id);
      return member === undefined || isSending(state)
        ? step(state)
        : step(
            { ...state, task: leavesTask(member, state.answer.team.today), outcome: null },
            focusWithin('.task'),
          );
    }
    case 'enterLeaves': {
      const { task } = state;
      return task?.kind !== 'leaves' || state.sending
        ? step(state)
        : step({ ...state, task: { ...task, lines: message.lines } });
    }
    case 'handOver':
      return updateDeparture(state, message.message);
    case 'enter': {
      const { task } = state;
      if (task?.kind !== 'edit' || state.sending) return step(state);
      return step({ ...state, task: { ...task, values: { ...task.values, ...message.values } } });
    }
    case 'cancel':
      return step(isSending(state) ? state : { ...state, task: null, outcome: null });
    case 'send':
      return send(state);
    case 'answered':
      return answered(state, message);
    case 'readAgain':
      return step('error' in message.result ? state : { ...state, answer: message.result.value });
    case 'history':
      return toHistory(state, message.message);
    default:
      return step(state);
  }
};

export const updateMembers = (state: MembersState, message: MembersMessage): MembersStep => {
  switch (message.type) {
    case 'read':
      return startMembers();
    case 'membersRead': {
      const { result } = message;
      return 'error' in result ? step({ kind: 'failed', error: result.error }) : opened(result.value);
    }
    default:
      return state.kind === 'read' ? updateRead(state, message) : step(state);
  }
};
