import { z } from 'zod';
import {
  checkedDocument,
  checkedFields,
  documentKind,
  readDocument,
  readDocumentOrNull,
} from '../../../functions/store/document-kind';

const fields = z.object({
  name: z.string(),
  note: z.string().exactOptional(),
  places: z.array(z.object({ id: z.string() })).default([]),
});
const KIND = documentKind({ kind: 'batch', parse: (data) => fields.parse(data) });
const PLACE = { accountId: null, id: 'b_1' };
const check = (data: object) => checkedDocument(KIND, PLACE, data);
const unwritable = (names: string[]) =>
  expect.objectContaining({
    name: 'UnreadableDocumentError',
    document: { kind: 'batch', ...PLACE, fields: names },
  });

test('a document that can be read again is checked as it is, with what is read over', () => {
  const data = { name: 'x', other: new Date(0) };
  expect(check(data)).toBe(data);
  expect(readDocument(KIND, PLACE, data)).toEqual({ name: 'x', places: [] });
});

test.each<[string, object, string[]]>([
  ['nothing of what it needs', {}, ['name']],
  ['undefined, which the store leaves out', { name: undefined }, ['name']],
  ['another type', { name: 7 }, ['name']],
  ['something undefined within', { name: 'x', places: [{ id: undefined }] }, ['places.0.id']],
])('a document with %s is not written', (_name, data, names) => {
  expect(() => check(data)).toThrow(unwritable(names));
});

test('what may be absent may be undefined, since the store leaves it out', () => {
  expect(() => check({ name: 'x', note: undefined })).not.toThrow();
});

test('changed fields are checked with what is stored beside them', () => {
  const stored = { name: 'x', places: [] };
  expect(checkedFields(KIND, PLACE, stored, { note: 'y' })).toEqual({ note: 'y' });
  expect(() => checkedFields(KIND, PLACE, stored, { note: 7 })).toThrow(unwritable(['note']));
  expect(() => checkedFields(KIND, PLACE, undefined, { note: 'y' })).toThrow(unwritable(['name']));
});

test('parts that a kind passes over are not written, unless they were stored so before', () => {
  const tolerant = documentKind({
    kind: 'team',
    parse: (data) => Object.entries(z.record(z.string(), z.unknown()).parse(data)),
    passedOver: (members) => members.flatMap(([id, name]) => (typeof name === 'string' ? [] : id)),
  });
  const write = (known?: string[]) => checkedDocument(tolerant, PLACE, { a: 'x', b: 7 }, known);
  expect(write(['b'])).toEqual({ a: 'x', b: 7 });
  expect(() => write()).toThrow(
    expect.objectContaining({ document: { kind: 'team', ...PLACE, fields: ['b'] } }),
  );
});

test('what is stored and cannot be read is a problem of that document, or nothing where it can be made anew', () => {
  expect(() => readDocument(KIND, PLACE, { name: 7 })).toThrow(unwritable(['name']));
  expect(readDocumentOrNull(KIND, PLACE, { name: 7 })).toBeNull();
  expect(readDocumentOrNull(KIND, PLACE, undefined)).toBeNull();
});
