import type { Command } from '../../../../functions/domain/commands/command-table';
import { anOpportunity, aProduct } from '../../../builders';
import {
  accepted,
  active,
  badFit,
  client,
  codes,
  onFile,
  quarterly,
  refused,
  working,
} from '../account-lives';

describe('the successor takes over', () => {
  const receive = (
    products = [aProduct()],
    opportunities = [anOpportunity()],
    data: { coordinatedWith?: string } = {},
  ): Command => ({ type: 'receive', fromId: 'old', products, opportunities, data });

  test('products in use make it a client, open opportunities stay open', () => {
    const { account } = accepted(quarterly(), receive());
    expect(account.standing.status).toBe('CURRENT_CLIENT');
    expect(account.products).toMatchObject({ 'p000001@old': { state: 'live', source: 'account:old' } });
    expect(account.opportunities).toMatchObject({ 'o000001@old': { state: 'open' } });
  });

  test('opportunities alone make it active', () => {
    expect(accepted(quarterly(), receive([])).account.standing.status).toBe('ACTIVE_OPPORTUNITY');
    expect(accepted(active(), receive([])).account.standing.status).toBe('ACTIVE_OPPORTUNITY');
    expect(accepted(client(), receive([])).account.standing.status).toBe('CURRENT_CLIENT');
  });

  test('a client only with evidence', () => {
    const unproved = aProduct({ reference: null });
    const refusal = refused(quarterly(), receive([unproved], []));
    expect(codes(refusal)).toEqual(['EVIDENCE']);
  });

  test.each([
    ['BAD_FIT', badFit],
    ['ON_FILE', onFile],
  ])('%s takes nothing', (_, life) => {
    expect(refused(life(), receive()).code).toBe('OPPORTUNITY_REFUSED');
  });

  test('nobody puts on file what the successor cannot take: working needs its coordination', () => {
    expect(codes(refused(working(), receive(), { by: 'fs' }))).toEqual(['COORDINATED']);
    const coordinated = receive([aProduct()], [], { coordinatedWith: '佐藤' });
    expect(accepted(working(), coordinated, { by: 'fs' }).account.standing.status).toBe('CURRENT_CLIENT');
  });
});
