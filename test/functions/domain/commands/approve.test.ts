import { toRecord } from '../../../../functions/domain/account/account-record';
import { newProductsOf } from '../../../../functions/domain/account/bad-fit-review';
import { UNKNOWN_EDITOR_ID } from '../../../../functions/domain/account/unknown-editor';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { aSettings, TODAY, theMember } from '../../../builders';
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
  expect(waiting.account.standing.status).toBe(status);
  const { account } = accepted(waiting, answer('approve', waiting), { by: 'admin' });
  expect(toRecord(account)).toMatchObject({
    status: 'BAD_FIT',
    badFit: { by: 'is', reviewedBy: 'admin' },
    proposal: null,
  });
});

test('comes up for review again, as often as the settings say', () => {
  expect(toRecord(reviewed().account).badFit?.reviewOn).toBe('2026-09-02');
  const settings = aSettings({ badFitReviewMonths: 12 });
  const data = DATA.FIT(cold().account, TODAY);
  const yearly = accepted(cold(), { type: 'changeStatus', to: 'BAD_FIT', data }, { settings });
  expect(toRecord(yearly.account).badFit?.reviewOn).toBe('2027-07-01');
});

describe('a product that was added since it was proposed', () => {
  const where = { by: 'manager', settings: aSettings({ products: ['Cloud', 'Desk', 'Phone'] }) };
  const naming = (life: Life, products: string[]): Command => ({
    ...{ type: 'approve', proposalId: proposalOf(life), note: '確認しました' },
    products,
  });

  test('is judged by whoever approves, who is told which', () => {
    const waiting = proposed();
    const refusal = refused(waiting, answer('approve', waiting), where);
    expect([codes(refusal), missing(refusal)]).toEqual([['FIT'], ['fit.products']]);
    const { account } = accepted(waiting, naming(waiting, ['Phone', 'Phone']), where);
    expect(toRecord(account)).toMatchObject({
      status: 'BAD_FIT',
      badFit: { products: ['Cloud', 'Desk', 'Phone'] },
    });
    expect(newProductsOf(account.standing, where.settings)).toEqual([]);
  });

  test('so is it with a bad fit that is in effect, which else comes up again at once', () => {
    const pending = badFit(cold());
    const withoutIt = accepted(pending, answer('approve', pending), where).account;
    expect(newProductsOf(withoutIt.standing, where.settings)).toEqual(['Phone']);
    const { account } = accepted(pending, naming(pending, ['Phone']), where);
    expect(newProductsOf(account.standing, where.settings)).toEqual([]);
  });

  test.each([
    ['a product that was judged', () => proposed(), ['Cloud']],
    ['no product of ours', () => proposed(), ['Lamp']],
    [
      'a product of a move to another status',
      () => {
        const restore = { type: 'restore', to: 'COLD', data: { reason: '再度対象になった' } } as const;
        return accepted(reviewed(badFit(cold())), restore);
      },
      ['Phone'],
    ],
  ] as const)('%s is refused', (_, life, products) => {
    const waiting = life();
    expect(refused(waiting, naming(waiting, [...products]), where).code).toBe('DATA_UNUSED');
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

  test('is refused where nobody knows who proposed: it may have been the same manager', () => {
    const { account } = byManager;
    const { proposal } = account;
    if (proposal === null) throw new Error('nothing is proposed');
    const unknown = {
      ...byManager,
      account: { ...account, proposal: { ...proposal, by: UNKNOWN_EDITOR_ID } },
    };
    for (const by of ['manager', 'manager2'])
      expect(refused(unknown, answer('approve', unknown), { by }).code).toBe('APPROVAL_OWN');
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
    expect(done.account.standing.status).toBe('BAD_FIT');
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
    expect(undone.account.standing.status).toBe('QUARTERLY_CHECK');
    expect(refused(undone, { type: 'undo', version: undone.account.version }, { by: 'manager' }).code).toBe(
      'UNDO_BREAKS_RULE',
    );
  });
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
