import { DECISION_DUE } from '../../../../functions/domain/account/decision-texts';
import type { LookupVerdict } from '../../../../functions/domain/lookup/lookup-verdict';
import { parseLookupQuery } from '../../../../functions/domain/lookup/query';
import type { LookupHit } from '../../../../functions/domain/lookup/rank';
import {
  awaitedWords,
  contactWords,
  headline,
  joinToSentence,
  newCompanyText,
  ownerWords,
  parentWords,
  productWords,
  sharingWords,
  similarCompaniesText,
  statusWords,
} from '../../../../functions/domain/lookup/verdict-text';
import type { Text } from '../../../../functions/domain/text/text';
import { anAccount, anOpportunity, aSettings, byId, MEMBERS, TODAY, theMember } from '../../../builders';

const account = anAccount({ name: '株式会社ハチ' });
const aHit = (over: Partial<LookupHit> = {}): LookupHit => ({
  account,
  matched: 'name',
  spelling: '株式会社ハチ',
  how: 'equal',
  sure: 'likely',
  ...over,
});
const context = { today: TODAY, members: MEMBERS, settings: aSettings(), sharing: null };
const one = (texts: readonly Text[]): Text | undefined => texts[0];

test('the parts are one sentence', () => {
  expect(joinToSentence([contactWords(null, null), awaitedWords('来期')].flat())).toEqual({
    ja: '連絡の記録なし、待っていること: 来期。',
    en: 'no contact on record; waiting for: 来期.',
  });
});

describe('the headline', () => {
  test.each<[string, Parameters<typeof headline>[0], Partial<LookupHit>, string]>([
    [
      'only a number is the same company',
      'client',
      { sure: 'same', matched: 'corporateNumber' },
      'An existing customer: 株式会社ハチ',
    ],
    [
      'a full name, too, is said without doubt',
      'former',
      {},
      'A former customer (the name “株式会社ハチ” is the same): 株式会社ハチ',
    ],
    [
      'any other match is probable',
      'client',
      { how: 'slip', sure: 'similar' },
      'Probably an existing customer (',
    ],
    [
      'of a company that we know, too',
      'known',
      { how: 'part', sure: 'similar' },
      'Probably a company that we know, not a customer (',
    ],
  ])('%s', (_, kind, over, start) => {
    expect(headline(kind, account, aHit(over)).en.startsWith(start)).toBe(true);
  });

  test('names the company that was found and the one that stands for it now', () => {
    const successor = anAccount({ id: 'hq', name: '株式会社本社' });
    expect(headline('client', successor, aHit({ sure: 'same' }))).toEqual({
      ja: '既存のお客様です: 旧: 株式会社ハチ → 現: 株式会社本社',
      en: 'An existing customer: formerly 株式会社ハチ, now 株式会社本社',
    });
  });
});

describe('products', () => {
  const use = { product: 'Cloud', since: '2024-04-01', endsOn: '2025-09-30', source: null };
  const other = { product: 'Desk', since: null, endsOn: null, source: null };
  const wordsOf = (kind: 'client' | 'former' | 'known', products: LookupVerdict['products']) =>
    productWords(kind, products).map(({ en }) => en);

  test('since when a client uses them, and since when a former one does not', () => {
    expect(wordsOf('client', [use, other])).toEqual(['Cloud since 2024-04-01, Desk since an unknown day']);
    expect(wordsOf('former', [use, other])).toEqual(['Cloud ended 2025-09-30, Desk ended on an unknown day']);
  });

  test('for a client without any there is a sentence, for others none', () => {
    expect([wordsOf('client', []), wordsOf('known', [])]).toEqual([['no product in use is recorded'], []]);
  });
});

describe('the status', () => {
  test('says since when, why it is on file, and what is open', () => {
    const onFile = {
      on: '2026-01-05',
      reason: 'LEGAL_HOLD',
      reasonText: null,
      successorId: null,
      from: 'COLD',
    } as const;
    expect(statusWords('known', anAccount({ status: 'ON_FILE', onFile }), context).ja).toMatch(
      /^ステータス「登録保存」・.+\(2026-03-02から\)$/,
    );
    const active = (...ids: string[]) =>
      anAccount({
        status: 'ACTIVE_OPPORTUNITY',
        opportunities: byId(...ids.map((id) => anOpportunity({ id }))),
      });
    expect(statusWords('known', active('o1'), context).en).toBe(
      'status Active Opportunity since 2026-03-02, 1 open opportunity',
    );
    expect(statusWords('known', active('o1', 'o2'), context).en).toMatch(/, 2 open opportunities$/);
  });

  test('of a client says it by the products instead', () => {
    const client = anAccount({ status: 'CURRENT_CLIENT' });
    expect(statusWords('client', client, context).en).toBe('status Current Client');
    expect(statusWords('former', client, context).en).toBe('status Current Client since 2026-03-02');
  });
});

test.each([
  [null, undefined, '担当なし'],
  ['x', undefined, '担当者は不明'],
  ['is', theMember('is'), '担当 is'],
  ['left', theMember('left'), '担当 left(退職)'],
])('the owner %p: %s', (ownerId, owner, words) => {
  expect(ownerWords(owner, anAccount({ ownerId })).ja).toBe(words);
});

test.each([
  [null, null, 'no contact on record'],
  ['2026-05-12', null, 'last contact 2026-05-12'],
  ['2026-05-12', '', 'last contact 2026-05-12'],
  ['2026-05-12', '山田部長', 'last contact 2026-05-12 with 山田部長'],
])('a contact on %p with %p: %s', (on, by, words) => {
  expect(one(contactWords(on, by))?.en).toBe(words);
});

test('a parent and its status, where there is one', () => {
  expect(parentWords(null)).toEqual([]);
  expect(one(parentWords({ id: 'hq', name: '株式会社本社', status: 'CURRENT_CLIENT' }))?.ja).toBe(
    '親会社は株式会社本社(現在の顧客)',
  );
});

test.each<[string, LookupHit[], number | null, number | null]>([
  ['two of the name that were read', [aHit(), aHit()], null, 2],
  ['as many as are known to have it', [aHit()], 703, 703],
  ['one alone', [aHit(), aHit({ how: 'part', sure: 'similar' })], null, null],
  ['a number decides', [aHit({ sure: 'same' }), aHit()], 703, null],
  ['one of the name is less sure', [aHit(), aHit({ sure: 'similar' })], null, null],
  ['nothing was found', [], 703, null],
])('companies that share the name: %s', (_, hits, sharing, count) => {
  const words = one(sharingWords(hits, { ...context, sharing }));
  expect(words?.en ?? null).toBe(
    count === null ? null : `${count} companies share this name: make sure by corporate number or domain`,
  );
});

test.each<[string, RegExp]>([
  ['東西商会', / Compared: name, former and other names, English name, reading\.$/],
  ['taro@tozai.co.jp', / Compared: domain\.$/],
  ['1301', / Compared: securities code, name, /],
  ['5070001000715', / Compared: corporate number, name, /],
  ['a_0123456789abcdefghij', / Compared: account ID, name, /],
  // A mail address that tells no company is none that can be registered.
  ['taro@gmail.com', /is not in the register\.$/],
])('the text on %s says what was compared', (typed, words) => {
  const asked = parseLookupQuery(typed);
  expect(newCompanyText(asked).en).toMatch(words);
  expect(newCompanyText(asked).en).toMatch(/is not in the register/);
  expect(similarCompaniesText(asked, 2).en).not.toMatch(/is not in the register/);
});

test.each([
  [1, /^1 company has a name like “東西商会”: look at the list/],
  [2, /^2 companies have names like “東西商会”: look at the list/],
])('%i with a similar name', (count, words) => {
  expect(similarCompaniesText(parseLookupQuery('東西商会'), count).en).toMatch(words);
});

test('a client whose products have all ended is to be decided, in both languages', () => {
  expect(DECISION_DUE.ja).toMatch(/次のステータスを決めて/);
  expect(DECISION_DUE.en).toMatch(/next status is to be decided/);
});
