import type { Command } from '../../../../functions/domain/commands/command-table';
import { aHandOverNote, anOpportunityInput, TODAY } from '../../../builders';
import {
  accepted,
  active,
  badFit,
  busyClient,
  client,
  closingOf,
  codes,
  cold,
  dataFor,
  dead,
  duplicate,
  missing,
  onFile,
  opportunitiesOf,
  quarterly,
  refused,
  twoOpen,
  working,
} from '../account-lives';

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
    expect(accepted(life(), add).account.standing.status).toBe('ACTIVE_OPPORTUNITY');
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
    expect(busyClient().account.standing.status).toBe('CURRENT_CLIENT');
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

test('a lost opportunity is followed by a new one', () => {
  const life = active();
  const [first = ''] = opportunitiesOf(life);
  const data = dataFor(['MET', 'LOST'], life.account, TODAY);
  const lost = accepted(life, closingOf('lost', first, { to: 'DEAD_OPPORTUNITY', data }), { by: 'fs' });
  const { account } = accepted(lost, {
    type: 'addOpportunity',
    opportunity: anOpportunityInput({ since: TODAY, follows: first }),
  });
  expect(Object.values(account.opportunities).map(({ state, follows }) => [state, follows])).toEqual([
    ['lost', null],
    ['open', first],
  ]);
});
