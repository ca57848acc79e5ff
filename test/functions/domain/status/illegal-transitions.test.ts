import {
  ILLEGAL_TRANSITION_TEXTS,
  NEVER_COLD_AGAIN,
} from '../../../../functions/domain/status/illegal-transition-texts';
import {
  illegalTransitionCode,
  illegalTransitionText,
} from '../../../../functions/domain/status/illegal-transitions';
import type { Status } from '../../../../functions/domain/status/statuses';

test.each<[Status, boolean, Status, string]>([
  ['WORKING', false, 'WORKING', 'NO_CHANGE'],
  ['COLD', false, 'COLD', 'NO_CHANGE'],
  ['QUARTERLY_CHECK', true, 'COLD', 'NOT_MET'],
  ['ACTIVE_OPPORTUNITY', false, 'COLD', 'MOVE_ILLEGAL'],
  ['COLD', false, 'QUARTERLY_CHECK', 'MEETING_FIRST'],
  ['COLD', false, 'DEAD_OPPORTUNITY', 'MEETING_FIRST'],
  ['BAD_FIT', false, 'ACTIVE_OPPORTUNITY', 'THROUGH_WORKING'],
  ['BAD_FIT', true, 'QUARTERLY_CHECK', 'THROUGH_WORKING'],
  ['ON_FILE', true, 'ACTIVE_OPPORTUNITY', 'THROUGH_WORKING'],
])('from %s (met: %p) to %s: %s', (status, everMet, to, code) => {
  expect(illegalTransitionCode({ status, everMet }, to)).toBe(code);
});

test('each code has its sentence; that of a met account is the one of rule 1', () => {
  expect(illegalTransitionText('NOT_MET')).toBe(NEVER_COLD_AGAIN);
  expect(illegalTransitionText('MEETING_FIRST')).toBe(ILLEGAL_TRANSITION_TEXTS.MEETING_FIRST);
});
