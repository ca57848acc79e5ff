import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, type Life, missing, quarterly, refused } from '../account-lives';

type Check = Extract<Command, { type: 'recordCheck' }>;

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
  ...(data && { data }),
});

const checked = (life: Life, result: Check['result'], today: string, data?: TransitionData): Life =>
  accepted(life, check(result, today, data), { today });

const asked = (life: Life, date: string, today: string): Life =>
  accepted(life, { type: 'setNextCheck', date, reason: '4月に来てほしい' }, { today });

test('wins over the cadence', () => {
  const wished = asked(quarterly(), '2027-01-15', '2026-04-01');
  expect(toRecord(wished.account).nextCheck).toMatchObject({ date: '2027-01-15', origin: 'customer' });
  expect(toRecord(log(wished, 'call', '2026-05-20').account).nextCheck?.date).toBe('2027-01-15');
  const still = checked(quarterly(), 'stillWaiting', TODAY, { nextCheckDate: '2027-04-01' });
  expect(toRecord(still.account).nextCheck).toMatchObject({
    date: '2027-04-01',
    origin: 'customer',
    base: TODAY,
  });
});

test('12 months at most, on a business day, after today', () => {
  for (const date of ['2027-04-02', '2026-04-01', '2026-04-29', '2026-05-30']) {
    const refusal = refused(quarterly(), { type: 'setNextCheck', date }, { today: '2026-04-01' });
    expect([refusal.code, missing(refusal)]).toEqual(['NEXT_CHECK', ['nextCheckDate']]);
  }
  expect(toRecord(asked(quarterly(), '2027-04-01', '2026-04-01').account).nextCheck?.date).toBe('2027-04-01');
  expect(refused(quarterly(), check('stillWaiting', TODAY, { nextCheckDate: '2027-07-02' })).code).toBe(
    'NEXT_CHECK',
  );
});
