/** Updates the pane of one account. The account is read anew while a form is open, and what was typed stays. */
import type { CommandBody } from '../kit/form-input';
import { missingFields, refusalOf } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { type AcceptedCommand, newResult, type ResultMessage, updateResult } from '../kit/result-state';
import { call, type Effect, focusOn, focusWithin, mapEffects, partStep, send } from '../kit/step';
import { tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import type { TransitionField } from '../status/transition-fields';
import {
  isWorkBusy,
  isWorkTouched,
  type NextWork,
  openWork,
  updateWork,
  type Work,
  type WorkDraft,
  type WorkMessage,
} from './account-work';
import { olderRead, readOlder } from './pane-history';
import { mendInPane, readTeamIfUnreadable, teamRead } from './pane-mend';
import type { PaneMessage, PaneNotice, PaneState, PaneStep } from './pane-state';

const WORK = '.work';
const ACTIONS = '.pane-actions';
const DRAFT = '.draft';

export const openPane = (
  viewer: Viewer,
  { id, name }: { id: string; name: string },
  { tab, changed }: Pick<PaneState, 'tab' | 'changed'>,
): PaneStep =>
  refresh({
    viewer,
    id,
    name,
    tab,
    accountView: null,
    readAt: '',
    serial: 0,
    notice: null,
    work: null,
    isWorkAside: false,
    mend: { kind: 'offered' },
    next: null,
    history: { entries: [], phase: { kind: 'idle' } },
    changed,
  });

/** Something was typed, or is being sent. */
export const isPaneInUse = ({ work }: PaneState): boolean =>
  work !== null && (isWorkTouched(work) || isWorkBusy(work));

/** Whether the form in use is visible. */
export const isPaneOccupied = (pane: PaneState): boolean => isPaneInUse(pane) && !pane.isWorkAside;

/** The version of the account that is shown; 0 while it has not been read. */
export const paneVersion = ({ accountView }: PaneState): number => accountView?.account.version ?? 0;

const refresh = (state: PaneState): PaneStep => {
  const serial = state.serial + 1;
  return partStep({ ...state, serial }, [
    call('readAccount', [state.id, null], (result) => ({
      type: 'read' as const,
      serial,
      at: new Date().toISOString(),
      result,
    })),
  ]);
};

/** Only one form is open at a time, and one with something typed is not discarded for another. */
const open = (state: PaneState, draft: WorkDraft): PaneStep => {
  const { work, accountView, viewer } = state;
  if (accountView === null || (work !== null && isWorkBusy(work))) return partStep(state);
  if (work !== null && isWorkTouched(work))
    return partStep({ ...resumed(state).state, notice: { kind: 'finishFirst' } }, [focusWithin(WORK)]);
  const opened = openWork(viewer, accountView, draft);
  if (opened === null) return partStep(state);
  return partStep(
    {
      ...state,
      work: opened.state,
      isWorkAside: false,
      notice: null,
    },
    [...mapEffects(opened.effects, ofWork), focusWithin(WORK)],
  );
};

/** Closes an untouched form; one with something typed is put aside. */
const leaveWork = (state: PaneState): PaneStep => {
  const { work } = state;
  if (work === null || isWorkBusy(work)) return partStep(state);
  return isWorkTouched(work)
    ? partStep({ ...state, isWorkAside: true, notice: null }, [focusWithin(DRAFT)])
    : discarded(state);
};

const resumed = (state: PaneState): PaneStep =>
  partStep({ ...state, isWorkAside: false }, [focusWithin(WORK)]);

const discarded = (state: PaneState): PaneStep =>
  partStep({ ...state, work: null, isWorkAside: false, notice: null }, [focusWithin(ACTIONS)]);

const ofWork = (message: WorkMessage): PaneMessage => ({ type: 'work', message });

/** Opens a form that was requested elsewhere: by a cell, or by the day's list. */
export const openPaneWork = (state: PaneState, next: NextWork): PaneStep =>
  state.accountView === null ? refresh({ ...state, next }) : begin(state, next);

const begin = (state: PaneState, next: NextWork): PaneStep =>
  next.kind === 'fillIn' ? fillDebts(state) : open(state, next);

const read = (state: PaneState, { serial, at, result }: Extract<PaneMessage, { type: 'read' }>): PaneStep => {
  if (serial !== state.serial) return partStep(state);
  if ('error' in result) {
    const failed = withNotice(state, {
      kind: 'error',
      error: result.error,
      again: { type: 'refresh' },
    }).state;
    return partStep(failed, readTeamIfUnreadable(failed));
  }
  const { members, you, today, history } = result.value;
  const viewer: Viewer = { ...state.viewer, members, you, today };
  const after: PaneState = {
    ...state,
    viewer,
    accountView: result.value,
    readAt: at,
    mend: { kind: 'offered' },
    history: { entries: history, phase: { kind: 'idle' } },
    next: null,
  };
  const { state: next, effects }: PaneStep =
    state.next === null ? partStep(after) : begin({ ...after, work: null }, state.next);
  return partStep(next, effects, { kind: 'team', viewer });
};

/** The account is read anew; a form that was put aside stays. */
const done = (state: PaneState, accepted: AcceptedCommand, sentence: string): PaneStep => {
  const notice: PaneNotice = { kind: 'result', result: newResult(sentence, [accepted]) };
  const { state: next, effects } = refresh({ ...state, notice });
  return partStep(next, [focusOn('.outcome'), ...effects]);
};

const requestOf = ({ id, accountView }: PaneState, command: CommandBody): CommandRequestBody => ({
  accountId: id,
  expectedVersion: accountView?.account.version ?? 0,
  command,
});

/** Sends a command at once, without a form. */
const act = (state: PaneState, message: Extract<PaneMessage, { type: 'act' }>): PaneStep => {
  const { accountView, work } = state;
  if (accountView === null || (work !== null && isWorkBusy(work))) return partStep(state);
  const { command, sentence } = message;
  const request = requestOf(state, command);
  return partStep({ ...state, notice: { kind: 'sending' } }, [
    send([request], (result) => ({ type: 'acted' as const, request, sentence, result })),
  ]);
};

const acted = (
  state: PaneState,
  { request, sentence, result }: Extract<PaneMessage, { type: 'acted' }>,
): PaneStep => {
  if ('error' in result)
    return withNotice(state, {
      kind: 'error',
      error: result.error,
      again: { type: 'act', command: request.command, sentence },
    });
  const [one] = result.value;
  if (one === undefined) return partStep(state);
  const refusal = refusalOf(one);
  return refusal === null
    ? done(state, { request, result: one }, tAccount(state.viewer, sentence))
    : withNotice(state, { kind: 'refusal', refusal });
};

const withNotice = (state: PaneState, notice: PaneNotice | null): PaneStep => partStep({ ...state, notice });

/** The functions tell what is missing: an empty answer is refused with all of it. */
const fillDebts = (state: PaneState): PaneStep => {
  if (state.accountView === null) return partStep(state);
  const request = requestOf(state, { type: 'fillIn', data: {} });
  return partStep({ ...state, notice: { kind: 'reading' } }, [
    send([request], (result) => ({ type: 'debtsRead' as const, request, result })),
  ]);
};

const debtsRead = (
  state: PaneState,
  { request, result }: Extract<PaneMessage, { type: 'debtsRead' }>,
): PaneStep => {
  if ('error' in result)
    return withNotice(state, { kind: 'error', error: result.error, again: { type: 'fillDebts' } });
  const [one] = result.value;
  if (one === undefined) return partStep(state);
  const refusal = refusalOf(one);
  if (refusal === null) return done(state, { request, result: one }, tAccount(state.viewer, 'saved'));
  const missing: readonly TransitionField[] = missingFields(one);
  return missing.length === 0
    ? withNotice(state, { kind: 'refusal', refusal })
    : open({ ...state, notice: null }, { kind: 'form', name: { form: 'fillIn', missing }, values: {} });
};

const updateOpenWork = (state: PaneState, work: Work, message: WorkMessage): PaneStep => {
  const { state: next, effects, out } = updateWork(work, message);
  const after: PaneState = { ...state, work: next };
  switch (out?.kind) {
    case 'done':
      return done({ ...after, work: null, isWorkAside: false }, out.accepted, out.sentence);
    case 'cancel':
      return discarded(after);
    case 'reload':
      return refresh({ ...after, next: out.draft });
    default:
      return partStep(after, mapEffects(effects, ofWork));
  }
};

const updateNotice = (state: PaneState, message: ResultMessage): PaneStep => {
  const { notice } = state;
  if (notice?.kind !== 'result') return partStep(state);
  const { state: result, effects, out } = updateResult(notice.result, message);
  const after = withNotice(state, { kind: 'result', result });
  const mapped: readonly Effect<PaneMessage>[] = mapEffects(effects, (one) => ({
    type: 'result',
    message: one,
  }));
  if (out === null) return partStep(after.state, mapped);
  const refreshed = refresh(after.state);
  return partStep(refreshed.state, [...mapped, ...refreshed.effects]);
};

export const updatePane = (state: PaneState, message: PaneMessage): PaneStep => {
  switch (message.type) {
    case 'refresh':
      return refresh(state);
    case 'read':
      return read(state, message);
    case 'showTab':
      return partStep({ ...state, tab: message.tab }, message.focus ? [focusOn(`#tab-${message.tab}`)] : []);
    case 'open':
      return open(state, message.draft);
    case 'work':
      return state.work === null ? partStep(state) : updateOpenWork(state, state.work, message.message);
    case 'leaveWork':
      return leaveWork(state);
    case 'resumeWork':
      return resumed(state);
    case 'discardWork':
      return discarded(state);
    case 'dismissNotice':
      return withNotice(state, null);
    case 'act':
      return act(state, message);
    case 'acted':
      return acted(state, message);
    case 'fillDebts':
      return fillDebts(state);
    case 'debtsRead':
      return debtsRead(state, message);
    case 'result':
      return updateNotice(state, message.message);
    case 'showChanged':
      return partStep({ ...state, changed: message.thing });
    case 'readOlder':
      return readOlder(state);
    case 'olderRead':
      return olderRead(state, message);
    case 'teamRead':
      return teamRead(state, message.result);
    case 'mend':
      return mendInPane(state, message, refresh);
    case 'look':
      return partStep(state, [], { kind: 'look', id: message.id });
    case 'goTo':
      return partStep(state, [call('goTo', [message.id], () => ({ type: 'wentTo' as const }))]);
    case 'wentTo':
      return partStep(state);
    default:
      return message satisfies never;
  }
};
