import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { ENTRY_GUARDS } from '../../../../functions/domain/status/transitions';
import { anOpportunityInput, TODAY } from '../../../builders';
import {
  accepted as acceptedAs,
  active,
  busyClient,
  closingOf,
  codes,
  cold,
  DATA,
  dataFor,
  imported,
  missing,
  opportunitiesOf,
  refused as refusedAs,
  twoOpen,
} from '../account-lives';

/** Field sales close opportunities, and decide what the account becomes. */
const accepted: typeof acceptedAs = (life, command, where) =>
  acceptedAs(life, command, { by: 'fs', ...where });
const refused: typeof refusedAs = (life, command, where) => refusedAs(life, command, { by: 'fs', ...where });

describe('closing an opportunity', () => {
  test('one of two open is lost: still active, and nothing is asked', () => {
    const life = twoOpen();
    const [first = ''] = opportunitiesOf(life);
    const after = accepted(life, closingOf('lost', first));
    expect(after.account.standing.status).toBe('ACTIVE_OPPORTUNITY');
    expect(after.account.opportunities[first]).toMatchObject({ state: 'lost', closedOn: TODAY });
  });

  test('the last one asks for the decision', () => {
    const life = active();
    const [only = ''] = opportunitiesOf(life);
    for (const outcome of ['won', 'lost', 'returned'] as const) {
      const refusal = refused(life, closingOf(outcome, only));
      expect([refusal.code, missing(refusal)]).toEqual(['DECISION_NEEDED', ['decision.to']]);
      // A won opportunity makes a client, and nothing else.
      expect(refusal.legal).toEqual(
        outcome === 'won'
          ? ['CURRENT_CLIENT']
          : ['WORKING', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'CURRENT_CLIENT', 'BAD_FIT', 'ON_FILE'],
      );
    }
    const stays = refused(life, closingOf('lost', only, { to: 'ACTIVE_OPPORTUNITY' }));
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
    const after = accepted(life, closingOf(outcome, only, { to, data }));
    expect(after.account.standing.status).toBe(to);
    expect(after.account.version).toBe(life.account.version + 1);
  });

  test('a bad fit still needs its manager: the closing waits in the proposal', () => {
    const life = active();
    const [only = ''] = opportunitiesOf(life);
    const data = DATA.FIT(life.account, TODAY);
    expect(codes(refused(life, closingOf('lost', only, { to: 'BAD_FIT', data })))).toEqual(['MANAGER']);
    const closing = [{ opportunityId: only, outcome: 'lost' as const, on: TODAY }];
    const proposed = accepted(life, { type: 'propose', to: 'BAD_FIT', data: { ...data, closing } });
    expect(toRecord(proposed.account)).toMatchObject({
      status: 'ACTIVE_OPPORTUNITY',
      opportunities: { [only]: { state: 'open' } },
    });
    const proposalId = proposed.account.proposal?.id ?? '';
    const done = accepted(proposed, { type: 'approve', proposalId, note: '承認' }, { by: 'manager' });
    expect(toRecord(done.account)).toMatchObject({
      status: 'BAD_FIT',
      opportunities: { [only]: { state: 'lost' } },
    });
  });

  test('won and lost on one day with two opportunities: a client, the lost one stays on its product', () => {
    const life = twoOpen();
    const [first = '', second = ''] = opportunitiesOf(life);
    const lost = accepted(life, closingOf('lost', second));
    const { account } = accepted(lost, closingOf('won', first, { to: 'CURRENT_CLIENT' }));
    expect(toRecord(account)).toMatchObject({ status: 'CURRENT_CLIENT', lostCount: 0 });
    expect(Object.values(account.products)).toMatchObject([
      { product: 'Desk', state: 'lost' },
      { product: 'Cloud', state: 'live', since: TODAY },
    ]);
    const won = accepted(life, closingOf('won', first));
    expect(won.account.standing.status).toBe('CURRENT_CLIENT');
    const other = accepted(won, closingOf('lost', second));
    expect(other.account.standing.status).toBe('CURRENT_CLIENT');
  });

  test.each(['WORKING', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'ON_FILE'] as const)(
    'a won one is not decided into %s',
    (to) => {
      const life = active();
      const [only = ''] = opportunitiesOf(life);
      const guards = ENTRY_GUARDS[to].filter((guard) => guard !== 'OWNER' && guard !== 'ACTION');
      const data = dataFor(to === 'WORKING' ? ['REASON'] : guards, life.account, TODAY);
      const refusal = refused(life, closingOf('won', only, { to, data }));
      expect(codes(refusal)).toEqual(['PRODUCT_MISPLACED']);
      expect(refusal.facts).toMatchObject({ suggested: 'CURRENT_CLIENT' });
    },
  );

  test('inside sales leave it to field sales', () => {
    const life = active();
    const [only = ''] = opportunitiesOf(life);
    const data = dataFor(['NONE_OPEN', 'REASON'], life.account, TODAY);
    const opening = { type: 'addOpportunity', opportunity: anOpportunityInput({ product: 'Desk' }) } as const;
    for (const command of [
      closingOf('lost', only),
      { type: 'changeStatus', to: 'WORKING', data } as const,
      { ...opening, data: DATA.NONE_OPEN(life.account, TODAY) },
    ])
      expect(refused(life, command, { by: 'is' })).toMatchObject({
        code: 'ROLE_NOT_ALLOWED',
        facts: { role: 'is', allowed: ['fs', 'manager', 'admin'] },
      });
  });

  test('a closed one is not closed again, and not reopened', () => {
    const life = twoOpen();
    const [first = ''] = opportunitiesOf(life);
    const lost = accepted(life, closingOf('lost', first));
    expect(refused(lost, closingOf('won', first)).code).toBe('OPPORTUNITY_CLOSED');
  });

  test('won with a product whose use has ended: in use again', () => {
    const END = '2026-09-01';
    const life = accepted(busyClient(), {
      type: 'saveProduct',
      product: {
        product: 'Desk',
        state: 'live',
        since: '2026-03-02',
        endsOn: END,
        reference: 'PO-9',
        churnReason: '更新なし',
      },
    });
    const [open = ''] = opportunitiesOf(life);
    const { account } = accepted(life, closingOf('won', open), { today: END });
    expect(Object.values(account.products).map(({ product, endsOn }) => [product, endsOn])).toEqual([
      ['Cloud', null],
      ['Desk', END],
      ['Desk', null],
    ]);
  });
});

test('an imported active account with no opportunity is asked for the decision with its first one', () => {
  const life = accepted(imported('ACTIVE_OPPORTUNITY', { ownerId: 'is' }), {
    type: 'addOpportunity',
    opportunity: { ...DATA.OPPORTUNITY(cold().account, TODAY).opportunity },
  });
  expect(life.account.standing.debts).toEqual([]);
  const [only = ''] = Object.keys(life.account.opportunities);
  const close: Command = {
    type: 'closeOpportunity',
    closing: { opportunityId: only, outcome: 'lost', on: TODAY },
  };
  expect(refused(life, close).code).toBe('DECISION_NEEDED');
});
