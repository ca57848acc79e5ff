import type { Account } from '../../../../functions/domain/account/account';
import { parseLookupQuery } from '../../../../functions/domain/lookup/query';
import { rankHits } from '../../../../functions/domain/lookup/rank';
import { type LookupLinks, verdictOf } from '../../../../functions/domain/lookup/verdict';
import { anAccount, anActivity, aProduct, aSettings, byId, MEMBERS, TODAY } from '../../../builders';

const NONE: LookupLinks = { successors: [], parent: null };
const judge = (account: Account, typed = account.name, links = NONE, sharing: number | null = null) =>
  verdictOn([account], typed, links, sharing);

const verdictOn = (
  accounts: readonly Account[],
  typed: string,
  links = NONE,
  sharing: number | null = null,
) => {
  const asked = parseLookupQuery(typed);
  return verdictOf(rankHits(accounts, asked.question), links, asked, {
    today: TODAY,
    members: MEMBERS,
    settings: aSettings(),
    sharing,
  });
};

const client = anAccount({
  id: 'a_c',
  name: '株式会社ハチ',
  status: 'CURRENT_CLIENT',
  ownerId: 'is',
  products: byId(aProduct({ product: 'ハチ見積クラウド', since: '2024-04-01' })),
  activities: byId(anActivity({ date: '2026-05-12', with: '山田部長' })),
});

test('an existing customer', () => {
  expect(judge(client)).toMatchObject({
    kind: 'client',
    sure: 'likely',
    accountId: 'a_c',
    products: [{ product: 'ハチ見積クラウド', since: '2024-04-01' }],
    ownerName: 'is',
    lastContact: '2026-05-12',
    text: {
      ja: '既存のお客様です(会社名「株式会社ハチ」が一致): 株式会社ハチ、ハチ見積クラウド(2024-04-01から)、ステータス「現在の顧客」、担当 is、最終連絡 2026-05-12(山田部長)。',
      en: 'An existing customer (the name “株式会社ハチ” is the same): 株式会社ハチ; ハチ見積クラウド since 2024-04-01; status Current Client; owner is; last contact 2026-05-12 with 山田部長.',
    },
  });
});

test('a former customer', () => {
  const former = anAccount({
    name: '株式会社モト',
    status: 'DEAD_OPPORTUNITY',
    products: byId(aProduct({ state: 'ended', endsOn: '2025-09-30' })),
  });
  const { kind, text } = judge(former, '㈱モト');
  expect([kind, text.ja]).toEqual([
    'former',
    '以前のお客様です(会社名「株式会社モト」が一致): 株式会社モト、Cloud(2025-09-30に終了)、ステータス「失注案件」(2026-03-02から)、担当なし、連絡の記録なし。',
  ]);
});

test('a client whose last product has ended by its date: its next status is to be decided', () => {
  const ended = { ...client, products: byId(aProduct({ endsOn: '2026-06-30', churnReason: '更新なし' })) };
  const { kind, text } = judge(ended);
  expect(kind).toBe('former');
  expect(text.ja).toContain('次のステータスを決めてください');
  expect(text.en).toContain('its next status is to be decided');
  expect(judge(client).text.ja).not.toContain('決めてください');
});

test('of a client whose product is agreed and begins later, that product is told', () => {
  const products = byId(
    aProduct({ id: 'p1', product: 'Desk', endsOn: '2026-06-30', churnReason: '更新なし' }),
    aProduct({ id: 'p2', product: 'Cloud', since: '2027-01-01' }),
  );
  expect(judge({ ...client, products })).toMatchObject({
    kind: 'client',
    products: [{ product: 'Cloud', since: '2027-01-01' }],
    text: { ja: expect.stringContaining('Cloud(2027-01-01から)') },
  });
});

test('a company that we know: status, owner who left, what was awaited', () => {
  const known = anAccount({
    name: '株式会社シリアイ',
    status: 'QUARTERLY_CHECK',
    ownerId: 'left',
    awaitedCondition: '来期の予算',
  });
  expect(judge(known).text.en).toBe(
    'A company that we know, not a customer (the name “株式会社シリアイ” is the same): 株式会社シリアイ; status Check Back Quarterly since 2026-03-02; owner left (left); no contact on record; waiting for: 来期の予算.',
  );
});

test('a company on file leads to the one that stands for it, and the parent is named', () => {
  const old = anAccount({
    id: 'a_old',
    name: '株式会社フルイ',
    status: 'ON_FILE',
    onFile: { on: '2026-01-05', reason: 'MERGED', reasonText: null, successorId: 'a_c', from: 'COLD' },
  });
  const parent = anAccount({ id: 'a_p', name: '株式会社オヤ', status: 'CURRENT_CLIENT' });
  const verdict = judge(old, 'フルイ', { successors: [client], parent });
  expect(verdict).toMatchObject({
    kind: 'client',
    accountId: 'a_c',
    path: [
      { id: 'a_old', name: '株式会社フルイ' },
      { id: 'a_c', name: '株式会社ハチ' },
    ],
    parent: { id: 'a_p', status: 'CURRENT_CLIENT' },
  });
  expect(verdict.text.ja).toContain('旧: 株式会社フルイ → 現: 株式会社ハチ');
  expect(verdict.text.ja).toContain('親会社は株式会社オヤ(現在の顧客)');
});

test('many companies with one name decide nothing', () => {
  expect(judge(client, 'ハチ', NONE, 703).text.ja).toContain('同じ名前の会社が703社あります');
});

test('a company that the register does not have', () => {
  expect(judge(client, '東西商会')).toMatchObject({
    kind: 'new',
    accountId: null,
    text: {
      ja: '「東西商会」は台帳にありません。この内容で新しく登録できます。比べた項目: 会社名・旧社名・別名・英文名・読み。',
    },
  });
});

test.each(['🏢', '株式会社', 'a_1plYP8J-ta95F4uuYT34tFxbZh'])(
  'that %s can be registered is not said: it names no company',
  (typed) => {
    expect(judge(client, typed)).toMatchObject({ kind: 'new' });
    expect(judge(client, typed).text.ja).toContain('は台帳にありません。');
  },
);

test('the only company of which that is a part, or a slip away, is no new one', () => {
  const similar = judge(anAccount({ name: '株式会社アシスト' }), 'アシスタ');
  expect([similar.kind, similar.sure]).toEqual(['known', 'similar']);
  expect(similar.text.en).toContain('Probably a company that we know');
});

test('with several that are only similar it is not called new, and the text says what was compared', () => {
  const similar = verdictOn(
    ['日産自動車', '日産化学'].map((name, n) => anAccount({ id: `a_${n}`, name: `${name}株式会社` })),
    '日産',
  );
  expect(similar).toMatchObject({ kind: 'similar', sure: null, accountId: null });
  expect(similar.text.ja).toMatch(/^「日産」に近い名前の会社が2社あります。.*比べた項目: .*読み。$/);
});

test('the only one that is the same but for words of trade is meant, whatever else is like it', () => {
  const hits = verdictOn(
    ['日本光電工業', '日本光電子'].map((name, n) => anAccount({ id: `a_${n}`, name: `${name}株式会社` })),
    '日本光電',
  );
  expect(hits).toMatchObject({ kind: 'known', sure: 'similar', accountId: 'a_0' });
});
