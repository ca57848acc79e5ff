/** Edited cells of the queue as requests: from the edit to what the row says of it, and to the account. */
import type { SendReport, SidebarState } from '../../../apps-script/script-api';
import { QUEUE_ID } from '../../../emulator/suite';
import { columnName } from '../../../emulator/workbook/a1';
import type { DayItem } from '../../../functions/domain/digest/day-item';
import { aContact, anOpportunity, byId } from '../../builders';
import { aProposal } from '../../functions/domain/queue/queue-scene';
import { idOf, TODAY, usingSuite } from '../../suite';
import { startFaultyProxy } from '../faulty-proxy';
import { type QueueSeat, queueSeats } from '../queue-seats';
import { resultValue } from '../sheet-scene';

const suite = usingSuite();
const { sit, store, write, tabOf, rowOf, findRow, columnOf, cell } = queueSeats(suite);

const TAB = '今日';
const a1 = (title: string, id: string, key: string) =>
  `'${title}'!${columnName(columnOf(title, key))}${rowOf(title, id)}`;
const type = ({ session }: QueueSeat, id: string, key: string, value: string, title = TAB) =>
  session.edit(a1(title, id, key), [[value]]);
const send = async ({ session }: QueueSeat) => resultValue<SendReport>(await session.run('sendPending'));
const pending = async ({ session }: QueueSeat) =>
  resultValue<SidebarState>(await session.run('sidebarState')).pending;
const account = async (id: string) =>
  (await suite().call('manager', 'lookup', { body: { id } })).body.hits[0].row;
const late = { due: '2026-06-22' };

test('a result is marked, sent by its editor, answered in its row, and worked off', async () => {
  await store('a_1', late);
  await write();
  const [manager, rep] = [await sit('manager'), await sit('is')];
  await type(rep, 'a_1', 'result', '応答なし');
  expect(cell(TAB, 'a_1', 'request')).toBe('未送信');
  expect([await pending(rep), await pending(manager)]).toEqual([1, 0]);
  expect(await send(manager)).toMatchObject({ accepted: 0, others: 1 });
  expect(await account('a_1')).toMatchObject({ version: 1 });
  expect(await send(rep)).toMatchObject({ accepted: 1, refused: 0, others: 0 });
  expect(cell(TAB, 'a_1', 'request')).toBe(`受付: 応答なし (${TODAY})`);
  // Other tabs say so, too.
  expect(cell('is', 'a_1', 'request')).toBe(`受付: 応答なし (${TODAY})`);
  expect(await account('a_1')).toMatchObject({ version: 2 });
  expect([await pending(rep), (await send(rep)).accepted]).toEqual([0, 0]);
  await write();
  expect(cell(TAB, 'a_1', 'result')).toBe('');
  const latest = tabOf('活動').rows[3]?.map((one) => one?.userEnteredValue?.stringValue);
  expect(latest?.slice(1, 3)).toEqual(['株式会社a_1', '電話 (応答なし)']);
});

test('owner and due are requests, too; what is refused says why and stays, and is asked again with its note', async () => {
  await store('a_2', late);
  await store('a_3', { proposal: aProposal({ by: idOf('is') }) });
  await write();
  const manager = await sit('manager');
  await type(manager, 'a_2', 'owners', 'is2');
  await type(manager, 'a_2', 'due', '2026-08-02', 'is');
  await type(manager, 'a_3', 'result', '却下', '承認');
  expect(await send(manager)).toMatchObject({ accepted: 1, refused: 2 });
  expect((await account('a_2')).ownerId).toBe(idOf('is2'));
  expect(cell('is', 'a_2', 'request')).toMatch(/^差し戻し: 2026-08-02 \(2026-07-01\): /);
  expect(cell('承認', 'a_3', 'request')).toMatch(/^差し戻し: 却下 \(2026-07-01\): /);
  const { body } = await suite().call('manager', 'day');
  const [back] = body.sections.filter(({ part }: { part: string }) => part === 'sentBack');
  expect(back.items.map((one: DayItem) => one.sentBack?.key).sort()).toEqual(['due', 'result']);
  await write();
  expect(cell('承認', 'a_3', 'result')).toBe('却下');
  await type(manager, 'a_3', 'note', '来期に見直す', '承認');
  expect(cell('承認', 'a_3', 'request')).toBe('未送信');
  expect(await send(manager)).toMatchObject({ accepted: 1 });
  await write();
  expect(await account('a_3')).toMatchObject({ pending: null });
  // The note is that of the account, on whatever tab it was typed.
  expect(cell(TAB, 'a_3', 'note')).toBe('来期に見直す');
});

test('what is cleared, or taken back, asks for nothing; what was typed last counts', async () => {
  await store('a_4', late);
  await store('a_5', late);
  await write();
  const rep = await sit('is');
  await type(rep, 'a_4', 'result', '応答なし');
  await type(rep, 'a_4', 'result', '');
  await type(rep, 'a_5', 'result', '案件化');
  await type(rep, 'a_5', 'result', '応答なし');
  expect(await send(rep)).toMatchObject({ accepted: 1, refused: 0 });
  expect([cell(TAB, 'a_4', 'request'), (await account('a_4')).version]).toEqual(['', 1]);
  expect((await account('a_5')).version).toBe(2);
});

test('what is not sent survives the queue being written anew, in its row or, where the account left, at the end', async () => {
  await store('a_6', late);
  await store('a_7', late);
  await write();
  const rep = await sit('is');
  await type(rep, 'a_6', 'result', '応答なし');
  await type(rep, 'a_6', 'owners', 'is2');
  await type(rep, 'a_7', 'result', '応答なし');
  await store('a_7', { status: 'CURRENT_CLIENT', nextCheck: null });
  await write();
  await write();
  expect([cell(TAB, 'a_6', 'result'), cell(TAB, 'a_6', 'owners'), cell(TAB, 'a_6', 'request')]).toEqual([
    ...['応答なし', 'is2', '未送信'],
  ]);
  expect([cell(TAB, 'a_7', 'result'), cell(TAB, 'a_7', 'request')]).toEqual(['応答なし', '未送信']);
  // Its own tab is written anew between the edit and its mark: nothing of the edit is seen in it.
  await suite().workbooks.batchUpdate(
    QUEUE_ID,
    [
      {
        updateCells: {
          range: {
            sheetId: 8004,
            startRowIndex: rowOf(TAB, 'a_6') - 1,
            endRowIndex: rowOf(TAB, 'a_6'),
            startColumnIndex: columnOf(TAB, 'result'),
            endColumnIndex: columnOf(TAB, 'request') + 1,
          },
          fields: 'userEnteredValue',
        },
      },
    ],
    'api',
  );
  expect(await send(rep)).toMatchObject({ accepted: 2, refused: 1 });
  expect((await account('a_6')).ownerId).toBe(idOf('is2'));
  expect(cell(TAB, 'a_7', 'request')).toMatch(/^差し戻し: 応答なし \(2026-07-01\): /);
  await write();
  expect(findRow(TAB, 'a_7')).toBe(0);
});

test('rows that were torn by a sort act on no other company', async () => {
  await store('a_8', { due: '2026-06-08' });
  await store('a_9', { due: '2026-06-09' });
  await write();
  const rep = await sit('is');
  await type(rep, 'a_8', 'result', '応答なし');
  const rows = [rowOf(TAB, 'a_8'), rowOf(TAB, 'a_9')];
  // All that is visible changes places, what is hidden does not.
  const range = {
    sheetId: 8004,
    startRowIndex: Math.min(...rows) - 1,
    endRowIndex: Math.max(...rows),
    startColumnIndex: 0,
    endColumnIndex: columnOf(TAB, 'id'),
  };
  const order = cell(TAB, 'a_8', 'name') < cell(TAB, 'a_9', 'name') ? 'DESCENDING' : 'ASCENDING';
  await rep.session.change([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder: order }] } }]);
  expect(cell(TAB, 'a_9', 'result')).toBe('応答なし');
  await type(rep, 'a_8', 'result', '案件化');
  expect(cell(TAB, 'a_8', 'request')).toMatch(/^要確認: /);
  expect(await send(rep)).toMatchObject({ accepted: 1, refused: 0 });
  expect([(await account('a_8')).version, (await account('a_9')).version]).toEqual([2, 1]);
  await write();
  expect([cell(TAB, 'a_9', 'result'), cell(TAB, 'a_9', 'request')]).toEqual(['', '']);
});

test('the clock sends what is left in the name of its editor, with a rep’s rights', async () => {
  await store('a_10', late);
  await write();
  const [rep, manager] = [await sit('is'), await sit('manager')];
  await type(rep, 'a_10', 'result', '応答なし');
  resultValue(await manager.session.run('setAutoSend', [true]));
  const { queueScript } = suite();
  await queueScript.runTrigger(queueScript.triggers[0]?.id ?? '');
  expect(cell(TAB, 'a_10', 'request')).toBe(`受付: 応答なし (${TODAY})`);
  const { body } = await suite().call('manager', 'account', { query: { id: 'a_10' } });
  expect(body.history[0]).toMatchObject({ by: idOf('is'), sentBy: idOf('manager') });
});

test('an answer that was lost, the queue written anew meanwhile, and two windows that send at once: one effect', async () => {
  const wire = await startFaultyProxy(`http://127.0.0.1:${suite().port}`);
  suite().queueScript.setProperties({ FUNCTIONS_URL: wire.url });
  await store('a_11', late);
  await store('a_12', late);
  await write();
  const [rep, again] = [await sit('is'), await sit('is')];
  await type(rep, 'a_11', 'result', '応答なし');
  await type(again, 'a_12', 'result', '応答なし');
  wire.fates.push('lost');
  wire.onCall = write;
  const reports = await Promise.all([send(rep), send(again)]);
  expect(reports.map(({ accepted }) => accepted).sort()).toEqual([0, 2]);
  for (const id of ['a_11', 'a_12']) {
    expect((await account(id)).version).toBe(2);
    expect(cell(TAB, id, 'request')).toBe(`受付: 応答なし (${TODAY})`);
  }
  expect(await pending(rep)).toBe(0);
  suite().queueScript.setProperties({ FUNCTIONS_URL: `http://127.0.0.1:${suite().port}` });
  await wire.stop();
});

/** The cells of a tab whose rows are parts of accounts: of the part with that path, in that column. */
const cellsOf = (title: string) => {
  const rowOfPart = (part: string): number =>
    tabOf(title).rows.findIndex((row) =>
      row.some((one) => one?.userEnteredValue?.stringValue?.includes(` @${part} `)),
    ) + 1;
  return {
    at: (part: string, key: string) => `'${title}'!${columnName(columnOf(title, key))}${rowOfPart(part)}`,
    shown: (part: string, key: string) => {
      const value = tabOf(title).rows[rowOfPart(part) - 1]?.[columnOf(title, key)]?.userEnteredValue;
      return value?.stringValue ?? value?.numberValue;
    },
  };
};

test('opportunities are edited each in its row, several of one account at once, and closed in the form alone', async () => {
  const opportunities = byId(
    anOpportunity({ id: 'o000001', fsOwnerId: idOf('fs') }),
    anOpportunity({ id: 'o000002', product: 'Desk', fsOwnerId: idOf('fs') }),
  );
  await store('a_13', { status: 'ACTIVE_OPPORTUNITY', nextCheck: null, opportunities });
  await write();
  const [owner, other] = [await sit('fs'), await sit('is2')];
  const cells = cellsOf('案件');
  const at = (id: string, key: string) => cells.at(`opportunities.${id}`, key);
  const shown = (id: string, key: string) => cells.shown(`opportunities.${id}`, key);
  const opportunitiesNow = async () =>
    (await suite().call('fs', 'account', { query: { id: 'a_13' } })).body.account.opportunities;
  await owner.session.edit(at('o000001', 'amount'), [['120万']]);
  await owner.session.edit(at('o000002', 'probability'), [['70%']]);
  await owner.session.edit(at('o000002', 'expectedOn'), [['2026-09-30']]);
  expect(await pending(owner)).toBe(3);
  expect(await send(owner)).toMatchObject({ accepted: 3, refused: 0 });
  expect([shown('o000001', 'request'), shown('o000002', 'request')]).toEqual([
    `受付: 120万 (${TODAY})`,
    `受付: 70% (${TODAY})\n2026-09-30 (${TODAY})`,
  ]);
  // Another value, and the first one again, before the tab is written anew: what was typed last counts.
  for (const value of ['90万', '120万']) {
    await owner.session.edit(at('o000001', 'amount'), [[value]]);
    expect(await send(owner)).toMatchObject({ accepted: 1 });
  }
  expect(await opportunitiesNow()).toMatchObject({
    o000001: { amount: 1_200_000 },
    o000002: { probability: 70, expectedOn: '2026-09-30' },
  });
  // Of an account that has moved on since, and not theirs.
  await other.session.edit(at('o000001', 'amount'), [['1']]);
  await owner.session.edit(at('o000002', 'result'), [['受注']]);
  expect(await send(other)).toMatchObject({ accepted: 0, refused: 1 });
  expect(shown('o000001', 'request')).toMatch(/^差し戻し: 1 \(2026-07-01\): /);
  const closing = await send(owner);
  expect(closing.missingData).toMatchObject({
    row: { id: 'a_13' },
    retry: { form: 'closeOpportunity', id: 'o000002', values: { 'close.outcome': 'won' } },
  });
  // Not sent, it survives the tab being written anew, with the sort that somebody has given it.
  await owner.session.edit(at('o000002', 'nextStep'), [['見積の提出']]);
  await write();
  expect([shown('o000001', 'amount'), shown('o000002', 'nextStep'), shown('o000002', 'request')]).toEqual([
    ...[1_200_000, '見積の提出', '未送信'],
  ]);
  expect(await send(owner)).toMatchObject({ accepted: 1 });
  // Cleared, it is taken back.
  await owner.session.edit(at('o000002', 'probability'), [['']]);
  expect(await send(owner)).toMatchObject({ accepted: 1 });
  const { o000002 } = await opportunitiesNow();
  expect([o000002.handOverNote.nextStep, o000002.probability, o000002.state]).toEqual([
    ...['見積の提出', undefined, 'open'],
  ]);
});

test('two people edit two contacts of one account, and two cells of one: all is kept; another account’s is none', async () => {
  const contacts = byId(aContact({ id: 'c000001', name: '山田' }), aContact({ id: 'c000002', name: '佐藤' }));
  await store('a_14', { contacts });
  const command = { type: 'saveContact', contact: { id: 'c000002', department: '総務部' } };
  const changing = { requestId: 'contacts-1', accountId: 'a_14', expectedVersion: 1, command };
  await suite().call('is', 'commands', { body: { channel: 'sidebar', commands: [changing] } });
  await write();
  const { at, shown } = cellsOf('担当者');
  const [one, other] = [await sit('is'), await sit('is2')];
  await one.session.edit(at('contacts.c000001', 'phone'), [['03-0000-0000']]);
  await one.session.edit(at('contacts.c000001', 'doNotContact'), [['連絡不可']]);
  await other.session.edit(at('contacts.c000002', 'personState'), [['退職']]);
  await other.session.edit(at('contacts.c000001', 'title'), [['部長']]);
  await other.session.edit(at('contacts.c000002', 'daysBetween'), [['ときどき']]);
  expect(await send(one)).toMatchObject({ accepted: 2, refused: 0 });
  expect(await send(other)).toMatchObject({ accepted: 2, refused: 1 });
  expect(shown('contacts.c000002', 'request')).toMatch(/^差し戻し: ときどき \(2026-07-01\): /);
  const { body } = await suite().call('is', 'account', { query: { id: 'a_14' } });
  expect(body.account.contacts).toMatchObject({
    c000001: { phone: '03-0000-0000', doNotContact: true, title: '部長' },
    c000002: { state: 'left' },
  });
  await write();
  expect([shown('contacts.c000001', 'doNotContact'), shown('contacts.c000002', 'personState')]).toEqual([
    ...['連絡不可', '退職'],
  ]);
  const stolen = 'v1 QUARTERLY_CHECK a_13 @contacts.c000001 r=0 n=株式会社a_13';
  const edits = [{ basis: stolen, column: 'phone', value: '03', on: TODAY }];
  const refused = (await suite().call('is', 'queue-edits', { body: { edits } })).body;
  expect(refused.outcomes[0].refusal.code).toBe('CONTACT_UNKNOWN');
});
