import { approvalRows } from '../../../functions/domain/queue/approvals';
import { approvalsPage } from '../../../functions/sheets/approvals-tab';
import { aContext, anAccount, anActivity, byId, TODAY } from '../../builders';
import { aBadFit, aCheck, aProposal } from '../domain/queue/queue-scene';

const context = aContext();
const pageOf = (...accounts: Parameters<typeof approvalRows>[0]) =>
  approvalsPage(approvalRows(accounts, context), {
    ...{ language: 'ja', members: context.members, kept: [], rank: () => 0 },
    link: ({ accountId }) => `https://x.example/${accountId}`,
    typed: () => ({ note: '', result: '', request: '' }),
  });
const textsOf = (...accounts: Parameters<typeof approvalRows>[0]) =>
  pageOf(...accounts).cells[3]?.map(({ userEnteredValue }) => userEnteredValue?.stringValue ?? '') ?? [];

test('says how many wait, and what to do; each company leads to its row', () => {
  const { cells } = pageOf(aCheck({ id: 'a', proposal: aProposal() }));
  expect(cells[0]?.[0]?.userEnteredValue?.stringValue).toMatch(/^承認を待っている提案 1 件。/);
  expect(cells[3]?.[0]?.userEnteredFormat?.textFormat?.link?.uri).toBe('https://x.example/a');
});

test('says that nothing waits', () => {
  const { cells } = pageOf();
  expect(cells).toHaveLength(3);
  expect(cells[0]?.[0]?.userEnteredValue?.stringValue).toBe('承認を待っている提案はありません。');
});

test('who proposes what and why, each product checked, the contacts, and what the rules say', () => {
  const activities = byId(anActivity({ id: 'a1', date: '2026-04-10', with: '山田部長', note: '検討なし' }));
  const cells = textsOf(aCheck({ activities, proposal: aProposal({ by: 'left' }) }));
  const [, move, by, , , reason, products, contacts, rule] = cells;
  expect({ move, by, reason, products, contacts }).toEqual({
    move: '四半期チェック → 不適合',
    by: expect.stringContaining('left'),
    reason: '規模対象外\n従業員5名',
    products: expect.stringContaining('✓ Cloud\n✓ Desk'),
    contacts: expect.stringMatching(/^電話 .*山田部長: 検討なし$/),
  });
  expect(rule).toMatch(/^まだ有効ではない.*\n✓ /);
});

test('of a bad fit in effect: what it was judged by; of a proposal without words and contacts, that it has none', () => {
  const inEffect = textsOf(aBadFit({ proposal: aProposal({ data: {}, note: null, inEffect: true }) }));
  expect(inEffect[5]).toMatch(/^規模対象外/);
  expect(inEffect[8]).toMatch(/^すでに不適合/);
  const silent = textsOf(aCheck({ proposal: aProposal({ to: 'WORKING', data: {}, note: ' ' }) }));
  expect(silent[5]).toBe('(理由の記入なし)');
  expect(silent[7]).toBe('連絡の記録なし');
});

test('of a proposal to leave the bad fits, its own reason and not that of the old judgement', () => {
  const leaving = aProposal({ from: 'BAD_FIT', to: 'WORKING', data: { reason: '新製品' }, note: null });
  expect(textsOf(aBadFit({ proposal: leaving })).slice(5, 7)).toEqual(['新製品', '']);
});

test('of conditions that hold, only their words: no sentence asks for what is there', () => {
  const account = anAccount({ status: 'ON_FILE', ownerId: 'is' });
  const data = { action: { kind: 'call', date: TODAY, with: '山田部長' }, reason: '再開の連絡' } as const;
  const rule = textsOf({ ...account, proposal: aProposal({ from: 'ON_FILE', to: 'WORKING', data }) })[8];
  expect(rule?.split('\n').slice(1)).toEqual(['✓ 担当者', '✓ アクション']);
});

test('of a proposal whose conditions are not met today, that it would be refused, and which they are', () => {
  const rule = textsOf(aCheck({ proposal: aProposal({ to: 'ACTIVE_OPPORTUNITY', data: {} }) }))[8];
  expect(rule).toMatch(/^今承認しても、ルールが拒否する/);
  expect(rule).toContain('\n✗ 進行中の案件(製品・FS 担当・開始日)と引き継ぎメモ');
});
