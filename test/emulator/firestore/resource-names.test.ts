import {
  parseDatabase,
  parseDocumentName,
  parseFieldPath,
  parseParent,
} from '../../../emulator/firestore/resource-names';
import { nameOf } from './sample-values';

test.each([
  ['a', ['a']],
  ['a.b_1.C', ['a', 'b_1', 'C']],
  ['a.`b c.d`', ['a', 'b c.d']],
  ['`a\\`b\\\\c`', ['a`b\\c']],
  ['``', ['']],
  ['`日本`.a', ['日本', 'a']],
])('field path %s', (text, path) => {
  expect(parseFieldPath(text)).toEqual(path);
});

test.each(['', '1a', 'a.', '.a', 'a b', 'a..b', '`a', '日本', undefined])('no field path: %s', (text) => {
  expect(() => parseFieldPath(text)).toThrow('is invalid');
});

test('a document name has its collection and its ID', () => {
  const name = nameOf('c/a/d/b');
  expect(parseDocumentName(name)).toEqual({ name, collection: nameOf('c/a/d'), id: 'b' });
});

test('a collection is no document, and no parent', () => {
  expect(() => parseDocumentName(nameOf('c'))).toThrow('odd number of segments');
  expect(() => parseParent(nameOf('c'))).toThrow('odd number of segments');
});

test.each(['c/a', 'c/a/d/b'])('%s is a parent', (path) => {
  const parent = nameOf(path);
  expect(parseParent(parent)).toEqual({ database: 'projects/demo-x/databases/(default)', parent });
});

test.each([undefined, '', 'projects/demo-x', 'databases/x'])('no database: %s', (name) => {
  expect(() => parseDatabase(name)).toThrow('Invalid database name');
});
