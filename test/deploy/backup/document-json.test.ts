import { GeoPoint, Timestamp } from '@google-cloud/firestore';
import fc from 'fast-check';
import { documentLine, readDocumentLine } from '../../../deploy/backup/document-json';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.maxSafeInteger(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc
      .tuple(
        fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
        fc.integer({ min: 0, max: 999_999_999 }),
      )
      .map(([seconds, nanos]) => new Timestamp(seconds, nanos)),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('$time', '$map', '$bytes', '$number', '$')),
      tie('any'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).any;

const document = fc.record({
  path: fc.constant('accounts/a_1'),
  fields: fc.dictionary(fc.oneof(fc.string(), fc.constant('$map')), value, { noNullPrototype: true }),
});

test('whatever is stored comes back as it was, from one line', () => {
  void fc.assert(
    fc.property(document, (stored) => {
      const line = documentLine(stored);
      expect(line).not.toContain('\n');
      expect(readDocumentLine(line)).toEqual(stored);
      expect(documentLine(readDocumentLine(line))).toBe(line);
    }),
  );
});

test('fields in another order are the same document', () => {
  expect(documentLine({ path: 'a/b', fields: { x: { b: 1, a: 2 }, y: 0 } })).toBe(
    documentLine({ path: 'a/b', fields: { y: 0, x: { a: 2, b: 1 } } }),
  );
});

test('a value that Hachi never stores is refused, not kept as something else', () => {
  expect(() => documentLine({ path: 'a/b', fields: { at: new GeoPoint(1, 2) } })).toThrow('not backed up');
});

test.each(['{"$time":"x"}', '{"$what":1}', '{"$map":1}', '{"$bytes":1,"a":2}'])(
  '%s is no value of a backup',
  (json) => {
    expect(() => readDocumentLine(`["a/b",{"x":${json}}]`)).toThrow('Not a value of a backup');
  },
);
