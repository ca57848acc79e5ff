/** The sidebar: follows the selection, sends what waits, and answers "existing or new?". */
import { mayWrite } from '../../functions/domain/account/team';
import type { Result, SendReport, SidebarInput, SidebarState } from '../script-api';
import { type AccountPane, accountPane } from './account/account-pane';
import { lookupBox } from './companies/lookup';
import { createSender } from './kit/command-sender';
import { button, node, setChildren } from './kit/dom';
import { errorView } from './kit/error-view';
import { callScript, readWindowInput } from './kit/script-client';
import { localize, t, type Viewer } from './messages/viewer';

const { room, input } = readWindowInput<SidebarInput>();
const viewer: Viewer = { language: input.language, channel: 'sidebar', today: '', members: {}, you: null };
const sender = createSender('sidebar');

const POLL_MS = 2000;
const MAX_POLL_MS = 60_000;

document.documentElement.lang = input.language;

const connectionNote = node('p', { class: 'wire', role: 'status' });
const pendingBar = node('div', { class: 'unsent', hidden: true });
const report = node('div', { 'aria-live': 'polite' });
const selectionNote = node('div', { class: 'elsewhere', 'aria-live': 'polite', hidden: true });
const stage = node('div', { class: 'stage' }, node('p', { class: 'quiet' }, t(viewer, 'reading')));

let pane: AccountPane | null = null;
/** With something typed in them: shown again, as they were, when their account is selected again. */
const panesInUse = new Map<string, AccountPane>();
let selection: SidebarState['selection'] = { kind: 'none' };
let shownKey = '';
let requestedVersion = 0;

type Selection = SidebarState['selection'];
const keyOf = (one: Selection): string =>
  one.kind === 'account'
    ? one.id
    : JSON.stringify([one.kind, 'row' in one ? one.row : 0, 'name' in one ? one.name : '']);

const showContent = (content: HTMLElement): void => {
  selectionNote.hidden = true;
  setChildren(stage, content);
};

const showAccount = (id: string, name: string): AccountPane => {
  if (pane?.id === id) return pane;
  if (pane?.isInUse()) panesInUse.set(pane.id, pane);
  pane =
    panesInUse.get(id) ?? accountPane(viewer, sender, id, name, input.tab, (other) => void goTo(other, ''));
  panesInUse.delete(id);
  showContent(pane.element);
  void pane.refresh();
  return pane;
};

const closePane = (): void => {
  if (pane?.isInUse()) panesInUse.set(pane.id, pane);
  pane = null;
};

const goTo = async (id: string, name: string): Promise<void> => {
  showAccount(id, name);
  const answer = await callScript('goTo', id);
  if ('error' in answer) setChildren(report, errorView(viewer, answer.error, null));
  // The selection that this makes is the one that is shown already.
  else if (answer.value) shownKey = id;
  else setChildren(report, node('p', { class: 'quiet' }, t(viewer, 'noRow', { name })));
};

const register = (name: string): void => void openDialog('register', name);
const openDialog = async (view: 'register', name: string): Promise<void> => {
  const answer = await callScript('openDialog', view, [], null, name);
  if ('error' in answer)
    setChildren(
      report,
      errorView(viewer, answer.error, () => openDialog(view, name)),
    );
};

const showReport = (told: Result<SendReport>, again: () => unknown): void => {
  if ('error' in told) {
    setChildren(report, errorView(viewer, told.error, again));
    return;
  }
  const { message, refused, waiting, missingData: asked } = told.value;
  const kind = refused + waiting > 0 ? 'warning' : 'report';
  setChildren(report, node('p', { class: kind }, localize(viewer, message)));
  if (asked !== null) void showAccount(asked.row.id, asked.row.name).change(asked.to);
  else void pane?.refresh();
};

const withoutOverlap = (act: () => Promise<unknown>) => {
  let running = false;
  return async (): Promise<void> => {
    if (running) return;
    running = true;
    await act();
    running = false;
  };
};

let sentAutomatically = false;
const send = withoutOverlap(async () => {
  sendButton.disabled = true;
  sendButton.textContent = t(viewer, 'sending');
  const told = await callScript('sendPending');
  sendButton.disabled = false;
  showReport(told, send);
  await poll();
});
const sendButton = button('', () => send());

const showPending = (n: number): void => {
  pendingBar.hidden = n === 0;
  if (!sendButton.disabled) sendButton.textContent = t(viewer, 'sendPending', { n });
  if (n === 0) sentAutomatically = false;
  else if (!sentAutomatically) {
    // Who has the sidebar open is who sends; what is left after that waits for the button.
    sentAutomatically = true;
    void send();
  }
};

const rowNote = (one: Exclude<Selection, { kind: 'account' }>): HTMLElement => {
  switch (one.kind) {
    case 'none':
      return node('div', { class: 'note' }, node('p', { class: 'quiet' }, t(viewer, 'selectRow')));
    case 'draft': {
      const { row, name } = one;
      const registering = withoutOverlap(async () => {
        act.disabled = true;
        showReport(await callScript('registerDraft', row), registering);
        act.disabled = false;
        await poll();
      });
      const act = button(t(viewer, 'registerDraft'), registering, 'primary');
      act.disabled = name.trim() === '';
      return node(
        'div',
        { class: 'note' },
        node('h2', { class: 'name' }, name || t(viewer, 'noName')),
        node('p', {}, t(viewer, name.trim() === '' ? 'draftNameless' : 'draftNote', { row })),
        node(
          'div',
          { class: 'buttons' },
          act,
          button(t(viewer, 'lookFirst'), () => box.search(name)),
        ),
      );
    }
    case 'copied': {
      const { row, name } = one;
      const settle = async (how: 'draft' | 'remove'): Promise<void> => {
        const answer = await callScript('resolveCopy', row, how);
        if ('error' in answer)
          setChildren(
            report,
            errorView(viewer, answer.error, () => settle(how)),
          );
        else await poll();
      };
      return node(
        'div',
        { class: 'note' },
        node('h2', { class: 'name' }, name),
        node('p', { class: 'warning' }, t(viewer, 'copiedNote', { row })),
        node(
          'div',
          { class: 'buttons' },
          button(t(viewer, 'copyToDraft'), () => settle('draft')),
          button(t(viewer, 'copyRemove'), () => settle('remove')),
        ),
      );
    }
    case 'inconsistent':
      return node(
        'div',
        { class: 'note' },
        node('p', { class: 'warning' }, t(viewer, 'inconsistentNote', { row: one.row })),
        node(
          'ol',
          {},
          ...(['inconsistentUndo', 'inconsistentHistory', 'inconsistentRefresh'] as const).map((key) =>
            node('li', {}, t(viewer, key)),
          ),
        ),
      );
    case 'idTypedOver':
      return node(
        'div',
        { class: 'note' },
        node('p', { class: 'warning' }, t(viewer, 'idTypedOverNote', { row: one.row })),
        node(
          'ol',
          {},
          ...(['inconsistentUndo', 'idTypedOverBack'] as const).map((key) => node('li', {}, t(viewer, key))),
        ),
      );
    default:
      return one satisfies never;
  }
};

const showSelection = (): void => {
  if (selection.kind === 'account') showAccount(selection.id, selection.name);
  else {
    closePane();
    showContent(rowNote(selection));
  }
};

const applySelection = (now: Selection): void => {
  selection = now;
  const key = keyOf(now);
  if (key !== shownKey) {
    shownKey = key;
    requestedVersion = 0;
    if (pane?.isInUse() && !(now.kind === 'account' && now.id === pane.id)) {
      const name = now.kind === 'account' ? now.name : t(viewer, 'anotherRow');
      setChildren(
        selectionNote,
        node('p', {}, t(viewer, 'selectionMoved', { name })),
        button(t(viewer, 'showThat'), showSelection),
      );
      selectionNote.hidden = false;
    } else showSelection();
    return;
  }
  if (now.kind !== 'account' || pane?.id !== now.id) return;
  // A row may lag behind: each version is asked for once.
  if (now.version > pane.version() && pane.version() > 0 && now.version !== requestedVersion) {
    requestedVersion = now.version;
    void pane.refresh();
  }
};

let pause = POLL_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
const poll = withoutOverlap(async () => {
  clearTimeout(timer);
  const answer = await callScript('sidebarState');
  if ('error' in answer) {
    pause = Math.min(pause * 2, MAX_POLL_MS);
    connectionNote.textContent = localize(viewer, answer.error.message);
  } else {
    pause = POLL_MS;
    connectionNote.textContent = '';
    applySelection(answer.value.selection);
    showPending(answer.value.pending);
  }
  if (document.visibilityState === 'visible') timer = setTimeout(poll, pause);
});
document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  pause = POLL_MS;
  if (document.visibilityState === 'visible') void poll();
});

const box = lookupBox(viewer, {
  choose: ({ id, name }) => goTo(id, name),
  register: (name) => (viewer.you !== null && !mayWrite(viewer.you) ? null : register(name)),
});

pendingBar.append(sendButton);
setChildren(room, box.element, connectionNote, pendingBar, report, selectionNote, stage);
void poll();
