import { approvalRows } from '../../../functions/domain/queue/approvals';
import { approvalsPage } from '../../../functions/sheets/approvals-tab';
import { aCheck, aProposal, queueContext } from '../domain/queue/queue-scene';

const pageOf = (...accounts: Parameters<typeof approvalRows>[0]) =>
  approvalsPage(
    approvalRows(accounts, queueContext()),
    'ja',
    ({ accountId }) => `https://x.example/${accountId}`,
  );

test('says how many wait, and what to do; each company leads to its row', () => {
  const { cells } = pageOf(aCheck({ id: 'a', proposal: aProposal() }));
  expect(cells[0]?.[0]?.userEnteredValue?.stringValue).toMatch(/^承認を待っている提案 1 件。/);
  expect(cells[2]?.[0]?.userEnteredFormat?.textFormat?.link?.uri).toBe('https://x.example/a');
});

test('says that nothing waits', () => {
  const { cells } = pageOf();
  expect(cells).toHaveLength(2);
  expect(cells[0]?.[0]?.userEnteredValue?.stringValue).toBe('承認を待っている提案はありません。');
});
