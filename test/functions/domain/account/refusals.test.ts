import { isRefusal, REFUSAL_CODES, refusalText, refuse } from '../../../../functions/domain/account/refusals';
import { GUARD_TEXTS } from '../../../../functions/domain/status/guard-texts';

test.each(REFUSAL_CODES)('%s is a sentence in both languages', (code) => {
  const { ja, en } = refusalText(code);
  expect(ja).toMatch(/[ぁ-ん].*。$/s);
  expect(en).toMatch(/^[A-Z“].*[.:]$/s);
});

test('the guards are among the codes, each once', () => {
  expect(REFUSAL_CODES).toEqual(expect.arrayContaining(Object.keys(GUARD_TEXTS)));
  expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
});

test('every rule that refuses is named, the first one first', () => {
  const refusal = refuse('MET', { furtherCodes: ['NEED'], legal: ['WORKING'], facts: {} });
  const reasons = (['MET', 'NEED'] as const).map((code) => ({ code, message: refusalText(code) }));
  expect(refusal).toEqual({ ...reasons[0], reasons, missing: [], legal: ['WORKING'], facts: {} });
});

test('a refusal is known from any other result', () => {
  expect(isRefusal(refuse('NOTE_NEEDED', {}))).toBe(true);
  expect(isRefusal({ account: {}, events: [] })).toBe(false);
});
