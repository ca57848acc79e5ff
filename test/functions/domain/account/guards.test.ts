import { isCheckDate, offeredCheckDate } from '../../../../functions/domain/account/guards';
import type { FieldKey } from '../../../../functions/domain/account/input-field-texts';
import type { RefusalCode } from '../../../../functions/domain/account/refusals';
import { GUARD_TEXTS, type GuardCode } from '../../../../functions/domain/status/guard-texts';
import type { Status } from '../../../../functions/domain/status/statuses';
import { transitionOf } from '../../../../functions/domain/status/transitions';
import { aContext, TODAY } from '../../../builders';
import {
  accepted,
  active,
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
  working,
} from '../account-lives';
import { having, LINKS, request, TOMORROW } from './guard-scene';

type Row = [
  guard: GuardCode,
  life: () => Life,
  to: Status,
  path: string,
  value: unknown,
  asks: FieldKey[],
  code?: RefusalCode,
];

const agreed = (): Life => accepted(met(), { type: 'setBant', bant: { need: 'yes' } });
const nearlyThere = (): Life =>
  accepted(met(), { type: 'setBant', bant: { need: 'yes', authority: 'yes', timing: 'yes' } });

/** What each guard asks for when everything else is there and one datum is missing or wrong. */
const ROWS: Row[] = [
  ['ACTION', cold, 'WORKING', 'action', undefined, ['action.kind', 'action.date', 'action.with']],
  ['ACTION', cold, 'WORKING', 'action.kind', undefined, ['action.kind']],
  ['ACTION', cold, 'WORKING', 'action.kind', 'note', ['action.kind']],
  ['ACTION', cold, 'WORKING', 'action.date', undefined, ['action.date']],
  ['ACTION', cold, 'WORKING', 'action.date', TOMORROW, [], 'DATE_IN_FUTURE'],
  ['ACTION', cold, 'WORKING', 'action.with', undefined, ['action.with']],
  ['ACTION', cold, 'WORKING', 'action.with', '  ', ['action.with']],
  ['OWNER', cold, 'WORKING', 'ownerId', undefined, ['ownerId']],
  ['OWNER', cold, 'WORKING', 'ownerId', 'left', [], 'MEMBER_UNKNOWN'],
  ['OWNER', cold, 'WORKING', 'ownerId', 'viewer', [], 'MEMBER_UNKNOWN'],
  ['OWNER', cold, 'WORKING', 'ownerId', 'constructor', [], 'MEMBER_UNKNOWN'],
  ['NOT_MET', met, 'COLD', 'reason', '半年間応答なし', []],
  ['REASON', working, 'COLD', 'reason', undefined, ['reason']],
  ['REASON', working, 'COLD', 'reason', '応答なし', ['reason']],
  ['REASON', working, 'COLD', 'reason', '   応答なし   ', ['reason']],
  ['REASON', active, 'WORKING', 'reason', '', ['reason']],
  ['MET', working, 'QUARTERLY_CHECK', 'meeting', undefined, ['meeting.date', 'meeting.with']],
  ['MET', working, 'DEAD_OPPORTUNITY', 'meeting.date', undefined, ['meeting.date', 'meeting.with']],
  ['MET', working, 'DEAD_OPPORTUNITY', 'meeting.with', '', ['meeting.date', 'meeting.with']],
  ['MET', working, 'DEAD_OPPORTUNITY', 'meeting.date', TOMORROW, [], 'DATE_IN_FUTURE'],
  ...(['product', 'fsOwnerId', 'since'] as const).map(
    (key): Row => [
      'OPPORTUNITY',
      working,
      'ACTIVE_OPPORTUNITY',
      `opportunity.${key}`,
      undefined,
      [`opportunity.${key}`],
    ],
  ),
  ...(['metWith', 'bant', 'nextStep'] as const).map(
    (key): Row => [
      'OPPORTUNITY',
      quarterly,
      'ACTIVE_OPPORTUNITY',
      `opportunity.handOverNote.${key}`,
      ' ',
      [`opportunity.handOverNote.${key}`],
    ],
  ),
  ['OPPORTUNITY', cold, 'ACTIVE_OPPORTUNITY', 'opportunity.fsOwnerId', 'left', [], 'MEMBER_UNKNOWN'],
  ['OPPORTUNITY', cold, 'ACTIVE_OPPORTUNITY', 'opportunity.since', TOMORROW, [], 'DATE_IN_FUTURE'],
  ['OPPORTUNITY', dead, 'ACTIVE_OPPORTUNITY', 'opportunity.follows', 'o999', [], 'OPPORTUNITY_UNKNOWN'],
  ['NONE_OPEN', active, 'WORKING', 'closing', [], ['closing']],
  ['NONE_OPEN', active, 'BAD_FIT', 'closing', [], ['closing']],
  ['NONE_OPEN', busyClient, 'WORKING', 'closing', [], ['closing']],
  ['NEED', met, 'QUARTERLY_CHECK', 'bant.need', 'unclear', ['bant.need']],
  ['NEED', met, 'QUARTERLY_CHECK', 'awaitedCondition', undefined, ['awaitedCondition']],
  ['NEED', met, 'QUARTERLY_CHECK', 'contact', undefined, ['contactId']],
  ['NEED', met, 'QUARTERLY_CHECK', 'contact.state', 'left', ['contactId']],
  ['NEED', met, 'QUARTERLY_CHECK', 'contactId', 'c9', [], 'CONTACT_UNKNOWN'],
  ['NEED', met, 'QUARTERLY_CHECK', 'contactId', 'toString', [], 'CONTACT_UNKNOWN'],
  [
    'NEED',
    nearlyThere,
    'QUARTERLY_CHECK',
    'bant.budget',
    'yes',
    ['bant.budget', 'bant.authority', 'bant.timing'],
    'BANT_ALL_YES',
  ],
  ['NEXT_CHECK', met, 'QUARTERLY_CHECK', 'nextCheckDate', TODAY, ['nextCheckDate']],
  ['NEXT_CHECK', met, 'QUARTERLY_CHECK', 'nextCheckDate', '2026-10-04', ['nextCheckDate']],
  ['NEXT_CHECK', met, 'QUARTERLY_CHECK', 'nextCheckDate', '2026-09-22', ['nextCheckDate']],
  ['NEXT_CHECK', met, 'QUARTERLY_CHECK', 'nextCheckDate', '2026-12-29', ['nextCheckDate']],
  ['NEXT_CHECK', met, 'QUARTERLY_CHECK', 'nextCheckDate', '2027-07-02', ['nextCheckDate']],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'lost.on', undefined, ['lost.on']],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'lost.on', TOMORROW, [], 'DATE_IN_FUTURE'],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'lost.reason', undefined, ['lost.reason']],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'lost.reason', 'BAD_LUCK', ['lost.reason']],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'lost.reason', 'toString', ['lost.reason']],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'lost.reason', 'OTHER', ['lost.reasonText']],
  ['LOST', met, 'DEAD_OPPORTUNITY', 'latentNeed', undefined, ['latentNeed']],
  [
    'LOST',
    met,
    'DEAD_OPPORTUNITY',
    'lost.revisitTrigger',
    undefined,
    ['lost.revisitOn', 'lost.revisitTrigger'],
  ],
  ['LOST', agreed, 'DEAD_OPPORTUNITY', 'bant', undefined, ['bant.need'], 'NEED_AGREED'],
  ['LOST', quarterly, 'DEAD_OPPORTUNITY', 'bant.need', 'yes', ['bant.need'], 'NEED_AGREED'],
  [
    'CONTACT_AFTER_LOSS',
    dead,
    'QUARTERLY_CHECK',
    'action',
    undefined,
    ['action.kind', 'action.date', 'action.with', 'action.twoWay'],
  ],
  [
    'CONTACT_AFTER_LOSS',
    dead,
    'QUARTERLY_CHECK',
    'action.twoWay',
    false,
    ['action.kind', 'action.date', 'action.with', 'action.twoWay'],
  ],
  [
    'CONTACT_AFTER_LOSS',
    dead,
    'QUARTERLY_CHECK',
    'action.date',
    '2026-03-02',
    ['action.kind', 'action.date', 'action.with', 'action.twoWay'],
  ],
  ['EVIDENCE', quarterly, 'CURRENT_CLIENT', 'product.product', undefined, ['product.product']],
  ['EVIDENCE', quarterly, 'CURRENT_CLIENT', 'product.since', undefined, ['product.since']],
  ['EVIDENCE', quarterly, 'CURRENT_CLIENT', 'product.since', TOMORROW, ['product.since']],
  ['EVIDENCE', quarterly, 'CURRENT_CLIENT', 'product.endsOn', TODAY, ['product.since']],
  [
    'EVIDENCE',
    quarterly,
    'CURRENT_CLIENT',
    'product.reference',
    '',
    ['product.reference', 'product.confirmedBy'],
  ],
  ['EVIDENCE', quarterly, 'CURRENT_CLIENT', 'product.confirmedBy', 'left', [], 'MEMBER_UNKNOWN'],
  ['CHURNED', client, 'WORKING', 'churn', [], ['churn']],
  ['CHURNED', client, 'DEAD_OPPORTUNITY', 'churn.0.endsOn', TOMORROW, [], 'DATE_IN_FUTURE'],
  ['CHURNED', client, 'WORKING', 'churn.0.reason', ' ', ['churn']],
  ['CHURNED', client, 'WORKING', 'churn.0.productId', 'p9', [], 'PRODUCT_UNKNOWN'],
  ['PRODUCTS_SETTLED', client, 'ON_FILE', 'churn', [], ['onFile.products', 'churn']],
  ['FIT', cold, 'BAD_FIT', 'fit.reason', undefined, ['fit.reason']],
  ['FIT', cold, 'BAD_FIT', 'fit.reason', 'constructor', ['fit.reason']],
  ['FIT', cold, 'BAD_FIT', 'fit.reason', 'OTHER', ['fit.reasonText']],
  ['FIT', cold, 'BAD_FIT', 'fit.explicitNeed', undefined, ['fit.explicitNeed']],
  ['FIT', cold, 'BAD_FIT', 'fit.latentNeed', undefined, ['fit.latentNeed']],
  ['FIT', quarterly, 'BAD_FIT', 'fit.products', ['Cloud'], ['fit.products']],
  ['KEEP', cold, 'ON_FILE', 'onFile.reason', undefined, ['onFile.reason']],
  ['KEEP', cold, 'ON_FILE', 'onFile.reason', 'valueOf', ['onFile.reason']],
  ['KEEP', cold, 'ON_FILE', 'onFile.reason', 'OTHER', ['onFile.reasonText']],
  ...['DUPLICATE', 'MERGED', 'ACQUIRED'].map(
    (reason): Row => ['KEEP', cold, 'ON_FILE', 'onFile.reason', reason, ['onFile.successorId']],
  ),
  ...['acc-1', 'nobody', 'own', 'orphan', 'constructor'].map(
    (id): Row => ['KEEP', cold, 'ON_FILE', 'onFile.successorId', id, ['onFile.successorId']],
  ),
  ['COORDINATED', working, 'ACTIVE_OPPORTUNITY', 'coordinatedWith', undefined, ['coordinatedWith']],
  ['COORDINATED', working, 'CURRENT_CLIENT', 'coordinatedWith', ' ', ['coordinatedWith']],
  ['WAS_QUARTERLY', onFile, 'QUARTERLY_CHECK', 'reason', undefined, []],
  ['LINK_CUT', duplicate, 'BAD_FIT', 'reason', undefined, []],
];

describe('one datum is missing or wrong', () => {
  test.each(
    ROWS.map(([guard, life, to, path, value, asks, code = guard]) => ({
      guard,
      life,
      to,
      path,
      value,
      asks,
      code,
      title: `${guard} to ${to}: ${path} = ${JSON.stringify(value)}`,
    })),
  )('$title → $code asks $asks', ({ guard, life: live, to, path, value, asks, code }) => {
    const life = live();
    const guards = transitionOf(life.account.standing.status, to)?.guards ?? [];
    expect(guards).toContain(guard);
    const data = having(dataFor(guards, life.account, TODAY), path, value);
    const where = { by: 'fs', links: LINKS };
    const refusal = refused(life, request(life, to, data), where);
    expect(codes(refusal)).toEqual([code]);
    expect(missing(refusal)).toEqual(asks);
    expect(refusal.legal.length > 0).toBe(guard !== 'LINK_CUT');
  });

  test('every guard has its row, except MANAGER, which the matrix tests', () => {
    const tested = new Set(ROWS.map(([guard]) => guard));
    expect(Object.keys(GUARD_TEXTS).filter((guard) => !tested.has(guard as GuardCode))).toEqual(['MANAGER']);
    expect(Object.keys(DATA).sort()).toEqual(Object.keys(GUARD_TEXTS).sort());
  });
});

test('a closing names an open opportunity of this account, on a day that it was open', () => {
  const close = (opportunityId: string, on: string, lostReason?: string) => {
    const closing = [{ opportunityId, outcome: 'lost', on, ...(lostReason && { lostReason }) }] as const;
    const data = { reason: 'FS が差し戻し', closing: [...closing] };
    return refused(active(), { type: 'changeStatus', to: 'WORKING', data }, { by: 'fs' }).code;
  };
  const [own = ''] = Object.keys(active().account.opportunities);
  expect(close('o000099', TODAY)).toBe('OPPORTUNITY_UNKNOWN');
  expect(close('constructor', TODAY)).toBe('OPPORTUNITY_UNKNOWN');
  expect(close(own, TOMORROW)).toBe('DATE_IN_FUTURE');
  expect(close(own, '2026-03-01')).toBe('DATES_REVERSED');
  expect(close(own, TODAY, 'hasOwnProperty')).toBe('CODE_UNKNOWN');
});

test('the day that is offered in place of one that is none for a check would do', () => {
  const context = aContext();
  for (const day of [
    TODAY,
    '2020-02-29',
    '2026-12-29',
    '2027-07-01',
    '2027-07-02',
    '2028-02-29',
    '2099-12-31',
  ])
    expect([day, isCheckDate(offeredCheckDate(day, context), context)]).toEqual([day, true]);
  expect(offeredCheckDate('2026-12-29', context)).toBe('2027-01-04');
  expect(offeredCheckDate('2028-02-29', context)).toBe('2027-07-01');
});
