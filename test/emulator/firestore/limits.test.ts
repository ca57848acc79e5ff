import { checkCommit, checkValues } from '../../../emulator/firestore/limits';
import type { FieldTransform, FirestoreValue } from '../../../emulator/firestore/messages';
import { int, map, nameOf, str, vector } from './sample-values';

/** Maps within each other. */
const nested = (levels: number): FirestoreValue => (levels === 0 ? int(1) : map({ k: nested(levels - 1) }));

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
