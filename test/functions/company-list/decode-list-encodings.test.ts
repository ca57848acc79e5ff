import fc from 'fast-check';
import { decodeList } from '../../../functions/company-list/decode-list';
import { CP932_CHARACTERS } from './cp932';
import { EUC_CHARACTERS, JAPANESE_ENCODERS } from './encoders';

const inBoth = EUC_CHARACTERS.filter((character) => CP932_CHARACTERS.includes(character));
const HALF_WIDTH = Array.from({ length: 63 }, (_, index) => String.fromCharCode(0xff61 + index));
const COMMON = [...'株式会社日本東京大阪製作所アイウエオぁあいのー①㈱'];

const linesOf = (character: fc.Arbitrary<string>, minLines: number) =>
  fc
    .array(
      fc.array(character, { minLength: 1, maxLength: 8 }).map((characters) => characters.join('')),
      { minLength: minLines, maxLength: 6 },
    )
    .map((lines) => `${lines.join('\n')}\n`);
const anyText = linesOf(
  fc.oneof(
    fc.constantFrom(...inBoth),
    fc.constantFrom(...HALF_WIDTH),
    fc.constantFrom(...COMMON),
    fc.constantFrom(...'ab,Z"1 \t'),
  ),
  1,
);

const encoders = Object.entries(JAPANESE_ENCODERS);

test.each(encoders)('any Japanese text in %s is read as it was, or asked about', (_, encode) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const decoded = decodeList(encode(text));
      if ('text' in decoded) expect(decoded.text).toBe(text);
      else expect(decoded.problem.code).toMatch(/^ENCODING_(AMBIGUOUS|MIXED|UNKNOWN)$/);
    }),
  );
});

test.each(encoders)('a list in %s is read without a question', (name, encode) => {
  fc.assert(
    fc.property(linesOf(fc.constantFrom(...COMMON), 1), (lines) => {
      const text = `会社名,住所\n${lines}`;
      expect(decodeList(encode(text))).toEqual({ encoding: name.split(' ')[0], text, cut: false });
    }),
  );
});

test.each(encoders)('%s that is named is not looked for', (name, encode) => {
  const named = { 'utf-8-bom': 'utf-8' as const }[name] ?? name.split(' ')[0];
  const decoded = decodeList(encode('ﾃｽ\n'), named as never);
  expect('text' in decoded && decoded.text.replace('\ufeff', '')).toBe('ﾃｽ\n');
});

test('a question shows each reading; an encoding that cannot be is refused', () => {
  const bytes = Uint8Array.from([0xc3, 0xbd, 0x0a]);
  expect(decodeList(bytes)).toMatchObject({
    encoding: 'unknown',
    problem: { code: 'ENCODING_AMBIGUOUS', detail: 'UTF-8: ý / Shift_JIS: ﾃｽ / EUC-JP: 箪' },
  });
  expect(decodeList(bytes, 'cp932')).toEqual({ encoding: 'cp932', text: 'ﾃｽ\n', cut: false });
  expect(decodeList(Uint8Array.from([0x83, 0x2c]), 'cp932')).toMatchObject({
    problem: { code: 'ENCODING_NOT_AS_NAMED', detail: 'Shift_JIS' },
  });
});

/** The bytes, in hexadecimal. */
test.each([
  [
    'Chinese of Taiwan (Big5)',
    'a4bda571a657bad92cb971b8dc0aa578c657bf6ec5e9b971b8f4bb73b3792c30320ac245aefcbaebb14ba475b77e2c30320a',
  ],
  [
    'Chinese of Taiwan beside English headers',
    '436f6d70616e792c436974790aa578c657bf6ec5e9b971b8f4bb73b3792c30320a',
  ],
  ['Chinese (GBK)', 'b9abcbbec3fbb3c62cb5e7bbb00accdad1b6bfc6bcbc2c303735350a'],
  ['Korean (EUC-KR)', 'c8b8bbe7b8ed2cc0fcc8ad0abbefbcbac0fcc0da2c30322d310ac7f6b4ebc0dab5bfc2f72c30322d320a'],
  [
    'Russian (Windows-1251)',
    '436f6d70616e792c436974790ac3e0e7eff0eeec2ccceef1eae2e00acbf3eaeee9eb2ccceef1eae2e00a',
  ],
  ['Greek (ISO-8859-7)', '436f6d70616e792c436974790ac1ebf6e120d4f1e1f0e5e6e12cc1e8e7ede10a'],
  [
    'the Macintosh',
    '436f6d70616e792c436974790a4d9f6c6c657220476d62482c4d9f6e6368656e0a836c65637472696369748e2c50617269730a',
  ],
  ['Polish (Windows-1250)', '436f6d70616e792c436974790a5370f3b36b6120a3f3649f2ca3f3649f0a'],
])('%s, which is none of ours, is asked about: no wrong character comes out', (_, bytes) => {
  expect(decodeList(Buffer.from(bytes, 'hex'))).toMatchObject({
    encoding: 'unknown',
    problem: { code: expect.stringMatching(/^ENCODING_/) },
  });
});

test('a stray zero byte makes no UTF-16 of a text', () => {
  expect(decodeList(Buffer.from('会社名\n甲\0社\n乙\n'))).toMatchObject({ encoding: 'utf-8' });
});
