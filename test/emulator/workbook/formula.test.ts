import { evaluateFormula, isEvaluated } from '../../../emulator/workbook/formula';

test.each([
  ['=1.5', { value: { numberValue: 1.5 } }],
  ['= -2e3 ', { value: { numberValue: -2000 } }],
  ['=true', { value: { boolValue: true } }],
  ['="say ""x"""', { value: { stringValue: 'say "x"' } }],
  ['=HYPERLINK("#gid=1","Row 1")', { value: { stringValue: 'Row 1' }, hyperlink: '#gid=1' }],
  ['=hyperlink( "#gid=1" ; "a ""b""" )', { value: { stringValue: 'a "b"' }, hyperlink: '#gid=1' }],
  ['=HYPERLINK("#gid=1")', { value: { stringValue: '#gid=1' }, hyperlink: '#gid=1' }],
])('%s', (formula, expected) => {
  expect(evaluateFormula(formula)).toEqual(expected);
});

test.each(['=1+1', '=A1', '=SUM(1)', '=HYPERLINK(A1)', '="a"&"b"'])('%s needs the engine', (formula) => {
  expect(isEvaluated(formula)).toBe(false);
  expect(evaluateFormula(formula)).toMatchObject({ value: { errorValue: { type: 'NAME' } } });
});
