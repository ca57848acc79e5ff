import { applyEntry, fold, revertEntry } from '../../../../functions/domain/account/history';
import { accepted, dead, onFile, quarterly, reviewed } from '../account-lives';

test.each(['a.b.c', 'constructor'])('a list that is called %s is one part', (list) => {
  const row = { details: { name: '株式会社サンプル' }, status: 'COLD', listId: '1' } as const;
  const life = accepted(dead(), { type: 'import', row: { ...row, list } });
  expect(life.account.sources).toEqual({ [list]: '1' });
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
