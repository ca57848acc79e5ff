/** The sidebar: follows the selection, sends what waits, and answers "existing or new?". */
import { mayWrite } from '../../functions/domain/team';
import type { SendReport, SidebarGiven, SidebarState, Told } from '../told';
import { accountPane, type Pane } from './account-pane';
import { type Here, of, say } from './here';
import { lookupBox } from './lookup';
import { button, fill, node } from './nodes';
import { ask, opened } from './script';
import { makeSender } from './sending';
import { troubleView } from './trouble-view';

const { room, given } = opened<SidebarGiven>();
const here: Here = { language: given.language, channel: 'sidebar', today: '', members: {}, you: null };
const sender = makeSender('sidebar');

const EVERY_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

document.documentElement.lang = given.language;

const wire = node('p', { class: 'wire', role: 'status' });
const unsentBar = node('div', { class: 'unsent', hidden: true });
const report = node('div', { 'aria-live': 'polite' });
const elsewhere = node('div', { class: 'elsewhere', 'aria-live': 'polite', hidden: true });
const stage = node('div', { class: 'stage' }, node('p', { class: 'quiet' }, say(here, 'reading')));

let pane: Pane | null = null;
/** With something typed in them: shown again, as they were, when their account is selected again. */
const kept = new Map<string, Pane>();
let selection: SidebarState['selection'] = { kind: 'none' };
let seen = '';
let versionAsked = 0;

type Selection = SidebarState['selection'];
const keyOf = (one: Selection): string =>
  one.kind === 'account'
    ? one.id
    : JSON.stringify([one.kind, 'row' in one ? one.row : 0, 'name' in one ? one.name : '']);

const put = (content: HTMLElement): void => {
  elsewhere.hidden = true;
  fill(stage, content);
};

const showAccount = (id: string, name: string): Pane => {
  if (pane?.id === id) return pane;
  if (pane?.isInUse()) kept.set(pane.id, pane);
  pane = kept.get(id) ?? accountPane(here, sender, id, name, given.tab, (other) => void goTo(other, ''));
  kept.delete(id);
  put(pane.element);
  void pane.refresh();
  return pane;
};

const leavePane = (): void => {
  if (pane?.isInUse()) kept.set(pane.id, pane);
  pane = null;
};

const goTo = async (id: string, name: string): Promise<void> => {
  showAccount(id, name);
  const answer = await ask('goTo', id);
  if ('trouble' in answer) fill(report, troubleView(here, answer.trouble, null));
  // The selection that this makes is the one that is shown already.
  else if (answer.told) seen = id;
  else fill(report, node('p', { class: 'quiet' }, say(here, 'noRow', { name })));
};

const register = (name: string): void => void openDialog('register', name);
const openDialog = async (view: 'register', name: string): Promise<void> => {
  const answer = await ask('openDialog', view, [], null, name);
  if ('trouble' in answer)
    fill(
      report,
      troubleView(here, answer.trouble, () => openDialog(view, name)),
    );
};

const showReport = (told: Told<SendReport>, again: () => unknown): void => {
  if ('trouble' in told) {
    fill(report, troubleView(here, told.trouble, again));
    return;
  }
  const { message, refused, waiting, ask: asked } = told.told;
  const kind = refused + waiting > 0 ? 'warning' : 'report';
  fill(report, node('p', { class: kind }, of(here, message)));
  if (asked !== null) void showAccount(asked.row.id, asked.row.name).change(asked.to);
  else void pane?.refresh();
};

const once = (act: () => Promise<unknown>) => {
  let running = false;
  return async (): Promise<void> => {
    if (running) return;
    running = true;
    await act();
    running = false;
  };
};

let sentFor = false;
const send = once(async () => {
  sendButton.disabled = true;
  sendButton.textContent = say(here, 'sending');
  const told = await ask('sendUnsent');
  sendButton.disabled = false;
  showReport(told, send);
  await poll();
});
const sendButton = button('', () => send());

const showUnsent = (n: number): void => {
  unsentBar.hidden = n === 0;
  if (!sendButton.disabled) sendButton.textContent = say(here, 'sendUnsent', { n });
  if (n === 0) sentFor = false;
  else if (!sentFor) {
    // Who has the sidebar open is who sends; what is left after that waits for the button.
    sentFor = true;
    void send();
  }
};

const rowNote = (one: Exclude<Selection, { kind: 'account' }>): HTMLElement => {
  switch (one.kind) {
    case 'none':
      return node('div', { class: 'note' }, node('p', { class: 'quiet' }, say(here, 'selectRow')));
    case 'draft': {
      const { row, name } = one;
      const registering = once(async () => {
        act.disabled = true;
        showReport(await ask('registerDraft', row), registering);
        act.disabled = false;
        await poll();
      });
      const act = button(say(here, 'registerDraft'), registering, 'primary');
      act.disabled = name.trim() === '';
      return node(
        'div',
        { class: 'note' },
        node('h2', { class: 'name' }, name || say(here, 'noName')),
        node('p', {}, say(here, name.trim() === '' ? 'draftNameless' : 'draftNote', { row })),
        node(
          'div',
          { class: 'buttons' },
          act,
          button(say(here, 'lookFirst'), () => box.search(name)),
        ),
      );
    }
    case 'copied': {
      const { row, name } = one;
      const settle = async (how: 'draft' | 'remove'): Promise<void> => {
        const answer = await ask('settleCopy', row, how);
        if ('trouble' in answer)
          fill(
            report,
            troubleView(here, answer.trouble, () => settle(how)),
          );
        else await poll();
      };
      return node(
        'div',
        { class: 'note' },
        node('h2', { class: 'name' }, name),
        node('p', { class: 'warning' }, say(here, 'copiedNote', { row })),
        node(
          'div',
          { class: 'buttons' },
          button(say(here, 'copyToDraft'), () => settle('draft')),
          button(say(here, 'copyRemove'), () => settle('remove')),
        ),
      );
    }
    case 'torn':
      return node(
        'div',
        { class: 'note' },
        node('p', { class: 'warning' }, say(here, 'tornNote', { row: one.row })),
        node(
          'ol',
          {},
          ...(['tornUndo', 'tornHistory', 'tornRefresh'] as const).map((key) =>
            node('li', {}, say(here, key)),
          ),
        ),
      );
    default:
      return one satisfies never;
  }
};

const follow = (): void => {
  if (selection.kind === 'account') showAccount(selection.id, selection.name);
  else {
    leavePane();
    put(rowNote(selection));
  }
};

const followed = (now: Selection): void => {
  selection = now;
  const key = keyOf(now);
  if (key !== seen) {
    seen = key;
    versionAsked = 0;
    if (pane?.isInUse() && !(now.kind === 'account' && now.id === pane.id)) {
      const name = now.kind === 'account' ? now.name : say(here, 'anotherRow');
      fill(
        elsewhere,
        node('p', {}, say(here, 'selectionMoved', { name })),
        button(say(here, 'showThat'), follow),
      );
      elsewhere.hidden = false;
    } else follow();
    return;
  }
  if (now.kind !== 'account' || pane?.id !== now.id) return;
  // A row may lag behind: each version is asked for once.
  if (now.version > pane.version() && pane.version() > 0 && now.version !== versionAsked) {
    versionAsked = now.version;
    void pane.refresh();
  }
};

let pause = EVERY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
const poll = once(async () => {
  clearTimeout(timer);
  const answer = await ask('sidebarState');
  if ('trouble' in answer) {
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    wire.textContent = of(here, answer.trouble.message);
  } else {
    pause = EVERY_MS;
    wire.textContent = '';
    followed(answer.told.selection);
    showUnsent(answer.told.unsent);
  }
  if (document.visibilityState === 'visible') timer = setTimeout(poll, pause);
});
document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  pause = EVERY_MS;
  if (document.visibilityState === 'visible') void poll();
});

const box = lookupBox(here, {
  choose: ({ id, name }) => goTo(id, name),
  register: (name) => (here.you !== null && !mayWrite(here.you) ? null : register(name)),
});

unsentBar.append(sendButton);
fill(room, box.element, wire, unsentBar, report, elsewhere, stage);
void poll();
