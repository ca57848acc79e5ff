import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import type { Status } from '../../../../functions/domain/status/statuses';
import { transitionOf } from '../../../../functions/domain/status/transitions';
import { MEMBERS, TODAY, theMember } from '../../../builders';
import {
  accepted,
  active,
  busyClient,
  client,
  codes,
  cold,
  DATA,
  dataFor,
  duplicate,
  type Life,
  met,
  missing,
  quarterly,
  refused,
  reviewed,
  working,
} from '../account-lives';
import { having, LINKS, request, TOMORROW } from './guard-scene';

const IS_LEFT = { ...MEMBERS, is: { ...theMember('is'), active: false } };
const meetingOf = (life: Life): Life =>
  accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } });
const unlinked = (): Life => accepted(duplicate(), { type: 'cutLink', reason: '別会社' }, { by: 'manager' });
/** Other ways in which a guard is satisfied than the ones that the lives use. */
const WAYS: [title: string, life: () => Life, to: Status, path: string, value: unknown][] = [
  ['ACTION by a contact instead of words', quarterly, 'WORKING', 'action', null],
  ['OWNER may be a field sales rep', cold, 'WORKING', 'ownerId', 'fs'],
  ['ACTION of an earlier day', cold, 'WORKING', 'action.date', '2026-06-01'],
  [
    'MET by a meeting that is logged already',
    () => meetingOf(working()),
    'DEAD_OPPORTUNITY',
    'meeting',
    undefined,
  ],
  ['NEXT_CHECK on the last day allowed', met, 'QUARTERLY_CHECK', 'nextCheckDate', '2027-07-01'],
  ['NEXT_CHECK on the first day allowed', met, 'QUARTERLY_CHECK', 'nextCheckDate', TOMORROW],
  [
    'LOST with a revisit date',
    met,
    'DEAD_OPPORTUNITY',
    'lost',
    { on: TODAY, reason: 'BUDGET', revisitOn: '2027-01-15' },
  ],
  [
    'LOST for another reason, in words',
    met,
    'DEAD_OPPORTUNITY',
    'lost',
    { on: TODAY, reason: 'OTHER', reasonText: '社長交代', revisitTrigger: '秋' },
  ],
  ['LOST with the need unclear', met, 'DEAD_OPPORTUNITY', 'bant.need', 'unclear'],
  [
    'EVIDENCE by a confirming member',
    quarterly,
    'CURRENT_CLIENT',
    'product',
    { product: 'Cloud', since: TODAY, confirmedBy: 'fs' },
  ],
  ['EVIDENCE that ends one day', quarterly, 'CURRENT_CLIENT', 'product.endsOn', TOMORROW],
  [
    'KEEP as a duplicate of a known account',
    cold,
    'ON_FILE',
    'onFile',
    { reason: 'DUPLICATE', successorId: 'branch' },
  ],
  ['KEEP for another reason, in words', cold, 'ON_FILE', 'onFile', { reason: 'OTHER', reasonText: '係争中' }],
  ['FIT for another reason, in words', cold, 'BAD_FIT', 'fit.reasonText', '個人'],
  ['LINK_CUT after the un-merge', unlinked, 'BAD_FIT', 'reason', undefined],
  ['REASON of five characters', working, 'COLD', 'reason', '応答なし。'],
  [
    'COORDINATED is not asked where nobody else stands',
    () =>
      accepted(cold(), {
        type: 'changeStatus',
        to: 'WORKING',
        data: { ...DATA.ACTION(cold().account, TODAY), ownerId: 'fs' },
      }),
    'CURRENT_CLIENT',
    'coordinatedWith',
    undefined,
  ],
];

test.each(WAYS)('%s', (_, live, to, path, value) => {
  const life = live();
  const guards = transitionOf(life.account.standing.status, to)?.guards ?? [];
  const contactId = Object.keys(life.account.contacts)[0];
  const replacement = value === null ? { kind: 'mail', date: TODAY, contactId } : value;
  const data = having(dataFor(guards, life.account, TODAY), path, replacement);
  const after = accepted(life, request(life, to, data), { by: 'fs', links: LINKS });
  expect(after.account.standing.status).toBe(to);
});

test('OWNER asks for a new one where the owner has left', () => {
  const life = quarterly();
  const data = DATA.ACTION(life.account, TODAY);
  const refusal = refused(
    life,
    { type: 'changeStatus', to: 'WORKING', data },
    { by: 'fs', members: IS_LEFT },
  );
  expect([codes(refusal), missing(refusal)]).toEqual([['OWNER'], ['ownerId']]);
});

test('EVIDENCE: a won opportunity is evidence, and others may stay open', () => {
  const life = accepted(active(), {
    type: 'addOpportunity',
    opportunity: { ...DATA.OPPORTUNITY(active().account, TODAY).opportunity, product: 'Desk' },
  });
  const [first] = Object.keys(life.account.opportunities);
  const data: TransitionData = { closing: [{ opportunityId: first ?? '', outcome: 'won', on: TODAY }] };
  const { account } = accepted(life, { type: 'changeStatus', to: 'CURRENT_CLIENT', data }, { by: 'fs' });
  expect(account.standing.status).toBe('CURRENT_CLIENT');
  expect(Object.values(account.products)).toMatchObject([
    { product: 'Cloud', state: 'live', confirmedBy: 'fs' },
  ]);
  expect(Object.values(account.opportunities).map(({ state }) => state)).toEqual(['won', 'open']);
});

test('PRODUCTS_SETTLED and NONE_OPEN: both go on at the successor', () => {
  const onFileData = {
    reason: 'ACQUIRED',
    successorId: 'hq',
    products: 'successor',
    opportunities: 'successor',
  } as const;
  const { account } = accepted(busyClient(), { type: 'putOnFile', onFile: onFileData }, { links: LINKS });
  expect(toRecord(account)).toMatchObject({
    status: 'ON_FILE',
    onFile: { successorId: 'hq', from: 'CURRENT_CLIENT' },
  });
  expect(Object.values(account.products)).toMatchObject([{ state: 'ended', endsOn: TODAY }]);
  expect(Object.values(account.opportunities)).toMatchObject([{ state: 'returned', closedOn: TODAY }]);
});

test('PRODUCTS_SETTLED: to take them along, the successor must be named', () => {
  const onFileData = { reason: 'LEGAL_HOLD', products: 'successor' } as const;
  expect(codes(refused(client(), { type: 'putOnFile', onFile: onFileData }))).toEqual([
    'PRODUCTS_SETTLED',
    'KEEP',
  ]);
  expect(codes(refused(cold(), { type: 'putOnFile', onFile: onFileData }))).toEqual(['KEEP']);
});

test('FIT asks about every product that we sell', () => {
  const judgedAgainst = (products: string[]): Command => ({
    type: 'changeStatus',
    to: 'BAD_FIT',
    data: having(DATA.FIT(cold().account, TODAY), 'fit.products', products),
  });
  expect(accepted(cold(), judgedAgainst(['Desk', 'Cloud'])).account.standing.status).toBe('BAD_FIT');
  expect(refused(cold(), judgedAgainst(['Desk', 'Cloud', 'Phone']))).toMatchObject({
    reasons: [{ code: 'PRODUCT_NOT_OURS' }],
    facts: { product: 'Phone' },
  });
  expect(toRecord(reviewed().account).badFit).toMatchObject({
    reviewedBy: 'manager',
    reviewOn: '2026-09-02',
  });
});
