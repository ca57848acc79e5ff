import fc from 'fast-check';
import { parseCorporateNumber } from '../../../../functions/domain/company/corporate-number';

/** Real numbers of listed companies. 出典: EDINET（金融庁）, code list of January 2026. */
const REAL_NUMBERS = [
  ['1010401033225', '株式会社極洋'],
  ['8010001034889', '株式会社ニチレイ'],
  ['8120001031181', '第一稀元素化学工業株式会社'],
  ['2010001008650', 'AGC株式会社'],
  ['7500001003977', '三浦工業株式会社'],
  ['7010001005536', '株式会社TBグループ'],
  ['1180001092357', '愛三工業株式会社'],
  ['2020001028152', '株式会社ニックス'],
  ['5010001017343', '株式会社栄電子'],
  ['6010401005715', '株式会社グローバルダイニング'],
  ['4011101034411', 'HSホールディングス株式会社'],
  ['4290001007004', '九州電力株式会社'],
  ['7010701022764', '株式会社メンバーズ'],
  ['1120001089458', '株式会社翻訳センター'],
  ['7010001142692', 'JALCOホールディングス株式会社'],
  ['9010001145867', '株式会社モバイルファクトリー'],
  ['7020001042025', '株式会社トラース・オン・プロダクト'],
  ['8180001060415', '株式会社アールプランナー'],
  ['2122001021985', '株式会社STG'],
  ['6430001032588', '株式会社GSI'],
] as const;
const aRealNumber = fc.constantFrom(...REAL_NUMBERS.map(([number]) => number));

test.each(REAL_NUMBERS)('%s of %s is accepted', (number) => {
  expect(parseCorporateNumber(number)).toEqual({ number });
});

test.each([
  '5-0700-0100-0715',
  '登録番号T5070001000715',
  '法人番号：5070001000715',
  '№5070001000715',
  'No. 5070001000715',
  '5070001\u200b000715\u00a0',
  '5070 0010 00715',
  '　5070001000715 ',
  '５０７０００１０００７１５',
  '５－０７００－０１００－０７１５',
  '5ー0700ー0100ー0715',
  'T5070001000715',
  't5070001000715',
  'Ｔ５０７０００１０００７１５',
  'T-5070001000715',
  '5070001000715.0',
  '5070001000715.00',
  '5,070,001,000,715',
  "'5070001000715",
  '5.070001000715E+12',
])('%j is accepted as 5070001000715', (input) => {
  expect(parseCorporateNumber(input)).toEqual({ number: '5070001000715' });
});

test.each([
  ['1.23E+12', 'CORPORATE_NUMBER_MANGLED'],
  ['5.07E+12', 'CORPORATE_NUMBER_MANGLED'],
  ['5.07e12', 'CORPORATE_NUMBER_MANGLED'],
  ['５．０７Ｅ＋１２', 'CORPORATE_NUMBER_MANGLED'],
  ['5E+12', 'CORPORATE_NUMBER_MANGLED'],
  ['5.07000100071E+12', 'CORPORATE_NUMBER_MANGLED'],
  ['5070001000000', 'CORPORATE_NUMBER_MANGLED'],
  ['5070000000000', 'CORPORATE_NUMBER_MANGLED'],
  ['T1234560000000', 'CORPORATE_NUMBER_MANGLED'],
  ['4070001000715', 'CORPORATE_NUMBER_CHECK_DIGIT'],
  ['0000000000000', 'CORPORATE_NUMBER_MANGLED'],
  ['', 'CORPORATE_NUMBER_FORMAT'],
  ['070001000715', 'CORPORATE_NUMBER_FORMAT'],
  ['50700010007150', 'CORPORATE_NUMBER_FORMAT'],
  ['5070001000715.5', 'CORPORATE_NUMBER_FORMAT'],
  ['TT5070001000715', 'CORPORATE_NUMBER_FORMAT'],
  ['五〇七〇〇〇一〇〇〇七一五', 'CORPORATE_NUMBER_FORMAT'],
  ['#REF!', 'CORPORATE_NUMBER_FORMAT'],
  ['非公開', 'CORPORATE_NUMBER_FORMAT'],
])('%j is refused: %s', (input, problem) => {
  expect(parseCorporateNumber(input)).toEqual({ problem });
});

// Reckoned from the left and in another order than the code does, from the same ordinance.
function isRight(number: string): boolean {
  const digits = [...number].map(Number);
  const weighted = digits.slice(1).map((digit, index) => digit * (index % 2 === 0 ? 2 : 1));
  return digits[0] === 9 - (weighted.reduce((sum, value) => sum + value) % 9);
}

test('of any 13 digits exactly those with the right first digit are accepted', () => {
  const anyDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 });
  fc.assert(
    fc.property(
      fc.oneof(
        anyDigits.map((digits) => digits.join('')),
        aRealNumber,
      ),
      (number) => {
        expect('number' in parseCorporateNumber(number)).toBe(isRight(number));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a wrong digit is noticed, except 0 for 9 and 9 for 0, which weigh the same', () => {
  fc.assert(
    fc.property(aRealNumber, fc.nat(12), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const digit = Number(number[place]);
      const wrong = (digit + shift) % 10;
      const slip = `${number.slice(0, place)}${wrong}${number.slice(place + 1)}`;
      const goesUnnoticed = place > 0 && digit % 9 === wrong % 9;
      expect('number' in parseCorporateNumber(slip)).toBe(goesUnnoticed);
    }),
    { numRuns: 1_000 },
  );
});
