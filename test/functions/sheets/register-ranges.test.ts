import { belowHeader, coversRange } from '../../../functions/sheets/register-ranges';

const ours = belowHeader({ headerRow: 1 } as Parameters<typeof belowHeader>[0], 3, 2);

test('all rows below the header', () =>
  expect(ours).toMatchObject({ startRowIndex: 2, startColumnIndex: 3, endColumnIndex: 5 }));

test.each([
  ['an open end', { ...ours }, true],
  ['the end of the grid', { ...ours, endRowIndex: 100 }, true],
  ['rows that came later', { ...ours, endRowIndex: 90 }, false],
  ['other columns', { ...ours, startColumnIndex: 4 }, false],
  ['nothing', null, false],
])('%s', (_, range, covers) => expect(coversRange(range, { ...ours, endRowIndex: 100 }, 100)).toBe(covers));
