import { aRegisterAccount, NOW, TEN_ACCOUNTS, usingRegisterScene } from './register-scene';

const scene = usingRegisterScene();

describe('requests that wait', () => {
  beforeEach(async () => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
  });

  test.each([
    ['status', '顧客', 'mirror.status', 'ワーキング'],
    ['status', '', 'mirror.status', 'ワーキング'],
    ['owner', 'is2', 'mirror.owner', 'is'],
    ['nextCheck', 46_300, 'mirror.nextCheck', ''],
    ['awaitedCondition', '=1+1', 'mirror.awaitedCondition', ''],
    ['contact', '田中', 'mirror.contact', ''],
  ])('%s typed as %p is kept, and marked once where the script has not', async (key, value, mirror, kept) => {
    scene().type('a_5', key, value);
    expect(await scene().run()).toMatchObject({ pending: 1, written: 1, toCheck: 0 });
    expect(await scene().run()).toMatchObject({ pending: 1, written: 0, calls: 0 });
    expect(scene().cell('a_5', key)).toBe(value);
    expect(scene().cell('a_5', mirror)).toBe(kept);
    expect(scene().cell('a_5', 'requestState')).toBe('未送信');
  });

  test('the account changes meanwhile: the rest is refreshed, the request keeps what it was based on', async () => {
    scene().type('a_5', 'status', '不適合');
    await scene().save(aRegisterAccount('a_5', { version: 2, status: 'COLD', ownerId: 'is2', name: '改名' }));
    expect(await scene().run()).toMatchObject({ pending: 1, written: 1 });
    const row = () =>
      'name owner mirror.owner status mirror.status mirror.version requestState'
        .split(' ')
        .map((key) => scene().cell('a_5', key));
    const version = expect.stringMatching(/^v2 status=1 status\+/);
    expect(row()).toEqual(['改名', 'is2', 'is2', '不適合', 'ワーキング', version, '未送信']);
    expect(await scene().run()).toMatchObject({ pending: 1, calls: 0 });
    // Given up by hand: the truth comes in, though the account has not changed since.
    scene().type('a_5', 'status', 'ワーキング');
    expect(await scene().run()).toMatchObject({ pending: 0, written: 1 });
    expect(row()).toEqual(['改名', 'is2', 'is2', 'コールド', 'コールド', 2, '']);
    expect(await scene().run()).toMatchObject({ read: 0, calls: 0 });
  });

  test('accepted, but the answer was lost: the mirror follows', async () => {
    scene().type('a_5', 'status', 'コールド');
    await scene().save(aRegisterAccount('a_5', { version: 2, status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ pending: 0, written: 1 });
    expect([scene().cell('a_5', 'mirror.status'), scene().cell('a_5', 'mirror.version')]).toEqual([
      'コールド',
      2,
    ]);
  });

  test.each([
    // Written: that the value is no other row's.
    ['未送信', '顧客', '未送信', 1],
    ['Not sent', '顧客', 'Not sent', 1],
    ['未送信: もう一度', '顧客', '未送信: もう一度', 1],
    ['差し戻し: 商談が必要です。', '顧客', '未送信', 1],
    ['要確認', '顧客', '未送信', 1],
    ['', '顧客', '未送信', 1],
    ['未送信', 'ワーキング', '', 1],
    ['Needs a look', 'ワーキング', '', 1],
    ['未登録', 'ワーキング', '', 1],
    ['差し戻し: 商談が必要です。', 'ワーキング', '差し戻し: 商談が必要です。', 0],
    ['自分のメモ', 'ワーキング', '自分のメモ', 0],
  ])('marked %p with %p in the cell: becomes %p', async (mark, status, becomes, written) => {
    scene().type('a_5', 'requestState', mark);
    scene().type('a_5', 'status', status);
    expect(await scene().run()).toMatchObject({ written });
    expect(scene().cell('a_5', 'requestState')).toBe(becomes);
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('what the accepted answer did not bring any more: the mark goes with the request', async () => {
    scene().type('a_5', 'status', 'コールド');
    scene().type('a_5', 'requestState', '未送信');
    await scene().save(aRegisterAccount('a_5', { version: 2, status: 'COLD' }));
    await scene().run();
    expect(scene().cell('a_5', 'requestState')).toBe('');
  });

  test('dropped on request: every cell shows the truth, and the marks go', async () => {
    scene().type('a_5', 'status', '不適合');
    scene().type('a_6', 'contact', '田中');
    scene().typeAt(12, scene().column('name'), '下書き商事');
    await scene().run();
    await scene().save(aRegisterAccount('a_5', { version: 2, status: 'COLD' }));
    await scene().run();
    expect(await scene().run(NOW, { discardRequests: true })).toMatchObject({
      pending: 0,
      written: 2,
      drafts: 1,
    });
    expect(
      ['status', 'mirror.status', 'mirror.version', 'requestState'].map((key) => scene().cell('a_5', key)),
    ).toEqual(['コールド', 'コールド', 2, '']);
    expect(['contact', 'requestState'].map((key) => scene().cell('a_6', key))).toEqual(['', '']);
    expect(scene().cellAt(12, 'requestState')).toBe('未登録');
    expect(await scene().run(NOW, { discardRequests: true })).toMatchObject({ calls: 0 });
  });
});

describe('names that slid to the rows of other accounts', () => {
  const NAMES = TEN_ACCOUNTS.map(({ name }) => name);

  /** As a sort of that column alone does, with one empty cell in it: each row has the name of the one above. */
  const slideNames = (): void => {
    for (const [at, { id }] of TEN_ACCOUNTS.entries())
      if (at > 0) scene().type(id, 'name', NAMES[at - 1] ?? '');
  };

  test.each<[string, readonly string[]]>([
    ['the mirrors are as they were written', []],
    ['the mirrors of the rows above were pasted over', ['mirror.id', 'mirror.name', 'mirror.version']],
    ['only the names in the mirrors were', ['mirror.name']],
    ['only the IDs in the mirrors were', ['mirror.id']],
  ])('are requests of nobody, also where %s', async (_, pasted) => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
    slideNames();
    for (const id of ['a_2', 'a_3', 'a_4'])
      for (const key of pasted) scene().type(id, key, String(scene().cell('a_0', key)));
    await scene().run();
    for (const { id } of TEN_ACCOUNTS.slice(1))
      expect([id, scene().cell(id, 'requestState')]).toEqual([id, '要確認']);
    expect(await scene().run()).toMatchObject({ pending: 0, calls: 0 });
  });
});
