/** What people do to the register, its rows and its columns: nothing of it changes another account. */

import { aRegisterRequest } from '../../suite';
import { firstRow, registerClients, resultValue, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();
const sold = async (name: string) => firstRow(await registerClients(sheet(), name));

const tabName = (): string => sheet().tab().properties.title;

test('a torn row is frozen: a sort of some columns never changes an account', async () => {
  const { sit, type, cell, change, column, fromTheTop, layout, suite } = sheet();
  const rows = await registerClients(sheet(), '株式会社松', '株式会社竹');
  const [upper, lower] = fromTheTop(rows) as [string, string];
  const rep = await sit('is');
  const top = sheet().rowOf(upper);
  const sortOrder = String(cell(upper, 'name')) < String(cell(lower, 'name')) ? 'DESCENDING' : 'ASCENDING';
  await change(rep, {
    sortRange: {
      range: {
        sheetId: 8001,
        startRowIndex: top,
        endRowIndex: top + 2,
        startColumnIndex: 0,
        endColumnIndex: column('status'),
      },
      sortSpecs: [{ dimensionIndex: column('name'), sortOrder }],
    },
  });
  const before = await Promise.all([upper, lower].map(sheet().account));
  // Whatever way they were torn, both are told apart by their mirrors.
  await type(rep, upper, 'status', '6');
  const sent = await sendPending(rep);
  expect(sent).toMatchObject({ accepted: 0 });
  expect(await Promise.all([upper, lower].map(sheet().account))).toEqual(before);
  expect(await layout()).toMatchObject({ leftAlone: expect.any(Number) });
  expect((await suite.call('is', 'lookup', { body: { id: upper } })).body.hits[0].row.status).toBe('WORKING');
  expect(cell(upper, 'requestState')).toMatch(/^要確認/);
});

test('columns that were moved, renamed, hidden and inserted are found', async () => {
  const { sit, type, cell, change, column, layout } = sheet();
  const { id } = await sold('株式会社列');
  const rep = await sit('is');
  await change(
    rep,
    {
      insertDimension: {
        range: { sheetId: 8001, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
        inheritFromBefore: false,
      },
    },
    {
      moveDimension: {
        source: {
          sheetId: 8001,
          dimension: 'COLUMNS',
          startIndex: column('contact') + 1,
          endIndex: column('contact') + 2,
        },
        destinationIndex: 0,
      },
    },
  );
  const header = sheet().tab().properties.gridProperties.frozenRowCount ?? 2;
  await rep.session.edit(`'${tabName()}'!D${header}`, [['現在地']]);
  await type(rep, id, 'status', '6');
  expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
  await type(rep, id, 'contact', '山田様');
  expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
  expect([cell(id, 'status'), cell(id, 'contact')]).toEqual(['現在の顧客', '山田様']);
  await layout();
});

test("the team's own columns are never touched, formulas and all", async () => {
  const { sit, type, tab, rowOf, suite } = sheet();
  const { id } = await sold('株式会社自由');
  const rep = await sit('is');
  const width = tab().properties.gridProperties.columnCount;
  await sheet().change(rep, {
    appendDimension: { sheetId: 8001, dimension: 'COLUMNS', length: 1 },
  });
  const at = { sheetId: 8001, rowIndex: rowOf(id), columnIndex: width };
  suite.workbooks.batchUpdate(
    suite.sheets.registerId,
    [
      {
        updateCells: {
          start: at,
          rows: [{ values: [{ userEnteredValue: { formulaValue: '=1+2' }, note: '自分用' }] }],
          fields: 'userEnteredValue,note',
        },
      },
    ],
    'user',
  );
  const before = tab().rows[rowOf(id)]?.[width];
  await type(rep, id, 'status', '6');
  await sendPending(rep);
  await type(rep, id, 'status', 'コールド');
  expect(tab().rows[rowOf(id)]?.[width]).toEqual(before);
});

test('a deleted row is no deleted account: the next refresh brings it back', async () => {
  const { sit, change, rowOf, cell } = sheet();
  const { id } = await sold('株式会社復活');
  const rep = await sit('is');
  const startIndex = rowOf(id);
  await change(rep, {
    deleteDimension: { range: { sheetId: 8001, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } },
  });
  await rep.session.choose('Hachi', '台帳を最新に更新');
  expect(rep.toasts.join()).toContain('追加 1 行');
  expect(cell(id, 'name')).toBe('株式会社復活');
});

test('when many rows vanish at once nothing is written, and a message says so', async () => {
  const { sit, change, suite, tab } = sheet();
  await suite.submit('is', ...Array.from({ length: 20 }, (_, n) => aRegisterRequest(`株式会社群${n}`)));
  await sheet().layout();
  const rep = await sit('is');
  const before = tab();
  await change(rep, {
    deleteDimension: { range: { sheetId: 8001, dimension: 'ROWS', startIndex: 2, endIndex: 18 } },
  });
  const after = tab();
  await rep.session.choose('Hachi', '台帳を最新に更新');
  expect(rep.questions.join()).toContain('2割を超える');
  expect(tab()).toBe(after);
  suite.workbooks.change(suite.sheets.registerId, 'user', (draft) => {
    Object.assign(draft.edit(draft.grid(8001)), before);
  });
});

test('an empty register and a missing one have messages of their own', async () => {
  const { sit, suite, tab } = sheet();
  const rep = await sit('is');
  const kept = tab();
  suite.workbooks.batchUpdate(
    suite.sheets.registerId,
    [{ updateSheetProperties: { properties: { sheetId: 8001, title: '名簿' }, fields: 'title' } }],
    'user',
  );
  expect(await rep.session.run('sendPending')).toMatchObject({ value: { accepted: 0 } });
  suite.workbooks.batchUpdate(suite.sheets.registerId, [{ deleteSheet: { sheetId: 8001 } }], 'user');
  expect(await rep.session.run('sendPending')).toMatchObject({ error: { code: 'NO_REGISTER' } });
  await rep.session.choose('Hachi', 'ステータスを変更…');
  expect(rep.questions.join()).toContain('会社の行を選んで');
  await rep.session.choose('Hachi', '台帳を最新に更新');
  expect(tab().rows.length).toBeGreaterThan(3);
  expect(kept.properties.title).not.toBe('名簿');
});

test('a new account of a dialog gets a row at once, and the job finds it right', async () => {
  const { sit, cell, layout } = sheet();
  const rep = await sit('is');
  const wish = {
    requestId: 'a-new-account-1',
    accountId: null,
    expectedVersion: 0,
    command: { type: 'register', details: { name: '123 株式会社' }, status: 'COLD', data: {} },
  };
  const [fate] = resultValue<{ row: { id: string } }[]>(
    await rep.session.run('sendCommands', [[wish], 'menu']),
  );
  const id = fate?.row.id ?? '';
  expect(cell(id, 'name')).toBe('123 株式会社');
  // Twice is once.
  resultValue(await rep.session.run('sendCommands', [[wish], 'menu']));
  expect(await layout()).toMatchObject({ appended: 0, written: 0 });
});
