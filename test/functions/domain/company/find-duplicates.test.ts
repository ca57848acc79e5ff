import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import { duplicateKeys, isNameOnlyKey } from '../../../../functions/domain/company/duplicates';
import {
  type ComparedAccount,
  duplicatePairOf,
  findNamesakes,
  findPairs,
  isComparable,
  type KeySharers,
} from '../../../../functions/domain/company/find-duplicates';
import { anAccount } from '../../../builders';
import { corporateNumberOf } from '../../../corporate-numbers';

const compared = (id: string, over: Partial<AccountRecord> = {}): ComparedAccount => {
  const account = anAccount({ id, name: '株式会社アシスト', ...over });
  return { account, keys: duplicateKeys(account) };
};
const PHONE = { phone: '03-5276-5850' };

/** Everybody is read under every key. */
const sharersOf = (accounts: readonly ComparedAccount[]): KeySharers => {
  const all = accounts.flatMap(({ keys }) => keys);
  return {
    byKey: new Map(all.map((key) => [key, accounts.filter(({ keys }) => keys.includes(key))])),
    names: new Set(all.filter(isNameOnlyKey)),
    counted: [],
  };
};
const find = (accounts: readonly ComparedAccount[]) => {
  const sharers = sharersOf(accounts);
  return { pairs: findPairs(sharers), namesakes: findNamesakes(sharers) };
};

test('two that share more than the name are a pair, others of the name namesakes', () => {
  expect(find([compared('a', PHONE), compared('b', PHONE), compared('c')])).toEqual({
    pairs: [{ ids: ['a', 'b'], why: ['name', 'phone'] }],
    namesakes: [{ name: '株式会社アシスト', ids: ['a', 'b', 'c'], count: 3 }],
  });
});

test('a name some of whose accounts were not read has no namesakes yet, but its pairs', () => {
  const sharers = { ...sharersOf([compared('a', PHONE), compared('b', PHONE)]), names: new Set<string>() };
  expect(findNamesakes(sharers)).toEqual([]);
  expect(findPairs(sharers)).toHaveLength(1);
});

test('two corporate numbers are two companies, and what somebody has marked as distinct stays so', () => {
  const numbered = (id: string, n: number) => compared(id, { corporateNumber: corporateNumberOf(n) });
  expect(find([numbered('a', 1), numbered('b', 2)])).toEqual({ pairs: [], namesakes: [] });
  const marked = compared('a', { ...PHONE, notDuplicateOf: { b: { on: '2026-03-02', by: 'is' } } });
  expect(find([marked, compared('b', PHONE)])).toEqual({ pairs: [], namesakes: [] });
});

test('of more than five of a name only the number is given', () => {
  const all = Array.from({ length: 6 }, (_, n) => compared(`a${n}`));
  expect(find(all)).toEqual({ pairs: [], namesakes: [{ name: '株式会社アシスト', ids: [], count: 6 }] });
});

test('more than fifty of a name are compared by what they share beside it', () => {
  const namesakes = Array.from({ length: 49 }, (_, n) => compared(`z${n}`));
  const all = [compared('a', PHONE), compared('b', PHONE), ...namesakes];
  const { pairs } = find(all);
  expect(pairs).toEqual([{ ids: ['a', 'b'], why: ['name', 'phone'] }]);
});

test('a common name has the number that was counted in the store', () => {
  const counted = [{ name: '株式会社アシスト', count: 703 }];
  expect(findNamesakes({ byKey: new Map(), names: new Set(), counted })).toEqual([
    { name: '株式会社アシスト', ids: [], count: 703 },
  ]);
});

test.each<[string, Partial<AccountRecord>, boolean]>([
  ['registered', {}, true],
  ['withdrawn', { withdrawn: true }, false],
  ['not there yet', { version: 0 }, false],
])('%s: comparable is %s', (_, over, isOne) => {
  expect(isComparable(anAccount(over))).toBe(isOne);
});

describe('two accounts as they are now', () => {
  const phone = '03-1234-5678';
  test('more alike than by name: a pair in the order of their IDs', () => {
    const [one, other] = [anAccount({ id: 'b', phone }), anAccount({ id: 'a', phone })];
    expect(duplicatePairOf(one, other)).toEqual({ ids: ['a', 'b'], why: ['name', 'phone'] });
  });

  test.each([
    ['the name alone', anAccount({ id: 'b' })],
    ['another name', anAccount({ id: 'b', name: '別の会社', phone })],
  ])('%s is no pair', (_, other) => {
    expect(duplicatePairOf(anAccount({ id: 'a', phone }), other)).toBeNull();
  });
});
