import { toRecord } from '../../../../functions/domain/account/account-record';
import { isReviewDue } from '../../../../functions/domain/account/bad-fit-review';
import { revertEntry } from '../../../../functions/domain/account/history';
import type { CommandOf } from '../../../../functions/domain/commands/command-table';
import { aSettings, TODAY, theMember } from '../../../builders';
import {
  accepted,
  badFit,
  codes,
  cold,
  DATA,
  dataFor,
  imported,
  type Life,
  met,
  missing,
  refused,
  reviewed,
} from '../account-lives';

type Review = Omit<CommandOf<'reviewBadFit'>, 'type' | 'note'>;
const review = (
  { to, ...more }: Partial<Review> = {},
  note = '半年後にまた見る',
): CommandOf<'reviewBadFit'> => ({
  type: 'reviewBadFit',
  to: to ?? 'BAD_FIT',
  note,
  ...more,
});
const judgementOf = ({ account }: Life) => toRecord(account).badFit;
const lastEvents = ({ history }: Life) => history.at(-1)?.events ?? [];
const FIT = DATA.FIT(cold().account, TODAY);
/** Judged by `is`, reviewed by `manager`, due again on 2026-09-02. */
const judged = () => reviewed(badFit());
const byManager = { by: 'manager' };
const askedOf = (life: Life, judgeId: string): Life => accepted(life, review({ judgeId }), byManager);

describe('it stays a bad fit', () => {
  test('for another while, under its judge, its reviewer and the note', () => {
    const kept = accepted(judged(), review(), { by: 'manager2', today: '2026-09-10' });
    expect(judgementOf(kept)).toEqual({
      ...judgementOf(judged()),
      reviewedBy: 'manager2',
      reviewOn: '2027-03-10',
    });
    expect(kept.account.standing.since).toBe(judged().account.standing.since);
    expect(lastEvents(kept)).toMatchObject([
      { type: 'badFitReviewed', reason: '半年後にまた見る', data: { ownReview: false } },
    ]);
  });

  test('and is judged against a product that was added, with no more to say than that nothing is needed', () => {
    const settings = aSettings({ products: ['Cloud', 'Desk', 'Phone'] });
    const where = { ...byManager, settings };
    const asked = refused(judged(), review(), where);
    expect([codes(asked), missing(asked)]).toEqual([
      ['FIT'],
      ['fit.explicitNeed', 'fit.latentNeed', 'fit.products'],
    ]);
    const { products } = settings;
    const none = { explicitNeed: 'none', latentNeed: 'none' } as const;
    const fit = { ...none, products: [...products] };
    const kept = accepted(judged(), review({ data: { fit } }), where);
    expect(judgementOf(kept)).toMatchObject({ on: '2026-03-02', by: 'is', reason: 'INDUSTRY', products });
    expect(isReviewDue(kept.account.standing, settings, TODAY)).toBe(false);
  });

  test('with another reason, whose text takes the place of the old one', () => {
    const fit = { ...FIT.fit, reason: 'OTHER', reasonText: '親会社が競合' };
    const kept = accepted(judged(), review({ data: { fit } }), byManager);
    expect(judgementOf(kept)).toMatchObject({ reason: 'OTHER', note: '親会社が競合', by: 'is' });
    const again = accepted(kept, review({ data: { fit: { ...FIT.fit, reason: 'SIZE' } } }), byManager);
    expect(judgementOf(again)).toMatchObject({ reason: 'SIZE', note: null });
  });

  test('is not said while a need is on record, unless it is gone', () => {
    const since = accepted(judged(), { type: 'setBant', bant: {}, latentNeed: '手作業が多い' });
    expect(refused(since, review(), byManager)).toMatchObject({ code: 'NEED_RECORDED' });
    const fit = { ...FIT.fit, recordedNeed: 'gone' as const };
    const kept = accepted(since, review({ data: { fit } }), byManager);
    expect(toRecord(kept.account)).toMatchObject({ latentNeed: null, debts: [] });
  });

  test('approves a first review, and gives one that a list brought its reason', () => {
    expect(lastEvents(accepted(badFit(), review(), byManager))).toMatchObject([
      { type: 'moveApproved', data: { note: '半年後にまた見る', ownApproval: false } },
    ]);
    const listed = imported('BAD_FIT');
    expect(missing(refused(listed, review(), byManager))).toContain('fit.reason');
    const kept = accepted(listed, review({ data: FIT }), byManager);
    expect(toRecord(kept.account)).toMatchObject({
      ...{ status: 'BAD_FIT', proposal: null, debts: [] },
      badFit: { by: 'is', reviewedBy: 'manager', reason: 'INDUSTRY', products: ['Cloud', 'Desk'] },
    });
  });

  test('is not reviewed by who judged it, but by the only manager of a team that allows it', () => {
    const own = accepted(cold(), { type: 'changeStatus', to: 'BAD_FIT', data: FIT }, byManager);
    expect(refused(own, review(), byManager).code).toBe('APPROVAL_OWN');
    const known = accepted(own, review(), { by: 'manager2' });
    expect(refused(known, review(), byManager).code).toBe('APPROVAL_OWN');
    const members = { manager: theMember('manager'), is: theMember('is') };
    const settings = aSettings({ singleManagerMayApprove: true });
    const alone = accepted(known, review(), { ...byManager, members, settings });
    expect(lastEvents(alone)).toMatchObject([{ data: { ownReview: true } }]);
  });
});

describe('it is something else', () => {
  const work = dataFor(['OWNER', 'ACTION'], cold().account, TODAY);

  test('as the matrix asks: a manager other than the reviewer approves', () => {
    const life = accepted(judged(), review({ to: 'WORKING', data: work }), byManager);
    expect(toRecord(life.account)).toMatchObject({
      status: 'BAD_FIT',
      proposal: { by: 'manager', to: 'WORKING', note: '半年後にまた見る', inEffect: false },
    });
    const answer = { type: 'approve', proposalId: life.account.proposal?.id ?? '', note: '賛成' } as const;
    expect(refused(life, answer, byManager).code).toBe('APPROVAL_OWN');
    expect(accepted(life, answer, { by: 'manager2' }).account.standing.status).toBe('WORKING');
    expect(refused(judged(), review({ to: 'QUARTERLY_CHECK' }), byManager).code).toBe('THROUGH_WORKING');
  });

  test('at once where the matrix asks for no approval, with the note as its reason', () => {
    const life = accepted(
      judged(),
      review({ to: 'ON_FILE', data: DATA.KEEP(cold().account, TODAY) }),
      byManager,
    );
    expect(life.account.standing.status).toBe('ON_FILE');
    expect(lastEvents(life)).toMatchObject([{ type: 'statusChanged', reason: '半年後にまた見る' }]);
  });

  test('rejects a first review: it is what it was, or moves on from there', () => {
    const back = accepted(badFit(met()), review({ to: 'WORKING' }), byManager);
    expect(toRecord(back.account)).toMatchObject({ status: 'WORKING', badFit: null, proposal: null });
    const data = DATA.LOST(met().account, TODAY);
    const on = accepted(badFit(met()), review({ to: 'DEAD_OPPORTUNITY', data }), byManager);
    expect(lastEvents(on).map(({ type }) => type)).toEqual(['moveRejected', 'bantSet', 'statusChanged']);
    expect(codes(refused(badFit(met()), review({ to: 'WORKING', data }), byManager))).toEqual([
      'DATA_UNUSED',
    ]);
  });
});

describe('somebody else judges it once more', () => {
  test('is asked, and keeps it', () => {
    const life = askedOf(judged(), 'fs');
    expect(judgementOf(life)).toEqual({
      ...judgementOf(judged()),
      rejudgement: { memberId: 'fs', by: 'manager', on: TODAY },
    });
    expect(isReviewDue(life.account.standing, aSettings(), TODAY)).toBe(true);
    const kept = accepted(life, review(), { by: 'fs' });
    expect(judgementOf(kept)).toMatchObject({ reviewedBy: 'fs', rejudgement: null, reviewOn: '2027-01-01' });
  });

  test('or proposes what it is, for a manager to approve', () => {
    const data = dataFor(['OWNER', 'ACTION'], cold().account, TODAY);
    const life = accepted(askedOf(judged(), 'fs'), review({ to: 'WORKING', data }), { by: 'fs' });
    expect(life.account.proposal).toMatchObject({ by: 'fs', to: 'WORKING' });
  });

  test.each([
    ['who judged it', 'is', undefined],
    ['somebody who has left', 'left', undefined],
    ['a viewer', 'viewer', undefined],
    ['nobody of the team', 'nobody', undefined],
    ['anybody where it is something else', 'fs', 'WORKING'],
  ] as const)('not %s', (_, judgeId, to) => {
    expect(refused(judged(), review({ judgeId, ...(to && { to }) }), byManager)).toMatchObject({
      code: 'JUDGE_REFUSED',
      facts: { judgeId },
    });
  });

  test('not by a rep, and no other rep answers', () => {
    expect(refused(judged(), review({ judgeId: 'fs' }), { by: 'is2' }).code).toBe('ROLE_NOT_ALLOWED');
    expect(refused(askedOf(judged(), 'fs'), review({ judgeId: 'fs2' }), { by: 'fs' }).code).toBe(
      'JUDGE_REFUSED',
    );
    expect(refused(askedOf(judged(), 'fs'), review(), { by: 'is2' }).code).toBe('ROLE_NOT_ALLOWED');
  });
});

test.each([
  ['what is no bad fit', () => met(), review(), 'REVIEW_NONE'],
  ['without a note', judged, review({}, ' '), 'NOTE_NEEDED'],
  ['a first review for another person', () => badFit(), review({ judgeId: 'fs' }), 'PROPOSAL_PENDING'],
  [
    'what somebody has proposed to restore',
    () => accepted(judged(), { type: 'restore', to: 'COLD', data: { reason: '再度対象になった' } }),
    review(),
    'PROPOSAL_PENDING',
  ],
])('%s is not reviewed', (_, life, command, code) => {
  expect(refused(life(), command, byManager).code).toBe(code);
});

test('an undo brings the judgement of before back, and is itself not undone', () => {
  const kept = accepted(judged(), review(), byManager);
  const undone = accepted(kept, { type: 'undo', version: kept.account.version }, byManager);
  expect(judgementOf(undone)).toEqual(judgementOf(judged()));
  const entry = kept.history.at(-1);
  if (entry === undefined) throw new Error('no entry');
  expect(toRecord(revertEntry(kept.account, entry)).badFit).toEqual(judgementOf(judged()));
  const again = { type: 'undo', version: undone.account.version } as const;
  expect(refused(undone, again, byManager).code).toBe('UNDO_BREAKS_RULE');
});
