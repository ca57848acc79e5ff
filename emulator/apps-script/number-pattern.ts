/** The number format of a pattern, whose type is derived from the letters in it. */
import type { NumberFormat } from '../workbook/model';

export function numberFormatOfPattern(pattern: string): NumberFormat {
  if (pattern === '@') return { type: 'TEXT', pattern };
  const bare = pattern.replace(/"[^"]*"|\\./g, '');
  const day = /[yd]/i.test(bare);
  const clock = /[hs]/i.test(bare);
  if (day && clock) return { type: 'DATE_TIME', pattern };
  if (day || (/m/i.test(bare) && !clock)) return { type: 'DATE', pattern };
  if (clock) return { type: 'TIME', pattern };
  return { type: bare.includes('%') ? 'PERCENT' : 'NUMBER', pattern };
}
