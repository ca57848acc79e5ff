import { filterText } from '../../../../functions/domain/history/filter-words';
import { MEMBERS } from '../../../builders';

test('what was asked for is said in words of either language; nothing where nothing was', () => {
  const filter = { person: 'is', command: 'merge', channel: 'cell', from: '2026-07-01', batch: undefined };
  expect(filterText(filter, MEMBERS)).toEqual({
    ja: '変更した人: is、操作: 統合、経路: セル、この日から: 2026-07-01',
    en: 'Changed by: is, Command: Merge, By: cell, From: 2026-07-01',
  });
  expect(filterText({ status: 'WORKING', ownerId: 'fs', event: 'merged', field: 'name' }, MEMBERS).en).toBe(
    'Status: Working, Owner: fs, Event: Merged, Field: Company',
  );
  expect(filterText({}, MEMBERS)).toEqual({ ja: '', en: '' });
});

test('a name that has no word stays as it is', () =>
  expect(filterText({ command: 'renamedLongAgo', status: 'GONE', account: 'a_1' }, MEMBERS).en).toBe(
    'Command: renamedLongAgo, Status: GONE, Account ID: a_1',
  ));
