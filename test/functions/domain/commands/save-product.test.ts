import type { NextStatusInput } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, client, codes, dataFor, type Life, refused } from '../account-lives';

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
    expect(refused(client(), end(undefined, '2026-08-31')).code).toBe('DATE_IN_FUTURE');
    expect(refused(client(), end(undefined, '2026-03-01')).code).toBe('DATES_REVERSED');
  });
});
