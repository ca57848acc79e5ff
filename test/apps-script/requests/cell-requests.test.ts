import type { RegisterRow } from '../../../functions/domain/register/row';
import { aCommandRequest, idOf, rowOf } from '../../suite';
import { firstRow, registerClients, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();

const sold = async (name: string): Promise<RegisterRow> => firstRow(await registerClients(sheet(), name));

describe('one cell', () => {
  test('waits, is sent, and stands as accepted', async () => {
    const { sit, type, cell, account } = sheet();
    const { id } = await sold('株式会社一');
    const rep = await sit('is');
    const [edited] = await type(rep, id, 'status', '現在の顧客');
    expect(edited).toMatchObject({ functionName: 'onEdit', error: null, fetches: 0 });
    expect(cell(id, 'requestState')).toBe('未送信');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0, waiting: 0 });
    expect(cell(id, 'requestState')).toBe('');
    expect(cell(id, 'status')).toBe('現在の顧客');
    expect(cell(id, 'mirror.status')).toBe('現在の顧客');
    expect(cell(id, 'mirror.version')).toBe((await account(id)).version);
    expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT' });
  });

  test.each(['既存', ' 現在の 顧客 ', 'current client', '６', 'CURRENT_CLIENT', '顧客'])(
    '"%s" is Current Client, too, and is then written as usual',
    async (spelling) => {
      const { sit, type, cell } = sheet();
      const { id } = await sold(`株式会社 ${spelling}`);
      const rep = await sit('is');
      await type(rep, id, 'status', spelling);
      expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
      expect(cell(id, 'status')).toBe('現在の顧客');
    },
  );

  test('a move that the matrix does not have goes back at once, on a phone, too', async () => {
    const { sit, type, cell, note, account } = sheet();
    const { id } = await sold('株式会社二');
    const rep = await sit('is');
    await type(rep, id, 'status', '現在の顧客');
    await sendPending(rep);
    const phone = await sit('is', { phone: true });
    const [edited] = await type(phone, id, 'status', 'コールド');
    expect(edited).toMatchObject({ error: null, fetches: 0 });
    expect(cell(id, 'status')).toBe('現在の顧客');
    expect(note(id, 'status')).toContain('このステータスへは変更できません。');
    expect(note(id, 'status')).toContain('移せるステータス: ワーキング');
    expect(cell(id, 'requestState')).toMatch(/^差し戻し: /);
    expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT' });
    // Accepted the next time, it takes its reason away.
    await type(rep, id, 'contact', '山田部長');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
    expect(cell(id, 'requestState')).toBe('');
  });

  test('cold on a met account: the functions say that met is for ever', async () => {
    const { sit, type, cell, note } = sheet();
    const { id } = await sold('株式会社三');
    const rep = await sit('is');
    await type(rep, id, 'status', 'コールド');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1, missingData: null });
    expect(cell(id, 'status')).toBe('ワーキング');
    expect(note(id, 'status')).toContain('一度でも商談した会社はコールドに戻せません。');
    expect(note(id, 'status')).toContain('いま移せるステータス');
    expect(cell(id, 'requestState')).toBe('差し戻し: 一度でも商談した会社はコールドに戻せません。');
    // Whoever looks at the cells, not at the sidebar, is told that something came back.
    expect(rep.toasts.join()).toContain('差し戻し 1 件');
    // An old reason says nothing of the value that waits now.
    await type(rep, id, 'status', '6');
    expect([note(id, 'status'), cell(id, 'requestState')]).toEqual(['', '未送信']);
    await sendPending(rep);
  });

  test('missing data brings the form', async () => {
    const { sit, type, cell, note, companies } = sheet();
    const { id } = firstRow(await companies('株式会社四'));
    const rep = await sit('is');
    await type(rep, id, 'status', 'ワーキング');
    expect(await sendPending(rep)).toMatchObject({
      accepted: 0,
      refused: 1,
      missingData: { row: { id, name: '株式会社四', status: 'COLD' }, retry: { to: 'WORKING' } },
    });
    expect(cell(id, 'status')).toBe('コールド');
    expect(note(id, 'status')).toContain('補うもの');
    // From the menu the form opens by itself.
    await type(rep, id, 'status', 'ワーキング');
    await rep.session.choose('Hachi', '未送信の申請を送る');
    expect(rep.dialogs).toEqual([expect.objectContaining({ kind: 'modal', title: 'ステータスを変更' })]);
    expect(rep.toasts.join()).toContain('差し戻し 1 件');
  });

  test.each([
    ['status', '', 'ステータスとして読めません'],
    ['status', '商談中かも', 'ステータスとして読めません'],
    ['status', 9, 'ステータスとして読めません'],
    ['status', true, 'ステータスとして読めません'],
    ['status', '=1/0', 'ステータスとして読めません'],
    ['nextCheck', '2026-02-30', 'この日付はありません'],
    ['nextCheck', '4/1', 'どの日か決められません'],
    ['nextCheck', 'そのうち', '日付として読めません'],
  ] as const)('%s = "%s" cannot be meant: %s', async (key, typed, why) => {
    const { sit, type, cell, note } = sheet();
    const { id } = await sold(`株式会社 ${key} ${typed}`);
    const before = cell(id, key);
    const rep = await sit('is');
    await type(rep, id, key, typed);
    expect(cell(id, key)).toBe(before);
    expect(note(id, key)).toContain(why);
    expect(cell(id, 'requestState')).not.toBe('未送信');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 0, waiting: 0 });
  });

  test.each([
    ['2026/8/3 25:30', ['2026-08-03', '2026-08-04']],
    ['8/3/26', ['2026-08-03']],
    ['9月末', ['2026-09-30']],
    ['来週月曜', ['2026-07-06']],
    ['2026/1/15', ['2027-01-15']],
  ])('the day "%s" goes back with those that it may mean: %j', async (typed, days) => {
    const { sit, type, cell, note } = sheet();
    const { id } = await sold(`株式会社日付 ${typed}`);
    const before = cell(id, 'nextCheck');
    const rep = await sit('is');
    await type(rep, id, 'nextCheck', typed);
    await sendPending(rep);
    expect(cell(id, 'nextCheck')).toBe(before);
    expect(cell(id, 'requestState')).toMatch(/^差し戻し/);
    for (const day of days) expect(note(id, 'nextCheck')).toContain(day);
  });

  test('a contact that was cleared comes back, with the reason; where there was none, nothing is asked for', async () => {
    const { sit, type, cell, note } = sheet();
    const { id } = await sold('株式会社窓口');
    const rep = await sit('is');
    await type(rep, id, 'contact', '');
    expect([cell(id, 'requestState'), note(id, 'contact')]).toEqual(['', '']);
    await type(rep, id, 'contact', '山田様');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
    await type(rep, id, 'contact', '');
    expect(cell(id, 'contact')).toBe('山田様');
    expect(note(id, 'contact')).toContain('窓口は空にできません');
    expect(cell(id, 'requestState')).toMatch(/^差し戻し: 窓口は空にできません/);
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 0, waiting: 0 });
  });

  test("the team's own note stays beside the reason", async () => {
    const { suite, sit, type, note, rowOf: rowAt, column } = sheet();
    const { id } = await sold('株式会社五');
    const rep = await sit('is');
    suite.workbooks.batchUpdate(
      suite.sheets.registerId,
      [
        {
          updateCells: {
            start: { sheetId: 8001, rowIndex: rowAt(id), columnIndex: column('status') },
            rows: [{ values: [{ note: '社長は鈴木さんの大学の先輩' }] }],
            fields: 'note',
          },
        },
      ],
      'user',
    );
    await type(rep, id, 'status', '?');
    expect(note(id, 'status')).toMatch(/^社長は鈴木さんの大学の先輩\n\n― Hachi ―\n/);
    await type(rep, id, 'status', '6');
    await sendPending(rep);
    expect(note(id, 'status')).toBe('社長は鈴木さんの大学の先輩');
  });

  test('Ctrl+Z after a write-back is a request again, and nothing plays ping-pong', async () => {
    const { sit, type, cell, ran } = sheet();
    const { id } = await sold('株式会社六');
    const rep = await sit('is');
    await type(rep, id, 'status', 'コールド');
    await sendPending(rep);
    const edits = ran('onEdit').length;
    await type(rep, id, 'status', 'コールド');
    expect(cell(id, 'requestState')).toBe('未送信');
    expect(await sendPending(rep)).toMatchObject({ refused: 1 });
    expect(cell(id, 'status')).toBe('ワーキング');
    expect(ran('onEdit').length).toBe(edits + 1);
  });

  test('typed back to what it was, nothing waits any more', async () => {
    const { sit, type, cell } = sheet();
    const { id } = await sold('株式会社七');
    const rep = await sit('is');
    await type(rep, id, 'status', '6');
    await type(rep, id, 'status', 'ワーキング');
    expect(cell(id, 'requestState')).toBe('');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 0 });
  });

  test('a viewer and a stranger change nothing', async () => {
    const { sit, type, cell, note } = sheet();
    const { id } = await sold('株式会社八');
    const viewer = await sit('viewer');
    await type(viewer, id, 'status', '6');
    expect(await sendPending(viewer)).toMatchObject({ refused: 1 });
    expect(note(id, 'status')).toContain('権限');
    expect(cell(id, 'status')).toBe('ワーキング');
    const stranger = await sit('stranger');
    await type(stranger, id, 'status', '6');
    expect(await stranger.session.run('sendPending')).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
    // It stays theirs: nobody else's sidebar sends it.
    expect(await sendPending(await sit('fs'))).toMatchObject({ accepted: 0, refused: 0, others: 1 });
    expect(cell(id, 'requestState')).toBe('未送信');
  });
});

describe('other editable cells', () => {
  test('owner, contact and condition, the next check by hand', async () => {
    const { suite, sit, type, cell, note, layout } = sheet();
    const { id, version } = await sold('株式会社九');
    const quarterly = rowOf(
      (
        await suite.submit(
          'is',
          aCommandRequest(
            {
              type: 'changeStatus',
              to: 'QUARTERLY_CHECK',
              data: {
                bant: { need: 'yes', budget: 'no' },
                awaitedCondition: '4月の予算編成',
                contact: { name: '山田部長' },
              },
            },
            { id, version },
          ),
        )
      )[0],
    );
    await layout();
    expect(quarterly.status).toBe('QUARTERLY_CHECK');
    const rep = await sit('is');
    await type(rep, id, 'nextCheck', '2026/9/24');
    await type(rep, id, 'awaitedCondition', '=IMPORTXML("http://x","//a")');
    await type(rep, id, 'contact', '鈴木課長');
    expect(await sendPending(rep)).toMatchObject({ accepted: 3, refused: 0 });
    const { body } = await suite.call('is', 'account', { query: { id } });
    expect(body.account).toMatchObject({
      nextCheck: { date: '2026-09-24', origin: 'customer' },
      awaitedCondition: '=IMPORTXML("http://x","//a")',
    });
    expect(cell(id, 'contact')).toBe('鈴木課長');
    expect(cell(id, 'mirror.awaitedCondition')).toBe('=IMPORTXML("http://x","//a")');
    // A Saturday is no day for a check; the next Monday is offered.
    await type(rep, id, 'nextCheck', '2026-09-26');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1 });
    expect(note(id, 'nextCheck')).toContain('営業日');
    // By name in any spacing; one that nobody has is refused at once.
    await type(rep, id, 'owner', 'ＩＳ２');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
    expect((await suite.call('is', 'account', { query: { id } })).body.account.ownerId).toBe(idOf('is2'));
    await type(rep, id, 'owner', '織田 信長');
    expect(note(id, 'owner')).toContain('在籍中のメンバー');
    expect(cell(id, 'owner')).toBe('is2');
  });

  test('a status with its data in the row is one request', async () => {
    const { suite, sit, paste, cell, layout } = sheet();
    const { id, version } = await sold('株式会社十');
    rowOf(
      (
        await suite.submit(
          'is',
          aCommandRequest({ type: 'setBant', bant: { need: 'yes', budget: 'no' } }, { id, version }),
        )
      )[0],
    );
    await layout();
    const rep = await sit('is');
    await paste(rep, id, 'status', [['4', '2026/9/24', 'is', '新年度の予算', '田中様']]);
    expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
    const { body } = await suite.call('is', 'account', { query: { id } });
    expect(body.account).toMatchObject({
      status: 'QUARTERLY_CHECK',
      awaitedCondition: '新年度の予算',
      nextCheck: { date: '2026-09-24' },
    });
    expect(cell(id, 'contact')).toBe('田中様');
    expect(cell(id, 'requestState')).toBe('');
  });
});
