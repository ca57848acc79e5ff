import {
  decodeFields,
  decodeValue,
  elementBytes,
  encodeFields,
  fieldsBeside,
  selectFields,
  valueBytes,
} from '../../../emulator/firestore/field-bytes';
import type { FirestoreValue } from '../../../emulator/firestore/messages';
import { hasElement, StoredDocument, valueAt } from '../../../emulator/firestore/stored-document';
import { bool, bytes, double, int, list, map, NULL, nameOf, ref, str, time, vector } from './sample-values';

const VALUES: Record<string, FirestoreValue> = {
  nothing: NULL,
  yes: bool(true),
  no: bool(false),
  whole: int('-9223372036854775808'),
  small: int(300),
  zero: int(0),
  exact: int('9007199254740993'),
  half: double(0.5),
  nan: double(Number.NaN),
  minusZero: double(-0),
  text: str('㈱髙﨑 \u{1F600}'),
  empty: str(''),
  long: str('x'.repeat(20_000)),
  bytes: bytes(0, 255),
  time: time(-1, 5000),
  now: time(1_700_000_000, 123_456_000),
  start: time(0),
  reference: ref('c/b'),
  list: list(int(1), str('a'), map({ deep: list(bool(true)) })),
  map: map({ k: str('inner') }),
  vector: vector(1, 2),
  名前: str('a key of several bytes'),
};
const encoded = encodeFields(VALUES);

test('every kind of value comes back as it was', () => {
  expect(decodeFields(encoded)).toEqual(VALUES);
  expect(decodeFields(encodeFields({}))).toEqual({});
});

test.each(Object.entries(VALUES))('%s is found and decoded without the others', (name, value) => {
  const found = valueBytes(encoded, name);
  expect(found && decodeValue(found)).toEqual(value);
});

test.each(['tex', 'textt', '', 'k', 'deep'])('a field that the document lacks, %p, is not found', (name) => {
  expect(valueBytes(encoded, name)).toBeUndefined();
});

test('fields are selected without decoding them', () => {
  expect(decodeFields(selectFields(encoded, ['名前', 'other', 'list', 'nothing']))).toEqual({
    nothing: VALUES.nothing,
    list: VALUES.list,
    名前: VALUES.名前,
  });
  expect(decodeFields(selectFields(encoded, []))).toEqual({});
});

test('fields are left out without decoding the others', () => {
  const { text, list: listed, 名前, ...others } = VALUES;
  expect(decodeFields(fieldsBeside(encoded, ['名前', 'other', 'list', 'text']))).toEqual(others);
  expect(fieldsBeside(encoded, [])).toEqual(encoded);
});

test('the elements of an array are found one by one; another value has none', () => {
  const elementsOf = (name: string) => [...elementBytes(valueBytes(encoded, name) ?? Buffer.alloc(0))];
  expect(elementsOf('list').map((one) => decodeValue(one))).toEqual([
    int(1),
    str('a'),
    map({ deep: list(bool(true)) }),
  ]);
  for (const name of Object.keys(VALUES)) if (name !== 'list') expect(elementsOf(name)).toEqual([]);
});

test('a stored document holds little more than the bytes of its values', () => {
  const keys = Array.from({ length: 100 }, (_, index) => str(`key ${index}`));
  const { fieldBytes } = StoredDocument.of(nameOf('c/a'), { keys: list(...keys) }, 1, 1);
  expect(fieldBytes.length).toBeLessThan(100 * 14);
  // A buffer that were part of a larger one would keep all of that.
  expect(fieldBytes.buffer.byteLength).toBeLessThan(16_384);
});

test.each([
  [['map', 'k'], str('inner')],
  [['map', 'other'], undefined],
  [['vector', 'value'], undefined],
  [['text', 'k'], undefined],
  [['__name__'], ref('c/a')],
])('the value at %j is %j', (path, value) => {
  expect(valueAt(StoredDocument.of(nameOf('c/a'), VALUES, 1, 1), path)).toEqual(value);
});

const ARRAYS = StoredDocument.of(
  nameOf('c/a'),
  { list: list(...Object.values(VALUES)), map: map({ list: list(str('a'), int(1)) }), text: str('a') },
  1,
  1,
);
test.each(Object.entries(VALUES))('an array with %s in it has it as an element', (_, value) => {
  expect(hasElement(ARRAYS, ['list'], [int(7), str('other'), value])).toBe(true);
});
test.each<[string[], FirestoreValue[], boolean]>([
  [['list'], [int(7), str('other'), bytes(1)], false],
  [['list'], [], false],
  [['list'], [int(0)], true],
  [['map', 'list'], [str('b'), double(1)], true],
  [['map', 'list'], [str('b'), str('1')], false],
  [['map'], [str('list')], false],
  [['text'], [str('a')], false],
  [['nothing'], [NULL], false],
  [['__name__'], [ref('c/a')], false],
])('of %j, %j are elements: %s', (path, values, isElement) => {
  expect(hasElement(ARRAYS, path, values)).toBe(isElement);
});
