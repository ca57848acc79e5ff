/**
 * Hands over many accounts with one note, split by load, or has their receiver accept or return them. It works block by block, so
 * that it can be continued after a stop, and each account can be undone by itself.
 */
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import type { Result, SelectedRow } from '../../script-api';
import { refusalOf } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, focusOn, mapEffects, type Step, send, step } from '../kit/step';
import { updateOpportunity } from './hand-over-opportunity';
import {
  type HandOverRow,
  type HandOverScope,
  isFilterReadable,
  NO_FILTER,
  questionsOf,
  rowsOfPage,
} from './hand-over-rows';
import {
  type HandOverMessage,
  type HandOverState,
  type HandOverWish,
  isHandingOver,
  isLocked,
  type MovedAccount,
  rowsInFilter,
  splitOf,
} from './hand-over-state';

type HandOverStep = Step<HandOverState, HandOverMessage>;

const PAGE = 1000;
/** Accounts in one call; progress is shown after each. */
const BLOCK = 20;

/** Continues with that question and page of the scope; after the last question the rows are complete. */
const readScope = (
  state: HandOverState,
  scope: HandOverScope,
  question = 0,
  cursor: string | null = null,
): HandOverStep => {
  const asked = questionsOf(scope)[question];
  if (asked === undefined) {
    const rows = scope.kind === 'selection' ? state.selection.map(withoutFacts) : (state.rows ?? []);
    return step({ ...state, scope, rows, phase: { kind: 'choosing', wants: null } });
  }
  const query = { ...asked, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
  return step(
    { ...state, scope, phase: { kind: 'reading', error: null } },
    askFunction('accounts', 'GET', { query }, (result) => ({
      ...{ type: 'pageRead' as const, scope, question, result },
    })),
  );
};

const withoutFacts = (row: SelectedRow): HandOverRow => ({ ...row, facts: null });

export const startHandOver = (
  team: MembersAnswer,
  scope: HandOverScope,
  selection: readonly SelectedRow[] = [],
): HandOverStep =>
  readScope(
    {
      ...{ team, selection, task: 'give', scope, rows: null, receivers: [], note: '', promises: '' },
      ...{ filter: NO_FILTER, withOpportunities: false, opportunity: null },
      ...{ phase: { kind: 'reading', error: null }, moved: [], refused: [] },
    },
    scope,
  );

const pageRead = (
  state: HandOverState,
  { scope, question, result }: Extract<HandOverMessage, { type: 'pageRead' }>,
): HandOverStep => {
  if (scope !== state.scope) return step(state);
  if ('error' in result) return step({ ...state, phase: { kind: 'reading', error: result.error } });
  const { cursor } = result.value;
  const known = state.rows ?? [];
  const read = rowsOfPage(scope, result.value).filter(({ id }) => !known.some((row) => row.id === id));
  const next = { ...state, rows: [...known, ...read] };
  return cursor === null ? readScope(next, scope, question + 1) : readScope(next, scope, question, cursor);
};

const wantsOf = ({ task, receivers, note, filter }: HandOverState): HandOverWish | null => {
  if (task !== 'give') return null;
  if (!isFilterReadable(filter)) return 'days';
  if (receivers.length === 0) return 'receivers';
  return note.trim() === '' ? 'note' : null;
};

const commandFor = (
  state: HandOverState,
  { isInsideSales }: HandOverRow,
  toId = '',
): CommandRequestBody['command'] => {
  const [note, promises] = [state.note.trim(), state.promises.trim()];
  if (state.task === 'give' && isInsideSales)
    return {
      ...{ type: 'handOverInsideSales', toId },
      note: promises === '' ? note : `${note}\n${promises}`,
    };
  if (state.task === 'give')
    return {
      ...{ type: 'handOver', toId, note },
      ...(promises === '' ? {} : { promises }),
      ...(state.withOpportunities ? { withOpportunities: true } : {}),
    };
  return {
    ...{ type: 'acknowledgeHandOver', accept: state.task === 'accept' },
    ...(note === '' ? {} : { note }),
  };
};

/** Sends the next block, split as it was at the start. */
const sendBlock = (state: HandOverState, split: ReadonlyMap<string, string>, total: number): HandOverStep => {
  const block = (state.rows ?? []).slice(0, BLOCK);
  if (block.length === 0) return step({ ...state, phase: { kind: 'done' } }, focusOn('.outcome'));
  const requests = block.map((row) => ({
    ...{ accountId: row.id, expectedVersion: row.version },
    command: commandFor(state, row, split.get(row.id)),
  }));
  return step(
    { ...state, phase: { kind: 'sending', total, split } },
    send(requests, (result) => ({ type: 'blockDone' as const, requests, result })),
  );
};

/** Somebody acknowledged it since the accounts were read, which is no error. */
const isNothingToDo = ({ task, scope }: HandOverState, code: string): boolean =>
  task !== 'give' && scope.kind === 'handedTo' && code === 'HAND_OVER_NONE';

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
  if (account === undefined || isHandingOver(state)) return step(state);
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

const WISHED_FIELDS: Readonly<Record<HandOverWish, string>> = {
  receivers: '.receivers input',
  note: '#hand-over-note',
  days: '#hand-over-days',
};

/** Accounts outside the filter stay as they are. */
const begin = (state: HandOverState): HandOverStep => {
  const { phase } = state;
  if (phase.kind === 'stopped') return sendBlock(state, phase.split, phase.total);
  if (phase.kind !== 'choosing' || state.rows === null) return step(state);
  const wants = wantsOf(state);
  if (wants !== null)
    return step<HandOverState, HandOverMessage>(
      { ...state, phase: { kind: 'choosing', wants } },
      focusOn(WISHED_FIELDS[wants]),
    );
  const rows = rowsInFilter(state);
  return sendBlock({ ...state, rows }, splitOf(state), rows.length);
};

/** The field that was asked for is being filled in. */
const answeredWish = (state: HandOverState): HandOverState =>
  state.phase.kind === 'choosing' ? { ...state, phase: { kind: 'choosing', wants: null } } : state;

export const updateHandOver = (state: HandOverState, message: HandOverMessage): HandOverStep => {
  switch (message.type) {
    case 'choose':
      return isHandingOver(state)
        ? step(state)
        : readScope(
            {
              ...{ ...state, task: message.task, rows: null, filter: NO_FILTER },
              ...{ opportunity: null, moved: [], refused: [] },
            },
            message.scope,
          );
    case 'filter':
      return isLocked(state)
        ? step(state)
        : step({ ...answeredWish(state), filter: { ...state.filter, ...message.filter } });
    case 'takeAlong':
      return isLocked(state) ? step(state) : step({ ...state, withOpportunities: message.withOpportunities });
    case 'opportunity': {
      const { state: opportunity, effects } = updateOpportunity(state.opportunity, message.message);
      return step<HandOverState, HandOverMessage>(
        { ...state, opportunity },
        ...mapEffects(effects, (own) => ({ type: 'opportunity' as const, message: own })),
      );
    }
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
