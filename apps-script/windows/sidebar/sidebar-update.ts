/** Updates the sidebar: it follows the selection, sends pending requests, and answers "existing or new?". */
import type {
  ApiError,
  RefusedCell,
  Result,
  SendReport,
  SidebarState as SheetState,
  SidebarInput,
} from '../../script-api';
import { isPaneInUse, isPaneOccupied, paneVersion } from '../account/account-pane';
import { thingOfColumn } from '../account/changed-things';
import { type LookupMessage, leaveAnswer, newLookup, searchCompany, updateLookup } from '../companies/lookup';
import { call, type Effect, mapEffects, step } from '../kit/step';
import { tAccount } from '../messages/account-catalog';
import { viewerWithoutTeam } from '../messages/viewer';
import { CLOSED_DAY, dayRead, leaveSentBack, toggleDay } from './day';
import { isAnswered, pauseAfter, poll, selectionKey } from './polling';
import { workOfRefusal } from './refused-cells';
import {
  andThen,
  goToAccount,
  refreshShown,
  shownPane,
  showSelection,
  showWork,
  updatePaneOf,
} from './sidebar-panes';
import { registerShownDraft, resolveShownCopy } from './sidebar-rows';
import {
  MAX_POLL_MS,
  POLL_MS,
  type SheetSelection,
  type SidebarMessage,
  type SidebarStep,
  type SidebarWindowState,
  STOP_POLLING,
} from './sidebar-state';
import { readViewer, viewerRead } from './viewer-read';

export const startSidebar = ({ language, tab, ...columns }: SidebarInput): SidebarStep =>
  poll({
    viewer: viewerWithoutTeam('sidebar', { language, today: '' }),
    tab,
    changed: tab === 'history' ? thingOfColumn(columns) : null,
    lookup: newLookup,
    connection: null,
    pending: { count: 0, sending: false, sentAutomatically: false },
    report: null,
    selection: { kind: 'none' },
    followed: '',
    requestedVersion: 0,
    stage: { kind: 'reading' },
    panes: {},
    elsewhere: null,
    day: CLOSED_DAY,
    registering: false,
    poll: { running: false, pause: POLL_MS, visible: true },
  });

const openRegisterForm = (state: SidebarWindowState, name: string): SidebarStep =>
  step(
    state,
    call('openDialog', ['register', [], null, name], (result) => ({
      type: 'openedRegister' as const,
      name,
      result,
    })),
  );

const withError = (
  state: SidebarWindowState,
  error: ApiError,
  again: SidebarMessage | null,
): SidebarWindowState => ({
  ...state,
  report: { kind: 'error', error, again },
});

/** Reports what was sent; data that a single account lacks is asked for at once. */
const report = (
  state: SidebarWindowState,
  result: Result<SendReport>,
  again: SidebarMessage,
): SidebarStep => {
  if ('error' in result) return step(withError(state, result.error, again));
  const { message, refused, waiting, missingData, refusals } = result.value;
  const next: SidebarWindowState = {
    ...state,
    report: { kind: 'sent', message, isComplete: refused + waiting === 0, refusals },
  };
  const work = missingData === null ? null : workOfRefusal(missingData);
  if (missingData === null || work === null) return refreshShown(next);
  const { row, key } = missingData;
  return showWork(withoutRefusal(next, { id: row.id, key }), row, work);
};

/** An opened refusal leaves the list. */
const withoutRefusal = (
  state: SidebarWindowState,
  { id, key }: Pick<RefusedCell, 'id' | 'key'>,
): SidebarWindowState =>
  state.report?.kind === 'sent'
    ? {
        ...state,
        report: {
          ...state.report,
          refusals: state.report.refusals.filter((one) => one.id !== id || one.key !== key),
        },
      }
    : state;

const openRefusal = (before: SidebarWindowState, refused: RefusedCell): SidebarStep => {
  const { id, name } = refused;
  const open: SidebarWindowState = { ...before, day: { ...before.day, isOpen: false } };
  const pane = before.panes[id];
  // While another form of the account is unfinished, this one does not open yet.
  const state = pane !== undefined && isPaneInUse(pane) ? open : withoutRefusal(open, refused);
  const shown = goToAccount(state, id, name);
  const draft = workOfRefusal(refused);
  return draft === null ? shown : andThen(shown, (now) => showWork(now, { id, name }, draft));
};

const send = (state: SidebarWindowState): SidebarStep =>
  state.pending.sending
    ? step(state)
    : step(
        { ...state, pending: { ...state.pending, sending: true } },
        call('sendPending', [], (result) => ({ type: 'sent' as const, result })),
      );

/** An open sidebar sends pending requests; what remains then waits for the button. */
const withPending = (state: SidebarWindowState, count: number): SidebarStep => {
  const { sending, sentAutomatically } = state.pending;
  const next = { ...state, pending: { count, sending, sentAutomatically: count > 0 } };
  return count > 0 && !sentAutomatically ? send(next) : step(next);
};

const followSelection = (before: SidebarWindowState, selection: SheetSelection): SidebarStep => {
  const key = selectionKey(selection);
  const lookup = key === before.followed ? before.lookup : leaveAnswer(before.lookup);
  const state: SidebarWindowState = { ...before, selection, lookup };
  const pane = shownPane(state);
  if (key !== state.followed) {
    const next: SidebarWindowState = { ...state, followed: key, requestedVersion: 0 };
    const isSame = selection.kind === 'account' && selection.id === pane?.id;
    if (pane === null || isSame || !isPaneOccupied(pane)) return showSelection(next);
    const name = selection.kind === 'account' ? selection.name : tAccount(state.viewer, 'anotherRow');
    return step({ ...next, elsewhere: name });
  }
  if (selection.kind !== 'account' || pane?.id !== selection.id) return step(state);
  // A row may be outdated, so each version is read once.
  const { version } = selection;
  const isNewer = paneVersion(pane) > 0 && version > paneVersion(pane) && version !== state.requestedVersion;
  return isNewer ? refreshShown({ ...state, requestedVersion: version }) : step(state);
};

const polled = (before: SidebarWindowState, result: Result<SheetState>): SidebarStep => {
  const failed = 'error' in result;
  const pause = failed ? Math.min(before.poll.pause * 2, MAX_POLL_MS) : pauseAfter(before, result.value);
  const state: SidebarWindowState = {
    ...before,
    connection: failed ? result.error.message : null,
    poll: { ...before.poll, running: false, pause },
  };
  const applied = failed
    ? step<SidebarWindowState, SidebarMessage>(state)
    : andThen(followSelection(state, result.value.selection), (now) =>
        withPending(now, result.value.pending),
      );
  const again: Effect<SidebarMessage> = { kind: 'later', key: 'poll', ms: pause, message: { type: 'poll' } };
  return andThen(applied, (now) => (now.poll.visible ? step(now, again) : step(now)));
};

const updateLookupOf = (state: SidebarWindowState, message: LookupMessage): SidebarStep => {
  const { state: lookup, effects, out } = updateLookup(state.lookup, message);
  const next = step<SidebarWindowState, SidebarMessage>(
    { ...state, lookup },
    ...mapEffects(effects, (one): SidebarMessage => ({ type: 'lookup', message: one })),
    ...(message.type === 'search' ? readViewer(state) : []),
  );
  if (out === null) return next;
  if (out.kind === 'register') return andThen(next, (now) => openRegisterForm(now, out.query));
  const { choice, form } = out;
  // The day's list is closed to show the company.
  const shown = andThen(next, (now) =>
    goToAccount({ ...now, day: { ...now.day, isOpen: false } }, choice.id, choice.name),
  );
  return form === null
    ? shown
    : andThen(shown, (now) => showWork(now, choice, { kind: 'form', name: { form }, values: {} }));
};

const lookUpName = (state: SidebarWindowState, name: string): SidebarStep => {
  const { state: lookup, effects } = searchCompany(state.lookup, name);
  return step(
    { ...state, lookup },
    ...mapEffects(effects, (message): SidebarMessage => ({ type: 'lookup', message })),
    ...readViewer(state),
  );
};

const wentTo = (
  state: SidebarWindowState,
  { id, name, result }: Extract<SidebarMessage, { type: 'wentTo' }>,
): SidebarWindowState => {
  if ('error' in result) return withError(state, result.error, null);
  // The selection that this causes is the one that is already shown.
  return result.value ? { ...state, followed: id } : { ...state, report: { kind: 'noRow', name } };
};

const openDayItem = (
  before: SidebarWindowState,
  { item: { accountId, company, form }, withForm }: Extract<SidebarMessage, { type: 'openDayItem' }>,
): SidebarStep => {
  const state = { ...before, day: { ...before.day, isOpen: false } };
  const shown = goToAccount(state, accountId, company);
  // A hand-over is answered beside its note, which a form would cover.
  if (form === null || form === 'answerHandOver' || !withForm) return shown;
  return andThen(shown, (now) =>
    showWork(
      now,
      { id: accountId, name: company },
      form === 'fillIn' ? { kind: form } : { kind: 'form', name: { form }, values: {} },
    ),
  );
};

/**
 * When an answer arrives after the connection seemed broken, the script is asked again at once instead of after the long pause.
 */
export const updateSidebar = (state: SidebarWindowState, message: SidebarMessage): SidebarStep => {
  const next = updateOn(state, message);
  return state.connection !== null && message.type !== 'polled' && isAnswered(message)
    ? andThen(next, poll)
    : next;
};

const draftRegistered = (
  state: SidebarWindowState,
  { draft, result }: Extract<SidebarMessage, { type: 'draftRegistered' }>,
): SidebarStep =>
  andThen(report({ ...state, registering: false }, result, { type: 'registerDraft', draft }), poll);

const updateOn = (state: SidebarWindowState, message: SidebarMessage): SidebarStep => {
  switch (message.type) {
    case 'poll':
      return poll(state);
    case 'polled':
      return polled(state, message.result);
    case 'visible': {
      const { visible } = message;
      const next = { ...state, poll: { ...state.poll, visible, pause: POLL_MS } };
      return visible ? poll(next) : step(next, STOP_POLLING);
    }
    case 'lookup':
      return updateLookupOf(state, message.message);
    case 'lookUpName':
      return lookUpName(state, message.name);
    case 'viewerRead':
      return viewerRead(state, message.result);
    case 'pane':
      return updatePaneOf(state, message.id, message.message);
    case 'goTo':
      return goToAccount(state, message.id, message.name);
    case 'wentTo':
      return step(wentTo(state, message));
    case 'openRegister':
      return openRegisterForm(state, message.name);
    case 'openedRegister': {
      const { result, name } = message;
      return step('error' in result ? withError(state, result.error, { type: 'openRegister', name }) : state);
    }
    case 'send':
      return send(state);
    case 'sent': {
      const next = { ...state, pending: { ...state.pending, sending: false } };
      return andThen(report(next, message.result, { type: 'send' }), poll);
    }
    case 'openRefusal':
      return openRefusal(state, message.refused);
    case 'closeReport':
      return step({ ...state, report: null });
    case 'registerDraft':
      return registerShownDraft(state, message.draft);
    case 'draftRegistered':
      return draftRegistered(state, message);
    case 'resolveCopy':
      return resolveShownCopy(state, message);
    case 'copyResolved': {
      const { choice, result } = message;
      return 'error' in result
        ? step(withError(state, result.error, { type: 'resolveCopy', ...choice }))
        : poll(state);
    }
    case 'showSelection':
      return showSelection({ ...state, day: { ...state.day, isOpen: false } });
    case 'toggleDay':
      return toggleDay(state);
    case 'dayRead':
      return dayRead(state, message.result);
    case 'forgetSentBack':
      return leaveSentBack(state, message.items);
    case 'sentBackForgotten':
      return 'error' in message.result ? step(withError(state, message.result.error, null)) : step(state);
    case 'openDayItem':
      return openDayItem(state, message);
    default:
      return message satisfies never;
  }
};
