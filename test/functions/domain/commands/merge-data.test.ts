import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import { MAX_CONTACTS } from '../../../../functions/domain/account/draft';
import {
  bringsCorporateNumber,
  isMergedPart,
  mergedDataOf,
  mergedPartId,
  withMergedData,
} from '../../../../functions/domain/commands/merge-data';
import type { MergeReason } from '../../../../functions/domain/status/code-lists';
import { aContact, anAccount, anActivity, anOpportunity, aProduct, byId } from '../../../builders';

const gone = (over: Partial<AccountRecord> = {}) => anAccount({ id: 'gone', ...over });
const stays = (over: Partial<AccountRecord> = {}) => anAccount({ id: 'stays', ...over });
const merged = (
  into: ReturnType<typeof stays>,
  from: ReturnType<typeof gone>,
  reason: MergeReason = 'DUPLICATE',
) => {
  const after = withMergedData(into, from, reason);
  if (after === null) throw new Error('too many parts');
  return after;
};

describe('parts', () => {
  const from = gone({
    contacts: byId(aContact({ id: 'c1', name: '鈴木' })),
    opportunities: byId(anOpportunity({ id: 'o2', follows: 'o1' })),
    products: byId(
      aProduct({ id: 'p1', source: 'opportunity:o2' }),
      aProduct({ id: 'p2', source: null }),
      aProduct({ id: 'p3', source: 'list:名簿' }),
    ),
    activities: byId(
      anActivity({ id: 'a1', kind: 'meeting', date: '2026-01-05', contactId: 'c1' }),
      anActivity({ id: 'a2', kind: 'call', date: '2026-02-02' }),
      anActivity({ id: 'a3', kind: 'call', date: '2026-03-02' }),
    ),
    awaitedContactId: 'c1',
  });

  test('come under IDs that say where they are from, and point to each other as before', () => {
    const own = aContact({ id: 'c1', name: '山田' });
    const after = merged(stays({ contacts: byId(own) }), from);
    expect(after.contacts).toEqual({ c1: own, 'c1@gone': { ...from.contacts.c1, id: 'c1@gone' } });
    expect(after.opportunities['o2@gone']).toMatchObject({ id: 'o2@gone', follows: 'o1@gone' });
    expect(Object.values(after.products).map(({ id, source }) => [id, source])).toEqual([
      ['p1@gone', 'opportunity:o2@gone'],
      ['p2@gone', 'account:gone'],
      ['p3@gone', 'list:名簿'],
    ]);
    expect(after.awaitedContactId).toBe('c1@gone');
    expect([
      isMergedPart('c1@gone', 'gone'),
      isMergedPart('c1', 'gone'),
      isMergedPart('c1@gone', 'one'),
    ]).toEqual([true, false, false]);
    expect(mergedPartId('c1', 'gone')).toBe('c1@gone');
  });

  test('of the activities: every meeting, and the last contact', () => {
    expect(Object.values(merged(stays(), from).activities)).toEqual([
      { ...from.activities.a1, id: 'a1@gone', contactId: 'c1@gone' },
      { ...from.activities.a3, id: 'a3@gone' },
    ]);
  });

  test('that an earlier merge has left stay as they are', () => {
    const left = aContact({ id: 'c1@gone', name: '鈴木', title: '部長' });
    expect(merged(stays({ contacts: byId(left) }), from).contacts).toEqual(byId(left));
  });

  test('more than one account holds are not brought', () => {
    const many = (count: number) =>
      byId(...Array.from({ length: count }, (_, n) => aContact({ id: `c${n}` })));
    const full = stays({ contacts: many(MAX_CONTACTS - 1) });
    expect(withMergedData(full, from, 'DUPLICATE')).not.toBeNull();
    expect(withMergedData(full, gone({ contacts: many(2) }), 'DUPLICATE')).toBeNull();
  });
});

describe('fields', () => {
  const answer = (value: 'yes' | 'no') => ({ value, on: '2026-03-02', by: 'fs' });
  const { bant } = anAccount();
  const from = gone({
    everMet: true,
    lostCount: 2,
    ownerId: 'fs',
    latentNeed: '手作業',
    bant: { ...bant, need: answer('yes'), budget: answer('no') },
    kana: 'サンプル',
    corporateNumber: '7000012050002',
    domains: ['gone.example', 'both.example'],
    formerNames: [
      { name: '株式会社ムカシ', until: '2020-03-31' },
      { name: '株式会社モト', until: '2022-03-31' },
    ],
    sources: { 名簿: '17', constructor: '4' },
  });

  test('fill what the other has nothing in', () => {
    const after = merged(stays(), from);
    expect(after).toMatchObject({
      everMet: true,
      lostCount: 2,
      ownerId: 'fs',
      latentNeed: '手作業',
      kana: 'サンプル',
      corporateNumber: '7000012050002',
      bant: from.bant,
      sources: from.sources,
    });
    expect(mergedDataOf(stays(), after, from, 'DUPLICATE')).toMatchObject({
      domains: ['gone.example', 'both.example'],
      formerNames: ['株式会社ムカシ', '株式会社モト'],
      sources: ['名簿', 'constructor'],
      fills: ['bant.budget', 'bant.need', 'latentNeed', 'ownerId', 'kana', 'corporateNumber'],
    });
  });

  test('overwrite nothing', () => {
    const own: Partial<AccountRecord> = {
      lostCount: 1,
      ownerId: 'is',
      latentNeed: '二重入力',
      bant: { ...bant, need: answer('no') },
      kana: 'カナ',
      corporateNumber: '5000012010024',
      domains: ['both.example', 'own.example'],
      formerNames: [{ name: '株式会社ムカシ', until: '2019-03-31' }],
      sources: { 名簿: '3' },
    };
    const after = merged(stays(own), from);
    expect(after).toMatchObject({
      ...own,
      lostCount: 3,
      bant: { need: answer('no'), budget: answer('no') },
      domains: ['both.example', 'own.example', 'gone.example'],
      formerNames: [{ name: '株式会社ムカシ', until: '2019-03-31' }, { name: '株式会社モト' }],
      sources: { 名簿: '3', constructor: '4' },
    });
    expect(mergedDataOf(stays(own), after, from, 'DUPLICATE').fills).toEqual(['bant.budget']);
  });

  test('of another company’s own details none is taken over', () => {
    for (const reason of ['MERGED', 'ACQUIRED'] as const) {
      expect(merged(stays(), from, reason)).toMatchObject({
        kana: null,
        corporateNumber: null,
        ownerId: 'fs',
      });
      expect(bringsCorporateNumber(stays(), from, reason)).toBe(false);
    }
    expect(bringsCorporateNumber(stays(), from, 'DUPLICATE')).toBe(true);
    expect(bringsCorporateNumber(stays({ corporateNumber: '5000012010024' }), from, 'DUPLICATE')).toBe(false);
  });

  test('twenty domains at most, and never fewer than there were', () => {
    const domains = (count: number) => Array.from({ length: count }, (_, n) => `d${n}.example`);
    expect(merged(stays({ domains: domains(19) }), from).domains).toHaveLength(20);
    expect(merged(stays({ domains: domains(25) }), from).domains).toEqual(domains(25));
  });
});
