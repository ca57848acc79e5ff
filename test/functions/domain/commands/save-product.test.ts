import type { NextStatusInput, ProductInput } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import {
  accepted,
  active,
  client,
  codes,
  cold,
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

const LIVES: readonly [string, () => Life][] = [
  ['COLD', cold],
  ['WORKING', working],
  ['ACTIVE_OPPORTUNITY', active],
  ['QUARTERLY_CHECK', quarterly],
  ['DEAD_OPPORTUNITY', dead],
  ['BAD_FIT', () => reviewed()],
  ['ON_FILE', onFile],
];
const inUse = (over: Partial<ProductInput> = {}): Command => ({
  type: 'saveProduct',
  product: { product: 'Cloud', state: 'live', since: '2026-06-01', reference: 'PO-9', ...over },
});

describe.each(LIVES)('a product in use on %s', (status, life) => {
  test('needs its evidence', () => {
    const lacking = refused(life(), inUse({ since: null, reference: null }), { by: 'manager' });
    expect([codes(lacking), missing(lacking)]).toEqual([
      ['EVIDENCE'],
      ['product.since', 'product.reference', 'product.confirmedBy'],
    ]);
  });

  test('makes a client, or the answer says how', () => {
    if (status === 'BAD_FIT' || status === 'ON_FILE')
      return expect(codes(refused(life(), inUse(), { by: 'manager' }))).toEqual(['MANAGER']);
    const { account } = accepted(life(), inUse(), { by: 'manager' });
    expect(account.standing).toMatchObject({ status: 'CURRENT_CLIENT', debts: [] });
  });

  test('from a later day on is asked for when the day has come', () => {
    if (status === 'BAD_FIT' || status === 'ON_FILE') return;
    const later = refused(life(), inUse({ since: '2026-12-01' }), { by: 'manager' });
    expect(codes(later)).toEqual(['EVIDENCE']);
  });
});

test('what was agreed comes into use with the change of status, and with nothing else', () => {
  const agreed = (over: Partial<ProductInput> = {}) => accepted(met(), inUse({ state: 'prospect', ...over }));
  expect(agreed().account.standing.status).toBe('WORKING');
  const toClient: Command = { type: 'changeStatus', to: 'CURRENT_CLIENT' };
  const { account } = accepted(agreed(), toClient);
  expect(Object.values(account.products)).toMatchObject([{ product: 'Cloud', state: 'live' }]);
  for (const lacking of [{ since: null }, { reference: null }, { since: '2026-12-01' }, { endsOn: TODAY }])
    expect(codes(refused(agreed(lacking), toClient))).toEqual(['EVIDENCE']);
});

test.each(LIVES)('a product whose end has come is not in use on %s', (_status, life) => {
  const over = { since: '2026-03-01', endsOn: TODAY };
  const refusal = refused(life(), inUse(over), { by: 'manager' });
  expect([refusal.code, refusal.facts]).toEqual(['PRODUCT_OVER', { endsOn: TODAY }]);
  const ended = accepted(life(), inUse({ ...over, state: 'ended', churnReason: '内製化' }), {
    by: 'manager',
  });
  expect(Object.values(ended.account.products)).toMatchObject([{ state: 'ended', ...over }]);
});

describe('products of a client', () => {
  const [cloud = ''] = Object.keys(client().account.products);
  const end = (decision?: NextStatusInput, endsOn = TODAY): Command => ({
    type: 'saveProduct',
    product: { id: cloud, product: 'Cloud', state: 'ended', endsOn, churnReason: '内製化' },
    ...(decision && { decision }),
  });
  const both = (): Life =>
    accepted(client(), {
      type: 'saveProduct',
      product: { product: 'Desk', state: 'live', since: '2026-03-02', reference: 'PO-2' },
    });

  test('one ended, another in use: still a client', () => {
    expect(accepted(both(), end()).account.standing.status).toBe('CURRENT_CLIENT');
  });

  test('the last ended: a decision is asked', () => {
    expect(refused(client(), end()).code).toBe('DECISION_NEEDED');
    const decision = { to: 'WORKING', data: dataFor(['OWNER', 'ACTION'], client().account, TODAY) } as const;
    expect(accepted(client(), end(decision)).account.standing.status).toBe('WORKING');
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
    expect(life.account.standing.status).toBe('CURRENT_CLIENT');
    const later = accepted(life, { type: 'editDetails', details: { kana: 'カナ' } }, { today: '2026-09-10' });
    expect(later.account.standing.status).toBe('CURRENT_CLIENT');
    const known = { ...ending, reference: 'PO-2' } as const;
    expect(
      accepted(later, { type: 'saveProduct', product: known }, { today: '2026-09-10' }).account.products,
    ).toMatchObject({
      [cloud]: known,
    });
    const earlier = { ...ending, endsOn: '2026-08-30' } as const;
    expect(refused(later, { type: 'saveProduct', product: earlier }, { today: '2026-09-10' }).code).toBe(
      'PRODUCT_OVER',
    );
    const moved = accepted(
      later,
      { type: 'changeStatus', to: 'DEAD_OPPORTUNITY', data: dataFor(['LOST'], later.account, '2026-09-10') },
      { today: '2026-09-10' },
    );
    expect(moved.account.products).toMatchObject({ [cloud]: { ...ending, state: 'ended' } });
    expect(refused(client(), end(undefined, '2026-08-31')).code).toBe('DATE_IN_FUTURE');
    expect(refused(client(), end(undefined, '2026-03-01')).code).toBe('DATES_REVERSED');
  });
});
