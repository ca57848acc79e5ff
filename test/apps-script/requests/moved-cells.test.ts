/** Some columns are sorted without the others: what stands in the cells then was typed by nobody, and for nobody. */
import { columnName } from '../../../emulator/workbook/a1';
import type { ColumnKey } from '../../../functions/domain/register/column-keys';
import { type Seat, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet({}, { isLarge: true });
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
  expect(await layout()).toMatchObject({ toCheck: 4, pending: 0 });
  for (const id of ids) expect(cell(id, 'requestState')).toBe('要確認');
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
  expect(await layout()).toMatchObject({ toCheck: 0, pending: 0 });
  expect(await layout()).toMatchObject({ calls: 0 });
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
  expect([cell(movedTo, 'contact'), cell(movedTo, 'requestState')]).toEqual(['鈴木様', '要確認']);
});

test('nor when people go on typing where it came from, and send that', async () => {
  const { layout, type, cell, account } = sheet();
  const ids = await nurtured('株式会社庚', '株式会社辛');
  const [source = '', movedTo = ''] = ids;
  await type(seat, source, 'awaitedCondition', '来期の予算');
  await sendPending(seat);
  await layout();
  await move(ids, 'awaitedCondition', ['', '来期の予算']);
  // Another edit of the row has it sent.
  await type(seat, movedTo, 'contact', '佐藤様');
  await type(seat, source, 'awaitedCondition', '役員の承認');
  await sendPending(seat);
  await runClock();
  await layout();
  await runClock();
  expect((await account(source)).awaitedCondition).toBe('役員の承認');
  expect(await account(movedTo)).toMatchObject({ awaitedCondition: null, contact: '佐藤様' });
  expect([cell(movedTo, 'awaitedCondition'), cell(movedTo, 'requestState')]).toEqual([
    '来期の予算',
    '要確認',
  ]);
  // Whoever types it there, means it.
  await type(seat, movedTo, 'awaitedCondition', '');
  await type(seat, movedTo, 'awaitedCondition', '来期の予算');
  await sendPending(seat);
  expect((await account(movedTo)).awaitedCondition).toBe('来期の予算');
});

test('nor when its account has taken it back because what was typed there was refused', async () => {
  const { layout, type, cell, account } = sheet();
  const ids = await nurtured('株式会社壬', '株式会社癸');
  const [source = '', movedTo = ''] = ids;
  const day = String((await account(movedTo)).nextCheck);
  await type(seat, source, 'nextCheck', '2026-07-15');
  await sendPending(seat);
  await layout();
  await move(ids, 'nextCheck', [day, '2026-07-15']);
  await type(seat, source, 'nextCheck', '不明');
  expect(cell(source, 'requestState')).toMatch(/^差し戻し/);
  await layout();
  await runClock();
  expect(cell(movedTo, 'requestState')).toBe('要確認');
  expect(await account(movedTo)).toMatchObject({ nextCheck: day });
});

/** Typed by a person at the sheet, in a row that is an account's or none's. */
const typeAt = (row: number, key: ColumnKey, value: string) => {
  const { tab, column } = sheet();
  return seat.session.edit(`'${tab().properties.title}'!${columnName(column(key))}${row}`, [[value]]);
};
const SOURCES: [string, [string, string], (account: string) => Promise<number>][] = [
  ['of no company', ['株式会社辰', '株式会社巳'], async () => sheet().freeRow()],
  [
    'of a company that is not registered yet',
    ['株式会社午', '株式会社未'],
    async () => {
      const row = sheet().freeRow();
      await typeAt(row, 'name', '下書き商事');
      return row;
    },
  ],
  [
    'whose ID was pasted and is not written yet',
    ['株式会社申', '株式会社酉'],
    async () => {
      const row = sheet().freeRow();
      await typeAt(row, 'id', 'a_0123456789abcdefghijklmno');
      return row;
    },
  ],
  [
    'whose version cell was typed over since',
    ['株式会社戌', '株式会社亥'],
    async (account) => sheet().rowOf(account) + 1,
  ],
];

test.each(SOURCES)('nor what was typed into a row %s', async (_, names, rowOfSource) => {
  const { layout, cell, account, rowOf } = sheet();
  const [source = '', movedTo = ''] = await nurtured(...names);
  const row = await rowOfSource(source);
  const contact = `${names[0]}の窓口`;
  await typeAt(row, 'contact', contact);
  await move([movedTo], 'contact', [contact]);
  await typeAt(row, 'contact', '');
  if (row === rowOf(source) + 1) await typeAt(row, 'mirror.version', '1');
  await layout();
  await runClock();
  await layout();
  await runClock();
  expect((await account(movedTo)).contact).toBeNull();
  expect([cell(movedTo, 'contact'), cell(movedTo, 'requestState')]).toEqual([contact, '要確認']);
  expect(await layout()).toMatchObject({ calls: 0 });
});

test('what a program writes is sent, also where somebody has typed the same into a row that still shows it', async () => {
  const { layout, type, account, freeRow } = sheet();
  const ids = await nurtured('株式会社子', '株式会社丑');
  const [typedInto = '', written = ''] = ids;
  await type(seat, typedInto, 'contact', '同姓様');
  await typeAt(freeRow(), 'contact', '同姓様');
  await move([written], 'contact', ['同姓様']);
  await layout();
  await runClock();
  for (const id of ids) expect((await account(id)).contact).toBe('同姓様');
});

test('what else was moved along with it is put right at once: the next refresh finds nothing to write', async () => {
  const { layout, cell } = sheet();
  const ids = await nurtured('株式会社寅', '株式会社卯');
  const [first = '', second = ''] = ids;
  for (const key of ['owner', 'statusSince'] as const) await move([second], key, ['']);
  await layout();
  expect(cell(second, 'statusSince')).toBe(cell(first, 'statusSince'));
  await runClock();
  await layout();
  expect(await layout()).toMatchObject({ calls: 0 });
});
