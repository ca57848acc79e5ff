import { numberFormatOfPattern } from '../../../emulator/apps-script/number-pattern';

test.each([
  ['@', 'TEXT'],
  ['0', 'NUMBER'],
  ['#,##0.00', 'NUMBER'],
  ['0"年"', 'NUMBER'],
  ['0.0%', 'PERCENT'],
  ['yyyy-mm-dd', 'DATE'],
  ['m', 'DATE'],
  ['h:mm', 'TIME'],
  ['mm:ss', 'TIME'],
  ['yyyy-mm-dd hh:mm', 'DATE_TIME'],
])('%s is a format of type %s', (pattern, type) => {
  expect(numberFormatOfPattern(pattern)).toEqual({ type, pattern });
});
