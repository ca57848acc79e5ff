import { isJsonObject, isText, parseJson } from '../../../apps-script/server/json-values';

test.each([
  ['{"a":1}', { a: 1 }, true],
  ['[1]', [1], false],
  ['null', null, false],
  ['"{}"', '{}', false],
  ['', undefined, false],
  ['<html>', undefined, false],
])('%s is parsed to %j; an object: %p', (json, value, isObject) => {
  expect(parseJson(json)).toEqual(value);
  expect(isJsonObject(value)).toBe(isObject);
});

test.each([
  [{ ja: 'はい', en: 'Yes' }, true],
  [{ ja: 'はい', en: 'Yes', fr: 'Oui' }, true],
  [{ ja: 'はい' }, false],
  [{ ja: 'はい', en: 1 }, false],
  [['はい', 'Yes'], false],
  [null, false],
])('%j is a text in both languages: %p', (value, expected) => {
  expect(isText(value)).toBe(expected);
});
