import { toRecord } from '../../../../functions/domain/account/account-record';
import { TODAY } from '../../../builders';
import {
  checkOf,
  missing,
  quarterly,
  refused,
  withCheck,
  withContact,
  withCustomerDate,
} from '../account-lives';

test('wins over the cadence', () => {
  const onOwnDay = withCustomerDate(quarterly(), '2027-01-15', '2026-04-01');
  expect(toRecord(onOwnDay.account).nextCheck).toMatchObject({ date: '2027-01-15', origin: 'customer' });
  expect(toRecord(withContact(onOwnDay, 'call', '2026-05-20').account).nextCheck?.date).toBe('2027-01-15');
  const still = withCheck(quarterly(), 'stillWaiting', TODAY, { nextCheckDate: '2027-04-01' });
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
  expect(toRecord(withCustomerDate(quarterly(), '2027-04-01', '2026-04-01').account).nextCheck?.date).toBe(
    '2027-04-01',
  );
  expect(refused(quarterly(), checkOf('stillWaiting', TODAY, { nextCheckDate: '2027-07-02' })).code).toBe(
    'NEXT_CHECK',
  );
});
