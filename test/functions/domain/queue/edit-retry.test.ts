import { editRetry } from '../../../../functions/domain/queue/edit-retry';
import type { QueueEditCommand } from '../../../../functions/domain/queue/queue-edit';

const legal = ['QUARTERLY_CHECK', 'BAD_FIT'] as const;
const quarterly: QueueEditCommand = {
  ...{ type: 'changeStatus', to: 'QUARTERLY_CHECK' },
  data: { awaitedCondition: '来期の予算' },
} as const;
const activity = { kind: 'call', date: '2026-07-01' } as const;

test.each<[what: string, command: QueueEditCommand, retry: unknown]>([
  [
    'a status, with what is waited for',
    quarterly,
    { form: 'changeStatus', to: 'QUARTERLY_CHECK', values: { awaitedCondition: '来期の予算' } },
  ],
  [
    'a proposal, with its note',
    { type: 'propose', to: 'BAD_FIT', note: '規模外', data: { reason: '規模外' } },
    { form: 'changeStatus', to: 'BAD_FIT', values: { reason: '規模外', note: '規模外' } },
  ],
  ['a status that it may not have', { type: 'changeStatus', to: 'COLD', data: {} }, null],
  [
    'the result of a check',
    { type: 'recordCheck', result: 'becameDeal', activity },
    { form: 'recordCheck', values: { result: 'becameDeal' } },
  ],
  [
    'a review',
    { type: 'reviewBadFit', to: 'DEAD_OPPORTUNITY', note: '課題あり' },
    { form: 'reviewBadFit', values: { outcome: 'DEAD_OPPORTUNITY', note: '課題あり' } },
  ],
  ['a day', { type: 'setNextCheck', date: '2026-09-01' }, null],
])('%s goes on in its form', (_, command, retry) => {
  expect(editRetry(command, { missing: ['bant.need'], legal })).toEqual(retry);
});

test('what the row gives itself, or no data gives, opens no form', () => {
  expect(editRetry(quarterly, { missing: ['awaitedCondition'], legal })).toBeNull();
  expect(editRetry(quarterly, { missing: [], legal })).toBeNull();
});
