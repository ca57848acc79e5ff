import { changesBetween, isSameValue } from '../../../../functions/domain/account/account-change';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { applyEntry, fold, revertEntry } from '../../../../functions/domain/account/history';
import { aContact, anAccount, byId } from '../../../builders';
import { accepted, dead, onFile, quarterly, reviewed } from '../account-lives';

test('changes name the part, so that two people can change two of them at once', () => {
  const before = anAccount({ contacts: byId(aContact({ id: 'c1' }), aContact({ id: 'c2' })) });
  const after = {
    ...before,
    kana: 'カナ',
    contacts: byId(aContact({ id: 'c2', name: '鈴木' }), aContact({ id: 'c3' })),
  };
  expect(changesBetween(toRecord(before), toRecord(after)).map(({ path }) => path)).toEqual([
    'contacts.c1',
    'contacts.c2',
    'contacts.c3',
    'kana',
  ]);
  expect(changesBetween(toRecord(before), toRecord(after))[0]).toEqual({
    path: 'contacts.c1',
    before: aContact({ id: 'c1' }),
    after: null,
  });
});

test('a list whose name has dots is one part', () => {
  const row = { details: { name: '株式会社サンプル' }, status: 'COLD', listId: '1' } as const;
  const life = accepted(dead(), { type: 'import', row: { ...row, list: 'a.b.c' } });
  expect(life.account.sources).toEqual({ 'a.b.c': '1' });
  expect(fold('acc-1', life.history)).toEqual(life.account);
});

test.each([
  ['quarterly', quarterly],
  ['dead', dead],
  ['reviewed bad fit', reviewed],
  ['on file', onFile],
])('%s: the state is the fold of its history, and each entry leads back', (_, live) => {
  const { account, history } = live();
  expect(fold(account.id, history)).toEqual(account);
  history.forEach((entry, index) => {
    const [before, after] = [
      fold(account.id, history.slice(0, index)),
      fold(account.id, history.slice(0, index + 1)),
    ];
    expect(applyEntry(before, entry)).toEqual(after);
    expect({ ...revertEntry(after, entry), version: before.version }).toEqual(before);
  });
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
