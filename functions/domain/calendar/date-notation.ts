/**
 * Brings a date's text into one notation: half-width lower-case letters and digits, whatever its numerals, months, eras and
 * dashes were.
 */

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const NUMERALS = '〇一二三四五六七八九';

const NTH = 'first second third fourth fifth'.split(' ');
const NTH_IN_WORDS = new RegExp(
  `\\b(?:${NTH.join('|')})(?= (?:mon(?!th)|tue|wed|thu|fri|sat|sun|week|business|working))`,
  'g',
);

/** The value of 二〇二六, 二十九 or 二千二十六 in digits; a number longer than a year is left as it is. */
const valueOfNumerals = (numerals: string): string => {
  let sum = 0;
  let digits = 0;
  for (const numeral of numerals) {
    const value = NUMERALS.indexOf(numeral);
    if (value >= 0) digits = digits * 10 + value;
    else {
      sum += (digits || 1) * 10 ** ('十百千'.indexOf(numeral) + 1);
      digits = 0;
    }
  }
  return String(sum + digits);
};

/** Replaces a month's name by its number and `#`; any other word stays. */
const monthNumber = (word: string): string => {
  const index = MONTHS.findIndex((month) => month.indexOf(word.replace('.', '')) === 0);
  return index < 0 ? word : ` ${index + 1}#`;
};

/** Unifies width, case, dashes and spaces, and removes invisible characters. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}'’‘`]/gu, '')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/[.,、。 ]+$/, '')
    .trim()
    .replace(/^[「『"“](.*)[」』"”]$/, '$1');

/** Expects a text from `plainText`. `r`, `h`, `s`, `t` and `m` are the eras, `4#` is April. */
export const inDateNotation = (plain: string): string =>
  plain
    .replace(/零/g, '〇')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/[壱壹弐貳参參拾]/g, (numeral) => '一一二二三三十'.charAt('壱壹弐貳参參拾'.indexOf(numeral)))
    .replace(/[〇一二三四五六七八九十百千]+/g, valueOfNumerals)
    .replace(/元(?=[年./-])/g, '1')
    .replace(/西暦/g, '')
    .replace(/(?<=[\d日]) ?(?:時点|現在|付け?)$/, '')
    .replace(/(?<=\d月)[度分]$/, '')
    .replace(/([令平昭大明])[和成正治]? ?\.?(?=\d)/g, (_, era: string) =>
      'rhstm'.charAt('令平昭大明'.indexOf(era)),
    )
    .replace(/^[\d・]+(?=$|[ (])/, (numbers) => numbers.replace(/・/g, '/'))
    .replace(/^(?:on )?(?:the )?(\d\d?)(?:st|nd|rd|th)$/, '$1日')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\b(?:of|the)\b/g, '')
    .replace(NTH_IN_WORDS, (nth) => String(NTH.indexOf(nth) + 1))
    .replace(/[a-z]{3,}\.?/g, monthNumber)
    .replace(/^(\d{8})[t ](\d\d)(\d\d)(?:\d\d)?(?!\d)/, '$1 $2:$3')
    .replace(/^(\d{8})(\d\d)(\d\d)(?:\d\d)?$/, '$1 $2:$3')
    .replace(/ +/g, ' ')
    .trim();
