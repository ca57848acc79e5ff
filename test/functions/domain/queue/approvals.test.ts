import { approvalRows } from '../../../../functions/domain/queue/approvals';
import { anActivity, byId } from '../../../builders';
import { aBadFit, aCheck, aProposal, queueContext } from './queue-scene';

const rowsOf = (...accounts: Parameters<typeof approvalRows>[0]) => approvalRows(accounts, queueContext());

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

test('who proposes what and why, against which products, after which contacts, and what the rules say', () => {
  const activities = byId(
    ...[1, 2, 3, 4].map((n) => anActivity({ id: `a${n}`, date: `2026-0${n}-10`, with: '山田部長' })),
  );
  const [row] = rowsOf(aCheck({ activities, proposal: aProposal({ by: 'left' }) }));
  expect(row).toMatchObject({
    ...{ from: 'QUARTERLY_CHECK', to: 'BAD_FIT', proposedBy: { ja: 'left(退職)' } },
    ...{ proposedOn: '2026-06-29', products: ['Cloud', 'Desk'] },
    reason: { ja: '規模対象外\n従業員5名', en: 'Size not served\n従業員5名' },
  });
  expect(row?.contacts.map(({ ja }) => ja)).toEqual([
    '2026-04-10 電話 山田部長',
    '2026-03-10 電話 山田部長',
    '2026-02-10 電話 山田部長',
  ]);
  expect(row?.rule.ja).toContain('まだ有効ではない');
});

test('of a bad fit in effect: what it was judged by; of a proposal without words, that it has none', () => {
  const [inEffect] = rowsOf(aBadFit({ proposal: aProposal({ data: {}, note: null, inEffect: true }) }));
  expect(inEffect).toMatchObject({ products: ['Cloud', 'Desk'], reason: { ja: '規模対象外' } });
  expect(inEffect?.rule.ja).toContain('すでに不適合');
  const [silent] = rowsOf(aCheck({ proposal: aProposal({ to: 'WORKING', data: {}, note: ' ' }) }));
  expect(silent?.reason.ja).toBe('(理由の記入なし)');
});
