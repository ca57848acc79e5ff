import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
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
