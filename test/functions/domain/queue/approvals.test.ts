import { approvalFacts } from '../../../../functions/domain/account/approval-facts';
import { approvalRows } from '../../../../functions/domain/queue/approvals';
import { aContext } from '../../../builders';
import { aCheck, aProposal } from './queue-scene';

const rowsOf = (...accounts: Parameters<typeof approvalRows>[0]) => approvalRows(accounts, aContext());

test('the one that has waited longest comes first; what waits for nothing, or was taken back, is left out', () => {
  const waiting = (id: string, on: string) => aCheck({ id, proposal: aProposal({ on }) });
  const rows = rowsOf(
    waiting('b', '2026-06-29'),
    waiting('a', '2026-06-29'),
    waiting('old', '2026-05-01'),
    aCheck({ id: 'none' }),
    aCheck({ id: 'withdrawn', withdrawn: true, proposal: aProposal() }),
  );
  expect(rows.map(({ accountId, daysWaiting }) => [accountId, daysWaiting])).toEqual([
    ['old', 61],
    ['a', 2],
    ['b', 2],
  ]);
});

test('carries the facts that a manager sees in the sidebar', () => {
  const account = aCheck({ proposal: aProposal({ by: 'left' }) });
  const context = aContext();
  const manager = Object.values(context.members).find(({ role, active }) => role === 'manager' && active);
  const [row] = rowsOf(account);
  expect(row).toMatchObject({
    from: 'QUARTERLY_CHECK',
    facts: approvalFacts(account, { ...context, actor: manager ?? context.actor }) ?? {},
  });
});
