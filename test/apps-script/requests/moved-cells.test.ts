/** Some columns are sorted without the others: what stands in the cells then was typed by nobody, and for nobody. */
import type { ColumnKey } from '../../../functions/domain/register/column-keys';
import { type Seat, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();
let seat: Seat;

beforeAll(async () => {
  seat = await sheet().sit('is');
  await (await sheet().sit('manager')).session.run('setAutoSend', [true]);
});

/** Met accounts, which await something. */
const nurtured = async (...names: string[]): Promise<string[]> => {
  const { suite, layout } = sheet();
  const lines = names.map((name) => `${name},四半期チェック,2026-06-02,is\n`);
  const file = `会社名,ステータス,最終連絡日,担当者\n${lines.join('')}`;
  await suite.call('is', 'import', { file, query: { list: names.join() } });
  await layout();
  const { body } = await suite.call('is', 'accounts', { query: { status: 'QUARTERLY_CHECK' } });
  return names.map((name) => body.rows.find((row: { name: string }) => row.name === name).id);
};

/** As a sort of that column alone leaves it. */
const move = (ids: readonly string[], key: ColumnKey, values: readonly string[]) => {
  const { change, tab, rowOf, column } = sheet();
  return change(
    seat,
    ...ids.map((id, n) => ({
      updateCells: {
        start: { sheetId: tab().properties.sheetId, rowIndex: rowOf(id), columnIndex: column(key) },
        rows: [{ values: [{ userEnteredValue: { stringValue: values[n] ?? '' } }] }],
        fields: 'userEnteredValue',
      },
    })),
  );
};

const runClock = async (): Promise<void> => {
  const { suite, ran } = sheet();
  await suite.script.runTrigger(suite.script.triggers[0]?.id ?? '');
  expect(ran('onSchedule')[0]?.error).toBeNull();
};

test('no clock sends it, those rows are listed, and when the sort is undone, what was typed goes to its account', async () => {
  const { layout, type, cell, account } = sheet();
  const ids = await nurtured('株式会社甲', '株式会社乙', '株式会社丙', '株式会社丁');
  const [first = '', ...others] = ids;
  const conditions = async () => Promise.all(ids.map(async (id) => (await account(id)).awaitedCondition));
  for (const [n, id] of ids.entries()) await type(seat, id, 'awaitedCondition', `条件${n}`);
  await sendPending(seat);
  await type(seat, first, 'awaitedCondition', '新しい条件');

  const shown = ids.map((id) => String(cell(id, 'awaitedCondition')));
  await move(ids, 'awaitedCondition', [...shown.slice(1), ...shown.slice(0, 1)]);
  await runClock();
  expect(await layout()).toMatchObject({ toCheck: 3, pending: 1 });
  for (const id of others) expect(cell(id, 'requestState')).toBe('要確認');
  await sendPending(seat);
  await runClock();
  // Another cell of such a row is sent as ever.
  for (const id of others) await type(seat, id, 'contact', '山田様');
  await runClock();
  for (const id of others) expect((await account(id)).contact).toBe('山田様');
  expect(await conditions()).toEqual(['条件0', '条件1', '条件2', '条件3']);

  await move(ids, 'awaitedCondition', shown);
  await runClock();
  await layout();
  await runClock();
  expect(await conditions()).toEqual(['新しい条件', '条件1', '条件2', '条件3']);
  expect(await layout()).toMatchObject({ toCheck: 0, pending: 0, calls: 0 });
});

test('nor where the column was empty, and however long it waits', async () => {
  const { suite, layout, type, cell, account } = sheet();
  const ids = await nurtured('株式会社戊', '株式会社己');
  const [typedInto = '', movedTo = ''] = ids;
  await type(seat, typedInto, 'contact', '鈴木様');
  await move(ids, 'contact', ['', '鈴木様']);
  for (let hour = 1; hour <= 3; hour += 1) {
    suite.clock.set(new Date(suite.clock.now().getTime() + 3_600_000));
    await runClock();
    await layout();
    // The edits of the last one are kept in any case.
    await type(seat, typedInto, 'awaitedCondition', `条件${hour}`);
  }
  expect((await account(movedTo)).contact).toBeNull();
  expect([cell(movedTo, 'contact'), cell(movedTo, 'requestState')]).toEqual(['鈴木様', '未送信']);
});
