import type { FieldTransform, FirestoreValue } from '../../../emulator/firestore/messages';
import { applyTransform } from '../../../emulator/firestore/transforms';
import { double, int, str } from './sample-values';

// The transforms that the Node client cannot send; the others are tested through it, in documents.test.ts.
type Extreme = 'maximum' | 'minimum';
const apply = (type: Extreme, before: FirestoreValue | undefined, operand: FirestoreValue) =>
  applyTransform({ fieldPath: 'a', transformType: type, [type]: operand } as FieldTransform, before, 0);

test.each<[Extreme, FirestoreValue | undefined, FirestoreValue, FirestoreValue]>([
  ['maximum', undefined, int(-5), int(-5)],
  ['maximum', str('x'), int(-5), int(-5)],
  ['maximum', int(1), double(1.5), double(1.5)],
  ['maximum', int(2), double(1.5), int(2)],
  ['maximum', int(0), double(0), int(0)],
  ['maximum', int(1), double(Number.NaN), double(Number.NaN)],
  ['minimum', int(1), double(0.5), double(0.5)],
  ['minimum', double(0), int(0), double(0)],
  ['minimum', double(Number.NaN), int(0), double(Number.NaN)],
])('%s of %j and %j', (type, before, operand, value) => {
  expect(apply(type, before, operand)).toEqual({ value, result: value });
});

test('the operand must be a number', () => {
  expect(() => apply('maximum', int(1), str('2'))).toThrow('must be an integer or a double');
});
