import * as fc from 'fast-check';
import { EDITABLE } from '../../../../functions/domain/register/column-keys';
import { baseVersion, shownVersion, versionCell } from '../../../../functions/domain/register/row-version';
import { aSheetRow } from './random-rows';

const rowAt = (version: string | number) => aSheetRow({ 'mirror.version': version });

test.each([
  [7, 7],
  ['7', 7],
  ['v7 owner=5', 7],
  ['', null],
  ['draft-0f3a', null],
  ['v7x', null],
])('%p shows version %p', (cell, shown) => expect(shownVersion(rowAt(cell))).toBe(shown));

test('a request is made on what the row shows, unless it waited while the row was written', () => {
  const row = rowAt('v7 owner=5');
  expect([baseVersion(row, 'owner'), baseVersion(row, 'contact'), baseVersion(rowAt(4), 'owner')]).toEqual([
    5, 7, 4,
  ]);
});

test('what does not wait any more, or was made on this very version, is not named', () => {
  expect(versionCell(rowAt('v7 owner=5 contact=6'), 8, ['contact'])).toBe('v8 contact=6');
  expect(versionCell(rowAt(7), 7, ['contact'])).toBe(7);
  expect(versionCell(rowAt('v7 owner=5'), 8, [])).toBe(8);
});

test('however often a row is written, a request keeps the version that it was made on', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.constantFrom(...EDITABLE), writes: fc.nat(2) }), { maxLength: 8 }),
      (edits) => {
        const madeOn = new Map<(typeof EDITABLE)[number], number>();
        let [row, version] = [rowAt(1), 1];
        for (const { key, writes } of edits) {
          if (!madeOn.has(key)) madeOn.set(key, version);
          for (let n = 0; n < writes; n += 1) {
            version += 1;
            row = rowAt(versionCell(row, version, [...madeOn.keys()]));
          }
        }
        expect(shownVersion(row)).toBe(version);
        for (const [key, base] of madeOn) expect(baseVersion(row, key)).toBe(base);
      },
    ),
  ));
