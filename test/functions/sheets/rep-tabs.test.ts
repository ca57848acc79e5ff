import { repTabOf } from '../../../functions/sheets/rep-tabs';

test('the same member has the same tab, behind all others of ours and within what Sheets takes', () => {
  const ids = ['is', 'is2', 'm_0123456789abcdef', '山田'].map(repTabOf);
  expect(ids).toEqual(['is', 'is2', 'm_0123456789abcdef', '山田'].map(repTabOf));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toBeGreaterThanOrEqual(1_000_000);
    expect(id).toBeLessThan(2 ** 31);
  }
});
