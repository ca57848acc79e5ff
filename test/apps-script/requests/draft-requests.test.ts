/** Companies that are typed by hand into a new row. */
import type { SidebarState } from '../../../apps-script/script-api';
import { registerDraft, resultValue, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();

describe('a draft', () => {
  test('typed by hand, it is registered by the menu and gets an ID; the sidebar leaves it alone', async () => {
    const { sit, tab, suite, column, cell, freeRow } = sheet();
    const rep = await sit('is');
    const title = tab().properties.title;
    const row = freeRow();
    await rep.session.edit(`'${title}'!B${row}`, [['手打ち商事']]);
    await rep.session.edit(`'${title}'!B${row + 1}`, [['=1+1 商店']]);
    expect(tab().rows[row - 1]?.[column('requestState')]?.userEnteredValue).toEqual({
      stringValue: '未登録',
    });
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 0, waiting: 0 });
    await rep.session.choose('Hachi', '未送信の申請を送る');
    const { body } = await suite.call('is', 'lookup', { body: { name: '手打ち商事' } });
    const id = body.hits[0].row.id;
    expect(body.hits).toHaveLength(1);
    expect(cell(id, 'status')).toBe('コールド');
    expect(cell(id, 'requestState')).toBe('');
    // Again: nothing is registered twice.
    await rep.session.choose('Hachi', '未送信の申請を送る');
    expect((await suite.call('is', 'lookup', { body: { name: '手打ち商事' } })).body.hits).toHaveLength(1);
  });

  test('a message names what a draft lacks, and what was typed stays', async () => {
    const { sit, tab, column, freeRow } = sheet();
    const rep = await sit('is');
    const title = tab().properties.title;
    const row = freeRow() - 1;
    await rep.session.edit(`'${title}'!B${row + 1}`, [['不足工業', '', '', '四半期チェック']]);
    await rep.session.choose('Hachi', '未送信の申請を送る');
    const cells = tab().rows[row] ?? [];
    expect(cells[column('name')]?.note).toContain('新しいアカウントはコールド・ワーキング・現在の顧客');
    expect(cells[column('status')]?.userEnteredValue).toEqual({ stringValue: '四半期チェック' });
    await rep.session.edit(`'${title}'!E${row + 1}`, [['コールド']]);
    await registerDraft(rep, sheet(), row + 1);
    expect(tab().rows[row]?.[column('id')]?.userEnteredValue?.stringValue).toMatch(/^a_/);
  });

  test('two companies of one name are two accounts', async () => {
    const { sit, tab, suite, freeRow } = sheet();
    const rep = await sit('is');
    const row = freeRow();
    await rep.session.edit(
      `'${tab().properties.title}'!B${row}`,
      [['株式会社アシスト'], ['株式会社アシスト']],
      'pasted',
    );
    await rep.session.choose('Hachi', '未送信の申請を送る');
    expect((await suite.call('is', 'lookup', { body: { name: '株式会社アシスト' } })).body.hits).toHaveLength(
      2,
    );
  });

  test('the sidebar registers the draft that it shows, wherever that stands by now, and no other', async () => {
    const { sit, tab, suite, freeRow, change } = sheet();
    const rep = await sit('is');
    const { title, sheetId = 0 } = tab().properties;
    const row = freeRow();
    await rep.session.edit(`'${title}'!B${row}`, [['見えている商会'], ['隣の商会']], 'pasted');
    rep.session.select(`'${title}'!B${row}`);
    const shown = resultValue<SidebarState>(await rep.session.run('sidebarState')).selection;
    if (shown.kind !== 'draft') throw new Error(shown.kind);
    // Between the look and the click a row is inserted above: the neighbour's stands where the draft stood.
    await change(rep, {
      insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row } },
    });
    const click = () => rep.session.run('registerDraft', [shown.row, shown.name, shown.mark]);
    expect(resultValue(await click())).toMatchObject({ accepted: 1 });
    const found = async (name: string) =>
      (await suite.call('is', 'lookup', { body: { name } })).body.hits.length;
    expect([await found('見えている商会'), await found('隣の商会')]).toEqual([1, 0]);
    // Registered, it is no draft any more.
    expect(await click()).toMatchObject({ error: { code: 'ROW_MOVED' } });
    expect(await rep.session.run('registerDraft', [row + 2, '見えている商会', null])).toMatchObject({
      error: { code: 'ROW_MOVED' },
    });
    expect(await found('隣の商会')).toBe(0);
  });
});
