import { readFileSync, writeFileSync } from 'node:fs';
import { markersIn, readUnverified, withUnverified } from './not-verified';

const PAGE = 'docs/operate.md';

test(`${PAGE} lists what the code says is not verified (UPDATE_DOCS=1 npm test -- not-verified writes it anew)`, () => {
  const page = readFileSync(PAGE, 'utf8');
  const made = withUnverified(page, readUnverified());
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, made);
  expect(readFileSync(PAGE, 'utf8')).toBe(made);
});

test.each<[string, string, string[]]>([
  ['a line', '// Not verified against Google: how long it takes.\nrun();', ['how long it takes']],
  ['a block of one line', '/** Says. Not verified against Google: 1.5 seconds. More. */', ['1.5 seconds']],
  [
    'a block of several lines',
    '/**\n * Reads.\n * Not verified against Google: that it\n * comes back.\n */',
    ['that it comes back'],
  ],
  ['several line comments', '  // Not verified against Google: this\n  // and that.\n', ['this and that']],
  [
    'two in one comment',
    '/** Not verified against Google: a. Not verified against Google: b. */',
    ['a', 'b'],
  ],
  ['a text', "print('Not verified against Google: nothing.');", []],
])('a marker in %s', (_, source, found) => {
  expect(markersIn(source)).toEqual(found);
});

test('a page without a place is a mistake', () => {
  expect(() => withUnverified('# Page', [])).toThrow('no place');
});
