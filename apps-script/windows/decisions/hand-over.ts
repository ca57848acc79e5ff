/**
 * Many accounts handed over with one note, split by load, or taken over and returned by their receiver: block by block, so that
 * what was stopped goes on where it was; each account by itself can be taken back.
 */
import type { AccountsAnswer } from '../../../functions/contract/accounts';
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import { isOpenStatus, type MemberLoad, splitByLoad } from '../../../functions/domain/account/split-by-load';
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import type { Status } from '../../../functions/domain/status/statuses';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result, SelectedRow } from '../../script-api';
import { refusalOf } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, focusOn, type Step, send, step } from '../kit/step';

export type HandOverTask = 'give' | 'accept' | 'return';

/** Which accounts: those that were selected in the register, or all of one owner, of one status where it is named. */
export type HandOverScope = { kind: 'selection' } | { kind: 'owner'; ownerId: string; status: Status | null };

export interface MovedAccount {
  row: SelectedRow;
  /** Who has it now; null where it was acknowledged only. */
  toId: string | null;
  /** Of the account behind the step: what an undo takes back. */
  version: number;
  undo: 'possible' | 'sending' | 'done' | { refused: Text };
}

export interface HandOverState {
  /** With the loads. */
  team: MembersAnswer;
  selection: readonly SelectedRow[];
  task: HandOverTask;
  scope: HandOverScope;
  /** Those of the scope that are still to be done; null until they are read. */
  rows: readonly SelectedRow[] | null;
  receivers: readonly string[];
  note: string;
  promises: string;
  phase:
    | { kind: 'reading'; error: ApiError | null }
    | { kind: 'choosing'; wants: 'receivers' | 'note' | null }
    | { kind: 'sending'; total: number; split: ReadonlyMap<string, string> }
    /** Some may be done; the rest goes on. */
    | { kind: 'stopped'; error: ApiError; total: number; split: ReadonlyMap<string, string> }
    | { kind: 'done' };
  moved: readonly MovedAccount[];
  refused: readonly { row: SelectedRow; message: Text }[];
}

export type HandOverMessage =
  | { type: 'choose'; task: HandOverTask; scope: HandOverScope }
  | { type: 'pageRead'; scope: HandOverScope; result: Result<AccountsAnswer> }
  | { type: 'receive'; memberId: string; receives: boolean }
  | { type: 'write'; note?: string; promises?: string }
  | { type: 'begin' }
  | {
      type: 'blockDone';
      requests: readonly CommandRequestBody[];
      result: Result<readonly CommandResult[]>;
    }
  | { type: 'undo'; id: string }
  | { type: 'undone'; id: string; result: Result<readonly CommandResult[]> };

type HandOverStep = Step<HandOverState, HandOverMessage>;

const PAGE = 1000;
/** Accounts of one call: each is told of as it is done. */
const BLOCK = 20;

const readScope = (
  state: HandOverState,
  scope: HandOverScope,
  cursor: string | null = null,
): HandOverStep => {
  if (scope.kind === 'selection')
    return step({ ...state, scope, rows: state.selection, phase: { kind: 'choosing', wants: null } });
  const { ownerId, status } = scope;
  const query = {
    ...{ ownerId, limit: PAGE },
    ...(status === null ? {} : { status }),
    ...(cursor === null ? {} : { cursor }),
  };
  return step(
    { ...state, scope, phase: { kind: 'reading', error: null } },
    askFunction('accounts', 'GET', { query }, (result) => ({ type: 'pageRead' as const, scope, result })),
  );
};

export const startHandOver = (
  team: MembersAnswer,
  scope: HandOverScope,
  selection: readonly SelectedRow[] = [],
): HandOverStep =>
  readScope(
    {
      ...{ team, selection, task: 'give', scope, rows: null, receivers: [], note: '', promises: '' },
      ...{ phase: { kind: 'reading', error: null }, moved: [], refused: [] },
    },
    scope,
  );

/** Whose accounts the person may hand over: a rep's own. */
export const ownersToChoose = ({ members, you }: MembersAnswer): MembersAnswer['members'] =>
  isManager(you) ? members : members.filter(({ id }) => id === you.id);

export const receiversToChoose = ({ team, scope }: HandOverState): MembersAnswer['members'] =>
  team.members.filter(
    (member) => mayWrite(member) && !(scope.kind === 'owner' && scope.ownerId === member.id),
  );

/** As read, and what was handed over since. */
const loadNow = ({ team, moved }: Pick<HandOverState, 'team' | 'moved'>, id: string): MemberLoad => {
  const read = team.loads.find((load) => load.id === id) ?? { id, accounts: 0, open: 0 };
  const taken = moved.filter(({ toId, undo }) => toId === id && undo !== 'done');
  const open = taken.filter(({ row }) => isOpenStatus(row.status)).length;
  return { id, accounts: read.accounts + taken.length, open: read.open + open };
};

/** By account ID who takes it over. */
export const splitOf = (
  state: Pick<HandOverState, 'rows' | 'receivers' | 'team' | 'moved'>,
): ReadonlyMap<string, string> =>
  splitByLoad(
    state.rows ?? [],
    state.receivers.map((id) => loadNow(state, id)),
  );

const isBusy = ({ phase }: HandOverState): boolean => phase.kind === 'sending';

const pageRead = (
  state: HandOverState,
  { scope, result }: Extract<HandOverMessage, { type: 'pageRead' }>,
): HandOverStep => {
  if (scope !== state.scope) return step(state);
  if ('error' in result) return step({ ...state, phase: { kind: 'reading', error: result.error } });
  const { rows, cursor } = result.value;
  const read = rows.map(({ id, name, status, version }) => ({ id, name, status, version }));
  const next = { ...state, rows: [...(state.rows ?? []), ...read] };
  return cursor === null
    ? step({ ...next, phase: { kind: 'choosing', wants: null } })
    : readScope(next, scope, cursor);
};

const wantsOf = ({ task, receivers, note }: HandOverState): 'receivers' | 'note' | null => {
  if (task !== 'give') return null;
  if (receivers.length === 0) return 'receivers';
  return note.trim() === '' ? 'note' : null;
};

const commandFor = (state: HandOverState, toId: string | undefined): CommandRequestBody['command'] => {
  const [note, promises] = [state.note.trim(), state.promises.trim()];
  if (state.task === 'give')
    return { type: 'handOver', toId: toId ?? '', note, ...(promises === '' ? {} : { promises }) };
  return {
    ...{ type: 'acknowledgeHandOver', accept: state.task === 'accept' },
    ...(note === '' ? {} : { note }),
  };
};

/** The next block of what is left, as it was split when it began. */
const sendBlock = (state: HandOverState, split: ReadonlyMap<string, string>, total: number): HandOverStep => {
  const block = (state.rows ?? []).slice(0, BLOCK);
  if (block.length === 0) return step({ ...state, phase: { kind: 'done' } }, focusOn('.outcome'));
  const requests = block.map((row) => ({
    ...{ accountId: row.id, expectedVersion: row.version },
    command: commandFor(state, split.get(row.id)),
  }));
  return step(
    { ...state, phase: { kind: 'sending', total, split } },
    send(requests, (result) => ({ type: 'blockDone' as const, requests, result })),
  );
};

/** Nothing waits to be acknowledged: no trouble where all of somebody's accounts are asked. */
const isNothingToDo = ({ task, scope }: HandOverState, code: string): boolean =>
  task !== 'give' && scope.kind === 'owner' && code === 'HAND_OVER_NONE';

const blockDone = (
  state: HandOverState,
  { requests, result }: Extract<HandOverMessage, { type: 'blockDone' }>,
): HandOverStep => {
  const { phase } = state;
  if (phase.kind !== 'sending') return step(state);
  const { total, split } = phase;
  if ('error' in result)
    return step<HandOverState, HandOverMessage>(
      { ...state, phase: { kind: 'stopped', error: result.error, total, split } },
      focusOn('.trouble'),
    );
  const moved = [...state.moved];
  const refused = [...state.refused];
  const done = new Set<string>();
  requests.forEach(({ accountId }, at) => {
    const row = state.rows?.find(({ id }) => id === accountId);
    const outcome = result.value[at];
    if (row === undefined || outcome === undefined) return;
    done.add(row.id);
    const refusal = refusalOf(outcome);
    if (refusal === null)
      moved.push({
        ...{ row, toId: split.get(row.id) ?? null, undo: 'possible' },
        version: outcome.row?.version ?? row.version + 1,
      });
    else if (!isNothingToDo(state, refusal.code)) refused.push({ row, message: refusal.message });
  });
  const rows = (state.rows ?? []).filter(({ id }) => !done.has(id));
  return sendBlock({ ...state, rows, moved, refused }, split, total);
};

const withMoved = (state: HandOverState, id: string, undo: MovedAccount['undo']): HandOverState => ({
  ...state,
  moved: state.moved.map((one) => (one.row.id === id ? { ...one, undo } : one)),
});

const undoOne = (state: HandOverState, id: string): HandOverStep => {
  const account = state.moved.find(({ row, undo }) => row.id === id && undo !== 'done' && undo !== 'sending');
  if (account === undefined || isBusy(state)) return step(state);
  const request: CommandRequestBody = {
    ...{ accountId: id, expectedVersion: account.version },
    command: { type: 'undo', version: account.version },
  };
  return step(
    withMoved(state, id, 'sending'),
    send([request], (result) => ({ type: 'undone' as const, id, result })),
  );
};

const undone = (state: HandOverState, id: string, result: Result<readonly CommandResult[]>): HandOverStep => {
  if ('error' in result) return step(withMoved(state, id, { refused: result.error.message }));
  const [outcome] = result.value;
  const refusal = outcome === undefined ? null : refusalOf(outcome);
  return step(withMoved(state, id, refusal === null ? 'done' : { refused: refusal.message }));
};

const begin = (state: HandOverState): HandOverStep => {
  const { phase } = state;
  if (phase.kind === 'stopped') return sendBlock(state, phase.split, phase.total);
  if (phase.kind !== 'choosing' || state.rows === null) return step(state);
  const wants = wantsOf(state);
  if (wants !== null)
    return step<HandOverState, HandOverMessage>(
      { ...state, phase: { kind: 'choosing', wants } },
      focusOn(wants === 'note' ? '#hand-over-note' : '.receivers input'),
    );
  return sendBlock(state, splitOf(state), state.rows.length);
};

/** What was asked for is being filled in. */
const answeredWish = (state: HandOverState): HandOverState =>
  state.phase.kind === 'choosing' ? { ...state, phase: { kind: 'choosing', wants: null } } : state;

export const updateHandOver = (state: HandOverState, message: HandOverMessage): HandOverStep => {
  switch (message.type) {
    case 'choose':
      return isBusy(state)
        ? step(state)
        : readScope({ ...state, task: message.task, rows: null, moved: [], refused: [] }, message.scope);
    case 'pageRead':
      return pageRead(state, message);
    case 'receive': {
      const others = state.receivers.filter((id) => id !== message.memberId);
      return step({
        ...answeredWish(state),
        receivers: message.receives ? [...others, message.memberId] : others,
      });
    }
    case 'write':
      return step({
        ...answeredWish(state),
        note: message.note ?? state.note,
        promises: message.promises ?? state.promises,
      });
    case 'begin':
      return begin(state);
    case 'blockDone':
      return blockDone(state, message);
    case 'undo':
      return undoOne(state, message.id);
    case 'undone':
      return undone(state, message.id, message.result);
    default:
      return message satisfies never;
  }
};
