import { definedFields } from '../../../../functions/domain/account/defined-fields';

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
