import { assignFields, parseFieldMask, pickFields } from '../../../emulator/workbook/field-mask';

const value = { a: 1, b: { c: 2, d: { e: 3, f: 4 } }, list: [{ x: 1, y: 2 }, { y: 3 }] };

test.each([
  ['*', value],
  ['a', { a: 1 }],
  ['b.c,a', { a: 1, b: { c: 2 } }],
  ['b(c,d/e)', { b: { c: 2, d: { e: 3 } } }],
  ['b.d,b.d.e', { b: { d: { e: 3, f: 4 } } }],
  ['b.d.e,b.d', { b: { d: { e: 3, f: 4 } } }],
  ['b.*', { b: value.b }],
  ['list(x)', { list: [{ x: 1 }, {}] }],
  [' a , b . c ', { a: 1, b: { c: 2 } }],
])('%s', (text, picked) => {
  const mask = parseFieldMask(text);
  if (mask === undefined) throw new Error('No mask.');
  expect(pickFields(value, mask)).toEqual(picked);
});

test.each(['', 'a,', 'a(b', 'a)', ',a', 'a..b', 'a b;c'])('%j is no mask', (text) => {
  expect(parseFieldMask(text)).toBeUndefined();
});

test.each([
  ['a', { a: 9 }, { ...value, a: 9 }],
  ['a', {}, { b: value.b, list: value.list }],
  ['b.d', { b: { d: { e: 9 } } }, { ...value, b: { c: 2, d: { e: 9 } } }],
  ['b.d.e', {}, { ...value, b: { c: 2, d: { f: 4 } } }],
  ['b.c,b.d', { a: 'ignored' }, { a: 1, list: value.list }],
  ['*', { a: 5 }, { a: 5 }],
])('assigning %s of %j', (text, source, expected) => {
  const before = structuredClone(value);
  expect(assignFields(value, source, parseFieldMask(text) ?? null)).toEqual(expected);
  expect(value).toEqual(before);
});
