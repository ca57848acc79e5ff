import {
  forbids,
  isFilled,
  isGuardFailureCode,
  requires,
  unmetFields,
} from '../../../../functions/domain/account/guard-failure';
import { GUARD_TEXTS } from '../../../../functions/domain/status/guard-texts';

test.each([
  ['', false],
  [' \n\u3000', false],
  [null, false],
  [undefined, false],
  ['0', true],
  [' a ', true],
])('%j is filled in: %p', (value, expected) => {
  expect(isFilled(value)).toBe(expected);
});

test('a guard asks for what is not met, in the order of its conditions, and for nothing once all is', () => {
  const conditions = { 'lost.on': false, latentNeed: true, 'lost.reason': false };
  expect(unmetFields(conditions)).toEqual(['lost.on', 'lost.reason']);
  expect(requires('LOST', unmetFields(conditions))).toEqual({
    code: 'LOST',
    missing: ['lost.on', 'lost.reason'],
  });
  expect(requires('LOST', [], { suggested: 'COLD' })).toBeNull();
  expect(requires('KEEP', ['onFile.reason'], { successorId: 'hq' })).toMatchObject({
    facts: { successorId: 'hq' },
  });
});

test('what no data can mend asks for none', () => {
  expect(forbids('NOT_MET')).toEqual({ code: 'NOT_MET', missing: [] });
  expect(forbids('WAS_QUARTERLY', { was: 'COLD' })).toEqual({
    code: 'WAS_QUARTERLY',
    missing: [],
    facts: { was: 'COLD' },
  });
});

test('the codes of guards and what else they may refuse with, and no others', () => {
  for (const code of [...Object.keys(GUARD_TEXTS), 'BANT_ALL_YES', 'DATA_INCOMPLETE', 'DATE_UNLIKELY'])
    expect([code, isGuardFailureCode(code)]).toEqual([code, true]);
  for (const code of ['UNDO_UNKNOWN', 'constructor', '', 'met'])
    expect([code, isGuardFailureCode(code)]).toEqual([code, false]);
});
