import * as fc from 'fast-check';
import { sortByName } from '../../../emulator/firestore/name-order';
import { compareNames } from '../../../emulator/firestore/values';

const segment = fc.constantFrom(
  'a',
  'a!',
  'a-b',
  'A',
  'é',
  '日本',
  '\u{1f600}',
  '｡',
  '__id7__',
  '__id10__',
  '\0',
  'b',
);
const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

const sorted = (names: readonly string[]): string[] => sortByName(names, (one) => one);

test('names of any collections are in the order in which two of them compare', () => {
  void fc.assert(
    fc.property(fc.array(name), (names) => {
      expect(sorted(names)).toEqual([...names].sort(compareNames));
    }),
  );
});

test('so are those of one collection', () => {
  void fc.assert(
    fc.property(fc.array(segment), (ids) => {
      const names = ids.map((id) => `projects/p/databases/(default)/documents/things/${id}`);
      expect(sorted(names)).toEqual([...names].sort(compareNames));
    }),
  );
});
