/** The sheets get another language while people have typed into the queue: all is kept, offered in its cell, and understood. */
import type { SendReport } from '../../../apps-script/script-api';
import { columnName } from '../../../emulator/workbook/a1';
import { aContact, anOpportunity, byId } from '../../builders';
import { idOf, usingSuite } from '../../suite';
import { queueSeats } from '../queue-seats';
import { resultValue } from '../sheet-scene';

const suite = usingSuite();
const { sit, store, write, tabOf, rowOf, columnOf, cell } = queueSeats(suite);

const setLanguage = async (language: 'ja' | 'en'): Promise<void> => {
  const { version } = (await suite().call('manager', 'settings')).body;
  const body = { expectedVersion: version, settings: { language } };
  expect((await suite().call('manager', 'settings', { body })).status).toBe(200);
  await write();
};

test('what waits, was sent back, or is noted stays, is one of the choices of its cell, and is carried out', async () => {
  const contacts = byId(aContact({ id: 'c000001', name: '山田' }));
  const opportunities = byId(anOpportunity({ id: 'o000001', fsOwnerId: idOf('manager') }));
  await store('a_check', { due: '2026-06-22', contacts });
  await store('a_gone', { due: '2026-06-22' });
  await store('a_owner', { due: '2026-06-22' });
  await store('a_deal', { status: 'ACTIVE_OPPORTUNITY', nextCheck: null, opportunities });
  // Listed are the contacts of accounts that somebody has changed.
  const command = { type: 'saveContact', contact: { id: 'c000001', department: '総務部' } };
  const changing = { requestId: 'contacts-1', accountId: 'a_check', expectedVersion: 1, command };
  await suite().call('is', 'commands', { body: { channel: 'sidebar', commands: [changing] } });
  await write();
  const { session } = await sit('manager');
  const send = async () => resultValue<SendReport>(await session.run('sendPending'));
  const type = (tab: string, id: string, key: string, value: string) =>
    session.edit(`'${tab}'!${columnName(columnOf(tab, key))}${rowOf(tab, id)}`, [[value]]);
  await type('今日', 'a_gone', 'result', '課題がなくなった');
  expect(await send()).toMatchObject({ accepted: 0, refused: 1 });
  await type('今日', 'a_check', 'result', '応答なし');
  await type('今日', 'a_check', 'note', '来週また');
  await type('今日', 'a_owner', 'owners', 'is2');
  await type('担当者', 'a_check', 'personState', '退職');
  await type('案件', 'a_deal', 'probability', '60%');
  await setLanguage('en');

  const shown = [
    { tab: 'Today', id: 'a_gone', key: 'result', value: '課題がなくなった' },
    { tab: 'Today', id: 'a_check', key: 'result', value: '応答なし' },
    { tab: 'Contacts', id: 'a_check', key: 'personState', value: '退職' },
    { tab: 'Opportunities', id: 'a_deal', key: 'probability', value: '60%' },
  ];
  for (const { tab, id, key, value } of shown) {
    const { dataValidation } = tabOf(tab).rows[rowOf(tab, id) - 1]?.[columnOf(tab, key)] ?? {};
    expect([key, cell(tab, id, key)]).toEqual([key, value]);
    expect(dataValidation?.condition?.values).toContainEqual({ userEnteredValue: value });
  }
  expect(cell('Today', 'a_check', 'note')).toBe('来週また');
  expect(await send()).toMatchObject({ accepted: 4, refused: 0 });
  const { account } = (await suite().call('is', 'account', { query: { id: 'a_check' } })).body;
  expect(account.contacts.c000001.state).toBe('left');
  await write();
  expect([cell('Today', 'a_owner', 'owners'), cell('Contacts', 'a_check', 'personState')]).toEqual([
    ...['is2', 'Left'],
  ]);
  // What was sent back is asked for again in the words of either language.
  await type('Today', 'a_gone', 'result', 'No answer');
  expect(await send()).toMatchObject({ accepted: 1 });
});
