import { LOST_REASONS, ON_FILE_REASONS } from '../../../../functions/domain/status/code-list-texts';
import { hasCode, OTHER, REASONS_WITH_SUCCESSOR } from '../../../../functions/domain/status/code-lists';

test.each([
  ['BUDGET', true],
  [OTHER, true],
  ['budget', false],
  ['', false],
  ['constructor', false],
  ['__proto__', false],
  [null, false],
  [undefined, false],
])('%p is a lost reason: %p', (code, expected) => {
  expect(hasCode(LOST_REASONS, code)).toBe(expected);
});

test('the reasons that name a successor are reasons of the file', () => {
  for (const reason of REASONS_WITH_SUCCESSOR) expect(hasCode(ON_FILE_REASONS, reason)).toBe(true);
});
