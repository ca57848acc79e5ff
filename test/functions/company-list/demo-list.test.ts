import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeList } from '../../../functions/company-list/decode-list';
import { readCompanyList } from '../../../functions/company-list/read-list';

/** The list that the demo brings: real companies as EDINET delivers them. */
const bytes = readFileSync(join(__dirname, '../../../emulator/demo/listed-companies.csv'));
const list = readCompanyList(bytes);

test('reads without a problem, one row a line', () => {
  expect(list).toMatchObject({ encoding: 'cp932', delimiter: ',', problems: [] });
  expect(list.rows.map(({ line }) => line)).toEqual(list.rows.map((_, index) => index + 2));
  expect(list.rows).toHaveLength(385);
});

test('every corporate number has 13 digits, seven companies have none', () => {
  const numbers = list.rows.map(({ values }) => values.corporateNumber);
  expect(numbers.filter((number) => number === undefined)).toHaveLength(7);
  for (const number of numbers) if (number !== undefined) expect(number).toMatch(/^\d{13}$/);
});

/** SHA-256 of the file as UTF-8 according to another decoder: `iconv -f CP932 -t UTF-8 listed-companies.csv | sha256sum`. */
test('no character differs from what another decoder reads', () => {
  const decoded = decodeList(bytes);
  const text = 'text' in decoded ? decoded.text : '';
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '62911f73c10c7817a95f19030a937991f6bd57c78f8857ff7d28ec7da15e2376',
  );
});

test('unusual characters are as delivered', () => {
  const everything = list.rows.map(({ values }) => Object.values(values).join(' ')).join(' ');
  for (const character of '髙德\ufa1b㈱Ⅱ－‐―＃＆「」。　') expect(everything).toContain(character);
});

test('the columns of EDINET', () => {
  const fields = Object.fromEntries(list.columns.map(({ header, field }) => [header, field]));
  expect(fields).toEqual({
    ＥＤＩＮＥＴコード: 'listId',
    提出者種別: null,
    上場区分: null,
    連結の有無: null,
    資本金: null,
    決算日: null,
    提出者名: 'name',
    '提出者名（英字）': 'englishName',
    '提出者名（ヨミ）': 'kana',
    所在地: 'address',
    提出者業種: 'industry',
    証券コード: 'securitiesCode',
    提出者法人番号: 'corporateNumber',
  });
});

test('cut at any byte of a row, the file says so and the rows before are kept', () => {
  const [header, first, second] = bytes.toString('latin1').split('\r\n');
  const start = `${header}\r\n${first}\r\n`.length;
  for (let length = 1; length < (second?.length ?? 0); length++) {
    const { rows, problems } = readCompanyList(bytes.subarray(0, start + length));
    expect(problems).toMatchObject([{ line: 3, code: 'CUT' }]);
    expect(rows).toEqual(list.rows.slice(0, 1));
  }
});
