import { parseRowAccount, rowAccountText } from '../../../../functions/domain/queue/row-account';

const eight = { id: 'a_8', name: '八 n=商会', status: 'WORKING', version: 8 } as const;

test('the cell of a row says which account it is', () => {
  expect(rowAccountText(eight, ['timeBox'])).toBe('v8 WORKING a_8 timeBox n=八 n=商会');
  expect(parseRowAccount(rowAccountText(eight, ['timeBox', 'p=1']))).toEqual({
    ...eight,
    key: 'a_8',
    more: ['timeBox', 'p=1'],
  });
});

test.each(['', 'v8 WORKING', 'v8 WAITING a_8 timeBox n=八', 8, new Date(0)])('%p is none', (cell) => {
  expect(parseRowAccount(cell)).toBeNull();
});
