import { encodeFields } from '../../../emulator/firestore/field-bytes';
import { checkCommit, checkSize, checkValues } from '../../../emulator/firestore/limits';
import type { FieldTransform, FirestoreValue } from '../../../emulator/firestore/messages';
import { int, map, nameOf, str, vector } from './sample-values';

/** Maps within each other. */
const nested = (levels: number): FirestoreValue => (levels === 0 ? int(1) : map({ k: nested(levels - 1) }));

const integers = (count: number): FirestoreValue => ({
  valueType: 'arrayValue',
  arrayValue: { values: Array.from({ length: Math.floor(count) }, () => int(0)) },
});

test('maps are at most 20 levels deep, the document included', () => {
  expect(() => checkValues({ a: nested(19) })).not.toThrow();
  expect(() => checkValues({ a: nested(20) })).toThrow('exceeds the maximum depth of 20');
});

test('the marker of a vector is the only reserved name that is allowed', () => {
  expect(() => checkValues({ a: vector(1) })).not.toThrow();
  expect(() => checkValues({ a: map({ __type__: str('other') }) })).toThrow(
    'field name __type__ is reserved',
  );
});

const MIB = 1_048_576;
/** By https://firebase.google.com/docs/firestore/storage-size: the name of c/a 20 bytes, the document 32, the field's name 2. */
const LARGEST_VALUE = MIB - 20 - 32 - 2;

test.each<[string, FirestoreValue, FirestoreValue]>([
  ['of one byte each', str('x'.repeat(LARGEST_VALUE - 1)), str('x'.repeat(LARGEST_VALUE))],
  ['that count more than they take', integers(LARGEST_VALUE / 8), integers(LARGEST_VALUE / 8 + 1)],
])('a document of 1 MiB is taken and a larger one refused: values %s', (_, largest, larger) => {
  expect(() => checkSize(nameOf('c/a'), encodeFields({ f: largest }))).not.toThrow();
  expect(() => checkSize(nameOf('c/a'), encodeFields({ f: larger }))).toThrow('maximum entity size');
});

test('a document takes at most 500 transforms in a commit', () => {
  const commit = (count: number) => () =>
    checkCommit([
      {
        operation: 'update',
        update: { name: nameOf('c/a') },
        updateTransforms: Array.from(
          { length: count },
          (_, i): FieldTransform => ({ fieldPath: `f${i}`, transformType: 'increment', increment: int(1) }),
        ),
      },
    ]);
  expect(commit(500)).not.toThrow();
  expect(commit(501)).toThrow('maximum number of field transforms');
});
