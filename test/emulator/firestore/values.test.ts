import {
  compareNames,
  compareUtf8,
  compareValues,
  fieldAt,
  fieldsSize,
  nameSize,
} from '../../../emulator/firestore/values';
import { bool, bytes, double, int, list, map, NULL, nameOf, ref, str, time, vector } from './sample-values';

/** In Firestore's order; values in one row are equal. */
const ORDERED = [
  [NULL],
  [bool(false)],
  [bool(true)],
  [double(Number.NaN)],
  [double(Number.NEGATIVE_INFINITY)],
  [int('-9223372036854775808')],
  [int(-1), double(-1)],
  [int(0), double(0), double(-0)],
  [double(0.5)],
  [int('9007199254740992'), double(2 ** 53)],
  [int('9007199254740993')],
  [double(Number.POSITIVE_INFINITY)],
  [time(-1)],
  [time(1, 1)],
  [time(1, 2)],
  [str('')],
  [str('a')],
  [str('aa')],
  [str('\uffff')],
  [str('😀')],
  [bytes()],
  [bytes(1)],
  [bytes(1, 0)],
  [ref('c/a')],
  [ref('c/a/d/a')],
  [ref('c/a!')],
  [list()],
  [list(int(1))],
  [list(int(1), NULL)],
  [list(int(2))],
  [vector(9)],
  [vector(1, 2)],
  [map()],
  [map({ a: int(1) })],
  [map({ a: int(1), b: int(1) })],
  [map({ a: int(2) })],
  [map({ b: int(0) })],
];

test('values of all types have one order', () => {
  for (const [i, row] of ORDERED.entries())
    for (const [j, others] of ORDERED.entries())
      for (const a of row)
        for (const b of others)
          expect([a, b, Math.sign(compareValues(a, b))]).toEqual([a, b, Math.sign(i - j)]);
});

test.each([
  ['a', 'b'],
  ['\uff5e', '😀'],
  ['a', 'a\u0000'],
])('%j is before %j in UTF-8', (a, b) => {
  expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(compareUtf8(a, b)).toBeLessThan(0);
  expect(compareUtf8(b, a)).toBeGreaterThan(0);
});

test('names are compared by their segments', () => {
  expect(['a!/b', 'a/b', 'a'].sort(compareNames)).toEqual(['a', 'a/b', 'a!/b']);
  const numeric = ['a/__id-9__', 'a/__id2__', 'a/__id2__/b', 'a/__id10__'];
  const others = ['a/0', 'a/A', 'a/__i', 'a/__id', 'a/__idx__', 'a/b', 'b'];
  expect([...others, ...numeric].reverse().sort(compareNames)).toEqual([...numeric, ...others]);
});

test.each([
  [['a'], int(1)],
  [['m', 'k'], int(2)],
  [['m', 'no'], undefined],
  [['a', 'k'], undefined],
  [['v', 'value'], undefined],
  [['toString'], undefined],
])('the value at %j', (path, value) => {
  expect(fieldAt({ a: int(1), m: map({ k: int(2) }), v: vector(1) }, path)).toEqual(value);
});

// The examples of https://firebase.google.com/docs/firestore/storage-size.
test('sizes in bytes', () => {
  expect(nameSize(nameOf('users/jeff/tasks/my_task_id'))).toBe(44);
  const fields = { type: str('Personal'), done: bool(false), priority: int(1) };
  expect(fieldsSize({ ...fields, description: str('Learn Cloud Firestore') })).toBe(71);
});
