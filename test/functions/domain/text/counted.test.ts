import { counted } from '../../../../functions/domain/text/counted';

test.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [2, '2 entries'],
])('%i', (n, words) => {
  expect(counted(n, 'entry', 'entries')).toBe(words);
  expect(counted(n, 'day')).toBe(`${n} ${n === 1 ? 'day' : 'days'}`);
});
