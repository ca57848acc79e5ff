import type { Command } from '../../../../functions/domain/commands/command-table';
import { findConflicts } from '../../../../functions/domain/commands/conflicts';
import { anAccount, anOpportunityInput, TODAY } from '../../../builders';
import {
  accepted,
  active,
  client,
  cold,
  DATA,
  dataFor,
  duplicate,
  type Life,
  met,
  quarterly,
  twoOpen,
  working,
} from '../account-lives';

/** Whether the second command, made on the account as the first one found it, conflicts with the first. */
const clash = (life: Life, first: Command, second: Command): boolean => {
  const others = { other: anAccount({ id: 'other' }) };
  const since = accepted(life, first, { by: 'manager', others }).history.slice(life.history.length);
  expect(since).toHaveLength(1);
  return findConflicts(second, since).length > 0;
};

const people = (): Life =>
  accepted(accepted(met(), { type: 'saveContact', contact: { name: '山田' } }), {
    type: 'saveContact',
    contact: { name: '佐藤' },
  });
const [one = '', two = ''] = Object.keys(people().account.contacts);
const save = (id: string | undefined, name: string): Command => ({
  type: 'saveContact',
  contact: { ...(id !== undefined && { id }), name },
});
const toWorking: Command = {
  type: 'changeStatus',
  to: 'WORKING',
  data: dataFor(['OWNER', 'ACTION'], cold().account, TODAY),
};
const toDead: Command = {
  type: 'changeStatus',
  to: 'DEAD_OPPORTUNITY',
  data: DATA.LOST(met().account, TODAY),
};
const need: Command = { type: 'setBant', bant: { need: 'yes' } };
const call: Command = {
  type: 'logActivity',
  activity: { kind: 'call', date: TODAY, twoWay: true, with: '山田' },
};
const add: Command = {
  type: 'addOpportunity',
  opportunity: anOpportunityInput({ product: 'Desk', since: TODAY }),
};
const check: Command = {
  type: 'recordCheck',
  result: 'noAnswer',
  activity: { kind: 'call', date: TODAY, with: '山田' },
};
const firstOpportunity = (): string => Object.keys(active().account.opportunities)[0] ?? '';
const closeOf = (life: Life): Command => ({
  type: 'closeOpportunity',
  closing: { opportunityId: Object.keys(life.account.opportunities)[0] ?? '', outcome: 'lost', on: TODAY },
});

const expect60: Command = { type: 'editOpportunity', opportunityId: firstOpportunity(), probability: 60 };
const expect70: Command = { ...expect60, probability: 70 };

const BOTH_KEPT: [title: string, life: () => Life, first: Command, second: Command][] = [
  ['two people edit two contacts', people, save(one, '山田太郎'), save(two, '佐藤次郎')],
  [
    'two people edit two cells of one contact',
    people,
    { type: 'saveContact', contact: { id: one, phone: '03' } },
    { type: 'saveContact', contact: { id: one, title: '部長' } },
  ],
  ['two people add a contact', met, save(undefined, '山田'), save(undefined, '佐藤')],
  ['two people set different BANT keys', met, need, { type: 'setBant', bant: { budget: 'no' } }],
  ['two people log a call', met, call, call],
  ['a call is logged while the status is changed', met, call, toDead],
  ['a contact is edited while the status is changed', people, save(one, '山田太郎'), toDead],
  ['two people open an opportunity on an active account', active, add, add],
  [
    'two people edit two fields of one opportunity',
    active,
    expect60,
    { type: 'editOpportunity', opportunityId: firstOpportunity(), amount: 1, nextStep: '見積' },
  ],
  ['a contact is saved while an opportunity is edited', active, save(undefined, '佐藤'), expect60],
  [
    'a contact is named while the condition is written',
    quarterly,
    { type: 'setAwaited', contact: { name: '佐藤' } },
    { type: 'setAwaited', awaitedCondition: '新年度' },
  ],
  [
    'a contact is named while the status is changed without one',
    met,
    { type: 'setAwaited', contact: { name: '佐藤' } },
    toDead,
  ],
  [
    'a contact is saved while the account is merged',
    met,
    save(undefined, '佐藤'),
    { type: 'merge', intoId: 'other', reason: 'DUPLICATE' },
  ],
  [
    'two people tell it from two companies',
    cold,
    { type: 'markNotDuplicate', otherId: 'other' },
    { type: 'markNotDuplicate', otherId: 'third' },
  ],
  [
    'the kana is edited while the address is',
    cold,
    { type: 'editDetails', details: { kana: 'カナ' } },
    { type: 'editDetails', details: { address: '東京都' } },
  ],
];

const SECOND_IS_TOLD: typeof BOTH_KEPT = [
  ['two people change the status', cold, toWorking, { type: 'changeStatus', to: 'BAD_FIT' }],
  ['the need is answered while the account is called lost', met, need, toDead],
  [
    'the first meeting is logged while the account is put back to COLD',
    working,
    { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } },
    { type: 'changeStatus', to: 'COLD', data: { reason: '応答がない' } },
  ],
  ['two people edit one contact', people, save(one, '山田太郎'), save(one, '山田花子')],
  ['two people set one BANT key', met, need, { type: 'setBant', bant: { need: 'no' } }],
  ['an opportunity is opened while the last one is closed', active, add, closeOf(active())],
  ['two people say how likely one opportunity is', active, expect60, expect70],
  ['an opportunity is closed while somebody edits it', twoOpen, closeOf(twoOpen()), expect60],
  ['an opportunity is edited while somebody closes it', active, expect60, closeOf(active())],
  ['two people close one opportunity', client, add, closeOf(accepted(client(), add))],
  ['two people record the check', quarterly, check, check],
  [
    'the owner changes while a move is made',
    met,
    { type: 'handOver', toId: 'is2', note: '担当替え' },
    toDead,
  ],
  [
    'a contact moves the clock while a date is set',
    quarterly,
    call,
    { type: 'setNextCheck', date: '2026-10-01' },
  ],
  [
    'two people name the contact',
    met,
    { type: 'setAwaited', contact: { name: '佐藤' } },
    { type: 'setAwaited', contact: { name: '鈴木' } },
  ],
  [
    'two people write the condition',
    quarterly,
    { type: 'setAwaited', awaitedCondition: '新年度' },
    { type: 'setAwaited', awaitedCondition: '値下げ' },
  ],
  [
    'the status changes while the condition is written',
    quarterly,
    toWorking,
    { type: 'setAwaited', awaitedCondition: '値下げ' },
  ],
  [
    'a contact is named while the status is changed with another one',
    met,
    { type: 'setAwaited', contact: { name: '佐藤' } },
    { type: 'changeStatus', to: 'DEAD_OPPORTUNITY', data: { contact: { name: '鈴木' } } },
  ],
  [
    'a product is saved while the last one is ended with a decision',
    client,
    { type: 'setBant', bant: { need: 'yes' } },
    {
      type: 'saveProduct',
      product: { product: 'Cloud', state: 'ended' },
      decision: { to: 'DEAD_OPPORTUNITY' },
    },
  ],
  [
    'the status changes while the account is merged',
    cold,
    toWorking,
    { type: 'merge', intoId: 'other', reason: 'DUPLICATE' },
  ],
  [
    'the link is cut while the merge is taken back',
    duplicate,
    { type: 'cutLink', reason: '別会社' },
    { type: 'unmerge', reason: '別会社' },
  ],
  [
    'two people tell it from one company',
    cold,
    { type: 'markNotDuplicate', otherId: 'other' },
    { type: 'markNotDuplicate', otherId: 'other' },
  ],
  [
    'the name is edited twice',
    cold,
    { type: 'editDetails', details: { name: '新社名' } },
    { type: 'editDetails', details: { name: '別名' } },
  ],
];

describe('on an older version', () => {
  test.each(BOTH_KEPT)('%s: both are kept', (_, life, first, second) => {
    expect(clash(life(), first, second)).toBe(false);
  });

  test.each(SECOND_IS_TOLD)('%s: the second is told', (_, life, first, second) => {
    expect(clash(life(), first, second)).toBe(true);
  });
});

test('the entries that conflict are named, the others are not', () => {
  const life = met();
  const after = accepted(accepted(accepted(life, call), need), save(undefined, '山田'));
  const found = findConflicts(toDead, after.history.slice(life.history.length));
  expect(found.map(({ version, command }) => [version, command])).toEqual([
    [life.account.version + 2, 'setBant'],
  ]);
});
