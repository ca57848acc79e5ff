import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { aSettings } from '../../../builders';
import {
  accepted,
  checkOf,
  cold,
  quarterly,
  withCheck,
  withContact,
  withCustomerDate,
} from '../account-lives';

/** Met on Monday 2026-03-02, and so to be checked on Tuesday 2026-06-02. */
const DUE = '2026-06-02';

describe('base date', () => {
  test('the last two-way contact, three months later', () => {
    expect(toRecord(quarterly().account).nextCheck).toEqual({
      date: DUE,
      origin: 'cadence',
      base: '2026-03-02',
    });
    const { nextCheck } = toRecord(withContact(quarterly(), 'call', '2026-03-19').account);
    expect(nextCheck).toEqual({ date: '2026-06-19', origin: 'cadence', base: '2026-03-19' });
  });

  test('moves to a business day: 2026-06-19 gives 2026-09-24', () => {
    expect(toRecord(withContact(quarterly(), 'visit', '2026-06-19').account).nextCheck?.date).toBe(
      '2026-09-24',
    );
  });

  test('not a voicemail, not an unanswered mail, not a note', () => {
    for (const kind of ['call', 'mail', 'visit'] as const)
      expect(toRecord(withContact(quarterly(), kind, '2026-04-01', false).account).nextCheck?.date).toBe(DUE);
    expect(toRecord(withContact(quarterly(), 'note', '2026-04-01', false).account).nextCheck?.date).toBe(DUE);
  });

  test('not an edit of the row', () => {
    const edits: Command[] = [
      { type: 'editDetails', details: { kana: 'サンプル' } },
      { type: 'saveContact', contact: { name: '佐藤' } },
      { type: 'setBant', bant: { budget: 'unclear' } },
      { type: 'handOver', toId: 'is2', note: '担当替え' },
    ];
    for (const edit of edits) expect(toRecord(accepted(quarterly(), edit).account).nextCheck?.date).toBe(DUE);
  });

  test('if there is none, the day the status began', () => {
    const row = { list: '展示会', details: { name: '株式会社サンプル' }, status: 'QUARTERLY_CHECK' } as const;
    const { account } = accepted(
      { ...cold(), account: { ...cold().account, version: 0 } },
      { type: 'import', row: { ...row, statusSince: '2026-06-19' } },
    );
    expect(toRecord(account).nextCheck).toMatchObject({ date: '2026-09-24', base: '2026-06-19' });
  });

  test('a late note of an old contact moves nothing: a missed check stays', () => {
    const late = accepted(quarterly(), {
      type: 'logActivity',
      activity: { kind: 'call', date: '2026-02-10', twoWay: true, with: '山田' },
    });
    expect(toRecord(late.account).nextCheck?.date).toBe(DUE);
  });
});

test('an early contact resets the clock', () => {
  const early = withContact(quarterly(), 'call', '2026-05-20');
  expect(toRecord(early.account).nextCheck).toMatchObject({ date: '2026-08-20', base: '2026-05-20' });
  const tried = withCheck(quarterly(), 'noAnswer', DUE);
  expect(toRecord(withContact(tried, 'mail', '2026-06-05').account)).toMatchObject({
    unanswered: 0,
    missedChecks: 0,
    nextCheck: { date: '2026-09-07', origin: 'cadence' },
  });
});

test('fiscal cadence never leaves the quarter: then the previous business day', () => {
  const settings = aSettings({ cadence: 'fiscal' });
  const life = accepted(quarterly(), checkOf('stillWaiting', '2026-09-30'), {
    today: '2026-09-30',
    settings,
  });
  // 2026-12-30 is a company day, and the next business day lies in the next quarter.
  expect(toRecord(life.account).nextCheck?.date).toBe('2026-12-28');
});

test('once it has passed, the next contact starts the cadence again', () => {
  const onOwnDay = withCustomerDate(quarterly(), '2026-05-11', '2026-04-01');
  expect(toRecord(withContact(onOwnDay, 'call', '2026-05-12').account).nextCheck).toMatchObject({
    date: '2026-08-12',
    origin: 'cadence',
  });
});

test('a contact before it, logged after it, does not count as the check', () => {
  const onOwnDay = withContact(
    withCustomerDate(quarterly(), '2026-05-11', '2026-03-10'),
    'call',
    '2026-04-10',
  );
  const late = accepted(
    onOwnDay,
    { type: 'logActivity', activity: { kind: 'call', date: '2026-04-03', twoWay: true, with: '山田' } },
    { today: '2026-05-20' },
  );
  expect(toRecord(late.account).nextCheck?.date).toBe('2026-05-11');
});
