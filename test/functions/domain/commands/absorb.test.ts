import type { Account } from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { MAX_CONTACTS } from '../../../../functions/domain/account/draft';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { aContext, TODAY } from '../../../builders';
import { corporateNumberOf } from '../../../corporate-numbers';
import {
  accepted,
  active,
  badFit,
  client,
  codes,
  cold,
  DATA,
  dead,
  type Life,
  met,
  onFile,
  quarterly,
  unregistered,
  working,
} from '../account-lives';
import { merged, notMerged, pair, previewOf } from './merge-scene';

describe('the hard rules', () => {
  test('a company that was met is not COLD again', () => {
    const filed = onFile(met());
    expect(previewOf(pair(filed, cold()))).toMatchObject({ proposed: 'WORKING', choices: ['WORKING'] });
  });

  test('open opportunities go with a status that has some', () => {
    const both = pair(active(), quarterly());
    expect(codes(notMerged(both, { survivorStatus: 'QUARTERLY_CHECK' }))).toEqual(['NONE_OPEN']);
    const { into } = merged(both, {
      survivorStatus: 'QUARTERLY_CHECK',
      data: {
        closing: [
          {
            opportunityId: `${Object.keys(both.from.account.opportunities)[0]}@gone`,
            outcome: 'lost',
            on: TODAY,
          },
        ],
      },
    });
    expect(Object.values(into.account.opportunities)).toMatchObject([{ state: 'lost' }]);
  });

  test('a client stays one while a product is in use', () => {
    expect(codes(notMerged(pair(client(), working()), { survivorStatus: 'WORKING' }))).toEqual(['CHURNED']);
  });

  test('a need that was denied is no quarterly check, one that nobody asked for is a debt', () => {
    const denied = accepted(working(), { type: 'setBant', bant: { need: 'no' } });
    const refusal = notMerged(pair(quarterly(), denied), { survivorStatus: 'QUARTERLY_CHECK' });
    expect(codes(refusal)).toEqual(['NEED']);
    const lists: Life = accepted(unregistered(), {
      type: 'import',
      row: { list: '展示会', details: { name: '株式会社サンプル' }, status: 'QUARTERLY_CHECK' },
    });
    expect(toRecord(merged(pair(lists, working())).into.account)).toMatchObject({
      status: 'QUARTERLY_CHECK',
      debts: expect.arrayContaining(['NEED']),
    });
  });

  test('all four yes is no quarterly check', () => {
    const yes = accepted(working(), {
      type: 'setBant',
      bant: { budget: 'yes', authority: 'yes', timing: 'yes' },
    });
    expect(codes(notMerged(pair(quarterly(), yes), { survivorStatus: 'QUARTERLY_CHECK' }))).toEqual([
      'BANT_ALL_YES',
    ]);
  });

  test('an agreed need is no dead opportunity', () => {
    const agreed = accepted(working(), { type: 'setBant', bant: { need: 'yes' } });
    expect(codes(notMerged(pair(dead(), agreed), { survivorStatus: 'DEAD_OPPORTUNITY' }))).toEqual([
      'NEED_AGREED',
    ]);
  });

  test('a client that is acquired makes another company one only with evidence', () => {
    const unproved = accepted(unregistered(), {
      type: 'import',
      row: { list: '旧顧客', details: { name: '株式会社サンプル' }, status: 'CURRENT_CLIENT' },
    });
    const both = pair(unproved, working());
    expect(previewOf(both, { reason: 'ACQUIRED' }).proposed).toBe('WORKING');
    expect(codes(notMerged(both, { reason: 'ACQUIRED', survivorStatus: 'CURRENT_CLIENT' }))).toEqual([
      'EVIDENCE',
    ]);
    const data = { product: { product: 'Cloud', since: TODAY, reference: 'PO-9' } };
    const proved = merged(both, { reason: 'ACQUIRED', survivorStatus: 'CURRENT_CLIENT', data });
    expect(toRecord(proved.into.account)).toMatchObject({ status: 'CURRENT_CLIENT', debts: [] });
    expect(toRecord(merged(both).into.account)).toMatchObject({
      status: 'CURRENT_CLIENT',
      debts: ['EVIDENCE'],
    });
  });

  test('a bad fit that waits for its review still waits', () => {
    const { into } = merged(pair(badFit(), cold()));
    expect(toRecord(into.account)).toMatchObject({
      status: 'BAD_FIT',
      badFit: { reviewedBy: null },
      proposal: { inEffect: true, from: 'COLD', to: 'BAD_FIT' },
    });
  });
});

describe('what is brought over', () => {
  const rich = (): Life => {
    const life = accepted(quarterly(), {
      type: 'editDetails',
      details: {
        name: '株式会社サンプル商事',
        kana: 'サンプル',
        corporateNumber: corporateNumberOf(7),
        domains: ['sample.jp'],
      },
    });
    return accepted(life, {
      type: 'saveProduct',
      product: { product: 'Desk', state: 'prospect', source: '展示会' },
    });
  };
  const [contactId = ''] = Object.keys(rich().account.contacts);

  test('parts with the account that they come from, domains, former names, BANT and details', () => {
    const { account } = merged(pair(rich(), cold())).into;
    expect(account.contacts[`${contactId}@gone`]).toMatchObject({ name: '山田' });
    expect(account.awaitedContactId).toBe(`${contactId}@gone`);
    expect(Object.values(account.products)).toMatchObject([{ product: 'Desk', source: '展示会' }]);
    expect(Object.values(account.activities)).toMatchObject([{ kind: 'meeting' }]);
    expect(toRecord(account)).toMatchObject({
      domains: ['sample.jp'],
      formerNames: [{ name: '株式会社サンプル' }],
      bant: { need: { value: 'yes' } },
      kana: 'サンプル',
      ownerId: 'is',
      corporateNumber: corporateNumberOf(7),
      debts: [],
    });
  });

  test('the number goes along, so that one account has it', () => {
    expect(merged(pair(rich(), cold())).from.account.corporateNumber).toBeNull();
  });

  test('the number of another company stays where it is', () => {
    const { from, into } = merged(pair(rich(), cold()), { reason: 'ACQUIRED' });
    expect([from, into].map(({ account }) => account.corporateNumber)).toEqual([corporateNumberOf(7), null]);
  });

  test('a later contact moves the clock of a quarterly check', () => {
    const later = accepted(quarterly(), {
      type: 'logActivity',
      activity: { kind: 'call', date: TODAY, twoWay: true, with: '山田' },
    });
    const { account } = merged(pair(later, quarterly())).into;
    expect(toRecord(account).nextCheck).toMatchObject({ base: TODAY, date: '2026-10-01' });
  });

  test('the histories tell of each other', () => {
    const { from, into } = merged(pair(quarterly(), working()), { note: '同じ会社の二重登録' });
    const data = {
      fromId: 'gone',
      intoId: 'stays',
      fromName: '株式会社サンプル',
      intoName: '株式会社サンプル',
      reason: 'DUPLICATE',
      survivorStatus: 'QUARTERLY_CHECK',
    };
    expect(from.history.at(-1)?.events[0]).toMatchObject({
      type: 'merged',
      from: 'QUARTERLY_CHECK',
      to: 'ON_FILE',
      reason: '同じ会社の二重登録',
      data,
    });
    expect(into.history.at(-1)?.events[0]).toMatchObject({
      type: 'merged',
      from: 'WORKING',
      to: 'QUARTERLY_CHECK',
      data,
    });
    expect(toRecord(from.account).merged).toEqual({
      intoId: 'stays',
      version: from.account.version,
      intoVersion: into.account.version,
      by: 'manager',
      at: `${TODAY}T03:00:00.000Z`,
    });
  });

  test('more than one account holds is refused', () => {
    const contacts = Object.fromEntries(
      Array.from({ length: MAX_CONTACTS }, (_, n) => [
        `c${n}`,
        { ...Object.values(rich().account.contacts)[0], id: `c${n}` },
      ]),
    ) as Account['contacts'];
    const full: Life = { ...rich(), account: { ...rich().account, contacts } };
    expect(notMerged(pair(full, quarterly()), { survivorStatus: 'QUARTERLY_CHECK' }).code).toBe(
      'LIMIT_REACHED',
    );
  });
});

test('a merge that ends the last product in use of a client asks what the account becomes', () => {
  const into = client().account;
  const command: Command = {
    type: 'absorb',
    from: { ...cold().account, id: 'b' },
    reason: 'DUPLICATE',
    survivorStatus: 'CURRENT_CLIENT',
    data: DATA.CHURNED(into, TODAY),
  };
  expect(decide(into, command, aContext({ by: 'manager' }))).toMatchObject({
    refusal: { code: 'DECISION_NEEDED', missing: [{ key: 'decision.to' }] },
  });
});
