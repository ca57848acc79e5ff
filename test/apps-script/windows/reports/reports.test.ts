/** The window of reports, on the very script and the real functions. */
import {
  type OpenReports,
  type ReportsState,
  reportNames,
  startReports,
  updateReports,
} from '../../../../apps-script/windows/reports/reports';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, type Who } from '../../../suite';
import { registerClients, usingSheet } from '../../sheet-scene';
import { runWindow } from '../../window-runner';

const sheet = usingSheet();
const openReports = async (who: Who) => runWindow(await sheet().sit(who), startReports('ja'), updateReports);
const opened = (state: ReportsState): OpenReports => {
  if (state.kind !== 'open') throw new Error(state.kind);
  return state;
};
const titles = (state: ReportsState, kind: 'history' | 'asOf' | 'moves' | 'contacts'): string[] =>
  opened(state).lists[kind].items.map(({ title }) => title);

test('the history is there at once, and is filtered by person, command and company', async () => {
  const [first] = await registerClients(sheet(), '株式会社履歴甲', '株式会社履歴乙');
  const window = await openReports('manager');
  expect(titles(window.state(), 'history')).toEqual(
    expect.arrayContaining(['株式会社履歴甲', '株式会社履歴乙']),
  );
  const askWith = async (fields: Partial<OpenReports['fields']>) => {
    const { fields: filled } = opened(await window.dispatch({ type: 'enter', fields }));
    const message = { type: 'ask' as const, fields: filled };
    return window.dispatch({ type: 'list', kind: 'history', message });
  };
  const ofOne = titles(await askWith({ account: first?.id ?? '' }), 'history');
  expect([...new Set(ofOne)]).toEqual(['株式会社履歴甲']);
  const none = opened(await askWith({ person: idOf('viewer') })).lists.history;
  expect(none).toMatchObject({ items: [], cursor: null, phase: { kind: 'ready' } });
  const odd = opened(await askWith({ person: '', from: '2026-07-01', to: '2026-06-01' })).lists.history;
  expect(odd.phase).toMatchObject({ kind: 'failed', error: { code: 'REQUEST_INVALID' } });
});

test('an entry of the history says its reason once', async () => {
  const { suite } = sheet();
  const [row] = (
    await suite.submit(
      'is',
      aRegisterRequest('株式会社理由', {
        status: 'WORKING',
        data: { action: { kind: 'call', date: '2026-06-30', with: '総務部' }, ownerId: idOf('is') },
      }),
    )
  ).map(rowOf);
  if (row === undefined) throw new Error('not registered');
  const reason = '半年つながらない';
  await suite.submit('is', aCommandRequest({ type: 'changeStatus', to: 'COLD', data: { reason } }, row));
  const { items } = opened((await openReports('manager')).state()).lists.history;
  const said = items
    .filter(({ title }) => title === '株式会社理由')
    .flatMap(({ lines }) => lines)
    .join('\n');
  expect(said.split(reason)).toHaveLength(2);
});

test('past register, moves and contacts are answered; a manager writes a tab, a rep gets a file', async () => {
  await registerClients(sheet(), '株式会社過去');
  const window = await openReports('manager');
  const { today } = opened(window.state());
  const ask = async (kind: 'asOf' | 'moves' | 'contacts', fields: Partial<OpenReports['fields']>) => {
    const { fields: filled } = opened(await window.dispatch({ type: 'enter', fields }));
    return window.dispatch({ type: 'list', kind, message: { type: 'ask', fields: filled } });
  };
  expect(titles(await ask('asOf', { day: today }), 'asOf')).toContain('株式会社過去');
  expect(titles(await ask('moves', { from: today, to: today }), 'moves')).toContain('株式会社過去');
  expect(opened(await ask('contacts', { contact: 'だれもいない' })).lists.contacts.items).toEqual([]);
  const asked = opened(await ask('contacts', { contact: ' ' })).lists.contacts;
  expect(asked).toMatchObject({ asked: null, phase: { kind: 'missing' } });
  const written = await window.dispatch({ type: 'list', kind: 'moves', message: { type: 'writeTab' } });
  expect(opened(written).lists.moves.tab).toMatchObject({ kind: 'written', tab: { more: false } });

  const rep = await openReports('is');
  expect(reportNames(opened(rep.state()).you)).toEqual(['history', 'asOf', 'moves', 'calendarLink']);
  const saved = await rep.dispatch({ type: 'list', kind: 'history', message: { type: 'saveFile' } });
  const { file, items } = opened(saved).lists.history;
  expect(file).toMatchObject({ isWhole: true, rows: items.length });
  expect(file?.text.split('\r\n')[0]).toContain('日時,会社名,変更の内容');
});

test('rates of bad fits; and a calendar link that is made, shown once, and revoked by a second press', async () => {
  const window = await openReports('manager');
  expect(opened(await window.dispatch({ type: 'choose', report: 'badFits' })).badFits.kind).toBe('read');
  await window.dispatch({ type: 'choose', report: 'calendarLink' });
  const press = (action: 'renew' | 'revoke') =>
    window.dispatch({ type: 'calendarLink', message: { type: 'press', action, memberId: null } });
  const made = opened(await press('renew')).calendarLink;
  expect(made).toMatchObject({
    url: expect.stringContaining('feed='),
    feeds: { own: { memberId: idOf('manager') } },
  });
  expect(opened(await press('renew')).calendarLink).toMatchObject({
    url: made.url,
    confirming: { action: 'renew' },
  });
  expect(opened(await press('revoke')).calendarLink.confirming).toMatchObject({ action: 'revoke' });
  expect(opened(await press('revoke')).calendarLink).toMatchObject({ url: null, feeds: { own: null } });
});
