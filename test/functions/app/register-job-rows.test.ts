import { aContact, anActivity, anOpportunity, aProduct, byId, MEMBERS } from '../../builders';
import { saveTeam } from './queue-scene';
import { aRegisterAccount, HELP_TAB_ID, TEN_ACCOUNTS, usingRegisterScene } from './register-scene';

const scene = usingRegisterScene();
const TOMORROW = new Date('2026-07-01T22:00:00Z');
/** 2026-07-01 is 46204 in every spreadsheet program. */
const serial = (daysFromToday: number) => 46_204 + daysFromToday;

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
    expect(keys?.slice(0, 4)).toEqual(['id', 'name', 'requestState', 'quickEntry']);
    expect(labels?.slice(1, 4)).toEqual(['会社名', '申請の状態', 'ひとこと入力']);
    expect(row?.slice(1, 9)).toEqual([
      `'=IMPORTXML("https://example.com","//a")`,
      '',
      '',
      '四半期チェック',
      '2026-06-29',
      'left(退職)',
      '予算,\n"来期"',
      "'=山田",
    ]);
  });

  test('in English, also when the team changes its language', async () => {
    await scene().save(FULL, aRegisterAccount('a_pending', { proposal: null, withdrawn: false }));
    await scene().run();
    expect(scene().titles()).toEqual(expect.arrayContaining(['台帳', '要確認', 'ヘルプ']));
    // A tab that people have named keeps its name.
    const named = { sheetId: HELP_TAB_ID, title: '使い方' };
    scene().person({ updateSheetProperties: { properties: named, fields: 'title' } });
    await saveTeam(scene().db, { language: 'en' });
    // Another language is another version of the team.
    await scene().db.doc('team/team').update({ version: 2 });
    expect(await scene().run()).toMatchObject({ read: 2, written: 2, pending: 0 });
    expect(scene().cell('a_full', 'status')).toBe('Check Back Quarterly');
    expect(scene().cell('a_full', 'owner')).toBe('left (left)');
    expect(scene().lines()[1]?.slice(1, 4)).toEqual(['Company', 'Request', 'Quick entry']);
    expect(scene().titles()).toEqual(expect.arrayContaining(['Register', 'To check', '使い方']));
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

  test('an account that was taken back leaves the register, and is not brought in', async () => {
    await scene().save(...TEN_ACCOUNTS, aRegisterAccount('a_never', { withdrawn: true }));
    expect(await scene().run()).toMatchObject({ appended: 10 });
    await scene().save(aRegisterAccount('a_0', { withdrawn: true }));
    expect(await scene().run()).toMatchObject({ removed: 1, written: 0, unchanged: 9, toCheck: 0 });
    expect(() => scene().rowOf('a_0')).toThrow('no row');
    expect(() => scene().rowOf('a_never')).toThrow('no row');
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });
});
