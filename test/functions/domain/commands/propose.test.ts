import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, DATA, dataFor, type Life, quarterly, refused } from '../account-lives';

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

test('is one at a time, answered by its ID and with a note', () => {
  const life = proposed();
  const again: Command = { type: 'propose', to: 'BAD_FIT', data: DATA.FIT(life.account, TODAY) };
  expect(refused(life, again).code).toBe('PROPOSAL_PENDING');
  expect(
    refused(life, { ...answer('approve', life), proposalId: 'r9' } as Command, { by: 'manager' }).code,
  ).toBe('PROPOSAL_UNKNOWN');
  for (const type of ['approve', 'reject'] as const)
    expect(refused(life, answer(type, life, ' '), { by: 'manager' }).code).toBe('NOTE_NEEDED');
  const done = accepted(life, answer('approve', life), { by: 'manager' });
  expect(refused(done, answer('approve', life), { by: 'manager' }).code).toBe('PROPOSAL_UNKNOWN');
});

test('is dropped when the account moves on', () => {
  const life = proposed();
  const data = dataFor(['OWNER', 'ACTION'], life.account, TODAY);
  expect(accepted(life, { type: 'changeStatus', to: 'WORKING', data }).account.proposal).toBeNull();
});

test('is taken back by its proposer within a day', () => {
  const life = proposed();
  expect(accepted(life, { type: 'undo', version: life.account.version }).account.proposal).toBeNull();
});
