import {
  accountOfRow,
  parseRowAccount,
  rowAccountText,
} from '../../../../functions/domain/queue/row-account';

const eight = { id: 'a_8', name: '八 n=商会', status: 'WORKING', version: 8 } as const;

test('the cell of a row says which account it is', () => {
  expect(rowAccountText(eight, ['timeBox'])).toBe('v8 WORKING a_8 timeBox n=八 n=商会');
  expect(parseRowAccount(rowAccountText(eight, ['timeBox', 'p=1']))).toEqual({
    ...eight,
    more: ['timeBox', 'p=1'],
  });
});

test('it is found in whatever column it stands', () => {
  const cell = rowAccountText(eight, ['timeBox']);
  for (const cells of [
    [cell, '', new Date(0)],
    ['', 5, cell],
    ['メモ v8', cell, 'v8'],
  ])
    expect(accountOfRow(cells)).toEqual(eight);
  expect(accountOfRow(['', 'v8 WORKING', 8])).toBeNull();
});
