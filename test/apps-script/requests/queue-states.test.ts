/** What became of edits on several tabs of the queue stands in their own rows, and in no row of another tab. */
import type { SendReport } from '../../../apps-script/script-api';
import { columnName } from '../../../emulator/workbook/a1';
import { aContact, byId } from '../../builders';
import { TODAY, usingSuite } from '../../suite';
import { queueSeats } from '../queue-seats';
import { resultValue } from '../sheet-scene';

const suite = usingSuite();
const { sit, store, write, tabOf, rowOf, columnOf } = queueSeats(suite);

test('rows of two tabs whose numbers follow one another are told apart', async () => {
  const people = ['c000001', 'c000002', 'c000003'].map((id) => aContact({ id, name: id }));
  await store('a_1', { due: '2026-06-22', contacts: byId(...people) });
  await store('a_2', { due: '2026-06-24' });
  const command = { type: 'saveContact', contact: { id: 'c000001', department: '総務部' } };
  const changing = { requestId: 'contacts-1', accountId: 'a_1', expectedVersion: 1, command };
  await suite().call('is', 'commands', { body: { channel: 'sidebar', commands: [changing] } });
  await write();
  const { session } = await sit('manager');
  const cellAt = (tab: string, key: string, row: number) =>
    tabOf(tab).rows[row - 1]?.[columnOf(tab, key)]?.userEnteredValue?.stringValue ?? '';
  const type = (tab: string, key: string, row: number, value: string) =>
    session.edit(`'${tab}'!${columnName(columnOf(tab, key))}${row}`, [[value]]);
  const listed = { today: rowOf('今日', 'a_1'), next: rowOf('今日', 'a_2'), person: 7 };
  expect(listed).toEqual({ today: 6, next: 7, person: 7 });
  expect(cellAt('担当者', 'person', listed.person)).toBe('c000003');
  await type('今日', 'result', listed.today, '応答なし');
  await type('担当者', 'phone', listed.person, '03-0000-0000');
  expect(resultValue<SendReport>(await session.run('sendPending'))).toMatchObject({ accepted: 2 });
  expect([
    cellAt('今日', 'request', listed.today),
    cellAt('今日', 'request', listed.next),
    cellAt('担当者', 'request', listed.person),
  ]).toEqual([`受付: 応答なし (${TODAY})`, '', `受付: 03-0000-0000 (${TODAY})`]);
});
