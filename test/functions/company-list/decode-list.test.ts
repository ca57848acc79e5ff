import { decodeList } from '../../../functions/company-list/decode-list';
import { CP932_CHARACTERS, cp932 } from './cp932';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => [...p]));
const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? little : little.swap16();
};

const TEXT = '会社名,備考\r\n髙島屋,① ㈱ ～ － ∥\r\n';
const LATIN = 'Company\nSociété Générale\n';

describe('one encoding', () => {
  test.each([
    ['utf-8', utf8(TEXT), TEXT],
    ['utf-8', utf8(LATIN), LATIN],
    ['utf-8', utf8(''), ''],
    ['utf-8-bom', bytes([0xef, 0xbb, 0xbf], utf8(TEXT)), TEXT],
    ['cp932', cp932(TEXT), TEXT],
    ['utf-16le', utf16(TEXT, true), TEXT],
    ['utf-16be', utf16(TEXT, false), TEXT],
  ])('%s', (encoding, input, text) => {
    expect(decodeList(input)).toEqual({ encoding, text, cut: false });
  });
});

test('the mark that old programs end a file with is gone; the line breaks of Unicode are some where there are no others', () => {
  expect(decodeList(cp932('会社名\r\n甲\r\n\u001a'))).toMatchObject({ text: '会社名\r\n甲\r\n' });
  expect(decodeList(utf8('会社名\u2028甲'))).toMatchObject({ text: '会社名\n甲' });
  expect(decodeList(utf8('会社名\n甲\u2028乙'))).toMatchObject({ text: '会社名\n甲\u2028乙' });
});

test.each([[[0xff]], [[0xe9]], [[0x0d, 0xe5, 0x79]], [[0x93, 0xfa]], [[0xc3, 0xa9]], [[0x41, 0xf6, 0x0a]]])(
  'two megabytes of %j are read or named, in seconds',
  (unit) => {
    const { user } = process.cpuUsage();
    expect(decodeList(Buffer.alloc(2_000_000, Buffer.from(unit)))).toHaveProperty('encoding');
    expect(process.cpuUsage().user - user).toBeLessThan(8_000_000);
  },
);

/** Microsoft's code page 932 as published (cp932.txt of unicode.org), where other tables of Shift_JIS differ. */
test.each([
  [[0x5c], '\\'],
  [[0x7e], '~'],
  [[0x81, 0x5c], '\u2015'],
  [[0x81, 0x5f], '\uff3c'],
  [[0x81, 0x60], '\uff5e'],
  [[0x81, 0x61], '\u2225'],
  [[0x81, 0x7c], '\uff0d'],
  [[0x81, 0x91], '\uffe0'],
  [[0x81, 0x92], '\uffe1'],
  [[0x81, 0xca], '\uffe2'],
  [[0x87, 0x40], '①'],
  [[0x87, 0x54], 'Ⅰ'],
  [[0x87, 0x8a], '㈱'],
  [[0xed, 0x95], '﨑'],
  [[0xfa, 0x40], 'ⅰ'],
  [[0xfa, 0x58], '㈱'],
  [[0xfa, 0xb1], '﨑'],
  [[0xfb, 0xfc], '髙'],
  [[0xb1], 'ｱ'],
])('the bytes %j are the character %s', (code, character) => {
  const decoded = decodeList(bytes(cp932('会社名\n'), code));
  expect(decoded).toEqual({ encoding: 'cp932', text: `会社名\n${character}`, cut: false });
});

test('every character of CP932 comes back as it was', () => {
  const text = CP932_CHARACTERS.join('\n');
  expect(CP932_CHARACTERS.length).toBe(7_326);
  expect(decodeList(cp932(text))).toEqual({ encoding: 'cp932', text, cut: false });
});

describe('more than one encoding', () => {
  const header = '会社名,備考\n';
  test.each([
    [
      'one UTF-8 line in CP932',
      bytes(cp932(`${header}甲社,\n乙社,\n`), utf8('丙社,\n')),
      4,
      'UTF-8: 4; Shift_JIS: 1–3',
    ],
    [
      'one CP932 line in UTF-8',
      bytes(utf8(header), cp932('甲社,\n'), utf8('乙社,\n')),
      2,
      'UTF-8: 1, 3; Shift_JIS: 2',
    ],
    ['after CR', bytes(cp932('会社名\r甲社\r乙社\r'), utf8('丙社\r')), 4, 'UTF-8: 4; Shift_JIS: 1–3'],
    ['after CRLF', bytes(cp932('会社名\r\n甲社\r\n乙社\r\n'), utf8('丙社')), 4, 'UTF-8: 4; Shift_JIS: 1–3'],
    ['an accented letter', bytes(cp932('会社名\n甲社\n'), utf8('Société\n')), 3, 'UTF-8: 3; Shift_JIS: 1–2'],
  ])('%s', (_, input, line, detail) => {
    const decoded = decodeList(input);
    expect(decoded).toMatchObject({ encoding: 'mixed', problem: { line, code: 'ENCODING_MIXED', detail } });
  });

  test('half-width kana that could be accented letters stay kana in a CP932 file', () => {
    expect(decodeList(cp932('会社名\nﾃｽ\n'))).toEqual({
      encoding: 'cp932',
      text: '会社名\nﾃｽ\n',
      cut: false,
    });
  });

  test('names the first twenty ranges', () => {
    const lines = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0 ? cp932('甲社\n') : utf8('乙社\n'),
    );
    const decoded = decodeList(bytes(...lines));
    const detail = 'problem' in decoded ? decoded.problem.detail : '';
    expect(detail).toMatch(/^UTF-8: 2, 4, .*, 40, …; Shift_JIS: 1, 3, .*, 39, …$/);
  });
});

test.each([
  ['a byte of neither', bytes(cp932('会社名\n'), [0xa0, 0xfd, 0xfe, 0x0a], cp932('甲社\n')), 2, '2'],
  ['a lead byte before a comma', bytes(cp932('会社名,備考\n甲'), [0x83, 0x2c], cp932('\n')), 2, '2'],
  ['a lone surrogate of UTF-16', bytes([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x41, 0x00]), null, undefined],
])('%s: unknown', (_, input, line, detail) => {
  const decoded = decodeList(input);
  expect(decoded).toMatchObject({ encoding: 'unknown', problem: { line, code: 'ENCODING_UNKNOWN' } });
  expect('problem' in decoded && decoded.problem.detail).toBe(detail);
});

test.each([
  ['utf-8', utf8('会社名\n甲社')],
  ['cp932', cp932('会社名\n甲社')],
  ['utf-16le', utf16('会社名\n甲社', true)],
])('%s that stops inside a character is cut', (encoding, whole) => {
  expect(decodeList(whole.subarray(0, -1))).toEqual({ encoding, text: '会社名\n甲\ufffd', cut: true });
});
