/** The sidebar: it follows the selection, sends what waits once, and keeps what is typed. */
import type { RefusedCell, SendReport, SidebarState as SheetState } from '../../../../apps-script/script-api';
import type { PaneMessage } from '../../../../apps-script/windows/account/pane-state';
import type { Effect } from '../../../../apps-script/windows/kit/step';
import { shownPane } from '../../../../apps-script/windows/sidebar/sidebar-panes';
import type {
  SidebarMessage,
  SidebarWindowState,
} from '../../../../apps-script/windows/sidebar/sidebar-state';
import { startSidebar, updateSidebar } from '../../../../apps-script/windows/sidebar/sidebar-update';
import { anAccount } from '../../../builders';
import { aLookupAnswer, anAccountView, offline } from '../window-scene';

const accounts = Object.fromEntries(
  ['a_1', 'a_2'].map((id) => [id, anAccount({ id, name: id, version: 4, status: 'WORKING', ownerId: 'is' })]),
);
const select = (id: string, version = 4): SheetState['selection'] => ({
  kind: 'account',
  id,
  name: id,
  status: 'WORKING',
  version,
  more: 0,
});
const report = (over: Partial<SendReport> = {}): SendReport => ({
  accepted: 1,
  refused: 0,
  waiting: 0,
  others: 0,
  missingData: null,
  refusals: [],
  message: { ja: '受付 1 件', en: '1 accepted' },
  ...over,
});

/** Everything that the script was asked for, by name. */
const calls = (effects: readonly Effect<SidebarMessage>[]): string[] =>
  effects.flatMap((effect) => (effect.kind === 'call' ? [effect.name] : []));

/** Answers readings of accounts at once, as the script would. */
const settle = ({
  state,
  effects,
}: {
  state: SidebarWindowState;
  effects: readonly Effect<SidebarMessage>[];
}): SidebarWindowState =>
  effects.reduce((now, effect) => {
    if (effect.kind !== 'call' || effect.name !== 'readAccount') return now;
    const account = accounts[String(effect.args[0])];
    if (account === undefined) throw new Error('no such account');
    return settle(updateSidebar(now, effect.reply({ value: anAccountView(account) })));
  }, state);

const update = (state: SidebarWindowState, ...messages: readonly SidebarMessage[]): SidebarWindowState =>
  messages.reduce((now, message) => settle(updateSidebar(now, message)), state);

const polled = (selection: SheetState['selection'], pending = 0): SidebarMessage => ({
  type: 'polled',
  result: { value: { selection, pending } },
});
const inPane = (id: string, message: PaneMessage): SidebarMessage => ({ type: 'pane', id, message });
const typing: readonly SidebarMessage[] = [
  inPane('a_1', { type: 'open', draft: { kind: 'form', name: { form: 'handOver' }, values: {} } }),
  inPane('a_1', {
    type: 'work',
    message: { kind: 'form', message: { type: 'entered', key: 'note', value: '次は見積' } },
  }),
];

const opened = startSidebar({ language: 'ja', tab: 'account', columns: [], column: 0 });
const first = update(opened.state, polled(select('a_1')));

test('it asks for the selection, and shows the account that is selected', () => {
  expect(calls(opened.effects)).toEqual(['sidebarState']);
  expect(shownPane(first)).toMatchObject({ id: 'a_1', accountView: { account: { version: 4 } } });
  expect(shownPane(update(first, polled(select('a_2'))))?.id).toBe('a_2');
});

test('the history of a cell begins with who changed what it shows', () => {
  const history = startSidebar({ language: 'ja', tab: 'history', columns: ['nextCheck'], column: 0 });
  const pane = shownPane(update(history.state, polled(select('a_1'))));
  expect([pane?.tab, pane?.changed]).toEqual(['history', 'nextCheck']);
});

test('what is typed keeps its account on the stage, and is there when that is selected again', () => {
  const moved = update(first, ...typing, polled(select('a_2')));
  expect([shownPane(moved)?.id, moved.elsewhere]).toEqual(['a_1', 'a_2']);
  const shown = update(moved, { type: 'showSelection' });
  expect([shownPane(shown)?.id, shown.elsewhere]).toEqual(['a_2', null]);
  const back = update(shown, polled(select('a_1')));
  expect(shownPane(back)?.work).toMatchObject({ state: { form: { entered: { note: '次は見積' } } } });
});

test('what was put aside gives way to the row that is selected next, and is kept', () => {
  const aside = update(first, ...typing, inPane('a_1', { type: 'leaveWork' }), polled(select('a_2')));
  expect([shownPane(aside)?.id, aside.elsewhere, Object.keys(aside.panes)]).toEqual([
    'a_2',
    null,
    ['a_1', 'a_2'],
  ]);
  const back = update(aside, { type: 'goTo', id: 'a_1', name: 'a_1' });
  expect(shownPane(back)?.work).toMatchObject({ state: { form: { entered: { note: '次は見積' } } } });
});

test('a pane without anything typed is not kept', () =>
  expect(Object.keys(update(first, polled(select('a_2'))).panes)).toEqual(['a_2']));

test('what was found goes with the row that is selected next, as that of a company that was registered from it', () => {
  const asked = update(
    first,
    { type: 'lookup', message: { type: 'typed', query: '物語' } },
    { type: 'lookup', message: { type: 'search' } },
  );
  const { serial } = asked.lookup.search;
  const found = update(asked, {
    type: 'lookup',
    message: { type: 'answered', serial, result: { value: aLookupAnswer() } },
  });
  const shown = ({ lookup }: SidebarWindowState) => lookup.search.shown.kind;
  expect(shown(update(found, polled(select('a_1', 5))))).toBe(shown(found));
  expect([shown(found), shown(update(found, polled(select('a_2'))))]).toEqual(['found', 'nothing']);
});

test('a search before any account was read asks who is there: what may be done with what it finds depends on it', () => {
  const search = { type: 'lookup', message: { type: 'search' } } as const;
  const typed = update(opened.state, { type: 'lookup', message: { type: 'typed', query: '物語' } });
  expect(calls(updateSidebar(typed, search).effects)).toContain('readTeam');
  const { you, members, today } = anAccountView(anAccount());
  const known = update(typed, { type: 'viewerRead', result: { value: { you, members, today } } });
  expect(known.viewer).toMatchObject({ you, channel: 'sidebar', language: 'ja' });
  expect(calls(updateSidebar(known, search).effects)).not.toContain('readTeam');
  expect(calls(updateSidebar(opened.state, { type: 'lookUpName', name: '物語' }).effects)).toContain(
    'readTeam',
  );
  expect(update(typed, { type: 'viewerRead', result: offline }).viewer.you).toBeNull();
});

test('a row with a newer version has the account read again, once for each version', () => {
  const newer = updateSidebar(first, polled(select('a_1', 5)));
  expect(calls(newer.effects)).toEqual(['readAccount']);
  expect(calls(updateSidebar(newer.state, polled(select('a_1', 5))).effects)).toEqual([]);
});

test('what waits is sent once by itself; what is left waits for the button', () => {
  const waiting = updateSidebar(first, polled(select('a_1'), 2));
  expect(calls(waiting.effects)).toEqual(['sendPending']);
  const sent = update(waiting.state, { type: 'sent', result: { value: report({ refused: 1 }) } });
  expect(sent.report).toMatchObject({ kind: 'sent', isComplete: false });
  expect(calls(updateSidebar(sent, polled(select('a_1'), 1)).effects)).toEqual([]);
  expect(calls(updateSidebar(sent, { type: 'send' }).effects)).toEqual(['sendPending']);
});

test('a second click while it sends does nothing', () => {
  const { state } = updateSidebar(first, { type: 'send' });
  expect(calls(updateSidebar(state, { type: 'send' }).effects)).toEqual([]);
});

test('a form for missing data opens in the pane of its account', () => {
  const missing = {
    row: { id: 'a_2', name: 'a_2', status: 'WORKING', version: 4 },
    key: 'status',
    retry: { form: 'changeStatus', to: 'DEAD_OPPORTUNITY', values: {} },
  };
  const refusedStep = update(first, {
    type: 'sent',
    result: { value: report({ missingData: missing as SendReport['missingData'] }) },
  });
  expect(shownPane(refusedStep)).toMatchObject({
    id: 'a_2',
    work: { kind: 'change', state: { to: 'DEAD_OPPORTUNITY' } },
  });
});

test('what a look-up found opens with the form in which it is called or handed over', () => {
  const choice = { id: 'a_2', name: 'a_2' };
  const found = update(first, { type: 'lookup', message: { type: 'choose', choice, form: 'handOver' } });
  expect(shownPane(found)).toMatchObject({ id: 'a_2', work: { kind: 'form', name: { form: 'handOver' } } });
  expect(shownPane(update(first, { type: 'lookup', message: { type: 'choose', choice } }))).toMatchObject({
    id: 'a_2',
    work: null,
  });
});

test('what came back is gone through one by one, each with the form that it needs', () => {
  const refused = (key: RefusedCell['key'], retry: RefusedCell['retry'] = null): RefusedCell => ({
    id: 'a_2',
    name: 'a_2',
    key,
    retry,
    words: { ja: '理由', en: 'why' },
  });
  const refusals = [
    refused('owner'),
    refused('status', { form: 'changeStatus', to: 'DEAD_OPPORTUNITY', values: {} }),
    refused('status'),
    refused('name'),
    refused('owners'),
    refused('result', { form: 'recordCheck', values: { result: 'noAnswer' } }),
    refused('due'),
  ];
  const sent = update(first, {
    type: 'sent',
    result: { value: report({ refused: refusals.length, refusals }) },
  });
  const workAfter = (one: RefusedCell) =>
    shownPane(update(sent, { type: 'openRefusal', refused: one }))?.work ?? null;
  expect(refusals.map(workAfter)).toMatchObject([
    { name: { form: 'handOver' } },
    { kind: 'change', state: { to: 'DEAD_OPPORTUNITY' } },
    null,
    { name: { form: 'details' } },
    { name: { form: 'handOver' } },
    { name: { form: 'recordCheck' }, state: { form: { entered: { result: 'noAnswer' } } } },
    null,
  ]);
  const [owner = refused('owner')] = refusals;
  const next = update(sent, { type: 'openRefusal', refused: owner });
  expect(next.report).toMatchObject({ refusals: refusals.slice(1) });
  expect(update(next, { type: 'closeReport' }).report).toBeNull();
  // One whose account has another form to be finished first keeps its place.
  const own = { ...owner, id: 'a_1', name: 'a_1' };
  const typedIn = update(first, ...typing);
  const told = update(typedIn, { type: 'sent', result: { value: report({ refused: 1, refusals: [own] }) } });
  expect(update(told, { type: 'openRefusal', refused: own }).report).toMatchObject({ refusals: [own] });
});

test('without an answer it waits twice as long, a minute at most', () => {
  const failed: SidebarMessage = { type: 'polled', result: offline };
  expect(update(first, failed).poll.pause).toBe(4000);
  expect(update(first, ...Array.from({ length: 9 }, () => failed)).poll.pause).toBe(60_000);
  expect(update(first, failed, polled(select('a_1')))).toMatchObject({
    connection: null,
    poll: { pause: 2000 },
  });
});

test('it asks less often the longer nothing changes, and soon again after a change', () => {
  const idle = (times: number) => Array.from({ length: times }, () => polled(select('a_1')));
  const pauses = [1, 2, 3, 20].map((times) => update(first, ...idle(times)).poll.pause);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses.at(-1)).toBe(5000);
  const quiet = update(first, ...idle(20));
  expect(update(quiet, polled(select('a_2'))).poll.pause).toBe(2000);
  expect(update(quiet, polled(select('a_1'), 1)).poll.pause).toBe(2000);
  expect(update(quiet, { type: 'visible', visible: true }).poll.pause).toBe(2000);
});

test('nobody asks while nobody looks', () => {
  const hidden = update(first, { type: 'visible', visible: false });
  expect(updateSidebar(hidden, polled(select('a_1'))).effects).toEqual([]);
  expect(calls(updateSidebar(hidden, { type: 'visible', visible: true }).effects)).toEqual(['sidebarState']);
});

test('the selection that going to a row makes is the one that is shown', () => {
  const went = update(first, { type: 'goTo', id: 'a_2', name: 'a_2' });
  const arrived = update(went, { type: 'wentTo', id: 'a_2', name: 'a_2', result: { value: true } });
  expect([shownPane(arrived)?.id, arrived.followed]).toEqual(['a_2', 'a_2']);
  const lost = update(went, { type: 'wentTo', id: 'a_2', name: 'a_2', result: { value: false } });
  expect(lost.report).toEqual({ kind: 'noRow', name: 'a_2' });
});

test('whatever is answered while the connection is said to be broken has it asked again at once', () => {
  const lost = update(first, { type: 'polled', result: offline });
  expect(lost.connection).not.toBeNull();
  const read: SidebarMessage = { type: 'wentTo', id: 'a_1', name: 'a_1', result: { value: true } };
  expect(calls(updateSidebar(lost, read).effects)).toEqual(['sidebarState']);
  expect(calls(updateSidebar(first, read).effects)).toEqual([]);
  const inside: SidebarMessage = {
    type: 'lookup',
    message: { type: 'answered', serial: 1, result: offline },
  };
  expect(calls(updateSidebar(lost, inside).effects)).toEqual([]);
  const account: SidebarMessage = {
    type: 'dayRead',
    result: { value: { date: '2026-07-01', sections: [], unread: 0, problems: [] } },
  };
  expect(calls(updateSidebar(lost, account).effects)).toEqual(['sidebarState']);
});

describe('the day', () => {
  const item = {
    accountId: 'a_2',
    company: 'a_2',
    status: 'WORKING',
    words: { ja: '連絡する', en: 'Call' },
    due: '2026-06-30',
    daysOver: 1,
    form: 'logContact',
  } as const;
  const answer = {
    date: '2026-07-01',
    sections: [{ part: 'overdue', label: { ja: '期限超過', en: 'Overdue' }, items: [item], left: 0 }],
    unread: 0,
    problems: [],
  };
  const openedDay = updateSidebar(first, { type: 'toggleDay' });
  const shown = update(openedDay.state, { type: 'dayRead', result: { value: answer } });

  test('is read when it is opened; what was read stays until the next answer', () => {
    expect(calls(openedDay.effects)).toEqual(['callFunction']);
    expect(shown.day).toEqual({ isOpen: true, isReading: false, answer, error: null });
    const closed = updateSidebar(shown, { type: 'toggleDay' });
    expect([closed.state.day.isOpen, calls(closed.effects)]).toEqual([false, []]);
    const again = updateSidebar(closed.state, { type: 'toggleDay' });
    expect([again.state.day.answer, calls(again.effects)]).toEqual([answer, ['callFunction']]);
  });

  test('an item opens its account and row, with the form in which it is done', () => {
    const without = updateSidebar(shown, { type: 'openDayItem', item, withForm: false });
    expect(calls(without.effects)).toEqual(['readAccount', 'goTo']);
    const done = update(shown, { type: 'openDayItem', item, withForm: true });
    expect(done.day.isOpen).toBe(false);
    expect(shownPane(done)).toMatchObject({
      id: 'a_2',
      work: { kind: 'form', name: { form: 'logContact' } },
    });
  });

  test('a hand-over is answered on the account, where its note and both answers stand: no form lies over them', () => {
    const handedOver = { ...item, form: 'answerHandOver' } as const;
    const done = update(shown, { type: 'openDayItem', item: handedOver, withForm: true });
    expect(shownPane(done)).toMatchObject({ id: 'a_2', work: null });
  });

  test('what was sent back leaves at once with whoever is done with it, and its section with the last one', () => {
    const sentBack = { id: 'x', key: 'nextCheck', retry: null } as const;
    const back = { ...item, form: null, sentBack };
    const other = { ...back, sentBack: { ...sentBack, id: 'y' } };
    const section = { part: 'sentBack', label: { ja: '差し戻し', en: 'Sent back' }, left: 0 };
    const sections = [{ ...section, items: [back, other] }, ...answer.sections];
    const read = update(openedDay.state, { type: 'dayRead', result: { value: { ...answer, sections } } });
    const one = updateSidebar(read, { type: 'forgetSentBack', items: [back] });
    expect(calls(one.effects)).toEqual(['callFunction']);
    expect(one.state.day.answer?.sections.map(({ items }) => items)).toEqual([[other], [item]]);
    const all = update(one.state, { type: 'forgetSentBack', items: [other] });
    expect(all.day.answer).toEqual(answer);
    const failed = update(all, { type: 'sentBackForgotten', result: offline });
    expect(failed.report).toMatchObject({ kind: 'error' });
  });

  test('without an answer it says why, and the pane goes on', () => {
    const failed = update(openedDay.state, { type: 'dayRead', result: offline });
    expect(failed.day).toMatchObject({ isReading: false, error: { code: 'OFFLINE' } });
    expect(shownPane(failed)?.id).toBe('a_1');
  });
});
