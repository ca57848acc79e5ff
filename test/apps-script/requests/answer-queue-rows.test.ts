/** A row that was sent back and then finished in a form says so at once, and only that row. */
import type { SendReport } from '../../../apps-script/script-api';
import { columnName } from '../../../emulator/workbook/a1';
import type { CommandRequest, CommandResult } from '../../../functions/contract/commands';
import { aContact, anOpportunity, byId } from '../../builders';
import { idOf, TODAY, usingSuite } from '../../suite';
import { type QueueSeat, queueSeats } from '../queue-seats';
import { resultValue } from '../sheet-scene';

const suite = usingSuite();
const { sit, store, write, tabOf, rowOf, columnOf, cell } = queueSeats(suite);

const DONE = `受付: ${TODAY}`;
const SENT_BACK = /^差し戻し: /;
const call = { kind: 'call', date: TODAY, with: '総務部' } as const;
const noAnswer = { type: 'recordCheck', result: 'noAnswer', activity: call } as const;

const type = ({ session }: QueueSeat, tab: string, key: string, row: number, value: string) =>
  session.edit(`'${tab}'!${columnName(columnOf(tab, key))}${row}`, [[value]]);
const refuse = async (seat: QueueSeat, refused: number): Promise<void> => {
  expect(resultValue<SendReport>(await seat.session.run('sendPending'))).toMatchObject({ refused });
};
let requests = 0;
/** As a form of the sidebar does. */
const give = async (
  { session }: QueueSeat,
  accountId: string,
  command: CommandRequest['command'],
  expectedVersion = 1,
): Promise<number[]> => {
  requests += 1;
  const request = { requestId: `answered-${requests}`, accountId, expectedVersion, command };
  const answers = await session.run('sendCommands', [[request], 'sidebar']);
  return resultValue<readonly CommandResult[]>(answers).map(({ status }) => status);
};

test('the row of the account, on each of its tabs, and no row of another', async () => {
  await store('a_1', { due: '2026-06-22' });
  await store('a_2', { due: '2026-06-23' });
  await write();
  const rep = await sit('is');
  await type(rep, '今日', 'result', rowOf('今日', 'a_1'), '課題がなくなった');
  await type(rep, '今日', 'result', rowOf('今日', 'a_2'), '課題がなくなった');
  await refuse(rep, 2);
  const states = () =>
    [cell('今日', 'a_1', 'request'), cell('is', 'a_1', 'request'), cell('今日', 'a_2', 'request')] as const;
  for (const state of states()) expect(state).toMatch(SENT_BACK);
  // What is refused again, or is about something else, answers nothing.
  expect(await give(rep, 'a_1', { type: 'changeStatus', to: 'COLD', data: {} })).toEqual([422]);
  expect(await give(rep, 'a_1', { type: 'saveContact', contact: { name: '佐藤' } })).toEqual([200]);
  for (const state of states()) expect(state).toMatch(SENT_BACK);
  expect(await give(rep, 'a_1', noAnswer, 2)).toEqual([200]);
  expect(states()).toEqual([DONE, DONE, expect.stringMatching(SENT_BACK)]);
  await write();
  expect([cell('今日', 'a_1', 'result'), cell('今日', 'a_1', 'request')]).toEqual(['', DONE]);
});

test('a row that asks for data is answered by the data', async () => {
  await store('a_debt', { status: 'CURRENT_CLIENT', nextCheck: null, debts: ['EVIDENCE'] });
  await write();
  const rep = await sit('is');
  await type(rep, '今日', 'result', rowOf('今日', 'a_debt'), '対応済み');
  await refuse(rep, 1);
  expect(await give(rep, 'a_debt', { type: 'saveContact', contact: { name: '鈴木' } })).toEqual([200]);
  expect(cell('今日', 'a_debt', 'request')).toBe(DONE);
});

test('rows about parts of one account are told apart', async () => {
  const people = ['c000001', 'c000002'].map((id) => aContact({ id, name: id }));
  const deals = ['o000001', 'o000002'].map((id) => anOpportunity({ id, fsOwnerId: idOf('fs') }));
  await store('a_parts', {
    status: 'ACTIVE_OPPORTUNITY',
    nextCheck: null,
    contacts: byId(...people),
    opportunities: byId(...deals),
  });
  const manager = await sit('manager');
  // A commit lists the account for the tabs of its parts.
  await give(manager, 'a_parts', { type: 'editOpportunity', opportunityId: 'o000001', amount: 1 });
  await write();
  const partRow = (tab: string, part: string): number =>
    tabOf(tab).rows.findIndex((row) =>
      row.some((one) => one?.userEnteredValue?.stringValue?.includes(`a_parts @${part} `)),
    ) + 1;
  const stateOf = (tab: string, part: string): string =>
    tabOf(tab).rows[partRow(tab, part) - 1]?.[columnOf(tab, 'request')]?.userEnteredValue?.stringValue ?? '';
  const listed = [
    ['案件', 'opportunities.o000001', 'amount'],
    ['案件', 'opportunities.o000002', 'amount'],
    ['担当者', 'contacts.c000001', 'daysBetween'],
    ['担当者', 'contacts.c000002', 'daysBetween'],
  ] as const;
  for (const [tab, part, key] of listed) await type(manager, tab, key, partRow(tab, part), 'たぶん');
  await refuse(manager, 4);
  const states = () => listed.map(([tab, part]) => stateOf(tab, part).slice(0, 2));
  expect(states()).toEqual(['差し', '差し', '差し', '差し']);
  await give(manager, 'a_parts', { type: 'editOpportunity', opportunityId: 'o000002', amount: 5 }, 2);
  expect(states()).toEqual(['差し', '受付', '差し', '差し']);
  await give(manager, 'a_parts', { type: 'logActivity', activity: { ...call, contactId: 'c000001' } }, 3);
  expect(states()).toEqual(['差し', '受付', '差し', '差し']);
  await give(manager, 'a_parts', { type: 'saveContact', contact: { id: 'c000001', daysBetween: 7 } }, 4);
  expect(states()).toEqual(['差し', '受付', '受付', '差し']);
});
