import { memberForm, memberStep } from '../../../../functions/domain/digest/member-step';
import { NEXT_STEPS } from '../../../../functions/domain/queue/queue-texts';
import { text } from '../../../../functions/domain/text/text';

const next = text('マネージャーが決める', 'A manager decides');

test.each([
  ['overdue', 'QUARTERLY_CHECK', 'recordCheck', NEXT_STEPS.call],
  ['overdue', 'WORKING', 'logContact', next],
  ['dueIn7', 'QUARTERLY_CHECK', 'recordCheck', NEXT_STEPS.call],
  ['handOver', 'ACTIVE_OPPORTUNITY', 'answerHandOver', NEXT_STEPS.acknowledge],
  ['revisit', 'DEAD_OPPORTUNITY', 'logContact', next],
  ['debt', 'CURRENT_CLIENT', 'fillIn', next],
  ['decide', 'QUARTERLY_CHECK', null, next],
] as const)('%s of %s: the form, and what managers would ask for', (band, status, form, step) => {
  expect(memberForm({ band, status })).toBe(form);
  expect(memberStep({ band, status, actorId: null, next }, { id: 'is' })).toBe(step);
  // Whose turn it is reads it as the queue says it.
  expect(memberStep({ band, status, actorId: 'is', next }, { id: 'is' })).toBe(next);
});
