/** What the script writes back into the register is what the functions answered, whatever format a person gave the columns. */
import { type ColumnKey, EDITABLE } from '../../../functions/domain/register/column-keys';
import { firstRow, registerClients, type Seat, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();

/** By hand, for all rows; null is Automatic. */
const setFormat = (seat: Seat, key: ColumnKey, type: string | null) => {
  const column = sheet().column(key);
  return sheet().change(seat, {
    repeatCell: {
      range: { sheetId: 8001, startColumnIndex: column, endColumnIndex: column + 1 },
      cell: type === null ? {} : { userEnteredFormat: { numberFormat: { type } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  });
};

const entered = (id: string, key: ColumnKey) => {
  const { tab, rowOf, column } = sheet();
  return tab().rows[rowOf(id)]?.[column(key)]?.userEnteredValue;
};

/** The row is written back: something else of it is accepted. */
const writeBack = async (seat: Seat, id: string): Promise<void> => {
  await sheet().type(seat, id, 'status', '現在の顧客 ');
  await sendPending(seat);
};

const TEXTS = ['=1+1', '＝1+1', '=HYPERLINK("http://x","y")', '+81 3', '2026/4/1', '007', "'quoted", 'TRUE'];

test.each(TEXTS)(
  'the stored text %j stays text in a column that somebody has set to Automatic',
  async (words) => {
    const { sit, type, account } = sheet();
    const { id } = await firstRow(await registerClients(sheet(), `株式会社${TEXTS.indexOf(words)}番`));
    const rep = await sit('is');
    await type(rep, id, 'contact', words);
    expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
    expect(await account(id)).toMatchObject({ contact: words });

    await setFormat(rep, 'contact', null);
    await writeBack(rep, id);
    expect(entered(id, 'contact')).toEqual({ stringValue: words });
    // Nothing of it is a request, also when everything is sent again.
    const before = await account(id);
    await sendPending(rep);
    expect(before).toMatchObject({ contact: words });
    expect(await account(id)).toEqual(before);
  },
);

test.each(['=1+1', '3M'])('the name %j stays as it is in a column of any format', async (name) => {
  const { sit } = sheet();
  const { id } = await firstRow(await registerClients(sheet(), name));
  const rep = await sit('is');
  for (const type of [null, 'TEXT', 'NUMBER']) {
    await setFormat(rep, 'name', type);
    await writeBack(rep, id);
    expect(entered(id, 'name')).toEqual({ stringValue: name });
  }
});

test('a name that begins as a day in English stays as it is in a spreadsheet of that locale', async () => {
  const { sit, change } = sheet();
  const name = 'May 5, 2026';
  const { id } = await firstRow(await registerClients(sheet(), name));
  const rep = await sit('is');
  const inLocale = (locale: string) =>
    change(rep, { updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' } });
  await inLocale('en_US');
  await setFormat(rep, 'mirror.name', null);
  await writeBack(rep, id);
  for (const key of ['name', 'mirror.name'] as const) expect(entered(id, key)).toEqual({ stringValue: name });
  await inLocale('ja_JP');
});

test('a date that somebody has typed into a column of texts stays one until it is sent', async () => {
  const { sit, type } = sheet();
  const rows = await registerClients(sheet(), '株式会社日付', '株式会社隣');
  const [one, other] = rows.map(({ id }) => id).sort((a, b) => sheet().rowOf(a) - sheet().rowOf(b));
  const rep = await sit('is');
  await setFormat(rep, 'contact', null);
  await type(rep, one ?? '', 'contact', '2026/4/1');
  const date = entered(one ?? '', 'contact');
  expect(date).toEqual({ numberValue: 46_113 });
  await type(rep, other ?? '', 'status', 'コールド');
  expect(entered(one ?? '', 'contact')).toEqual(date);
});

test('a table that somebody has made of the register keeps the format of its columns: texts stay texts', async () => {
  const { sit, type, change, column, account } = sheet();
  const { id } = await firstRow(await registerClients(sheet(), '株式会社表'));
  const rep = await sit('is');
  await setFormat(rep, 'contact', null);
  await change(
    rep,
    { clearBasicFilter: { sheetId: 8001 } },
    {
      addTable: {
        table: {
          range: {
            sheetId: 8001,
            startRowIndex: 1,
            endRowIndex: 100,
            startColumnIndex: 0,
            endColumnIndex: 26,
          },
          columnProperties: [{ columnIndex: column('contact'), columnType: 'TEXT' }],
        },
      },
    },
  );
  await type(rep, id, 'contact', "'007");
  await sendPending(rep);
  expect(entered(id, 'contact')).toEqual({ stringValue: '007' });
  expect(await account(id)).toMatchObject({ contact: '007' });
  expect(sheet().suite.script.executions.filter(({ error }) => error !== null)).toEqual([]);
});

test('no cell that people edit is written where nothing of it changes: somebody may have typed there meanwhile', async () => {
  const { suite, sit, type, tab, rowOf, column } = sheet();
  const { id } = await firstRow(await registerClients(sheet(), '株式会社同時'));
  const rep = await sit('is');
  const cells = () => {
    const row = tab().rows[rowOf(id)];
    return EDITABLE.map((key) => row?.[column(key)]);
  };
  const before = cells();
  // A cell that is written is another one, also where it says the same.
  const written = new Set<ColumnKey>();
  const stop = suite.workbooks.onChange(() => {
    for (const [n, cell] of cells().entries()) {
      const key = EDITABLE[n];
      if (key !== undefined && cell !== before[n]) written.add(key);
    }
  });
  await type(rep, id, 'contact', '山田様');
  expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
  stop();
  expect([...written]).toEqual(['contact']);
});
