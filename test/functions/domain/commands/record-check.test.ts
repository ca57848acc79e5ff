import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { aContact, anOpportunityInput, aSettings, TODAY } from '../../../builders';
import {
  accepted,
  attempt,
  codes,
  cold,
  DATA,
  dataFor,
  type Life,
  met,
  missing,
  quarterly,
  refused,
} from '../account-lives';

type Check = Extract<Command, { type: 'recordCheck' }>;

/** Met on Monday 2026-03-02, and so to be checked on Tuesday 2026-06-02. */
const DUE = '2026-06-02';

const log = (
  life: Life,
  kind: 'call' | 'mail' | 'visit' | 'meeting' | 'note',
  date: string,
  twoWay = true,
): Life =>
  accepted(life, { type: 'logActivity', activity: { kind, date, twoWay, with: '山田' } }, { today: date });

const check = (result: Check['result'], date: string, data?: TransitionData): Check => ({
  type: 'recordCheck',
  result,
  activity: { kind: 'call', date, with: '山田' },
  data,
});
const checked = (life: Life, result: Check['result'], today: string, data?: TransitionData): Life =>
  accepted(life, check(result, today, data), { today });
const asked = (life: Life, date: string, today: string): Life =>
  accepted(life, { type: 'setNextCheck', date, reason: '4月に来てほしい' }, { today });

describe('base date', () => {
  test('the last two-way contact, three months later', () => {
    expect(quarterly().account.nextCheck).toEqual({ date: DUE, origin: 'cadence', base: '2026-03-02' });
    const { nextCheck } = log(quarterly(), 'call', '2026-03-19').account;
    expect(nextCheck).toEqual({ date: '2026-06-19', origin: 'cadence', base: '2026-03-19' });
  });

  test('moves to a business day: 2026-06-19 gives 2026-09-24', () => {
    expect(log(quarterly(), 'visit', '2026-06-19').account.nextCheck?.date).toBe('2026-09-24');
  });

  test('not a voicemail, not an unanswered mail, not a note', () => {
    for (const kind of ['call', 'mail', 'visit'] as const)
      expect(log(quarterly(), kind, '2026-04-01', false).account.nextCheck?.date).toBe(DUE);
    expect(log(quarterly(), 'note', '2026-04-01', true).account.nextCheck?.date).toBe(DUE);
  });

  test('not an edit of the row', () => {
    const edits: Command[] = [
      { type: 'editDetails', details: { kana: 'サンプル' } },
      { type: 'saveContact', contact: { name: '佐藤' } },
      { type: 'setBant', bant: { budget: 'unclear' } },
      { type: 'handOver', toId: 'is2', note: '担当替え' },
    ];
    for (const edit of edits) expect(accepted(quarterly(), edit).account.nextCheck?.date).toBe(DUE);
  });

  test('if there is none, the day the status began', () => {
    const row = { list: '展示会', details: { name: '株式会社サンプル' }, status: 'QUARTERLY_CHECK' } as const;
    const { account } = accepted(
      { ...cold(), account: { ...cold().account, version: 0 } },
      { type: 'import', row: { ...row, statusSince: '2026-06-19' } },
    );
    expect(account.nextCheck).toMatchObject({ date: '2026-09-24', base: '2026-06-19' });
  });

  test('a late note of an old contact moves nothing: a missed check stays', () => {
    const late = accepted(quarterly(), {
      type: 'logActivity',
      activity: { kind: 'call', date: '2026-02-10', twoWay: true, with: '山田' },
    });
    expect(late.account.nextCheck?.date).toBe(DUE);
  });
});

test('an early contact resets the clock', () => {
  const early = log(quarterly(), 'call', '2026-05-20');
  expect(early.account.nextCheck).toMatchObject({ date: '2026-08-20', base: '2026-05-20' });
  const tried = checked(quarterly(), 'noAnswer', DUE);
  expect(log(tried, 'mail', '2026-06-05').account).toMatchObject({
    unanswered: 0,
    missedChecks: 0,
    nextCheck: { date: '2026-09-07', origin: 'cadence' },
  });
});

describe("a customer's own date", () => {
  test('wins over the cadence', () => {
    const wished = asked(quarterly(), '2027-01-15', '2026-04-01');
    expect(wished.account.nextCheck).toMatchObject({ date: '2027-01-15', origin: 'customer' });
    expect(log(wished, 'call', '2026-05-20').account.nextCheck?.date).toBe('2027-01-15');
    const still = checked(quarterly(), 'stillWaiting', TODAY, { nextCheckDate: '2027-04-01' });
    expect(still.account.nextCheck).toMatchObject({ date: '2027-04-01', origin: 'customer', base: TODAY });
  });

  test('12 months at most, on a business day, after today', () => {
    for (const date of ['2027-04-02', '2026-04-01', '2026-04-29', '2026-05-30']) {
      const refusal = refused(quarterly(), { type: 'setNextCheck', date }, { today: '2026-04-01' });
      expect([refusal.code, missing(refusal)]).toEqual(['NEXT_CHECK', ['nextCheckDate']]);
    }
    expect(asked(quarterly(), '2027-04-01', '2026-04-01').account.nextCheck?.date).toBe('2027-04-01');
    expect(refused(quarterly(), check('stillWaiting', TODAY, { nextCheckDate: '2027-07-02' })).code).toBe(
      'NEXT_CHECK',
    );
  });

  test('once it has passed, the next contact starts the cadence again', () => {
    const wished = asked(quarterly(), '2026-05-11', '2026-04-01');
    expect(log(wished, 'call', '2026-05-12').account.nextCheck).toMatchObject({
      date: '2026-08-12',
      origin: 'cadence',
    });
  });

  test('a contact before it, logged after it, does not count as the check', () => {
    const wished = log(asked(quarterly(), '2026-05-11', '2026-03-10'), 'call', '2026-04-10');
    const late = accepted(
      wished,
      { type: 'logActivity', activity: { kind: 'call', date: '2026-04-03', twoWay: true, with: '山田' } },
      { today: '2026-05-20' },
    );
    expect(late.account.nextCheck?.date).toBe('2026-05-11');
  });
});

describe('check done', () => {
  test('still waiting: contact logged and date moved in one step', () => {
    const life = checked(quarterly(), 'stillWaiting', TODAY);
    expect(life.account).toMatchObject({ status: 'QUARTERLY_CHECK', missedChecks: 0 });
    expect(life.account.nextCheck).toEqual({ date: '2026-10-01', origin: 'cadence', base: TODAY });
    expect(life.account.version).toBe(quarterly().account.version + 1);
    expect(life.history.at(-1)?.events.map(({ type }) => type)).toContain('checkRecorded');
  });

  test('still waiting needs a need that still holds', () => {
    expect(codes(refused(quarterly(), check('stillWaiting', TODAY, { bant: { need: 'no' } })))).toEqual([
      'NEED',
    ]);
  });

  test('no answer: again in 10 business days, at most twice, then missed', () => {
    const first = checked(quarterly(), 'noAnswer', DUE);
    expect(first.account).toMatchObject({
      unanswered: 1,
      missedChecks: 0,
      nextCheck: { date: '2026-06-16', origin: 'retry', base: '2026-03-02' },
    });
    const second = checked(first, 'noAnswer', '2026-06-16');
    expect(second.account).toMatchObject({
      unanswered: 2,
      missedChecks: 0,
      nextCheck: { date: '2026-06-30' },
    });
    const third = checked(second, 'noAnswer', '2026-06-30');
    expect(third.account).toMatchObject({
      unanswered: 0,
      missedChecks: 1,
      // The next date counts from the real contact of 2026-03-02, not from the tries.
      nextCheck: { date: '2026-09-02', origin: 'cadence', base: '2026-03-02' },
    });
    expect(third.account.everMet).toBe(true);
    expect(third.account.activities).toEqual(quarterly().account.activities);
  });

  test('as often, and as many days apart, as the settings say', () => {
    const settings = aSettings({ retries: 1, retryBusinessDays: 5 });
    const first = accepted(quarterly(), check('noAnswer', DUE), { today: DUE, settings });
    expect(first.account.nextCheck?.date).toBe('2026-06-09');
    const second = accepted(first, check('noAnswer', '2026-06-09'), { today: '2026-06-09', settings });
    expect(second.account.missedChecks).toBe(1);
  });

  test('became a deal', () => {
    const data = { opportunity: anOpportunityInput({ since: TODAY }) };
    const { account } = checked(quarterly(), 'becameDeal', TODAY, data);
    expect(account).toMatchObject({ status: 'ACTIVE_OPPORTUNITY', nextCheck: null, ownerId: 'fs' });
    expect(codes(refused(quarterly(), check('becameDeal', TODAY)))).toEqual(['OPPORTUNITY']);
  });

  test('the need is gone', () => {
    const { bant: _, ...data } = DATA.LOST(quarterly().account, TODAY);
    const { account } = checked(quarterly(), 'needGone', TODAY, data);
    expect(account).toMatchObject({ status: 'DEAD_OPPORTUNITY', nextCheck: null, lostCount: 1 });
    expect(account.bant.need.value).toBe('no');
  });

  test('bad fit: the contact is logged and the move waits for a manager', () => {
    const { account } = checked(quarterly(), 'badFit', TODAY, DATA.FIT(quarterly().account, TODAY));
    expect(account).toMatchObject({
      status: 'QUARTERLY_CHECK',
      proposal: { to: 'BAD_FIT', inEffect: false },
    });
    expect(account.nextCheck?.date).toBe('2026-10-01');
  });

  test('is a contact: no note, no meeting without answer, none of before the cycle', () => {
    const by = (kind: 'note' | 'meeting', result: Check['result']) =>
      refused(quarterly(), { ...check(result, TODAY), activity: { kind, date: TODAY, with: '山田' } }).code;
    expect(by('note', 'stillWaiting')).toBe('CHECK_CONTACT');
    expect(by('meeting', 'noAnswer')).toBe('CHECK_CONTACT');
    expect(refused(quarterly(), check('stillWaiting', '2026-03-02')).code).toBe('CHECK_CONTACT_OLD');
    expect(refused(quarterly(), check('stillWaiting', '2026-07-02')).code).toBe('DATE_IN_FUTURE');
  });

  test('only on a quarterly account', () => {
    const refusal = refused(met(), check('stillWaiting', TODAY));
    expect(refusal.code).toBe('CHECK_NOT_RUNNING');
    expect(refusal.legal).toContain('QUARTERLY_CHECK');
    expect(refused(met(), { type: 'setNextCheck', date: '2026-10-01' }).code).toBe('CHECK_NOT_RUNNING');
  });
});

test('fiscal cadence never leaves the quarter: then the previous business day', () => {
  const settings = aSettings({ cadence: 'fiscal' });
  const life = accepted(quarterly(), check('stillWaiting', '2026-09-30'), { today: '2026-09-30', settings });
  // 2026-12-30 is a company day, and the next business day lies in the next quarter.
  expect(life.account.nextCheck?.date).toBe('2026-12-28');
});

describe('a contact who leaves', () => {
  const leave = (life: Life, state: 'left' | 'moved' = 'left'): Life => {
    const [contact = aContact()] = Object.values(life.account.contacts);
    return accepted(life, { type: 'saveContact', contact: { id: contact.id, name: contact.name, state } });
  };

  test.each(['left', 'moved'] as const)('%s a quarterly account makes a debt', (state) => {
    const life = leave(quarterly(), state);
    expect(life.account).toMatchObject({ status: 'QUARTERLY_CHECK', debts: ['NEED'] });
  });

  test('and a new one settles it', () => {
    const gone = leave(quarterly());
    const refusal = refused(gone, check('stillWaiting', TODAY));
    expect(missing(refusal)).toEqual(['contactId']);
    const { account } = checked(gone, 'stillWaiting', TODAY, { contact: { name: '後任の佐藤' } });
    expect(account.debts).toEqual([]);
    expect(account.contacts[account.awaitedContactId ?? '']?.name).toBe('後任の佐藤');
  });

  test('elsewhere is no debt', () => {
    const life = accepted(met(), { type: 'saveContact', contact: { name: '山田' } });
    expect(leave(life).account.debts).toEqual([]);
  });
});

test('BANT that no longer fits is a debt, not a move', () => {
  const life = accepted(quarterly(), { type: 'setBant', bant: { need: 'unclear' } });
  expect(life.account).toMatchObject({ status: 'QUARTERLY_CHECK', debts: ['NEED'] });
  const yes = attempt(life, { type: 'setBant', bant: { need: 'yes' } });
  expect(yes).toMatchObject({ account: { debts: [] } });
});

test('all four yes: the refusal suggests an active opportunity', () => {
  const bant = { budget: 'yes', authority: 'yes', need: 'yes', timing: 'yes' } as const;
  const data = { ...dataFor(['NEED'], met().account, TODAY), bant };
  const refusal = refused(met(), { type: 'changeStatus', to: 'QUARTERLY_CHECK', data });
  expect(refusal).toMatchObject({ code: 'BANT_ALL_YES', facts: { suggested: 'ACTIVE_OPPORTUNITY' } });
  expect(refusal.legal).toContain('ACTIVE_OPPORTUNITY');
  expect(refusal.message.en).toContain('Active Opportunity');
});
