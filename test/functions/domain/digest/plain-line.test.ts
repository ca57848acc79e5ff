import fc from 'fast-check';
import { plainLine } from '../../../../functions/domain/digest/plain-line';

test.each([
  ['株式会社 甲 (東京)', '株式会社 甲 (東京)'],
  ['a\r\nBcc: b', 'a Bcc: b'],
  ['a\u2028b\u0000c\u202Ed\u200Be', 'a b c d e'],
  ['  a \t b  ', 'a b'],
  ['https://evil.example/x', 'https\uff1a//evil.example/x'],
  ['a@b.example', 'a\uff20b.example'],
  ['www.evil.example', 'www\uff0eevil.example'],
  ['javascript://x', 'javascript\uff1a//x'],
  ['R&D: 10:30 @ 東京', 'R&D: 10:30 @ 東京'],
  ['', ''],
])('%j is shown as %j', (stored, shown) => {
  expect(plainLine(stored)).toBe(shown);
});

test('what is cut ends with an ellipsis, and no character is cut in two', () => {
  expect(plainLine('あ'.repeat(81))).toBe(`${'あ'.repeat(79)}…`);
  expect(plainLine('𠮷𠮷𠮷', 2)).toBe('𠮷…');
  expect(plainLine('あ'.repeat(80))).toBe('あ'.repeat(80));
});

test('whatever is stored, it is one line without an address', () => {
  const any = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('https://', 'www.', 'a', '@', '\r\n', ':', '//', '.', ' '), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(any, (stored) => {
      const line = plainLine(stored, 40);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|[a-z]:\/\/|\bwww\.\S|\S@\S/iu);
      expect([...line].length).toBeLessThanOrEqual(40);
      expect(plainLine(line, 40)).toBe(line);
    }),
  );
});
