import { toRecord } from '../../../../functions/domain/account/account-record';
import { anOpportunityInput, aSettings, TODAY } from '../../../builders';
import {
  accepted,
  type CheckCommand,
  checkOf,
  codes,
  DATA,
  type Life,
  met,
  quarterly,
  refused,
  withCheck,
} from '../account-lives';

/** Met on Monday 2026-03-02, and so to be checked on Tuesday 2026-06-02. */
const DUE = '2026-06-02';

describe('check done', () => {
  test('still waiting: contact logged and date moved in one step', () => {
    const life = withCheck(quarterly(), 'stillWaiting', TODAY);
    expect(toRecord(life.account)).toMatchObject({ status: 'QUARTERLY_CHECK', missedChecks: 0 });
    expect(toRecord(life.account).nextCheck).toEqual({ date: '2026-10-01', origin: 'cadence', base: TODAY });
    expect(life.account.version).toBe(quarterly().account.version + 1);
    expect(life.history.at(-1)?.events.map(({ type }) => type)).toContain('checkRecorded');
  });

  test('still waiting needs a need that still holds', () => {
    expect(codes(refused(quarterly(), checkOf('stillWaiting', TODAY, { bant: { need: 'no' } })))).toEqual([
      'NEED',
    ]);
  });

  test('no answer: again in 10 business days, at most twice, then missed', () => {
    const first = withCheck(quarterly(), 'noAnswer', DUE);
    expect(toRecord(first.account)).toMatchObject({
      unanswered: 1,
      missedChecks: 0,
      nextCheck: { date: '2026-06-16', origin: 'retry', base: '2026-03-02' },
    });
    const second = withCheck(first, 'noAnswer', '2026-06-16');
    expect(toRecord(second.account)).toMatchObject({
      unanswered: 2,
      missedChecks: 0,
      nextCheck: { date: '2026-06-30' },
    });
    const third = withCheck(second, 'noAnswer', '2026-06-30');
    expect(toRecord(third.account)).toMatchObject({
      unanswered: 0,
      missedChecks: 1,
      // The next date counts from the real contact of 2026-03-02, not from the tries.
      nextCheck: { date: '2026-09-02', origin: 'cadence', base: '2026-03-02' },
    });
    expect(third.account.everMet).toBe(true);
    expect(third.account.activities).toEqual(quarterly().account.activities);
  });

  test.each([
    [
      'in time',
      ['2026-06-02', '2026-06-16'],
      { date: '2026-06-30', retryOf: { dueOn: DUE, late: false } },
      0,
    ],
    ['late', ['2026-06-03', '2026-06-17'], { date: '2026-07-01', retryOf: { dueOn: DUE, late: true } }, 0],
    ['late the second time', ['2026-06-02', '2026-06-17'], { retryOf: { dueOn: DUE, late: true } }, 0],
    ['before its day', ['2026-05-01', '2026-05-18'], { retryOf: { dueOn: DUE, late: false } }, 0],
    ['late by a cycle, three times', ['2026-09-03', '2026-09-04', '2026-09-07'], { date: '2026-12-02' }, 2],
  ])('no answer %s: nothing that was missed is forgotten', (_, days, nextCheck, missedChecks) => {
    const life = days.reduce((before, day) => withCheck(before, 'noAnswer', day), quarterly());
    expect(toRecord(life.account)).toMatchObject({ nextCheck, missedChecks });
  });

  test('as often, and as many days apart, as the settings say', () => {
    const settings = aSettings({ retries: 1, retryBusinessDays: 5 });
    const first = accepted(quarterly(), checkOf('noAnswer', DUE), { today: DUE, settings });
    expect(toRecord(first.account).nextCheck?.date).toBe('2026-06-09');
    const second = accepted(first, checkOf('noAnswer', '2026-06-09'), { today: '2026-06-09', settings });
    expect(toRecord(second.account).missedChecks).toBe(1);
  });

  test('became a deal', () => {
    const data = { opportunity: anOpportunityInput({ since: TODAY }) };
    const { account } = withCheck(quarterly(), 'becameDeal', TODAY, data);
    expect(toRecord(account)).toMatchObject({ status: 'ACTIVE_OPPORTUNITY', nextCheck: null, ownerId: 'fs' });
    expect(codes(refused(quarterly(), checkOf('becameDeal', TODAY)))).toEqual(['OPPORTUNITY']);
  });

  test('the need is gone', () => {
    const { bant: _, ...data } = DATA.LOST(quarterly().account, TODAY);
    const { account } = withCheck(quarterly(), 'needGone', TODAY, data);
    expect(toRecord(account)).toMatchObject({ status: 'DEAD_OPPORTUNITY', nextCheck: null, lostCount: 1 });
    expect(account.bant.need.value).toBe('no');
  });

  test('bad fit: the contact is logged and the move waits for a manager', () => {
    const { account } = withCheck(quarterly(), 'badFit', TODAY, DATA.FIT(quarterly().account, TODAY));
    expect(toRecord(account)).toMatchObject({
      status: 'QUARTERLY_CHECK',
      proposal: { to: 'BAD_FIT', inEffect: false },
    });
    expect(toRecord(account).nextCheck?.date).toBe('2026-10-01');
  });

  test('is a contact: no note, no meeting without answer, none of before the cycle', () => {
    const by = (kind: 'note' | 'meeting', result: CheckCommand['result']) =>
      refused(quarterly(), { ...checkOf(result, TODAY), activity: { kind, date: TODAY, with: '山田' } }).code;
    expect(by('note', 'stillWaiting')).toBe('CHECK_CONTACT');
    expect(by('meeting', 'noAnswer')).toBe('CHECK_CONTACT');
    expect(refused(quarterly(), checkOf('stillWaiting', '2026-03-02')).code).toBe('CHECK_CONTACT_OLD');
    expect(refused(quarterly(), checkOf('stillWaiting', '2026-07-02')).code).toBe('DATE_IN_FUTURE');
  });

  test('recorded once: the same result of the same day again changes nothing, by whomever', () => {
    const ownDay = { nextCheckDate: '2026-09-01' };
    const again = (life: Life, check: CheckCommand) => refused(life, check, { by: 'is2' }).code;
    const tried = withCheck(quarterly(), 'noAnswer', TODAY);
    expect(again(tried, checkOf('noAnswer', TODAY))).toBe('CHECK_RECORDED');
    const [friday, saturday, monday] = ['2026-07-03', '2026-07-04', '2026-07-06'].map((today) => ({ today }));
    const onFriday = accepted(quarterly(), checkOf('noAnswer', '2026-07-03'), friday);
    expect(refused(onFriday, checkOf('noAnswer', '2026-07-04'), saturday).code).toBe('CHECK_RECORDED');
    const onMonday = accepted(onFriday, checkOf('noAnswer', '2026-07-06'), monday);
    expect(toRecord(onMonday.account).unanswered).toBe(2);
    const done = withCheck(quarterly(), 'stillWaiting', TODAY, ownDay);
    expect(again(done, checkOf('stillWaiting', TODAY))).toBe('CHECK_RECORDED');
    expect(again(done, checkOf('stillWaiting', TODAY, ownDay))).toBe('CHECK_RECORDED');
    // They answered after all.
    expect(toRecord(withCheck(tried, 'stillWaiting', TODAY).account).nextCheck?.date).toBe('2026-10-01');
  });

  test('what is told anew on the same day is recorded, and the day that the customer named stays', () => {
    const done = withCheck(quarterly(), 'stillWaiting', TODAY, { nextCheckDate: '2026-09-01' });
    const check = checkOf('stillWaiting', TODAY);
    const noted = accepted(done, { ...check, activity: { ...check.activity, note: '予算は9月' } });
    const other = accepted(done, { ...check, activity: { ...check.activity, with: '鈴木' } });
    for (const { account } of [noted, other])
      expect(toRecord(account).nextCheck).toEqual({ date: '2026-09-01', origin: 'customer', base: TODAY });
    const moved = withCheck(done, 'stillWaiting', TODAY, { nextCheckDate: '2026-09-15' });
    expect(toRecord(moved.account).nextCheck?.date).toBe('2026-09-15');
    const awaits = withCheck(done, 'stillWaiting', TODAY, { awaitedCondition: '決裁者の着任' });
    expect(toRecord(awaits.account).awaitedCondition).toBe('決裁者の着任');
  });

  test('only on a quarterly account', () => {
    const refusal = refused(met(), checkOf('stillWaiting', TODAY));
    expect(refusal.code).toBe('CHECK_NOT_RUNNING');
    expect(refusal.legal).toContain('QUARTERLY_CHECK');
    expect(refused(met(), { type: 'setNextCheck', date: '2026-10-01' }).code).toBe('CHECK_NOT_RUNNING');
  });
});
