import type { Command } from '../../../../functions/domain/commands/command-table';
import { aSettings, MEMBERS, TODAY, theMember } from '../../../builders';
import {
  accepted,
  active,
  approved,
  badFit,
  client,
  codes,
  cold,
  DATA,
  dataFor,
  dead,
  type Life,
  met,
  missing,
  onFile,
  quarterly,
  refused,
  reviewed,
  working,
} from '../account-lives';

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

const ALONE = { manager: theMember('manager'), is: theMember('is'), fs: theMember('fs') };

describe('bad fit', () => {
  test.each([
    ['COLD', cold],
    ['WORKING', met],
  ])('from %s takes effect at once with its review pending', (from, life) => {
    const { account } = badFit(life());
    expect(account).toMatchObject({
      status: 'BAD_FIT',
      badFit: { reviewedBy: null },
      proposal: { from, inEffect: true },
    });
    expect(reviewed(badFit(life())).account).toMatchObject({
      proposal: null,
      badFit: { reviewedBy: 'manager' },
    });
  });

  test.each([
    ['ACTIVE_OPPORTUNITY', active],
    ['QUARTERLY_CHECK', quarterly],
    ['DEAD_OPPORTUNITY', dead],
    ['CURRENT_CLIENT', client],
  ])('from %s only after a manager who is not the proposer approves', (status, live) => {
    const life = live();
    const data = dataFor(['NONE_OPEN', 'CHURNED', 'FIT'], life.account, TODAY);
    expect(codes(refused(life, { type: 'changeStatus', to: 'BAD_FIT', data }, { by: 'admin' }))).toEqual([
      'MANAGER',
    ]);
    const waiting = accepted(life, { type: 'propose', to: 'BAD_FIT', data });
    expect(waiting.account.status).toBe(status);
    const { account } = accepted(waiting, answer('approve', waiting), { by: 'admin' });
    expect(account).toMatchObject({
      status: 'BAD_FIT',
      badFit: { by: 'is', reviewedBy: 'admin' },
      proposal: null,
    });
  });

  test('a detour over ON_FILE does not escape the review', () => {
    const detour = badFit(onFile(quarterly()));
    expect(detour.account).toMatchObject({
      status: 'BAD_FIT',
      proposal: { from: 'ON_FILE', inEffect: true },
    });
    const back = accepted(detour, answer('reject', detour), { by: 'manager' });
    expect(back.account).toMatchObject({
      status: 'ON_FILE',
      badFit: null,
      onFile: { reason: 'LEGAL_HOLD', from: 'QUARTERLY_CHECK' },
    });
    expect(reviewed(detour).account.onFile).toBeNull();
  });

  test('comes up for review again, as often as the settings say', () => {
    expect(reviewed().account.badFit?.reviewOn).toBe('2026-09-02');
    const settings = aSettings({ badFitReviewMonths: 12 });
    const data = DATA.FIT(cold().account, TODAY);
    const yearly = accepted(cold(), { type: 'changeStatus', to: 'BAD_FIT', data }, { settings });
    expect(yearly.account.badFit?.reviewOn).toBe('2027-07-01');
  });
});

describe('approval by oneself', () => {
  const own = (where: Parameters<typeof refused>[2]) =>
    refused(byManager, answer('approve', byManager), where).code;
  const byManager = proposed(quarterly(), 'manager');

  test('is refused', () => {
    expect(own({ by: 'manager' })).toBe('APPROVAL_OWN');
    const pending = accepted(
      cold(),
      { type: 'changeStatus', to: 'BAD_FIT', data: DATA.FIT(cold().account, TODAY) },
      { by: 'manager' },
    );
    expect(refused(pending, answer('approve', pending), { by: 'manager' }).code).toBe('APPROVAL_OWN');
  });

  test('is refused with the setting alone, or with a single manager alone', () => {
    const settings = aSettings({ singleManagerMayApprove: true });
    expect(own({ by: 'manager', settings })).toBe('APPROVAL_OWN');
    expect(own({ by: 'manager', members: ALONE })).toBe('APPROVAL_OWN');
  });

  test('is allowed with the setting and a single manager, and then said so in the history', () => {
    const settings = aSettings({ singleManagerMayApprove: true });
    const done = accepted(byManager, answer('approve', byManager), {
      by: 'manager',
      members: ALONE,
      settings,
    });
    expect(done.account.status).toBe('BAD_FIT');
    expect(done.history.at(-1)?.events[0]).toMatchObject({
      type: 'moveApproved',
      data: { ownApproval: true },
    });
    const other = accepted(proposed(), answer('approve', proposed()), { by: 'manager' });
    expect(other.history.at(-1)?.events[0]?.data).toMatchObject({ ownApproval: false });
  });

  test('is not reached by undoing an approval and undoing the undo', () => {
    const life = accepted(byManager, answer('approve', byManager), { by: 'manager2' });
    const undone = accepted(life, { type: 'undo', version: life.account.version }, { by: 'manager2' });
    expect(undone.account.status).toBe('QUARTERLY_CHECK');
    expect(refused(undone, { type: 'undo', version: undone.account.version }, { by: 'manager' }).code).toBe(
      'UNDO_BREAKS_RULE',
    );
  });
});

describe('rejection', () => {
  const reject = (life: Life): Life => accepted(life, answer('reject', life), { by: 'manager' });

  test('of what waited changes nothing but the proposal', () => {
    const { account, history } = reject(proposed());
    expect(account).toMatchObject({ ...quarterly().account, version: account.version, proposal: null });
    expect(history.at(-1)?.events).toMatchObject([{ type: 'moveRejected', reason: '確認しました' }]);
  });

  test('of what was in effect returns to what it was', () => {
    expect(reject(badFit(cold())).account).toMatchObject({ status: 'COLD', badFit: null, proposal: null });
    expect(reject(badFit(met())).account).toMatchObject({ status: 'WORKING', ownerId: 'is', everMet: true });
  });

  test('of a cold account that was met meanwhile: WORKING', () => {
    const meet: Command = { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } };
    expect(reject(accepted(badFit(cold()), meet)).account).toMatchObject({
      status: 'WORKING',
      everMet: true,
    });
  });
});

describe('a proposal', () => {
  test('must already pass every guard but the approval', () => {
    const refusal = refused(quarterly(), { type: 'propose', to: 'BAD_FIT' });
    expect(codes(refusal)).toEqual(['FIT']);
    expect(missing(refusal)).toContain('fit.reason');
  });

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

  test('that no longer fits is refused at its approval', () => {
    const life = reviewed(badFit(cold()));
    const waiting = accepted(life, { type: 'restore', to: 'COLD', data: { reason: '再度対象になった' } });
    const since = accepted(waiting, {
      type: 'logActivity',
      activity: { kind: 'meeting', date: TODAY, with: '山田' },
    });
    expect(refused(since, answer('approve', since), { by: 'manager' }).code).toBe('NOT_MET');
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

  test('what it brings was seen by the requester, not by the approver', () => {
    const data = dataFor(['OWNER', 'ACTION'], working().account, TODAY);
    const { account } = approved(reviewed(badFit(met())), 'WORKING', data, { by: 'is' });
    expect(Object.values(account.activities).map(({ by }) => by)).not.toContain('manager');
    const meeting = DATA.MET(met().account, TODAY);
    const dead = approved(
      reviewed(badFit(cold())),
      'DEAD_OPPORTUNITY',
      { ...meeting, ...DATA.LOST(cold().account, TODAY) },
      { by: 'fs' },
    );
    expect(Object.values(dead.account.activities)).toMatchObject([{ kind: 'meeting', by: 'fs' }]);
  });

  test('for what needs no approval is not made', () => {
    const data = dataFor(['OWNER', 'ACTION'], quarterly().account, TODAY);
    expect(refused(quarterly(), { type: 'propose', to: 'WORKING', data }).code).toBe('APPROVAL_NOT_NEEDED');
    expect(refused(working(), { type: 'propose', to: 'WORKING' }).code).toBe('NO_CHANGE');
  });
});

test('members are known by their roles', () => {
  expect(Object.values(MEMBERS).filter(({ role }) => role === 'manager' || role === 'admin')).toHaveLength(3);
});
