import { openSheets } from '../../../functions/sheets/client';
import { RegisterRefusedError } from '../../../functions/sheets/register-refusal';
import { SheetsError } from '../../../functions/sheets/retry';
import { acquireRegisterLease } from '../../../functions/store/register-state';
import { aContact, anActivity, anOpportunity, aProduct, byId, MEMBERS } from '../../builders';
import { countReads } from '../../count-reads';
import { eachFirestore } from '../../firestores';
import { saveTeam } from './queue-scene';
import {
  aRegisterAccount,
  NOW,
  openRegisterScene,
  REGISTER_BOOK,
  REGISTER_TAB_ID,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();
const TOMORROW = new Date('2026-07-01T22:00:00Z');
/** 2026-07-01 is 46204 in every spreadsheet program. */
const serial = (daysFromToday: number) => 46_204 + daysFromToday;
const range = (startIndex: number, endIndex: number, dimension = 'ROWS') => ({
  sheetId: REGISTER_TAB_ID,
  dimension,
  startIndex,
  endIndex,
});
const deleteRows = (from: number, to: number) =>
  scene().person({ deleteDimension: { range: range(from, to) } });
const refused = async (run: Promise<unknown>): Promise<RegisterRefusedError> => {
  const error = await run.then(
    () => new Error('The run went well.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof RegisterRefusedError) return error;
  throw error;
};
const writesOf = async (act: () => Promise<unknown>): Promise<number> => {
  const before = scene().api.counts().writes;
  await act();
  return scene().api.counts().writes - before;
};

eachFirestore('the register job', (db) => {
  test('new, changed, withdrawn accounts; twice writes nothing', async () => {
    await saveTeam(db());
    const here = await openRegisterScene(db());
    await here.save(...TEN_ACCOUNTS);
    expect(await here.run()).toMatchObject({ read: 10, appended: 10, calls: 1 });
    await here.save(
      aRegisterAccount('a_3', { name: '新名' }),
      aRegisterAccount('a_4', { withdrawn: true }),
      aRegisterAccount('a_new'),
    );
    expect(await here.run()).toMatchObject({ read: 3, written: 2, appended: 1, unchanged: 8, calls: 1 });
    expect(here.cell('a_3', 'name')).toBe('新名');
    expect(await here.run()).toMatchObject({ read: 0, written: 0, appended: 0, repaired: 0, calls: 0 });
    await here.stop();
  }, 60_000);
});

describe('what a row says', () => {
  const FULL = aRegisterAccount('a_full', {
    version: 7,
    name: '=IMPORTXML("https://example.com","//a")',
    status: 'QUARTERLY_CHECK',
    statusSince: '2026-06-01',
    ownerId: 'left',
    nextCheck: { date: '2026-06-29', origin: 'cadence', base: '2026-03-29' },
    awaitedCondition: '予算,\n"来期"',
    contacts: byId(aContact({ id: 'c000001', name: '鈴木' }), aContact({ id: 'c000002', name: '=山田' })),
    awaitedContactId: 'c000002',
    activities: byId(anActivity({ date: '2026-03-29', with: '総務部' })),
    opportunities: byId(anOpportunity()),
    products: byId(aProduct(), aProduct({ id: 'p000002', product: 'Desk', state: 'ended' })),
    debts: ['NEED', 'LOST'],
  });

  test('in Japanese', async () => {
    await scene().save(FULL);
    await scene().run();
    expect(
      Object.fromEntries(
        'name status owner nextCheck awaitedCondition contact lastContact lastContactWith statusSince daysInStatus daysSinceContact daysUntilCheck openOpportunities products pending debts requestState mirror.id mirror.version mirror.status mirror.nextCheck'
          .split(' ')
          .map((key) => [key, scene().cell('a_full', key)]),
      ),
    ).toEqual({
      name: '=IMPORTXML("https://example.com","//a")',
      status: '四半期チェック',
      owner: 'left(退職)',
      nextCheck: serial(-2),
      awaitedCondition: '予算,\n"来期"',
      contact: '=山田',
      lastContact: serial(-94),
      lastContactWith: '総務部',
      statusSince: serial(-30),
      daysInStatus: 30,
      daysSinceContact: 94,
      daysUntilCheck: -2,
      openOpportunities: 1,
      products: 'Cloud',
      pending: '',
      debts: '課題・条件・窓口, 失注理由',
      requestState: '',
      'mirror.id': 'a_full',
      'mirror.version': 7,
      'mirror.status': '四半期チェック',
      'mirror.nextCheck': serial(-2),
    });
  });

  test('names and conditions are text whatever they begin with, and the CSV can be read', async () => {
    await scene().save(FULL);
    await scene().run();
    const cells = scene()
      .tab()
      .rows.flatMap((row) => row.map((cell) => cell?.userEnteredValue ?? {}));
    expect(cells.filter((value) => 'formulaValue' in value)).toEqual([]);
    const [keys, labels, row] = scene().lines();
    expect(keys?.slice(0, 4)).toEqual(['id', 'name', 'status', 'owner']);
    expect(labels?.slice(1, 4)).toEqual(['会社名', 'ステータス', '担当']);
    expect(row?.slice(1, 7)).toEqual([
      `'=IMPORTXML("https://example.com","//a")`,
      '四半期チェック',
      'left(退職)',
      '2026-06-29',
      '予算,\n"来期"',
      "'=山田",
    ]);
  });

  test('in English, also when the team changes its language', async () => {
    await scene().save(FULL, aRegisterAccount('a_pending', { proposal: null, withdrawn: false }));
    await scene().run();
    await saveTeam(scene().db, { language: 'en' });
    // Another language is another version of the team.
    await scene().db.doc('team/team').update({ version: 2 });
    expect(await scene().run()).toMatchObject({ read: 2, written: 2, pending: 0 });
    expect(scene().cell('a_full', 'status')).toBe('Check Back Quarterly');
    expect(scene().cell('a_full', 'owner')).toBe('left (left)');
    expect(scene().lines()[1]?.slice(1, 4)).toEqual(['Company', 'Status', 'Owner']);
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('two members of one name are told apart, and a renamed one is renamed everywhere', async () => {
    const members = {
      ...MEMBERS,
      is: { ...MEMBERS.is, name: '佐藤' },
      is2: { ...MEMBERS.is2, name: '佐藤' },
    };
    const withSub = Object.fromEntries(
      Object.entries(members).map(([id, member]) => [id, { ...member, sub: null }]),
    );
    await scene().save(aRegisterAccount('a_1'), aRegisterAccount('a_2', { ownerId: 'fs' }));
    await scene().run();
    expect(scene().cell('a_1', 'owner')).toBe('is');
    await scene().db.doc('team/team').update({ version: 2, members: withSub });
    expect(await scene().run()).toMatchObject({ written: 1, unchanged: 1 });
    expect(scene().cell('a_1', 'owner')).toBe('佐藤 <is@example.jp>');
    expect(scene().cell('a_2', 'owner')).toBe('fs');
  });

  test('the days are counted anew each day, without reading an account', async () => {
    await scene().save(FULL, ...TEN_ACCOUNTS);
    await scene().run();
    expect(await scene().run(TOMORROW)).toMatchObject({ read: 0, written: 11, calls: 1 });
    expect(scene().cell('a_full', 'daysInStatus')).toBe(31);
    expect(scene().cell('a_full', 'daysUntilCheck')).toBe(-3);
    expect(await scene().run(TOMORROW)).toMatchObject({ calls: 0 });
  });

  test('a withdrawn account is marked where it stands, and not brought in', async () => {
    await scene().save(...TEN_ACCOUNTS, aRegisterAccount('a_never', { withdrawn: true }));
    expect(await scene().run()).toMatchObject({ appended: 10 });
    await scene().save(aRegisterAccount('a_0', { withdrawn: true }));
    await scene().run();
    expect(scene().cell('a_0', 'pending')).toBe('登録を取り消し済み');
    expect(() => scene().rowOf('a_never')).toThrow('no row');
  });
});

test("a new register begins with what somebody is at; from then on the order is the team's", async () => {
  await scene().save(
    aRegisterAccount('a_cold', { status: 'COLD' }),
    aRegisterAccount('a_later', {
      status: 'QUARTERLY_CHECK',
      nextCheck: { date: '2026-09-24', origin: 'cadence', base: '2026-06-24' },
    }),
    aRegisterAccount('a_client', { status: 'CURRENT_CLIENT' }),
    aRegisterAccount('a_soon', {
      status: 'QUARTERLY_CHECK',
      nextCheck: { date: '2026-07-02', origin: 'cadence', base: '2026-04-02' },
    }),
    aRegisterAccount('a_active', { status: 'ACTIVE_OPPORTUNITY' }),
  );
  await scene().run();
  const order = ['a_active', 'a_soon', 'a_later', 'a_client', 'a_cold'];
  const rows = () => order.map((id) => scene().rowOf(id));
  expect(rows()).toEqual([...rows()].sort((a, b) => a - b));
  await scene().save(aRegisterAccount('a_cold', { status: 'WORKING', version: 2 }));
  await scene().run();
  expect(rows()).toEqual([...rows()].sort((a, b) => a - b));
});

describe('rows wherever they stand', () => {
  beforeEach(async () => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
  });

  test('sorted: the right row is written, and the order stays', async () => {
    scene().person({
      sortRange: {
        range: { sheetId: REGISTER_TAB_ID, startRowIndex: 2 },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    });
    await scene().save(aRegisterAccount('a_3', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 1, leftAlone: 0 });
    expect(scene().cell('a_3', 'status')).toBe('コールド');
    expect(scene().rowOf('a_9')).toBe(2);
    expect(scene().rowOf('a_0')).toBe(11);
  });

  test('filtered and hidden rows are written, too; the filter stays', async () => {
    const filter = {
      range: { sheetId: REGISTER_TAB_ID, startRowIndex: 1 },
      criteria: { '2': { hiddenValues: ['ワーキング'] } },
    };
    scene().person(
      { setBasicFilter: { filter } },
      {
        updateDimensionProperties: {
          range: range(4, 8),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    );
    await scene().save(aRegisterAccount('a_3', { status: 'COLD' }), aRegisterAccount('a_new'));
    await scene().run();
    expect(scene().cell('a_3', 'status')).toBe('コールド');
    expect(scene().tab().basicFilter).toMatchObject(filter);
    expect(scene().rowOf('a_new')).toBe(12);
  });

  test('rows inserted, a draft typed below: both stay, and new accounts come behind', async () => {
    scene().person({ insertDimension: { range: range(5, 7), inheritFromBefore: true } });
    const name = scene().column('name');
    scene().typeAt(5, name, '下書き商事');
    scene().typeAt(14, name, '下書き工業');
    await scene().save(aRegisterAccount('a_9', { name: '改名' }), aRegisterAccount('a_new'));
    expect(await scene().run()).toMatchObject({ written: 1, appended: 1, drafts: 2 });
    expect(scene().lines()[5]?.[name]).toBe('下書き商事');
    expect(scene().cell('a_9', 'name')).toBe('改名');
    expect(scene().rowOf('a_new')).toBe(15);
  });

  test('a computed cell or a name that somebody typed over is put back', async () => {
    scene().type('a_2', 'daysInStatus', '長い');
    scene().type('a_2', 'name', '別の名前');
    expect(await scene().run()).toMatchObject({ read: 0, written: 1 });
    expect(scene().cell('a_2', 'daysInStatus')).toBe(121);
    expect(scene().cell('a_2', 'name')).toBe('会社 a_2');
  });

  test("cells of the team's own columns are never touched", async () => {
    const own = scene().tab().rows[0]?.length ?? 0;
    scene().person({ insertDimension: { range: range(3, 4, 'COLUMNS'), inheritFromBefore: true } });
    for (let row = 1; row < 12; row += 1) scene().typeAt(row, 3, `memo ${row}`);
    await scene().save(
      ...TEN_ACCOUNTS.map((account) => ({ ...account, name: `${account.name}!` })),
      aRegisterAccount('a_new'),
    );
    expect(await scene().run()).toMatchObject({ written: 10, appended: 1, repaired: expect.any(Number) });
    expect(
      scene()
        .lines()
        .map((line) => line[3]),
    ).toEqual(['', ...Array.from({ length: 11 }, (_, n) => `memo ${n + 1}`), '']);
    expect(scene().tab().rows[0]?.length).toBe(own + 1);
  });

  test('a row with the ID of another account, typed or copied, is left alone', async () => {
    const row = scene().tab().rows[4] ?? [];
    scene().person({
      updateCells: {
        start: { sheetId: REGISTER_TAB_ID, rowIndex: 12 },
        rows: [{ values: Array.from(row, (cell) => cell ?? {}) }],
        fields: 'userEnteredValue',
      },
    });
    await scene().save(aRegisterAccount('a_2', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 1, leftAlone: 1 });
    const status = scene().column('status');
    expect([4, 12].map((at) => scene().lines()[at]?.[status])).toEqual(['コールド', 'ワーキング']);
  });

  test('an ID typed over: the row is left alone, its account not brought in twice, and mended it is refreshed', async () => {
    const at = [scene().rowOf('a_2'), scene().column('id')] as const;
    scene().typeAt(...at, 'a_other');
    await scene().save(aRegisterAccount('a_2', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, leftAlone: 1 });
    scene().typeAt(...at, 'a_2');
    expect(await scene().run()).toMatchObject({ written: 1, leftAlone: 0 });
    expect(scene().cell('a_2', 'status')).toBe('コールド');
  });

  test('rows torn by a sort of the visible columns only are left alone, but for their marks', async () => {
    const torn = {
      range: {
        sheetId: REGISTER_TAB_ID,
        startRowIndex: 2,
        endRowIndex: 12,
        startColumnIndex: 1,
        endColumnIndex: 18,
      },
      sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
    };
    scene().person({ sortRange: torn });
    const marks = () => Array.from({ length: 10 }, (_, n) => scene().cell(`a_${n}`, 'requestState'));
    const unmarked = () =>
      scene()
        .lines()
        .map((line) => line.with(scene().column('requestState'), ''));
    const before = unmarked();
    await scene().save(aRegisterAccount('a_2', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, leftAlone: 10, toCheck: 10 });
    expect(unmarked().slice(2)).toEqual(before.slice(2));
    expect(marks()).toEqual(Array(10).fill('要確認'));
    expect(await scene().run()).toMatchObject({ leftAlone: 10, calls: 0 });
    scene().person({
      sortRange: { ...torn, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }] },
    });
    expect(await scene().run()).toMatchObject({ written: 10, leftAlone: 0, toCheck: 0 });
    expect(scene().cell('a_2', 'status')).toBe('コールド');
    expect(marks()).toEqual(Array(10).fill(''));
  });

  test('a typed ID that no account has', async () => {
    scene().typeAt(12, scene().column('id'), 'a_nobody');
    expect(await scene().run()).toMatchObject({ leftAlone: 1, appended: 0, written: 0 });
    expect(scene().cellAt(12, 'requestState')).toBe('要確認');
    expect(await scene().run()).toMatchObject({ leftAlone: 1, calls: 0 });
  });

  test('a typed ID of an account that has lost its row becomes its row', async () => {
    deleteRows(4, 5);
    scene().typeAt(11, scene().column('id'), 'a_2');
    await scene().run();
    expect(scene().rowOf('a_2')).toBe(11);
    expect(scene().cell('a_2', 'name')).toBe('会社 a_2');
  });
});

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
    expect(row()).toEqual(['改名', 'is2', 'is2', '不適合', 'ワーキング', 1, '未送信']);
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
    ['未送信', '顧客', '未送信', 0],
    ['Not sent', '顧客', 'Not sent', 0],
    ['未送信: もう一度', '顧客', '未送信: もう一度', 0],
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

describe('rows that are gone', () => {
  beforeEach(async () => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
  });

  test('two of ten: brought back', async () => {
    deleteRows(3, 5);
    expect(await scene().run()).toMatchObject({ appended: 2 });
    expect([scene().rowOf('a_1'), scene().rowOf('a_2')].sort()).toEqual([10, 11]);
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('one deleted by hand: back at the next run', async () => {
    deleteRows(5, 6);
    expect(await scene().run()).toMatchObject({ appended: 1, written: 0 });
    expect(scene().cell('a_3', 'status')).toBe('ワーキング');
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('of a hundred, twenty come back, twenty-one are an accident', async () => {
    await scene().save(...Array.from({ length: 100 }, (_, n) => aRegisterAccount(`a_${n}`)));
    await scene().run();
    deleteRows(2, 22);
    expect(await scene().run()).toMatchObject({ appended: 20 });
    deleteRows(2, 23);
    expect((await refused(scene().run())).refusal).toEqual({
      code: 'REGISTER_ROWS_VANISHED',
      before: 100,
      left: 79,
    });
  });

  test.each<[string, () => void]>([
    ['three of ten', () => deleteRows(3, 6)],
    ['all of them', () => deleteRows(2, 12)],
    [
      'every cell of the tab',
      () =>
        scene().person({ updateCells: { range: { sheetId: REGISTER_TAB_ID }, fields: 'userEnteredValue' } }),
    ],
  ])('%s: nothing is done, and said', async (_, destroy) => {
    const before = scene().workbooks.get(REGISTER_BOOK);
    destroy();
    const destroyed = scene().json();
    await scene().save(aRegisterAccount('a_new'));
    for (const _again of [1, 2]) {
      const { refusal } = await refused(scene().run());
      expect(refusal).toMatchObject({ code: 'REGISTER_ROWS_VANISHED', before: 10 });
      expect(scene().json()).toStrictEqual(destroyed);
    }
    // Undone: the run goes on where it was.
    const tab = before.tabs.find(({ properties }) => properties.sheetId === REGISTER_TAB_ID);
    const rows = (tab?.rows ?? []).slice(0, 12);
    scene().person({
      updateCells: {
        start: { sheetId: REGISTER_TAB_ID },
        rows: rows.map((row) => ({ values: Array.from(row, (cell) => cell ?? {}) })),
        fields: 'userEnteredValue',
      },
    });
    expect(await scene().run()).toMatchObject({ appended: 1, written: 0 });
  });

  test('the tab is gone: made again, whole', async () => {
    const before = scene().lines();
    scene().person({ deleteSheet: { sheetId: REGISTER_TAB_ID } });
    expect(await scene().run()).toMatchObject({ read: 10, appended: 10 });
    expect(scene().lines()).toEqual(before);
  });
});

describe('calls', () => {
  test('the same number of reads, and one write, for few accounts and for many', async () => {
    const counted = async () => {
      const before = scene().api.counts();
      await scene().run();
      const { reads, writes } = scene().api.counts();
      return { reads: reads - before.reads, writes: writes - before.writes };
    };
    await scene().save(...TEN_ACCOUNTS);
    expect(await counted()).toEqual({ reads: 1, writes: 1 });
    await scene().save(aRegisterAccount('a_1', { name: 'x' }));
    const few = await counted();
    expect(few).toEqual({ reads: 4, writes: 1 });
    await scene().save(...Array.from({ length: 600 }, (_, n) => aRegisterAccount(`a_${n}`, { name: 'y' })));
    expect(await counted()).toEqual(few);
    expect(await counted()).toEqual({ reads: 4, writes: 0 });
  }, 30_000);

  test('reads what changed, not the register', async () => {
    await scene().save(...Array.from({ length: 600 }, (_, n) => aRegisterAccount(`a_${n}`)));
    await scene().run();
    await scene().save(aRegisterAccount('a_7', { name: 'x' }));
    expect(await countReads(() => scene().run())).toBeLessThanOrEqual(8);
  }, 30_000);

  test('far more than one call takes: whole rows in each, and broken off it is completed', async () => {
    const long = '長'.repeat(2_000);
    await scene().save(
      ...Array.from({ length: 500 }, (_, n) =>
        aRegisterAccount(`a_${n}`, { status: 'QUARTERLY_CHECK', awaitedCondition: long }),
      ),
    );
    const api = scene().api;
    const first = api.holdNext('before', 'write');
    const run = scene().run();
    await first.reached;
    const second = api.holdNext('before', 'write');
    first.release();
    await second.reached;
    second.drop();
    // Sent again after a lost connection, it fails for good.
    api.failNext({ status: 403, only: 'write' });
    await expect(run).rejects.toThrow(SheetsError);
    const half = scene().lines().length - 2;
    expect(half).toBeLessThan(500);
    expect(half).toBeGreaterThan(0);
    const version = scene().column('mirror.version');
    expect(
      scene()
        .lines()
        .slice(2)
        .map((line) => line[version]),
    ).toEqual(Array.from({ length: half }, () => '1'));
    expect(await scene().run()).toMatchObject({ appended: 500 - half, written: 0 });
    expect(scene().lines()).toHaveLength(502);
  }, 60_000);

  test('several at once: nobody appends twice', async () => {
    await scene().save(...TEN_ACCOUNTS);
    const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
    const deps = { wait: async () => wait() };
    const runs = await Promise.allSettled([
      scene().run(NOW, deps),
      scene().run(NOW, deps),
      scene().run(NOW, deps),
    ]);
    const appended = runs.map((run) => (run.status === 'fulfilled' ? run.value.appended : 0));
    expect(appended.reduce((sum, one) => sum + one, 0)).toBe(10);
    expect(scene().lines()).toHaveLength(12);
  });

  test('while another run is at it: waits, then says so; a run that is not heard of any more gives way', async () => {
    const turn = await acquireRegisterLease(scene().db, REGISTER_BOOK);
    expect((await refused(scene().run())).refusal).toEqual({ code: 'REGISTER_BUSY' });
    expect(scene().waits.reduce((sum, wait) => sum + wait, 0)).toBe(25_000);
    expect(await writesOf(async () => undefined)).toBe(0);
    const taken = await acquireRegisterLease(scene().db, REGISTER_BOOK, 0);
    expect(taken).not.toBeNull();
    expect(await turn?.renew()).toBe(false);
    await turn?.release({ cursor: null, teamVersion: 9, form: 9, rows: 9, again: [], stamp: 9 });
    expect(taken?.state.rows).toBe(0);
    await taken?.release();
    expect((await acquireRegisterLease(scene().db, REGISTER_BOOK))?.state).toEqual(taken?.state);
  });

  test('a failed run gives its turn back', async () => {
    await scene().save(...TEN_ACCOUNTS);
    scene().api.failNext({ status: 403, only: 'write' });
    await expect(scene().run()).rejects.toThrow(SheetsError);
    expect(await scene().run()).toMatchObject({ appended: 10 });
    expect(scene().waits).toEqual([]);
  });

  test.each([429, 503])('%i for a moment: written all the same', async (status) => {
    await scene().save(...TEN_ACCOUNTS);
    scene().api.failNext({ status, only: 'read' });
    scene().api.failNext({ status, only: 'write' });
    expect(await scene().run()).toMatchObject({ appended: 10 });
    expect(scene().waits).toEqual([1_000, 2_000]);
  });

  test.each(['before', 'after'] as const)(
    'the connection is lost %s the write: nothing twice',
    async (when) => {
      await scene().save(...TEN_ACCOUNTS);
      const hold = scene().api.holdNext(when, 'write');
      const run = scene().run();
      await hold.reached;
      hold.drop();
      await run;
      expect(scene().lines()).toHaveLength(12);
      expect(await scene().run()).toMatchObject({ calls: 0 });
    },
  );

  test('no such spreadsheet', async () => {
    const error = await scene()
      .run(NOW, { registerSheetId: 'nowhere', sheets: openSheets(scene().api.rootUrl) })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 404, spreadsheetId: 'nowhere', isAccessDenied: true });
  });
});
