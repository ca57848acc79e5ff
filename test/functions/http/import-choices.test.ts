/** Rows of a list that are likely a company of the register: nothing is merged or doubled before somebody has decided. */
import { corporateNumberOf } from '../../corporate-numbers';
import { aRegisterRequest, rowOf } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { csv, usingListSenders } from './send-lists';

const { suite, send, accounts, undo, batchOf } = usingListSenders();
const register = async (name: string, details: Record<string, unknown> = {}) =>
  rowOf((await suite().submit('is', aRegisterRequest('', { details: { name, ...details } })))[0]);
const names = async () => Object.keys(await accounts());
const decide = (list: string, ...rows: object[]) => suite().call('is', 'rows', { body: { list, rows } });

beforeAll(async () => {
  await register('日産自動車株式会社', { corporateNumber: corporateNumberOf(1) });
  await register('ローランド株式会社', { corporateNumber: corporateNumberOf(2), phone: '053-523-0230' });
  await register('シチズン時計株式会社', { kana: 'シチズントケイ' });
  await register('東洋株式会社', { kana: 'トウヨウ' });
  await register('有限会社山', {});
  await register('九州旅客鉄道株式会社', { domains: ['hachi-rail.co.jp'] });
  await register('株式会社NTTハチ', {});
});

test.each<[string, string, string[], string | null]>([
  ['the very same name', '会社名', ['日産自動車株式会社'], 'sameName'],
  ['without its form', '会社名', ['日産自動車'], 'otherSpelling'],
  ['an abbreviated form', '会社名', ['ローランド㈱'], 'sameName'],
  ['the form on the other side', '会社名', ['(株)シチズン時計'], 'otherSpelling'],
  ['half width', '会社名', ['ｼﾁｽﾞﾝ時計株式会社'], 'sameName'],
  ['its reading in place of the name', '会社名', ['シチズントケイ'], 'otherSpelling'],
  ['the same phone', '会社名,電話', ['ローランド株式会社,(053)523-0230'], 'sameFacts'],
  ['another phone', '会社名,電話', ['ローランド株式会社,03-1111-2222'], 'otherFacts'],
  ['a product of the list', '会社名,製品,利用開始日', ['日産自動車,Cloud,2025-04-01'], 'otherSpelling'],
  ['another company with the same reading', '会社名,カナ', ['東陽株式会社,トウヨウ'], null],
  ['another number', '会社名,法人番号', [`日産自動車株式会社,${corporateNumberOf(9)}`], null],
  ['another form', '会社名', ['山株式会社'], null],
  ['a branch', '会社名', ['日産自動車_大阪'], 'otherSpelling'],
  ['a bank', '会社名', ['ｼﾁｽﾞﾝﾄｹｲ(ｶ)ﾄｳｷﾖｳｼﾃﾝ'], 'otherSpelling'],
  ['half in kana', '会社名', ['シチズンとけい'], 'otherSpelling'],
  ['letters in kana', '会社名', ['エヌティティハチ'], 'otherSpelling'],
  [
    'letters in kana, with a number',
    '会社名,法人番号',
    [`エヌティティハチ,${corporateNumberOf(8)}`],
    'otherSpelling',
  ],
  ['a member of a group', '会社名', ['JR九州'], 'otherSpelling'],
  [
    'another name with its site',
    '会社名,URL',
    ['Kyushu Trains,https://www.Hachi-Rail.co.jp/en/'],
    'sameDomain',
  ],
  ['another site', '会社名,URL', ['Kyushu Trains,https://trains.co.jp/'], null],
  ['a name that is only like it', '会社名', ['シチズン'], null],
])('%s: dry and real, the row is asked about or is a new company', async (_, header, rows, group) => {
  const before = await names();
  for (const dryRun of [true, false]) {
    const { body } = await send(csv(header, ...rows), { list: `${header} ${rows}`.slice(0, 60), dryRun });
    expect([body.undecided[0]?.group ?? null, body.counts.created]).toEqual([group, group === null ? 1 : 0]);
    if (!dryRun && group === null) await undo(body.batch);
  }
  expect(await names()).toEqual(before);
});

test("an export of the register is known by its accounts' IDs, whatever their names are in it", async () => {
  const known = await accounts();
  const [roland, citizen] = ['ローランド株式会社', 'シチズン時計株式会社'].map((name) => known[name]);
  const file = csv(
    'アカウント ID,会社名,ステータス',
    `${roland.id},ローランド,コールド`,
    `${citizen.id},シチズン,コールド`,
    'a_aaaaaaaaaaaaaaaaaaaaaaaaaa,日産自動車,',
  );
  const { body } = await send(file, { list: '台帳', dryRun: true });
  expect(body).toMatchObject({ counts: { created: 0, unchanged: 2, undecided: 1 }, problemCount: 0 });
  const { body: leads } = await suite().call('is', 'leads', { file });
  expect(leads.rows.map(({ by }: { by: string }) => by)).toEqual(['listId', 'listId', 'name']);
});

test('a person decides by row, for this file and the next one', async () => {
  const file = csv('会社名,電話', '日産自動車,045-523-5523', 'ローランド,03-1111-2222', '新しい会社,');
  const { body } = await send(file, { list: '名刺' });
  expect(body).toMatchObject({ done: 3, next: null, counts: { created: 1, filled: 0, undecided: 2 } });
  expect(await batchOf(body.batch)).toMatchObject({ state: 'done', counts: { created: 1, undecided: 2 } });
  const [nissan, roland] = body.undecided;
  const answer = await decide(
    '名刺',
    { row: nissan.row, is: 'account', accountId: nissan.accounts[0].accountId },
    { row: roland.row, is: 'another' },
  );
  expect(answer.body).toEqual({ list: '名刺', decided: 2, decidedWords: 0 });
  const again = await send(file, { list: '名刺' });
  expect(again.body).toMatchObject({ counts: { created: 1, filled: 1, unchanged: 1, undecided: 0 } });
  const all = await accounts();
  expect(all.日産自動車株式会社).toMatchObject({ phone: '045-523-5523', sources: { 名刺: '' } });
  expect(all.ローランド).toMatchObject({ phone: '03-1111-2222' });
  // Another file of the list, with other rows before them.
  const next = csv('会社名,電話', '別の会社,', '日産自動車,045-523-5523', 'ローランド,03-1111-2222');
  expect((await send(next, { list: '名刺' })).body).toMatchObject({
    counts: { created: 1, unchanged: 2, undecided: 0 },
  });
  expect((await send(file, { list: '名刺' })).body.counts).toMatchObject({ unchanged: 3, undecided: 0 });
});

test('a decision is taken back, sent twice, and refused where it is none', async () => {
  const file = csv('会社名', 'シチズン時計');
  const [asked] = (await send(file, { list: '決定', dryRun: true })).body.undecided;
  const rehearse = async () => (await send(file, { list: '決定', dryRun: true })).body.counts;
  await Promise.all([1, 2].map(() => decide('決定', { row: asked.row, is: 'another' })));
  expect(await rehearse()).toMatchObject({ created: 1, undecided: 0 });
  await decide('決定', { row: asked.row, is: 'undecided' });
  expect(await rehearse()).toMatchObject({ created: 0, undecided: 1 });
  // An account that does not fit any more decides nothing.
  await decide('決定', { row: asked.row, is: 'account', accountId: 'a_gone' });
  expect(await rehearse()).toMatchObject({ created: 0, undecided: 1 });
  expect((await decide('決定', { row: 'x', is: 'another' })).status).toBe(400);
  expect(
    (
      await suite().call('viewer', 'rows', {
        body: { list: '決定', rows: [{ row: asked.row, is: 'another' }] },
      })
    ).status,
  ).toBe(403);
});

test('a rule decides a group, and nothing of which two accounts fit', async () => {
  await register('双子株式会社', { phone: '03-2222-0001' });
  await register('株式会社双子', { phone: '03-2222-0002' });
  const file = csv('会社名', '双子', '日産自動車株式会社', 'シチズン時計');
  const rehearse = async (rules: string) => (await send(file, { list: '規則', dryRun: true, rules })).body;
  expect((await rehearse('sameName:same')).undecided.map(({ name }: { name: string }) => name)).toEqual([
    '双子',
    'シチズン時計',
  ]);
  expect((await rehearse('sameName:same,otherSpelling:same')).undecided).toMatchObject([
    { name: '双子', accountCount: 2 },
  ]);
  expect((await rehearse('sameName:another,otherSpelling:another')).counts).toMatchObject({ created: 3 });
  expect((await send(file, { list: '規則', rules: 'sameName:perhaps' })).status).toBe(400);
});

test('what a rule has made of rows holds for the next file, is seen, can be decided anew, and goes with the import', async () => {
  await register('ツギ株式会社', { phone: '03-3333-0001' });
  const ruled = await register('株式会社規則通り', { phone: '03-3333-0002' });
  const list = '規則の次';
  const rows = ['規則通り,', 'ツギ,', '次二度株式会社,03-3333-0003', '次二度,', '所在地株式会社,'];
  await register('所在地株式会社', { address: '東京都港区芝1-1-1' });
  const first = csv('会社名,電話', ...rows);
  const next = `${first}\r\n`;
  const ask = async (file = next) => (await send(file, { list, dryRun: true })).body;
  expect((await ask()).undecidedCount).toBe(4);

  const rules = 'sameName:same,otherSpelling:same,twice:same';
  const { body } = await send(first, { list, rules });
  expect(body).toMatchObject({ counts: { created: 1, filled: 3, undecided: 0 }, decidedCount: 0 });
  const known = await ask();
  expect(known).toMatchObject({ counts: { created: 0, unchanged: 4, undecided: 0 }, decidedCount: 3 });
  // However the list writes them, its companies are still there.
  expect(known.changes.counts).toMatchObject({ gone: 0 });
  expect(known.decided).toMatchObject([
    { line: 2, name: '規則通り', is: 'account', accountId: ruled.id, accountName: '株式会社規則通り' },
    { line: 3, is: 'account', accountName: 'ツギ株式会社' },
    { line: 5, is: 'earlierRow', earlierLine: 4, accountId: null },
  ]);
  // A rule of the call comes before what an earlier one has made of the row.
  expect((await send(next, { list, dryRun: true, rules: 'otherSpelling:ask' })).body.undecidedCount).toBe(2);

  const [one, other] = known.decided;
  await decide(list, { row: one.row, is: 'undecided' });
  expect(await ask()).toMatchObject({ undecided: [{ row: one.row }], decidedCount: 2 });
  await decide(list, { row: one.row, is: 'another' });
  expect(await ask()).toMatchObject({ counts: { created: 1 }, undecidedCount: 0, decidedCount: 3 });

  await undo(body.batch);
  const after = await ask();
  expect(after).toMatchObject({ undecidedCount: 3, decided: [{ row: one.row, is: 'another' }] });
  expect(after.undecided.map(({ row }: { row: string }) => row)).toContain(other.row);
});

test('the same company twice in one file is told or asked about, and becomes one or two', async () => {
  const rows = ['株式会社二度,03-9999-0001', '(株)二度,03-9999-0001', '二度,', '二度株式会社,03-9999-0002'];
  const file = csv('会社名,電話', ...rows);
  const { body } = await send(file, { list: '二度', dryRun: true });
  expect(body).toMatchObject({
    total: 1,
    counts: { created: 1, undecided: 2 },
    notes: [{ line: 3, code: 'DUPLICATE_IN_FILE' }],
    undecided: [
      { line: 4, group: 'twice', earlierLine: 2 },
      { line: 5, group: 'twice', earlierLine: 2 },
    ],
  });
  expect((await send(file, { list: '二度', dryRun: true, rules: 'twice:same' })).body).toMatchObject({
    counts: { created: 1, undecided: 0 },
    noteCount: 3,
  });
  const asked = await send(file, { list: '二度別' });
  expect(await batchOf(asked.body.batch)).toMatchObject({ total: 1, twice: 2, counts: asked.body.counts });
  await undo(asked.body.batch);
  const [short, other] = body.undecided;
  await decide('二度', { row: short.row, is: 'earlierRow' }, { row: other.row, is: 'another' });
  expect((await send(file, { list: '二度' })).body.counts).toMatchObject({ created: 2, undecided: 0 });
  expect((await send(file, { list: '二度' })).body.counts).toMatchObject({ created: 0, unchanged: 2 });
});

test('a company that is no more is told where the register has it, and not registered where it has not', async () => {
  const closed = '2026-03-31,11,5070001000715';
  const file = csv(
    '法人番号,商号又は名称,登記記録の閉鎖等年月日,登記記録の閉鎖等の事由,承継先法人番号',
    `${corporateNumberOf(1)},日産自動車株式会社,${closed}`,
    `${corporateNumberOf(31)},無くなった会社,2026-03-31,01,`,
  );
  for (const dryRun of [true, false]) {
    const { body } = await send(file, { list: '法人番号の一覧', dryRun });
    expect(body).toMatchObject({
      counts: { created: 0, filled: 1, refused: 1 },
      notes: [
        {
          line: 2,
          code: 'COMPANY_CLOSED',
          detail: '日産自動車株式会社 2026-03-31 合併による解散等 → 5070001000715',
        },
      ],
      problems: [{ line: 3, code: 'CLOSED_NOT_REGISTERED' }],
    });
    if (dryRun) continue;
    const company = { name: '日産自動車株式会社', closure: '2026-03-31 合併による解散等 → 5070001000715' };
    expect(await batchOf(body.batch)).toMatchObject({ closed: [company], toCheck: true });
    await undo(body.batch);
    expect(await batchOf(body.batch)).toMatchObject({ toCheck: false });
  }
});

test('an equal number under another name is told', async () => {
  const { body } = await send(csv('会社名,法人番号', `別の名前,${corporateNumberOf(1)}`), {
    list: '番号',
    dryRun: true,
  });
  expect(body.notes).toMatchObject([
    { line: 2, code: 'NAME_IS_OTHER', detail: '別の名前 / 日産自動車株式会社' },
  ]);
});

describe('words of a list that say nothing by themselves', () => {
  const file = csv(
    '会社名,ステータス,担当者',
    '言葉一,休眠,営業一課',
    '言葉二,休眠,is',
    '言葉三,取引中,営業一課',
    '言葉四,Cold,',
  );
  const say = (words: object[]) => suite().call('is', 'rows', { body: { list: '言葉', words } });

  test('are listed once, and their rows left out until a person has said what they mean', async () => {
    const { body } = await send(file, { list: '言葉', dryRun: true });
    expect(body).toMatchObject({
      total: 1,
      problemCount: 3,
      words: [
        { kind: 'status', word: '休眠', line: 2, rows: 2, means: null },
        { kind: 'owner', word: '営業一課', rows: 2, means: null },
        { kind: 'status', word: '取引中', rows: 1, means: null },
      ],
      wordCount: 3,
    });
    const fs = body.members.find(({ name }: { name: string }) => name === 'fs');
    expect((await send(file, { list: '言葉' })).status).toBe(422);
    const some = await send(file, { list: '言葉', skipProblems: true });
    expect(some.body.counts).toMatchObject({ created: 1 });
    const saying = await say([
      { kind: 'status', word: '休 眠', is: 'status', status: 'DEAD_OPPORTUNITY' },
      { kind: 'status', word: '取引中', is: 'empty' },
      { kind: 'owner', word: '営業一課', is: 'member', memberId: fs.id },
    ]);
    expect(saying.body).toEqual({ list: '言葉', decided: 0, decidedWords: 3 });
    const all = await send(file, { list: '言葉' });
    expect(all.body).toMatchObject({ problemCount: 0, counts: { created: 3, unchanged: 1 } });
    expect(all.body.batch).not.toBe(some.body.batch);
    const { 言葉一, 言葉三 } = await accounts();
    expect([言葉一.status, 言葉一.ownerId, 言葉三.status]).toEqual(['DEAD_OPPORTUNITY', fs.id, 'COLD']);
  });
  test("are kept for the list's next file alone, and can be taken back", async () => {
    const next = csv('会社名,ステータス', '言葉五,休眠');
    const meansIn = async (list: string) => (await send(next, { list, dryRun: true })).body.words[0].means;
    expect([await meansIn('言葉'), await meansIn('ほかのリスト')]).toEqual(['DEAD_OPPORTUNITY', null]);
    await say([{ kind: 'status', word: '休眠', is: 'undecided' }]);
    expect(await meansIn('言葉')).toBeNull();
  });
  test.each<[string, object]>([
    ['a status for an owner', { kind: 'owner', word: 'x', is: 'status', status: 'COLD' }],
    ['no status', { kind: 'status', word: 'x', is: 'status', status: 'HOT' }],
    ['no word', { kind: 'status', word: '', is: 'empty' }],
  ])('%s is refused', async (_, word) => {
    expect((await say([word])).status).toBe(400);
  });
});

describe('the status of a list', () => {
  const listed = (status: string, more = ',') =>
    csv(
      '会社名,法人番号,ステータス,担当者,最終連絡日',
      `日産自動車株式会社,${corporateNumberOf(1)},${status},${more}`,
    );
  const statusOf = async () => (await accounts()).日産自動車株式会社.status;

  test('is shown where the account has another one, and kept', async () => {
    const { body } = await send(listed('現在の顧客'), { list: '状態' });
    expect(body.statuses).toMatchObject([{ line: 2, from: 'COLD', to: 'CURRENT_CLIENT', isApplied: false }]);
    expect(await statusOf()).toBe('COLD');
  });
  test('is applied where the rules allow it, with debts; refused by row where not', async () => {
    const { body } = await send(listed('四半期チェック'), { list: '状態', statuses: 'apply' });
    expect(body.problems).toMatchObject([{ line: 2, code: 'ROW_REFUSED' }]);
    expect(await statusOf()).toBe('COLD');
    const applied = await send(listed('ワーキング', 'is,2026-06-01'), { list: '状態', statuses: 'apply' });
    expect(applied.body).toMatchObject({ counts: { filled: 1 }, statuses: [{ isApplied: true }] });
    const working = (await accounts()).日産自動車株式会社;
    expect([working.status, working.debts]).toEqual(['WORKING', []]);
    await send(listed('現在の顧客'), { list: '状態', statuses: 'apply' });
    const client = (await accounts()).日産自動車株式会社;
    expect([client.status, client.debts]).toEqual(['CURRENT_CLIENT', ['EVIDENCE']]);
    // Once more, as it was sent.
    expect((await send(listed('現在の顧客'), { list: '状態', statuses: 'apply' })).body.counts).toMatchObject(
      {
        unchanged: 1,
      },
    );
  });
  test('a bad fit waits for its review', async () => {
    await send(csv('会社名,法人番号,ステータス', `ローランド株式会社,${corporateNumberOf(2)},不適合`), {
      list: '状態2',
      statuses: 'apply',
    });
    const { status, proposal, debts } = (await accounts()).ローランド株式会社;
    expect([status, proposal.inEffect, debts]).toEqual(['BAD_FIT', true, ['FIT']]);
  });
});

describe('columns of people and of needs', () => {
  const header =
    '会社名,ステータス,担当営業,担当者,部署,役職,メールアドレス,商談日,予算,ニーズ,待っている条件,失注日,失注理由,潜在課題,再訪日,備考';
  const file = csv(
    header,
    '人と課題一,四半期,is,佐藤 一郎,営業部,部長,sato@hito.example,2026/5/11,×,○,来期予算,,,,,紹介',
    '人と課題一,四半期,is,鈴木 二郎,総務部,,suzuki@hito.example,,,,,,,,,',
    '人と課題二,失注,is,田中,,,info@ni.example,2026/2/2,500万円,△,,2026/3/2,時期,在庫が合わない,2027/10/1,',
  );
  test('make a status whole: nothing is owed, and people and days are there', async () => {
    const { body } = await send(file, { list: '人と課題' });
    expect(body).toMatchObject({ problemCount: 0, counts: { created: 2, withDebts: 0 } });
    const codes = body.notes.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`);
    expect(codes).toEqual(['3 DUPLICATE_IN_FILE', '4 DATA_IN_NOTE', '4 DATA_IN_NOTE']);
    const { 人と課題一: waiting, 人と課題二: lost } = await accounts();
    expect(Object.values(waiting.contacts)).toMatchObject([
      { name: '佐藤 一郎', department: '営業部', title: '部長', email: 'sato@hito.example' },
      { name: '鈴木 二郎', department: '総務部', email: 'suzuki@hito.example' },
    ]);
    expect(waiting).toMatchObject({ everMet: true, awaitedCondition: '来期予算', debts: [] });
    expect(lost).toMatchObject({
      ...{ debts: [], latentNeed: '在庫が合わない' },
      lost: { on: '2026-03-02', reason: 'TIMING', revisitOn: '2027-10-01' },
    });
    const again = await send(file, { list: '人と課題' });
    expect(again.body.counts).toMatchObject({ created: 0, unchanged: 2 });
  });
  test('fill in what another list had not said, and are taken back with their batch', async () => {
    await send(csv('会社名,ステータス,担当営業', '人と課題三,四半期,is'), { list: '先の一覧' });
    const full = csv(header, '人と課題三,四半期,is,佐藤,,,,2026/5/11,×,○,来期予算,,,,,');
    const { body } = await send(full, { list: '後の一覧', rules: 'sameName:same' });
    expect(body.counts).toMatchObject({ filled: 1, withDebts: 1 });
    expect((await accounts()).人と課題三.debts).toEqual(['MET']);
    expect((await undo(body.batch)).body).toMatchObject({ undone: 1, refused: [] });
    const { debts, contacts } = (await accounts()).人と課題三;
    expect([debts, contacts]).toEqual([['MET', 'NEED'], {}]);
  });
});

test.each(['ja', 'en'] as const)(
  'the register as it is saved (%s) goes in again unasked, and changes nothing',
  async (language) => {
    const { version: expectedVersion } = (await suite().call('manager', 'settings')).body;
    await suite().call('manager', 'settings', { body: { expectedVersion, settings: { language } } });
    const { statusSince: date } = await register(`株式会社控え${language}`);
    const { body: saved } = await suite().call('is', 'asof', { query: { date, format: 'csv', limit: 1000 } });
    const before = await accounts();
    for (const dryRun of [true, false]) {
      const { body } = await send(saved, { list: '台帳の控え', dryRun });
      expect(body).toMatchObject({
        writtenBy: 'Hachi',
        mode: 'add',
        problemCount: 0,
        undecidedCount: 0,
        statusCount: 0,
      });
      expect(body.counts).toMatchObject({
        created: 0,
        filled: 0,
        unchanged: Object.keys(before).length,
        refused: 0,
      });
    }
    expect(await accounts()).toEqual(before);
  },
);

test('behind all that, every account is the fold of its history', () => expectConsistentStore(suite().db));
