import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, codes, cold, DATA, dataFor, imported, missing, refused } from '../account-lives';

const _NAME = { name: '株式会社サンプル' };

test('debts are settled as the data comes in', () => {
  const first = accepted(imported('QUARTERLY_CHECK'), { type: 'handOver', toId: 'is', note: '担当' });
  expect(first.account.standing.debts).toEqual(['MET', 'NEED']);
  const second = accepted(first, {
    type: 'logActivity',
    activity: { kind: 'meeting', date: TODAY, with: '山田' },
  });
  expect(second.account.standing.debts).toEqual(['NEED']);
  const third = accepted(second, {
    type: 'recordCheck',
    result: 'stillWaiting',
    activity: { kind: 'call', date: TODAY, with: '山田' },
    data: DATA.NEED(second.account, TODAY),
  });
  expect(third.account.standing.debts).toEqual([]);
});

test.each([
  ['WORKING', ['OWNER', 'ACTION']],
  ['ACTIVE_OPPORTUNITY', ['OWNER', 'OPPORTUNITY']],
  ['QUARTERLY_CHECK', ['OWNER', 'MET', 'NEED']],
  ['DEAD_OPPORTUNITY', ['OWNER', 'MET', 'LOST']],
  ['CURRENT_CLIENT', ['EVIDENCE']],
  ['BAD_FIT', ['FIT']],
  ['ON_FILE', ['KEEP']],
] as const)('debts of %s are filled in at once: %j', (status, guards) => {
  const life = imported(status);
  const data = dataFor(guards, life.account, TODAY);
  expect(toRecord(accepted(life, { type: 'fillIn', data }).account)).toMatchObject({ status, debts: [] });
  expect(codes(refused(life, { type: 'fillIn', data: {} }))).toEqual(guards);
});

test('half a piece is refused with what is missing, and nothing is owed twice', () => {
  const life = imported('DEAD_OPPORTUNITY');
  const half: TransitionData = { ownerId: 'is', lost: { reason: 'BUDGET' } };
  expect(missing(refused(life, { type: 'fillIn', data: half }))).toContain('latentNeed');
  expect(accepted(life, { type: 'fillIn', data: { ownerId: 'is' } }).account.standing.debts).toEqual([
    'MET',
    'LOST',
  ]);
  expect(refused(cold(), { type: 'fillIn', data: half }).code).toBe('DEBTS_NONE');
});

test('it closes and ends nothing: that would be a decision', () => {
  const owing = accepted(imported('ACTIVE_OPPORTUNITY'), {
    type: 'addOpportunity',
    opportunity: { ...DATA.OPPORTUNITY(cold().account, TODAY).opportunity },
  });
  const life = {
    ...owing,
    account: { ...owing.account, standing: imported('ACTIVE_OPPORTUNITY').account.standing },
  };
  const data = { ownerId: 'is', ...DATA.NONE_OPEN(life.account, TODAY) };
  expect(refused(life, { type: 'fillIn', data })).toMatchObject({
    code: 'DATA_UNUSED',
    facts: { unused: ['closing'] },
  });
});

test('of several products that a list has named, one is proved at a time', () => {
  const listed = (product: string) => ({ product, state: 'live' }) as const;
  const life = imported('CURRENT_CLIENT', { products: [listed('Cloud'), listed('Desk')] });
  const prove = (product: string): Command => ({
    type: 'fillIn',
    data: { product: { product, since: TODAY, reference: 'PO-1' } },
  });
  const first = accepted(life, prove('Desk'));
  expect(first.account.standing.debts).toEqual(['EVIDENCE']);
  const { account } = accepted(first, prove('Cloud'));
  expect(account.standing.debts).toEqual([]);
  expect(Object.values(account.products)).toHaveLength(2);
});

test('beside a product that is proved, the others are asked for by name, with the day that is known', () => {
  const life = imported('CURRENT_CLIENT', {
    products: [
      { product: 'Cloud', state: 'live', since: '2026-04-01', reference: 'PO-1' },
      { product: 'Desk', state: 'live', since: '2026-05-01' },
      { product: 'Gone', state: 'live' },
    ],
  });
  const asked = refused(life, { type: 'fillIn', data: {} });
  expect(asked.code).toBe('EVIDENCE');
  expect(asked.missing.map(({ key, suggestion }) => [key, suggestion])).toEqual([
    ['product.product', 'Desk'],
    ['product.since', '2026-05-01'],
    ['product.reference', null],
    ['product.confirmedBy', null],
  ]);
  expect(asked.missing[0]?.choices.map(({ value }) => value)).toEqual(['Desk', 'Gone']);
  const other = { product: 'Cloud', since: TODAY, reference: 'PO-2' };
  expect(refused(life, { type: 'fillIn', data: { product: other } }).code).toBe('EVIDENCE');
});

test.each(['WORKING', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'CURRENT_CLIENT'] as const)(
  'what %s lacks was so before: neither today nor who asks is offered',
  (status) => {
    const { missing: fields } = refused(imported(status), { type: 'fillIn', data: {} });
    expect(fields.map(({ suggestion }) => suggestion).filter((one) => one !== null)).toEqual([]);
  },
);

test('a bad fit that gets its reason is reviewed with it, by somebody else than who gave it', () => {
  const life = accepted(imported('BAD_FIT'), { type: 'fillIn', data: DATA.FIT(cold().account, TODAY) });
  const answer = { type: 'approve', proposalId: life.account.proposal?.id ?? '', note: '確認' } as const;
  const { account } = accepted(life, answer, { by: 'manager' });
  expect(toRecord(account)).toMatchObject({ proposal: null, badFit: { by: 'is', reviewedBy: 'manager' } });
});
