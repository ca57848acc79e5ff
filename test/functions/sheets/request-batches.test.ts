import type { SheetsRequest } from '../../../functions/sheets/cells';
import { requestBatches } from '../../../functions/sheets/request-batches';

const title = (words: string): SheetsRequest => ({
  updateSheetProperties: { properties: { sheetId: 1, title: words }, fields: 'title' },
});
const group = (...words: string[]): SheetsRequest[] => words.map(title);
const BYTES = Buffer.byteLength(JSON.stringify(group('台帳')));

test('what is small enough is one call, in its order', () =>
  expect(requestBatches([group('a', 'b'), [], group('c')])).toEqual([group('a', 'b', 'c')]));

test('what is larger is several, and what belongs together stays in one, however large it is', () => {
  const groups = [group('台帳', '台帳', '台帳'), group('台帳'), group('台帳'), group('台帳')];
  expect(requestBatches(groups, 2 * BYTES)).toEqual([groups[0], [...groups.slice(1, 3).flat()], groups[3]]);
});

test('without requests there is no call', () => expect(requestBatches([[], []])).toEqual([]));
