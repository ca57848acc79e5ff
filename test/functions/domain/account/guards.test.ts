import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { FieldKey } from '../../../../functions/domain/account/input-field-texts';
import type { RefusalCode } from '../../../../functions/domain/account/refusals';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { GUARD_TEXTS, type GuardCode } from '../../../../functions/domain/status/guard-texts';
import { MATRIX } from '../../../../functions/domain/status/matrix';
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
  dead,
  duplicate,
  type Life,
  met,
  missing,
  onFile,
  quarterly,
  refused,
  reviewed,
  working,
} from '../account-lives';

const TOMORROW = '2026-07-02';
/** The newest first: hq → branch → this account. */
const LINKS = {
  hq: { id: 'hq', name: '株式会社本社', successorId: null },
  branch: { id: 'branch', name: '支社', successorId: 'hq' },
  own: { id: 'own', name: '旧社名', successorId: 'acc-1' },
  orphan: { id: 'orphan', name: '行方不明', successorId: 'gone' },
};
const IS_LEFT = { ...MEMBERS, is: { ...theMember('is'), active: false } };

/** The data with one datum replaced; undefined takes it away. */
const having = (data: TransitionData, path: string, value: unknown): TransitionData => {
  const copy = structuredClone(data) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let part = copy;
  for (const key of keys) {
    part[key] ??= {};
    part = part[key] as Record<string, unknown>;
  }
  if (value === undefined) delete part[last];
  else part[last] = value;
  return copy as TransitionData;
};

const request = (life: Life, to: Status, data: TransitionData): Command => ({
  type: MATRIX[life.account.standing.status][to] === 'M' ? 'propose' : 'changeStatus',
  to,
  data,
});

type Row = [
  guard: GuardCode,
  life: () => Life,
  to: Status,
  path: string,
  value: unknown,
  asks: FieldKey[],
  code?: RefusalCode,
];

const meetingOf = (life: Life): Life =>
  accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } });
const unlinked = (): Life => accepted(duplicate(), { type: 'cutLink', reason: '別会社' }, { by: 'manager' });
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
  const given = value === null ? { kind: 'mail', date: TODAY, contactId } : value;
  const data = having(dataFor(guards, life.account, TODAY), path, given);
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
  expect(codes(refused(client(), { type: 'putOnFile', onFile: onFileData }))).toEqual(['PRODUCTS_SETTLED']);
});

test('FIT asks about every product that we sell', () => {
  const data = having(DATA.FIT(cold().account, TODAY), 'fit.products', ['Desk', 'Cloud', 'Phone']);
  expect(accepted(cold(), { type: 'changeStatus', to: 'BAD_FIT', data }).account.standing.status).toBe(
    'BAD_FIT',
  );
  expect(toRecord(reviewed().account).badFit).toMatchObject({
    reviewedBy: 'manager',
    reviewOn: '2026-09-02',
  });
});

test('a closing names an open opportunity of this account, on a day that it was open', () => {
  const close = (opportunityId: string, on: string, lostReason?: string) =>
    refused(active(), {
      type: 'changeStatus',
      to: 'WORKING',
      data: {
        reason: 'FS が差し戻し',
        closing: [{ opportunityId, outcome: 'lost', on, ...(lostReason && { lostReason }) }],
      },
    }).code;
  const [own = ''] = Object.keys(active().account.opportunities);
  expect(close('o000099', TODAY)).toBe('OPPORTUNITY_UNKNOWN');
  expect(close('constructor', TODAY)).toBe('OPPORTUNITY_UNKNOWN');
  expect(close(own, TOMORROW)).toBe('DATE_IN_FUTURE');
  expect(close(own, '2026-03-01')).toBe('DATES_REVERSED');
  expect(close(own, TODAY, 'hasOwnProperty')).toBe('CODE_UNKNOWN');
});
