/** What windows offer to whom, as a table, against what the functions refuse to that role. */
import type { Entered, TransitionInput } from '../../../../apps-script/windows/kit/form-input';
import {
  mayGiveCommand,
  mayHandOver,
  mayMove,
  moveCommandType,
  permittedOffers,
  whomToAsk,
} from '../../../../apps-script/windows/kit/member-rights';
import { bulkStatusChoices } from '../../../../apps-script/windows/status/bulk-change-status';
import { transitionContext } from '../../../../apps-script/windows/status/transition-fields';
import { statusChangeCommand } from '../../../../apps-script/windows/status/transition-input';
import type { Account } from '../../../../functions/domain/account/account';
import { COMMAND_RIGHTS } from '../../../../functions/domain/commands/command-rights';
import { COMMANDS } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { mayGive } from '../../../../functions/domain/commands/rights';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { aContext, anAccount, anOpportunity, aProduct, TODAY, theMember } from '../../../builders';
import { anAccountView, aViewer } from '../window-scene';

const WHO = ['viewer', 'left', 'is', 'fs', 'manager', 'admin'] as const;
const OWNERS = [null, 'is', 'fs', 'is2'] as const;
const viewerOf = (who: string) => aViewer({ you: theMember(who) });

/** One account of each status, with what belongs to it. */
const accountIn = (status: Status, ownerId: string | null = 'is'): Account =>
  anAccount({
    status,
    ownerId,
    everMet: status !== 'COLD',
    ...(status === 'ACTIVE_OPPORTUNITY'
      ? { opportunities: { o000001: anOpportunity({ id: 'o000001' }) } }
      : {}),
    ...(status === 'CURRENT_CLIENT' ? { products: { p000001: aProduct({ id: 'p000001' }) } } : {}),
  });

test('a hand-over is offered exactly to those whom the functions let hand over', () => {
  for (const who of ['viewer', 'is', 'fs', 'manager', 'admin'])
    for (const ownerId of [null, 'is', 'fs', 'left']) {
      const command = { type: 'handOver', toId: 'is2', note: '担当替え' } as const;
      const decision = decide(accountIn('WORKING', ownerId), command, aContext({ actor: theMember(who) }));
      expect([who, ownerId, mayHandOver(viewerOf(who), ownerId)]).toEqual([
        who,
        ownerId,
        !('refusal' in decision),
      ]);
    }
});

test('a command is offered exactly to those whom the table of rights lets give it', () => {
  for (const status of STATUSES)
    for (const ownerId of OWNERS)
      for (const who of WHO)
        for (const type of keysOf(COMMAND_RIGHTS)) {
          const account = accountIn(status, ownerId);
          const mine = mayGiveCommand(viewerOf(who), type, { status, ownerId });
          const theirs = mayGive(COMMANDS[type], account, { actor: theMember(who), channel: 'menu' });
          expect({ status, ownerId, who, type, offered: mine }).toEqual({
            ...{ status, ownerId, who, type, offered: theirs },
          });
        }
});

/** Whatever a move may ask for; what one has no use for is left out. */
const dataOf = (from: Status, to: Status): Entered<TransitionInput> => ({
  ...(from === 'ACTIVE_OPPORTUNITY' && to !== 'CURRENT_CLIENT'
    ? { closing: [{ opportunityId: 'o000001', outcome: 'lost', on: TODAY, lostReason: 'BUDGET' }] }
    : {}),
  ...(to === 'BAD_FIT'
    ? { fit: { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud', 'Desk'] } }
    : {}),
});

test.each(WHO)('%s is offered no move that is refused to the role, and every other one', (who) => {
  for (const from of STATUSES) {
    const account = accountIn(from);
    const view = anAccountView(account, who);
    const permitted = permittedOffers({ channel: 'menu' }, view).map(({ to }) => to);
    const acted = view.offers.filter(({ to, approval }) => {
      const command = statusChangeCommand(from, { to, approval }, { ...dataOf(from, to), note: '確認済み' });
      const decision = decide(account, command, aContext({ by: who, channel: 'menu' }));
      return !('refusal' in decision && decision.refusal.code === 'ROLE_NOT_ALLOWED');
    });
    expect({ from, permitted }).toEqual({ from, permitted: acted.map(({ to }) => to) });
  }
});

test('inside sales do not say how an opportunity ends; they may propose a bad fit to a manager', () => {
  const facts = { status: 'ACTIVE_OPPORTUNITY', ownerId: 'is' } as const;
  for (const to of STATUSES) {
    expect(mayMove(viewerOf('is'), facts, { to, approval: false })).toBe(false);
    expect(mayMove(viewerOf('is'), facts, { to, approval: true })).toBe(true);
    expect(mayMove(viewerOf('fs'), facts, { to, approval: false })).toBe(true);
  }
});

test('nor where a client still has an open opportunity: what closes it is not offered to inside sales, but the successor is', () => {
  const client = anAccount({
    status: 'CURRENT_CLIENT',
    products: { p1: aProduct({ id: 'p1', state: 'ended', endsOn: '2026-06-01', churnReason: '統合' }) },
    opportunities: { o1: anOpportunity({ id: 'o1' }) },
  });
  const offered = (who: string) => permittedOffers({ channel: 'menu' }, anAccountView(client, who));
  const closing = offered('fs').filter(({ asks }) => asks.some(({ key }) => key === 'closing'));
  expect(closing.length).toBeGreaterThan(0);
  for (const { to, approval } of closing)
    expect(offered('is').some((offer) => offer.to === to)).toBe(approval || to === 'ON_FILE');
  for (const [who, may] of [
    ['is', false],
    ['fs', true],
  ] as const) {
    const view = anAccountView(client, who);
    expect(transitionContext(view, 'ON_FILE').mayCloseOpportunities).toBe(may);
    expect(transitionContext(view, 'BAD_FIT').mayCloseOpportunities).toBe(true);
  }
});

test('of several accounts only those are counted that the member may move', () => {
  const rows = (['ACTIVE_OPPORTUNITY', 'QUARTERLY_CHECK'] as const).map((status) => ({
    ...{ id: status, name: status, status, version: 1 },
  }));
  const countOf = (who: string) =>
    bulkStatusChoices(viewerOf(who), rows).find(({ to }) => to === 'DEAD_OPPORTUNITY')?.count;
  expect([countOf('is'), countOf('fs'), countOf('viewer')]).toEqual([1, 2, undefined]);
});

test('where the role may not, the window names whom to ask', () => {
  expect(whomToAsk({ language: 'ja' }, 'closeOpportunity', { status: 'ACTIVE_OPPORTUNITY' })).toBe(
    '案件を閉じる: フィールドセールス・マネージャー・管理者に依頼してください。',
  );
  expect(whomToAsk({ language: 'en' }, 'changeStatus', { status: 'ACTIVE_OPPORTUNITY' })).toBe(
    'Change status: ask Field sales rep / Manager / Admin.',
  );
});

test.each([
  ['WORKING', false, 'changeStatus'],
  ['QUARTERLY_CHECK', true, 'propose'],
  ['ON_FILE', true, 'restore'],
] as const)('from %s, approval %s: %s', (from, approval, type) =>
  expect(moveCommandType(from, { approval })).toBe(type),
);
