/** Guards that look at what is on record, on the day, and at the team. */

import { blankAccount } from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { aContext, anOpportunityInput, aSettings, TODAY } from '../../../builders';
import {
  accepted,
  approved,
  client,
  codes,
  DATA,
  dataFor,
  dead,
  type Life,
  met,
  quarterly,
  refused,
} from '../account-lives';

describe('FIT', () => {
  const judged = (life: Life, more: TransitionData = {}): Command => {
    const { recordedNeed: _, ...fit } = DATA.FIT(life.account, TODAY).fit ?? {};
    return { type: 'propose', to: 'BAD_FIT', data: { fit, ...more } };
  };

  test.each([
    ['a need', quarterly],
    ['a latent need', dead],
  ])('is refused against %s on record, which is gone only in the same step', (_, life) => {
    const refusal = refused(life(), judged(life()));
    expect([codes(refusal), refusal.missing.map(({ key }) => key)]).toEqual([
      ['NEED_RECORDED'],
      ['fit.recordedNeed'],
    ]);
    accepted(life(), judged(life(), { bant: { need: 'no' }, latentNeed: '' }));
    const gone = DATA.FIT(life().account, TODAY);
    for (const anew of [{ bant: { need: 'yes' } }, { latentNeed: '紙の帳票' }] as const)
      expect(codes(refused(life(), { type: 'propose', to: 'BAD_FIT', data: { ...gone, ...anew } }))).toEqual([
        'NEED_RECORDED',
      ]);
    const { account } = approved(life(), 'BAD_FIT', DATA.FIT(life().account, TODAY));
    expect(account).toMatchObject({ latentNeed: null, standing: { status: 'BAD_FIT', debts: [] } });
    expect(account.bant.need.value).not.toBe('yes');
  });
});

test('a lost date that lies years back needs a confirmation', () => {
  const lost = { on: '1990-07-01', reason: 'BUDGET', revisitTrigger: '秋' };
  const command = (more: object): Command => ({
    type: 'changeStatus',
    to: 'DEAD_OPPORTUNITY',
    data: { bant: { need: 'no' }, latentNeed: '手作業', lost: { ...lost, ...more } },
  });
  const refusal = refused(met(), command({}));
  expect([codes(refusal), refusal.missing.map(({ key }) => key)]).toEqual([
    ['DATE_UNLIKELY'],
    ['lost.on', 'lost.confirmed'],
  ]);
  expect(toRecord(accepted(met(), command({ confirmed: true })).account).lost).toMatchObject({ on: lost.on });
});

test('an opportunity is of one of our products, and field sales or a manager own it', () => {
  const open = (over: Parameters<typeof anOpportunityInput>[0]): Command => ({
    type: 'addOpportunity',
    opportunity: anOpportunityInput(over),
  });
  expect(refused(quarterly(), open({ product: 'Fax' })).code).toBe('PRODUCT_NOT_OURS');
  expect(refused(quarterly(), open({ fsOwnerId: 'is' })).code).toBe('FIELD_SALES_OWNER');
  expect(refused(quarterly(), open({ fsOwnerId: 'viewer' })).code).toBe('FIELD_SALES_OWNER');
  expect(refused(quarterly(), open({ fsOwnerId: 'left' })).code).toBe('MEMBER_UNKNOWN');
  for (const fsOwnerId of ['fs', 'manager', 'admin']) accepted(quarterly(), open({ fsOwnerId }));
});

test('where the settings name no product, opportunities and bad fits say where it is named; what a list has said stays', () => {
  const context = aContext({ settings: aSettings({ products: [] }) });
  const addOpportunity: Command = { type: 'addOpportunity', opportunity: anOpportunityInput() };
  const toBadFit: Command = { type: 'changeStatus', to: 'BAD_FIT', data: DATA.FIT(met().account, TODAY) };
  for (const [{ account }, command] of [
    [quarterly(), addOpportunity],
    [client(), addOpportunity],
    [met(), toBadFit],
  ] as const)
    expect(decide(account, command, context)).toMatchObject({
      refusal: { reasons: expect.arrayContaining([expect.objectContaining({ code: 'PRODUCTS_NOT_SET' })]) },
    });
  for (const status of ['BAD_FIT', 'CURRENT_CLIENT', 'ACTIVE_OPPORTUNITY'] as const)
    expect(
      decide(
        blankAccount('a_1'),
        { type: 'import', row: { list: 'L', details: { name: '株式会社輸入' }, status } },
        context,
      ),
    ).toMatchObject({ account: { standing: { status } } });
});

test('a client who was never met owes the meeting in the nurture statuses', () => {
  const { account } = client();
  for (const [to, guards] of [
    ['QUARTERLY_CHECK', ['CHURNED', 'NEED', 'NEXT_CHECK']],
    ['DEAD_OPPORTUNITY', ['CHURNED', 'LOST']],
  ] as const) {
    const moved = accepted(client(), { type: 'changeStatus', to, data: dataFor(guards, account, TODAY) });
    expect(moved.account.standing.debts).toContain('MET');
    const meeting = {
      type: 'logActivity',
      activity: { kind: 'meeting', date: TODAY, with: '山田' },
    } as const;
    expect(accepted(moved, meeting).account.standing.debts).not.toContain('MET');
  }
});
