import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, badFit, cold, DATA, type Life, met, quarterly } from '../account-lives';

const proposalOf = ({ account }: Life): string => account.proposal?.id ?? '';

const answer = (type: 'approve' | 'reject', life: Life, note = '確認しました'): Command => ({
  type,
  proposalId: proposalOf(life),
  note,
});

const proposed = (life: Life = quarterly(), by = 'is'): Life =>
  accepted(
    life,
    { type: 'propose', to: 'BAD_FIT', data: DATA.FIT(life.account, TODAY), note: '対象外' },
    { by },
  );

describe('rejection', () => {
  const reject = (life: Life): Life => accepted(life, answer('reject', life), { by: 'manager' });

  test('of what waited changes nothing but the proposal', () => {
    const { account, history } = reject(proposed());
    expect(account).toMatchObject({ ...quarterly().account, version: account.version, proposal: null });
    expect(history.at(-1)?.events).toMatchObject([{ type: 'moveRejected', reason: '確認しました' }]);
  });

  test('of what was in effect returns to what it was', () => {
    expect(toRecord(reject(badFit(cold())).account)).toMatchObject({
      status: 'COLD',
      badFit: null,
      proposal: null,
    });
    expect(toRecord(reject(badFit(met())).account)).toMatchObject({
      status: 'WORKING',
      ownerId: 'is',
      everMet: true,
    });
  });

  test('of a cold account that was met meanwhile: WORKING', () => {
    const meet: Command = { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } };
    expect(toRecord(reject(accepted(badFit(cold()), meet)).account)).toMatchObject({
      status: 'WORKING',
      everMet: true,
    });
  });
});
