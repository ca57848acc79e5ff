import { isAscii, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { trimSpaces } from '../../../functions/company-list/clean-cell';
import type { ListMapping } from '../../../functions/company-list/columns';
import type { CompanyList } from '../../../functions/company-list/company-list';
import { readNameCell } from '../../../functions/company-list/name-cell';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { namesSeveralCompanies } from '../../../functions/domain/company/name/names-a-company';
import { CP932_CHARACTERS, cp932 } from './cp932';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, headers: ListMapping['headers'] = {}): CompanyList =>
  readCompanyList(utf8(text), { mapping: { headers } });

const FIELDS = { 会社名: 'name', 所在地: 'address', 備考: 'note' } as const;
const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const written = (rows: string[][], delimiter: string, br: string): string =>
  [Object.keys(FIELDS), ...rows].map((row) => row.map(quote).join(delimiter) + br).join('');
const expected = (rows: string[][]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.values(FIELDS)
        .map((field, index) => [field, row[index]?.replace(/^[ 　]+|[ 　]+$/g, '') ?? ''])
        .filter(([, value]) => value !== ''),
    ),
  );

const isAlsoUtf8 = (line: string): boolean => {
  const bytes = Buffer.from(line, 'latin1');
  return !isAscii(bytes) && isUtf8(bytes);
};

const plain = fc.constantFrom(
  ' ',
  '　',
  '"',
  ',',
  '\t',
  ';',
  '\n',
  '\r\n',
  'a',
  '株',
  '1',
  '\\',
  '~',
  'ｱ',
  'ﾃｽ',
);
const rowsOf = (character: fc.Arbitrary<string>) => {
  const value = fc.array(fc.oneof(plain, character), { maxLength: 12 }).map((parts) => parts.join(''));
  return fc.array(
    fc
      .tuple(value, value, value)
      // Several companies in one cell are a problem.
      .filter(([name]) => !namesSeveralCompanies(`甲${name}`))
      // What stands beside the name in its cell goes elsewhere.
      .filter(([name]) => readNameCell(trimSpaces(`甲${name}`)).name === trimSpaces(`甲${name}`))
      // A ditto mark stands for the value above.
      .filter(([, ...others]) => !others.some((value) => /^\s*[〃々]\s*$/.test(value)))
      .map(([name, address, note]) => [`甲${name}`, address, note]),
    { minLength: 1, maxLength: 8 },
  );
};
const anyCharacter = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
  // What nobody sees, and the apostrophe that guards a formula, are taken away.
  .filter((character) => !/[\p{C}\p{Z}\ufffd']/u.test(character));
const file = <T>(rows: fc.Arbitrary<T>) =>
  fc.tuple(rows, fc.constantFrom(',', '\t', ';'), fc.constantFrom('\n', '\r\n', '\r'));

test('UTF-8, with and without its mark', () => {
  fc.assert(
    fc.property(file(rowsOf(anyCharacter)), fc.boolean(), ([rows, delimiter, br], bom) => {
      const list = read((bom ? '\ufeff' : '') + written(rows, delimiter, br));
      expect(list).toMatchObject({ encoding: bom ? 'utf-8-bom' : 'utf-8', delimiter, problems: [] });
      expect(list.rows.map(({ values }) => values)).toEqual(expected(rows));
    }),
  );
});

test('CP932', () => {
  fc.assert(
    fc.property(file(rowsOf(fc.constantFrom(...CP932_CHARACTERS))), ([rows, delimiter, br]) => {
      const bytes = cp932(written(rows, delimiter, br));
      // A line that is UTF-8 too, such as 筥９ alone, is refused rather than guessed.
      fc.pre(
        !Buffer.from(bytes)
          .toString('latin1')
          .split(/[\r\n]/)
          .some(isAlsoUtf8),
      );
      const list = readCompanyList(bytes);
      expect(list).toMatchObject({ encoding: 'cp932', delimiter, problems: [] });
      expect(list.rows.map(({ values }) => values)).toEqual(expected(rows));
    }),
  );
});

test('whatever the bytes are, there is an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const list = readCompanyList(Uint8Array.from([...utf8('name,id\n'), ...bytes]));
      // A line that is left out is told by a note.
      expect(list.rows.length + list.problems.length + list.notes.length).toBeGreaterThan(0);
    }),
  );
});
