/** What a match of leads says. */
import {
  isCertainMatch,
  leadsCsv,
  leadsDetails,
  leadsHeadline,
  matchText,
  meetingText,
  parsePrice,
} from '../../../../apps-script/windows/messages/leads-text';
import type { KnownLead } from '../../../../functions/contract/leads';

const JA = { language: 'ja' } as const;
const EN = { language: 'en' } as const;

it.each<[string, number | 'wrong' | null]>([
  ['', null],
  [' 円', null],
  ['3000', 3000],
  [' 3,000 ', 3000],
  ['３，０００円', 3000],
  ['￥3000', 3000],
  ['0', 0],
  ['-1', 'wrong'],
  ['1.5', 'wrong'],
  ['三千', 'wrong'],
  ['1000000001', 'wrong'],
])('the price "%s" is %s', (typed, expected) => expect(parsePrice(typed)).toBe(expected));

const counts = (known: number, price: number, byNameOnly = 0, unsure = 0) => ({
  total: 1200,
  known,
  byNameOnly,
  unsure,
  new: 1200 - known - unsure,
  met: Math.min(known, 120),
  cost: { price, known: known * price, certain: (known - byNameOnly) * price },
});

it.each<[string, ReturnType<typeof counts>, string, string]>([
  [
    'with a price',
    counts(340, 3000),
    '1,200件のうち 340件はすでに台帳にあります(うち商談済み 120件)。1件3,000円なら 1,020,000円分の買い直しです。',
    '340 of 1,200 leads are in the register already (120 of them met). At ¥3,000 a lead, ¥1,020,000 would be spent again.',
  ],
  [
    'without a price',
    counts(340, 0),
    '1,200件のうち 340件はすでに台帳にあります(うち商談済み 120件)。',
    '340 of 1,200 leads are in the register already (120 of them met).',
  ],
  [
    'nothing known',
    counts(0, 3000),
    '1,200件のうち、台帳にある会社はありません。',
    'None of the 1,200 leads is in the register.',
  ],
])('headline: %s', (_, answer, ja, en) => {
  expect(leadsHeadline(JA, answer)).toBe(ja);
  expect(leadsHeadline(EN, answer)).toBe(en);
});

it.each<[string, ReturnType<typeof counts>, string[]]>([
  ['all certain', counts(1200, 3000), []],
  [
    'some by name only, some unsure',
    counts(340, 3000, 40, 7),
    [
      '40件は社名だけの一致で、別の会社かもしれません。確実な一致だけなら 900,000円分です。',
      '7件は同じ社名の会社が複数あり、どの会社か決められません(数に入れていません)。',
      '新しい会社は 853件です。',
    ],
  ],
  ['no price, no sum', counts(1200, 0, 1), ['1件は社名だけの一致で、別の会社かもしれません。']],
])('what makes it less certain: %s', (_, answer, expected) =>
  expect(leadsDetails(JA, answer)).toEqual(expected),
);

it.each<[KnownLead['by'], number, boolean, string]>([
  ['corporateNumber', 1, true, '法人番号'],
  ['listId', 1, true, 'リストの ID'],
  ['nameAndFacts', 1, true, '社名と、住所・電話・ドメインのどれか'],
  ['name', 1, false, '社名のみ(要確認)'],
  ['name', 3, false, '同名 3 社(不明)'],
])('known by %s, %i accounts fit', (by, fitting, certain, words) => {
  expect(isCertainMatch({ by, fitting })).toBe(certain);
  expect(matchText(JA, { by, fitting })).toBe(words);
});

const MET = { on: '2026-06-01', by: '佐藤', with: '山田部長' };
it.each<[Pick<KnownLead, 'met' | 'lastMeeting'>, string, string]>([
  [{ met: false, lastMeeting: null }, '商談なし', 'not met'],
  [{ met: true, lastMeeting: null }, '商談済み(日付なし)', 'met, no date'],
  [{ met: true, lastMeeting: MET }, '2026/06/01 佐藤', '2026-06-01, 佐藤'],
  [{ met: true, lastMeeting: { ...MET, by: null } }, '2026/06/01', '2026-06-01'],
])('met: %j', (lead, ja, en) => {
  expect(meetingText(JA, lead)).toBe(ja);
  expect(meetingText(EN, lead)).toBe(en);
});

it('CSV: quoted where needed, and nothing in it is a formula', () => {
  const lead: KnownLead = {
    line: 2,
    name: '=HYPERLINK("x")',
    by: 'name',
    fitting: 1,
    accountId: '-a1',
    accountName: '株式会社あ, い',
    status: 'QUARTERLY_CHECK',
    statusSince: '2026-01-01',
    met: true,
    lastMeeting: MET,
    lastContact: null,
    owner: null,
    awaitedCondition: '予算\n4月',
    nextCheck: '2026-12-01',
    products: ['A', 'B'],
  };
  const [header, ...rest] = leadsCsv(JA, [lead]).split('\r\n');
  expect(header).toBe(
    '行,リストの会社,一致,アカウント ID,台帳の会社,ステータス,商談,担当,最終連絡,待っていること,次回確認日,利用中の製品',
  );
  expect(rest).toEqual([
    `2,"'=HYPERLINK(""x"")",社名のみ(要確認),'-a1,"株式会社あ, い",四半期チェック,2026/06/01 佐藤,,,"予算\n4月",2026-12-01,A / B`,
    '',
  ]);
});
