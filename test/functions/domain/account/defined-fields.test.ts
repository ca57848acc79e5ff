import { definedFields, saidOrKnown } from '../../../../functions/domain/account/defined-fields';

test('only undefined fields are left out, and the others keep their order', () => {
  const nothing: string | undefined = undefined;
  const value = definedFields({ b: null, name: nothing, a: '', n: 0, is: false });
  expect(value).toStrictEqual({ b: null, a: '', n: 0, is: false });
  expect(Object.keys(value)).toEqual(['b', 'a', 'n', 'is']);
});

test('what may be undefined may be absent, and nothing else', () => {
  const read = (phone: string | undefined): { name: string; phone?: string } =>
    definedFields({ name: 'Sato', phone });
  expect(read(undefined)).toStrictEqual({ name: 'Sato' });
  expect(read('03')).toStrictEqual({ name: 'Sato', phone: '03' });
});

test.each<[said: string | null | undefined, known: string | null | undefined, expected: string | null]>([
  ['new', 'old', 'new'],
  ['new', undefined, 'new'],
  [undefined, 'old', 'old'],
  [undefined, undefined, null],
  [null, 'old', null],
  ['', 'old', ''],
])('said %p, known %p: %p', (said, known, expected) => {
  expect(saidOrKnown(said, known)).toBe(expected);
});
