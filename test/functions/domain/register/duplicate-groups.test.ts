import * as fc from 'fast-check';
import type { Account } from '../../../../functions/domain/account/account';
import type { MatchingTrait } from '../../../../functions/domain/company/duplicates';
import {
  type DuplicatePair,
  MAX_LISTED_NAMESAKES,
} from '../../../../functions/domain/company/find-duplicates';
import { duplicateRows } from '../../../../functions/domain/register/duplicate-groups';
import { anAccount, MEMBERS } from '../../../builders';

const NUMBER: MatchingTrait[] = ['corporateNumber'];
const LIKELY: MatchingTrait[] = ['name', 'phone'];
const pair = (one: string, other: string, why: readonly MatchingTrait[]): DuplicatePair => ({
  ids: [one, other],
  why,
});
const accountsOf = (...ids: string[]): ReadonlyMap<string, Account> =>
  new Map(ids.map((id) => [id, anAccount({ id, name: `会社 ${id}`, ownerId: 'is' })]));
const rows = (pairs: readonly DuplicatePair[], accounts = accountsOf('a', 'b', 'c', 'd')) =>
  duplicateRows(pairs, [], accounts, { members: MEMBERS });
const listed = (found: ReturnType<typeof rows>) =>
  found.map((row) => [row.group, row.kind, row.kind === 'many' ? row.company : row.id]);

test('pairs that share an account are one group; each row says what is the same for itself', () => {
  const found = rows([pair('a', 'b', LIKELY), pair('b', 'c', ['name', 'domain'])]);
  expect(listed(found)).toEqual([
    [1, 'likely', 'a'],
    [1, 'likely', 'b'],
    [1, 'likely', 'c'],
  ]);
  expect(found.map((row) => row.kind !== 'many' && row.why)).toEqual([
    ['name', 'phone'],
    ['name', 'phone', 'domain'],
    ['name', 'domain'],
  ]);
});

test('the surest first: an equal number, then likely ones, then names, then common names by how common they are', () => {
  const namesakes = [
    { name: 'よくある', ids: [], count: MAX_LISTED_NAMESAKES + 1 },
    { name: 'とてもよくある', ids: [], count: 703 },
    { name: '同名', ids: ['e', 'f'], count: 2 },
  ];
  const accounts = accountsOf('a', 'b', 'c', 'd', 'e', 'f');
  const found = duplicateRows([pair('a', 'b', LIKELY), pair('c', 'd', NUMBER)], namesakes, accounts, {
    members: MEMBERS,
  });
  expect(listed(found)).toEqual([
    [1, 'number', 'c'],
    [1, 'number', 'd'],
    [2, 'likely', 'a'],
    [2, 'likely', 'b'],
    [3, 'name', 'e'],
    [3, 'name', 'f'],
    [4, 'many', 'とてもよくある'],
    [5, 'many', 'よくある'],
  ]);
});

test('an account that is gone leaves its group, and a group of one is none', () => {
  expect(rows([pair('a', 'x', NUMBER)])).toEqual([]);
  const namesakes = [{ name: '同名', ids: ['a', 'x'], count: 2 }];
  expect(duplicateRows([], namesakes, accountsOf('a'), { members: MEMBERS })).toEqual([]);
});

test('whatever the order of the pairs, the rows are the same, and every account stands in one group', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd');
  const aPair = fc
    .tuple(ids, ids, fc.constantFrom(NUMBER, LIKELY))
    .filter(([one, other]) => one < other)
    .map(([one, other, why]) => pair(one, other, why));
  const pairsInTwoOrders = fc
    .uniqueArray(aPair, { selector: ({ ids: [one, other] }) => `${one} ${other}` })
    .chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })));
  return fc.assert(
    fc.property(pairsInTwoOrders, ([pairs, shuffled]) => {
      const found = listed(rows(pairs));
      expect(listed(rows(shuffled))).toEqual(found);
      const accounts = found.map(([, , id]) => id);
      expect(new Set(accounts).size).toBe(accounts.length);
    }),
  );
});
