import {
  comparableText,
  differingCells,
  mirrorKey,
  pendingKeys,
} from '../../../../functions/domain/register/sheet-row';
import { aSheetRow } from './random-rows';

test('a day is the same day whether it was typed or is kept as a serial day; other cells keep their numbers', () => {
  expect(comparableText('nextCheck', 46289)).toBe('2026-09-24');
  expect(comparableText('mirror.nextCheck', '2026-09-24')).toBe('2026-09-24');
  expect(comparableText('awaitedCondition', 46289)).toBe('46289');
  expect(comparableText('owner', undefined)).toBe('');
});

test('a mirror has the key of its column', () => {
  expect(mirrorKey('nextCheck')).toBe('mirror.nextCheck');
});

test.each<[string, Parameters<typeof aSheetRow>[0], string[]]>([
  ['nothing', { status: 'コールド', 'mirror.status': 'コールド' }, []],
  ['another status', { status: '6', 'mirror.status': 'コールド' }, ['status']],
  ['a cleared cell', { contact: '', 'mirror.contact': '山田様' }, ['contact']],
  ['the same day, typed', { nextCheck: '2026-09-24', 'mirror.nextCheck': 46289 }, []],
  ['a number that is kept as text', { awaitedCondition: 12, 'mirror.awaitedCondition': '12' }, []],
  ['a column without its mirror', { owner: 'fs', 'mirror.owner': undefined }, []],
  ['a column that was just made', { owner: undefined, 'mirror.owner': 'is' }, []],
  ['another name', { name: '甲', 'mirror.name': '乙' }, ['name']],
  ['a cell that is not editable', { daysInStatus: 3 }, []],
])('%s waits as it should', (_, cells, keys) => {
  expect(pendingKeys(aSheetRow(cells))).toEqual(keys);
});

test('only what does not stand there yet is written, and a value in its own form', () => {
  const row = aSheetRow({ name: '甲', nextCheck: '2026-09-24', owner: undefined });
  expect(differingCells(row, { name: '甲', nextCheck: 46289, owner: '', contact: '山田' })).toEqual({
    nextCheck: 46289,
    contact: '山田',
  });
});
