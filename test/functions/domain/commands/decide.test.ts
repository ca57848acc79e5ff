import type { NextStatusInput, TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import {
  aContext,
  aHandOverNote,
  anAccount,
  anOpportunityInput,
  MEMBERS,
  TODAY,
  theMember,
} from '../../../builders';
import {
  accepted,
  active,
  badFit,
  busyClient,
  client,
  codes,
  cold,
  DATA,
  dataFor,
  dead,
  duplicate,
  type Life,
  met,
  missing,
  onFile,
  quarterly,
  refused,
  unregistered,
  working,
} from '../account-lives';

const opportunitiesOf = ({ account }: Life): string[] => Object.keys(account.opportunities);
const close = (
  outcome: 'won' | 'lost' | 'returned',
  opportunityId: string,
  decision?: NextStatusInput,
): Command => ({ type: 'closeOpportunity', closing: { opportunityId, outcome, on: TODAY }, decision });

const twoOpen = (): Life =>
  accepted(active(), { type: 'addOpportunity', opportunity: anOpportunityInput({ product: 'Desk' }) });

describe('who may', () => {
  test('a viewer and a member who left change nothing', () => {
    for (const by of ['viewer', 'left']) {
      const refusal = refused(cold(), { type: 'editDetails', details: { kana: 'カナ' } }, { by });
      expect(refusal.code).toBe('ROLE_NOT_ALLOWED');
    }
    expect(
      refused(
        cold(),
        { type: 'cutLink', reason: '別会社' },
        {
          by: 'manager',
          members: { ...MEMBERS, manager: { ...theMember('manager'), active: false } },
        },
      ).code,
    ).toBe('ROLE_NOT_ALLOWED');
  });

  test.each<Command>([
    { type: 'approve', proposalId: 'r1', note: '承認' },
    { type: 'reject', proposalId: 'r1', note: '却下' },
    { type: 'correctMeeting', activityId: 'a1', reason: '別会社の商談' },
    { type: 'cutLink', reason: '別会社' },
  ])('$type is for managers', (command) => {
    for (const by of ['is', 'fs']) expect(refused(cold(), command, { by }).code).toBe('ROLE_NOT_ALLOWED');
    for (const by of ['manager', 'admin'])
      expect(refused(cold(), command, { by }).code).not.toBe('ROLE_NOT_ALLOWED');
  });

  test('an account that nobody registered is unknown', () => {
    expect(refused(unregistered(), { type: 'setBant', bant: { need: 'yes' } }).code).toBe('ACCOUNT_UNKNOWN');
  });
});

describe('met is for ever', () => {
  const meet = (life: Life, by = 'fs'): Life =>
    accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } }, { by });

  test('logging the first meeting with a cold account is its move to working, owned by whoever met them', () => {
    expect(meet(cold()).account).toMatchObject({ status: 'WORKING', everMet: true, ownerId: 'fs' });
    const owned = accepted(cold(), { type: 'handOver', toId: 'is2', note: '担当' });
    expect(meet(owned).account).toMatchObject({ status: 'WORKING', ownerId: 'is2' });
    const nobody = refused(cold(), { type: 'logActivity', activity: { kind: 'meeting', date: TODAY } });
    expect([codes(nobody), missing(nobody)]).toEqual([['ACTION'], ['action.with']]);
  });

  test('a trade fair or the talk of a predecessor, as visit or note, does not set everMet', () => {
    for (const kind of ['visit', 'note', 'call', 'mail'] as const) {
      const life = accepted(cold(), {
        type: 'logActivity',
        activity: { kind, date: TODAY, twoWay: true, with: '展示会で名刺交換' },
      });
      expect(life.account).toMatchObject({ everMet: false, status: 'COLD' });
    }
  });

  test('only a manager corrects a wrongly logged meeting, with a reason that stays in the history', () => {
    const life = meet(working());
    const activityId = Object.keys(life.account.activities).at(-1) ?? '';
    const correct: Command = { type: 'correctMeeting', activityId, reason: '別会社の商談でした' };
    expect(refused(life, { ...correct, reason: '誤り' }, { by: 'manager' }).code).toBe('REASON');
    expect(refused(life, { ...correct, activityId: 'constructor' }, { by: 'manager' }).code).toBe(
      'ACTIVITY_UNKNOWN',
    );
    const corrected = accepted(life, correct, { by: 'manager' });
    expect(corrected.account.everMet).toBe(false);
    expect(corrected.account.activities).toEqual({});
    expect(corrected.history.at(-1)?.events).toMatchObject([
      { type: 'meetingCorrected', reason: '別会社の商談でした', data: { activity: { kind: 'meeting' } } },
    ]);
    expect(refused(life, { type: 'changeStatus', to: 'COLD', data: { reason: '応答がない' } }).code).toBe(
      'NOT_MET',
    );
    accepted(corrected, { type: 'changeStatus', to: 'COLD', data: { reason: '応答がない' } });
  });

  test('one of two meetings is corrected: still met', () => {
    const life = meet(meet(working()));
    const [first = ''] = Object.keys(life.account.activities);
    const corrected = accepted(
      life,
      { type: 'correctMeeting', activityId: first, reason: '二重の記録' },
      { by: 'admin' },
    );
    expect(corrected.account.everMet).toBe(true);
  });

  test('a corrected meeting leaves a debt where the status needs one, and its clock runs from the contact before', () => {
    const life = accepted(quarterly(), {
      type: 'logActivity',
      activity: { kind: 'meeting', date: TODAY, with: '山田' },
    });
    const [first = '', second = ''] = Object.keys(life.account.activities);
    const correct = (activityId: string): Command => ({
      type: 'correctMeeting',
      activityId,
      reason: '別会社の商談',
    });
    const one = accepted(life, correct(second), { by: 'manager' });
    expect(one.account).toMatchObject({ debts: [], nextCheck: { date: '2026-06-02', base: '2026-03-02' } });
    expect(accepted(one, correct(first), { by: 'manager' }).account).toMatchObject({
      everMet: false,
      debts: ['MET'],
    });
  });
});

describe('opening an opportunity', () => {
  const add: Command = {
    type: 'addOpportunity',
    opportunity: anOpportunityInput({ since: TODAY }),
    data: { ownerId: 'is', coordinatedWith: '佐藤' },
  };

  test.each([
    ['COLD', cold],
    ['WORKING', working],
    ['QUARTERLY_CHECK', quarterly],
    ['DEAD_OPPORTUNITY', dead],
  ])('on %s is the move to ACTIVE_OPPORTUNITY', (_, life) => {
    expect(accepted(life(), add).account.status).toBe('ACTIVE_OPPORTUNITY');
    const empty = refused(life(), {
      type: 'addOpportunity',
      opportunity: {},
      data: { coordinatedWith: '佐藤' },
    });
    expect(codes(empty)).toContain('OPPORTUNITY');
  });

  test('from COLD the history also records the passage through WORKING', () => {
    const events = accepted(cold(), add).history.at(-1)?.events ?? [];
    expect(
      events.filter(({ type }) => type === 'statusChanged').map(({ from, to }) => `${from} → ${to}`),
    ).toEqual(['COLD → WORKING', 'WORKING → ACTIVE_OPPORTUNITY']);
  });

  test('on a client leaves the status alone', () => {
    expect(busyClient().account.status).toBe('CURRENT_CLIENT');
    const half = refused(client(), { type: 'addOpportunity', opportunity: { product: 'Desk' } });
    expect(missing(half)).toContain('opportunity.handOverNote.metWith');
  });

  test.each([
    ['BAD_FIT', badFit],
    ['ON_FILE', onFile],
    ['ON_FILE as a duplicate', duplicate],
  ])('on %s is refused', (_, life) => {
    expect(refused(life(), add).code).toBe('OPPORTUNITY_REFUSED');
  });

  test('of blanks is none', () => {
    const blank = anOpportunityInput({ product: '  ', handOverNote: { ...aHandOverNote, bant: ' ' } });
    const refusal = refused(twoOpen(), { type: 'addOpportunity', opportunity: blank });
    expect(missing(refusal)).toEqual(['opportunity.product', 'opportunity.handOverNote.bant']);
  });
});

describe('closing an opportunity', () => {
  test('one of two open is lost: still active, and nothing is asked', () => {
    const life = twoOpen();
    const [first = ''] = opportunitiesOf(life);
    const after = accepted(life, close('lost', first));
    expect(after.account.status).toBe('ACTIVE_OPPORTUNITY');
    expect(after.account.opportunities[first]).toMatchObject({ state: 'lost', closedOn: TODAY });
  });

  test('the last one asks for the decision', () => {
    const life = active();
    const [only = ''] = opportunitiesOf(life);
    for (const outcome of ['won', 'lost', 'returned'] as const) {
      const refusal = refused(life, close(outcome, only));
      expect([refusal.code, missing(refusal)]).toEqual(['DECISION_NEEDED', ['decision.to']]);
      expect(refusal.legal).toEqual(
        expect.arrayContaining([
          'WORKING',
          'QUARTERLY_CHECK',
          'DEAD_OPPORTUNITY',
          'CURRENT_CLIENT',
          'BAD_FIT',
          'ON_FILE',
        ]),
      );
    }
    const stays = refused(life, close('lost', only, { to: 'ACTIVE_OPPORTUNITY' }));
    expect(stays.code).toBe('NO_CHANGE');
  });

  test.each([
    ['QUARTERLY_CHECK', 'lost', ['MET', 'NEED', 'NEXT_CHECK']],
    ['DEAD_OPPORTUNITY', 'lost', ['MET', 'LOST']],
    ['CURRENT_CLIENT', 'won', []],
    ['WORKING', 'returned', ['REASON']],
    ['ON_FILE', 'lost', ['KEEP']],
  ] as const)('the last one decides the account in the same step: %s', (to, outcome, guards) => {
    const life = active();
    const [only = ''] = opportunitiesOf(life);
    const data: TransitionData = dataFor(guards, life.account, TODAY);
    const after = accepted(life, close(outcome, only, { to, data }));
    expect(after.account.status).toBe(to);
    expect(after.account.version).toBe(life.account.version + 1);
  });

  test('a bad fit still needs its manager: the closing waits in the proposal', () => {
    const life = active();
    const [only = ''] = opportunitiesOf(life);
    const data = DATA.FIT(life.account, TODAY);
    expect(codes(refused(life, close('lost', only, { to: 'BAD_FIT', data })))).toEqual(['MANAGER']);
    const closing = [{ opportunityId: only, outcome: 'lost' as const, on: TODAY }];
    const proposed = accepted(life, { type: 'propose', to: 'BAD_FIT', data: { ...data, closing } });
    expect(proposed.account).toMatchObject({
      status: 'ACTIVE_OPPORTUNITY',
      opportunities: { [only]: { state: 'open' } },
    });
    const proposalId = proposed.account.proposal?.id ?? '';
    const done = accepted(proposed, { type: 'approve', proposalId, note: '承認' }, { by: 'manager' });
    expect(done.account).toMatchObject({ status: 'BAD_FIT', opportunities: { [only]: { state: 'lost' } } });
  });

  test('won and lost on one day with two opportunities: a client, the lost one stays on its product', () => {
    const life = twoOpen();
    const [first = '', second = ''] = opportunitiesOf(life);
    const lost = accepted(life, close('lost', second));
    const { account } = accepted(lost, close('won', first, { to: 'CURRENT_CLIENT' }));
    expect(account).toMatchObject({ status: 'CURRENT_CLIENT', lostCount: 0 });
    expect(Object.values(account.products)).toMatchObject([
      { product: 'Desk', state: 'lost' },
      { product: 'Cloud', state: 'live', since: TODAY },
    ]);
    const won = accepted(life, close('won', first));
    expect(won.account.status).toBe('ACTIVE_OPPORTUNITY');
    const other = accepted(won, close('lost', second, { to: 'CURRENT_CLIENT' }));
    expect(other.account.status).toBe('CURRENT_CLIENT');
  });

  test('a closed one is not closed again, and not reopened', () => {
    const life = twoOpen();
    const [first = ''] = opportunitiesOf(life);
    const lost = accepted(life, close('lost', first));
    expect(refused(lost, close('won', first)).code).toBe('OPPORTUNITY_CLOSED');
  });

  test('won with a product whose use has ended: in use again', () => {
    const life = accepted(busyClient(), {
      type: 'saveProduct',
      product: {
        product: 'Desk',
        state: 'live',
        since: '2026-03-02',
        endsOn: TODAY,
        churnReason: '更新なし',
      },
    });
    const [open = ''] = opportunitiesOf(life);
    const { account } = accepted(life, close('won', open));
    expect(Object.values(account.products).map(({ product, endsOn }) => [product, endsOn])).toEqual([
      ['Cloud', null],
      ['Desk', TODAY],
      ['Desk', null],
    ]);
  });
});

test('a reactivated lost account keeps lostCount and clears the current reason, which the history keeps', () => {
  const lost = dead();
  expect(lost.account).toMatchObject({ lostCount: 1, lost: { reason: 'COMPETITOR' } });
  const again = accepted(lost, { type: 'addOpportunity', opportunity: anOpportunityInput({ since: TODAY }) });
  expect(again.account).toMatchObject({ status: 'ACTIVE_OPPORTUNITY', lostCount: 1, lost: null });
  const changes = again.history.at(-1)?.events.flatMap((event) => event.changes) ?? [];
  expect(changes).toContainEqual(
    expect.objectContaining({
      path: 'lost',
      before: expect.objectContaining({ reason: 'COMPETITOR' }),
      after: null,
    }),
  );
});

test('a lost opportunity is followed by a new one', () => {
  const life = active();
  const [first = ''] = opportunitiesOf(life);
  const data = dataFor(['MET', 'LOST'], life.account, TODAY);
  const lost = accepted(life, close('lost', first, { to: 'DEAD_OPPORTUNITY', data }));
  const { account } = accepted(lost, {
    type: 'addOpportunity',
    opportunity: anOpportunityInput({ since: TODAY, follows: first }),
  });
  expect(Object.values(account.opportunities).map(({ state, follows }) => [state, follows])).toEqual([
    ['lost', null],
    ['open', first],
  ]);
});

describe('products of a client', () => {
  const [cloud = ''] = Object.keys(client().account.products);
  const end = (decision?: NextStatusInput, endsOn = TODAY): Command => ({
    type: 'saveProduct',
    product: { id: cloud, product: 'Cloud', state: 'ended', endsOn, churnReason: '内製化' },
    decision,
  });
  const both = (): Life =>
    accepted(client(), {
      type: 'saveProduct',
      product: { product: 'Desk', state: 'live', since: '2026-03-02', reference: 'PO-2' },
    });

  test('one ended, another in use: still a client', () => {
    expect(accepted(both(), end()).account.status).toBe('CURRENT_CLIENT');
  });

  test('the last ended: a decision is asked', () => {
    expect(refused(client(), end()).code).toBe('DECISION_NEEDED');
    const decision = { to: 'WORKING', data: dataFor(['OWNER', 'ACTION'], client().account, TODAY) } as const;
    expect(accepted(client(), end(decision)).account.status).toBe('WORKING');
  });

  test('ended without a reason or a date is not yet churned', () => {
    const decision = { to: 'WORKING', data: dataFor(['OWNER', 'ACTION'], client().account, TODAY) } as const;
    for (const lack of [{ churnReason: ' ' }, { endsOn: null }])
      expect(
        codes(
          refused(client(), {
            type: 'saveProduct',
            product: {
              id: cloud,
              product: 'Cloud',
              state: 'ended',
              endsOn: TODAY,
              churnReason: '内製化',
              ...lack,
            },
            decision,
          }),
        ),
      ).toEqual(['CHURNED']);
  });

  test('an end date that is still to come moves nothing, and nothing moves when it passes', () => {
    const ending = {
      id: cloud,
      product: 'Cloud',
      state: 'live',
      endsOn: '2026-08-31',
      churnReason: '更新なし',
    } as const;
    const life = accepted(client(), { type: 'saveProduct', product: ending });
    expect(life.account.status).toBe('CURRENT_CLIENT');
    const later = accepted(life, { type: 'editDetails', details: { kana: 'カナ' } }, { today: '2026-09-10' });
    expect(later.account.status).toBe('CURRENT_CLIENT');
    expect(refused(client(), end(undefined, '2026-08-31')).code).toBe('DATE_IN_FUTURE');
    expect(refused(client(), end(undefined, '2026-03-01')).code).toBe('DATES_REVERSED');
  });
});

describe('inside and field sales on one account', () => {
  const shared = (): Life =>
    accepted(met(), { type: 'saveContact', contact: { name: '山田', speaksWith: ['is'] } });
  const contactId = Object.keys(shared().account.contacts)[0] ?? '';
  const call = (coordinatedWith?: string): Command => ({
    type: 'logActivity',
    activity: { kind: 'call', date: TODAY, contactId, twoWay: true },
    coordinatedWith,
  });

  test('a contact of the other side asks for COORDINATED, and the history keeps the answer', () => {
    const refusal = refused(shared(), call(), { by: 'fs' });
    expect([codes(refusal), missing(refusal)]).toEqual([['COORDINATED'], ['coordinatedWith']]);
    expect(refusal.facts).toEqual({ with: [{ id: 'is', name: 'is' }] });
    const told = accepted(shared(), call('isさん'), { by: 'fs' });
    expect(told.history.at(-1)?.events[0]?.data).toMatchObject({ coordinatedWith: 'isさん' });
  });

  test('not of the same side, and not a manager', () => {
    for (const by of ['is', 'is2', 'manager']) accepted(shared(), call(), { by });
  });

  test('taking over to field sales: COORDINATED where IS and FS overlap', () => {
    const data = DATA.OPPORTUNITY(working().account, TODAY);
    const move: Command = { type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', data };
    expect(codes(refused(working(), move, { by: 'fs' }))).toEqual(['COORDINATED']);
    expect(accepted(working(), move, { by: 'is' }).account).toMatchObject({ ownerId: 'fs', isOwnerId: 'is' });
  });
});

test('every refusal says what is legal now', () => {
  const refusal = refused(working(), {
    type: 'closeOpportunity',
    closing: { opportunityId: 'o1', outcome: 'lost', on: TODAY },
  });
  expect(refusal.code).toBe('OPPORTUNITY_UNKNOWN');
  expect(refusal.legal).toEqual([
    'COLD',
    'ACTIVE_OPPORTUNITY',
    'QUARTERLY_CHECK',
    'DEAD_OPPORTUNITY',
    'CURRENT_CLIENT',
    'BAD_FIT',
    'ON_FILE',
  ]);
});

test('names that every object inherits are no parts of an account', () => {
  const account = anAccount({ status: 'WORKING', ownerId: 'is' });
  const commands: Command[] = [
    { type: 'saveContact', contact: { id: 'constructor', name: '山田' } },
    { type: 'saveContact', contact: { name: '山田', speaksWith: ['__proto__'] } },
    { type: 'saveProduct', product: { id: 'toString', product: 'Cloud', state: 'prospect' } },
    { type: 'logActivity', activity: { kind: 'call', date: TODAY, contactId: 'valueOf' } },
    { type: 'handOver', toId: 'constructor', note: '引き継ぎ' },
  ];
  const refusals = commands.map((command) => {
    const verdict = decide(account, command, aContext());
    return 'refusal' in verdict ? verdict.refusal.code : 'accepted';
  });
  expect(refusals).toEqual([
    'CONTACT_UNKNOWN',
    'MEMBER_UNKNOWN',
    'PRODUCT_UNKNOWN',
    'CONTACT_UNKNOWN',
    'MEMBER_UNKNOWN',
  ]);
});
