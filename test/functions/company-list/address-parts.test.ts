import { withWholeAddress } from '../../../functions/company-list/address-parts';

test.each([
  [{ prefecture: '東京都', city: '港区', street: '1-1' }, '東京都港区1-1'],
  [{ prefecture: '東京都', address: '港区1-1' }, '東京都港区1-1'],
  [{ prefecture: '東京都', city: '港区', address: '東京都港区1-1' }, '東京都港区1-1'],
  [{ city: 'Boston', prefecture: 'MA', street: '1 Main St' }, '1 Main St, Boston, MA'],
  [{ street: '1-1' }, '1-1'],
  [{ address: '東京' }, '東京'],
  [{ address: '東京都港区', building: '芝1-1' }, '東京都港区芝1-1'],
  [{ prefecture: '東京都', address: '港区1-1', building: '3F' }, '東京都港区1-1 3F'],
  [{ address: '東京都港区1-1 ハチビル', building: 'ハチビル' }, '東京都港区1-1 ハチビル'],
  [{ street: '1 Main St', building: 'Suite 2', city: 'Boston' }, 'Suite 2, 1 Main St, Boston'],
])('%j is the address %s', (parts, address) => {
  expect(withWholeAddress({ name: '甲', ...parts })).toEqual({ name: '甲', address });
});

test('none is none', () => {
  expect(withWholeAddress({ name: '甲' })).toEqual({ name: '甲' });
});
