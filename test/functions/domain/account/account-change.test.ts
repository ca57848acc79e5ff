import * as fc from 'fast-check';
import {
  accountValueAt,
  applyChanges,
  changesBetween,
  isPartChange,
  isSameValue,
  revertChanges,
  splitPath,
} from '../../../../functions/domain/account/account-change';
import { type AccountRecord, toRecord } from '../../../../functions/domain/account/account-record';
import { aContact, anAccount, byId } from '../../../builders';

/** What people call a list, and what every object inherits. */
const listName = fc.constantFrom('展示会', 'a.b.c', '.', '', 'constructor', 'toString', '名簿 2026');
const contact = fc.record({
  id: fc.constantFrom('c1', 'c2', 'c3', 'c1@acc-2'),
  name: fc.constantFrom('山田', '鈴木'),
});
const record: fc.Arbitrary<AccountRecord> = fc
  .record({
    name: fc.constantFrom('株式会社サンプル', '株式会社見本'),
    kana: fc.constantFrom(null, 'サンプル'),
    domains: fc.subarray(['sample.example', 'mihon.example']),
    contacts: fc.array(contact.map(aContact), { maxLength: 3 }).map((contacts) => byId(...contacts)),
    sources: fc
      .array(fc.tuple(listName, fc.constantFrom('', '17')), { maxLength: 3 })
      .map((lists): Record<string, string> => Object.fromEntries(lists)),
    nextCheck: fc.constantFrom(null, {
      date: '2026-06-02',
      origin: 'cadence' as const,
      base: '2026-03-02',
    }),
  })
  .map((over) => ({ ...toRecord(anAccount()), ...over }));

test('changes lead from one state to the other and back, each path once, and none where nothing differs', () => {
  return fc.assert(
    fc.property(record, record, (before, after) => {
      const changes = changesBetween(before, after);
      expect(applyChanges(before, changes)).toEqual(after);
      expect(revertChanges(after, changes)).toEqual(before);
      expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length);
      expect(changesBetween(before, { ...before, version: 7 })).toEqual([]);
      for (const change of changes) {
        const isPart = splitPath(change.path)[1] !== null;
        expect(accountValueAt(before, change.path)).toEqual(change.before);
        expect(accountValueAt(after, change.path)).toEqual(change.after);
        expect(isPartChange(change, 'contacts') || isPartChange(change, 'sources')).toBe(isPart);
        // What is stored of it is all that it says.
        expect(JSON.parse(JSON.stringify(change))).toEqual(change);
      }
    }),
  );
});

test('a part is a change of its own, so that two people can change two of them at once', () => {
  const contacts = byId(aContact({ id: 'c1' }), aContact({ id: 'c2' }));
  const before = toRecord(anAccount({ contacts }));
  const after = {
    ...before,
    kana: 'カナ',
    contacts: byId(aContact({ id: 'c2', name: '鈴木' }), aContact({ id: 'c3' })),
  };
  const changes = changesBetween(before, after);
  expect(changes.map(({ path }) => path)).toEqual(['contacts.c1', 'contacts.c2', 'contacts.c3', 'kana']);
  expect(changes[0]).toEqual({ path: 'contacts.c1', before: aContact({ id: 'c1' }), after: null });
});

test('a field that accounts do not have has no value; a part that the account does not have is null', () => {
  const account = toRecord(anAccount({ contacts: byId(aContact({ id: 'c1' })) }));
  for (const path of ['constructor', 'nothing']) expect(accountValueAt(account, path)).toBeUndefined();
  for (const path of ['contacts.c2', 'contacts.constructor', 'sources.a.b', 'nextCheck.date'])
    expect([path, accountValueAt(account, path)]).toEqual([path, null]);
});

test.each([
  [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
  [[1, 2], [2, 1], false],
  [{ a: null }, {}, false],
  [[], {}, false],
  [null, {}, false],
  [{ a: { b: 1 } }, { a: { b: 2 } }, false],
])('%j and %j are the same value: %s', (one, other, same) => {
  expect(isSameValue(one, other)).toBe(same);
});
