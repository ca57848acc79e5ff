/**
 * The result of a formula that needs no engine: literal numbers, texts and booleans and HYPERLINK of literal texts. What the
 * engine does not compute either shows #NAME?: a wrong result would be worse than none.
 */
import type { ExtendedValue } from './model';

interface FormulaResult {
  value: ExtendedValue;
  hyperlink?: string;
}

const TEXT = '"((?:[^"]|"")*)"';
const LITERAL_TEXT = new RegExp(`^${TEXT}$`);
const LINK = new RegExp(`^HYPERLINK\\(\\s*${TEXT}\\s*(?:[,;]\\s*${TEXT}\\s*)?\\)$`, 'i');
const unquote = (text: string | undefined): string => (text ?? '').replaceAll('""', '"');

const NOT_COMPUTED: FormulaResult = {
  value: { errorValue: { type: 'NAME', message: 'This formula is not computed locally.' } },
};

/** Whether `evaluateFormula` gives the result; all others are computed by the engine. */
export const isEvaluated = (formula: string): boolean => evaluateFormula(formula) !== NOT_COMPUTED;

export function evaluateFormula(formula: string): FormulaResult {
  const body = formula.slice(1).trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(body)) return { value: { numberValue: Number(body) } };
  if (/^(true|false)$/i.test(body)) return { value: { boolValue: body.toLowerCase() === 'true' } };
  const text = LITERAL_TEXT.exec(body);
  if (text) return { value: { stringValue: unquote(text[1]) } };
  const link = LINK.exec(body);
  if (link) return { value: { stringValue: unquote(link[2] ?? link[1]) }, hyperlink: unquote(link[1]) };
  return NOT_COMPUTED;
}
