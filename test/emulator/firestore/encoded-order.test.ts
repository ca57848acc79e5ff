/** Values whose bytes tell their order come in the order of the Values; of others the bytes tell nothing. */
import fc from 'fast-check';
import { compareEncoded } from '../../../emulator/firestore/encoded-order';
import { encodeFields, encodeValue, PathFinder } from '../../../emulator/firestore/field-bytes';
import type { FirestoreValue } from '../../../emulator/firestore/messages';
import { compareValues, fieldAt } from '../../../emulator/firestore/values';
import { bool, double, int, list, map, NULL, str, time } from './sample-values';

const behind = (value: FirestoreValue): { bytes: Buffer; from: number; to: number } => {
  const [before, encoded] = [Buffer.from([0x8a, 1]), encodeValue(value)];
  return {
    bytes: Buffer.concat([before, encoded, before]),
    from: before.length,
    to: before.length + encoded.length,
  };
};
const compared = (a: FirestoreValue, b: FirestoreValue): number | undefined => {
  const { bytes, from, to } = behind(a);
  const order = compareEncoded(bytes, from, to, encodeValue(b));
  return order === undefined ? undefined : Math.sign(order);
};

const text = fc.string({ unit: 'binary', maxLength: 300 }).map(str);
const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => int(String(value)));

test('of two texts the bytes tell the order', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compared(a, b)).toBe(Math.sign(compareValues(a, b)));
      expect(compared(a, a)).toBe(0);
    }),
  );
});

test('of two integers they tell it where both are exact, and else nothing', () => {
  const exact = fc.nat(2 ** 31).map(int);
  fc.assert(
    fc.property(fc.oneof(exact, integer), fc.oneof(exact, integer), (a, b) => {
      expect([undefined, Math.sign(compareValues(a, b))]).toContain(compared(a, b));
    }),
  );
  fc.assert(fc.property(exact, exact, (a, b) => expect(compared(a, b)).toBe(Math.sign(compareValues(a, b)))));
});

test('of values of two types, and of other types than these, they tell nothing', () => {
  const others = [NULL, bool(true), double(1), double(-0), time(5), list(int(1)), map({ a: int(1) })];
  for (const other of others) {
    expect(compared(other, other)).toBeUndefined();
    for (const value of [int(1), str('a')]) {
      expect(compared(value, other)).toBeUndefined();
      expect(compared(other, value)).toBeUndefined();
    }
  }
  expect(compared(int(1), str('a'))).toBeUndefined();
});

test.each([['a'], ['m.a'], ['m.b.c'], ['m.b'], ['m.none'], ['m.b.none'], ['a.b'], ['none'], ['none.a']])(
  'the value at %s is found where it lies',
  (dotted) => {
    const fields = { z: NULL, a: int(7), m: map({ a: str('x'), b: map({ c: list(int(1)) }) }), y: str('') };
    const path = dotted.split('.');
    const [bytes, finder] = [encodeFields(fields), new PathFinder(path)];
    const wanted = fieldAt(fields, path);
    expect(finder.find(bytes)).toBe(wanted !== undefined);
    if (wanted) expect(bytes.subarray(finder.from, finder.to)).toEqual(encodeValue(wanted));
  },
);
