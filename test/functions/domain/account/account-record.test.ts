import { fromRecord, toRecord } from '../../../../functions/domain/account/account-record';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { anAccount } from '../../../builders';
import {
  active,
  badFit,
  busyClient,
  client,
  cold,
  dead,
  duplicate,
  onFile,
  quarterly,
  reviewed,
  working,
} from '../account-lives';

const lives = [
  cold,
  working,
  active,
  quarterly,
  dead,
  client,
  busyClient,
  badFit,
  reviewed,
  onFile,
  duplicate,
];

test.each(lives.map((life) => [life.name, life]))('%s: flat and back is the same account', (_, life) => {
  const { account } = life();
  expect(fromRecord(toRecord(account))).toEqual(account);
});

test.each(STATUSES)('%s without any of its data is read, and owes it', (status) => {
  const record = { ...toRecord(anAccount()), status };
  const { standing } = fromRecord(record);
  expect(standing.status).toBe(status);
  expect(standing.owes).toBe(['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'BAD_FIT', 'ON_FILE'].includes(status));
  expect(toRecord(fromRecord(record))).toEqual(record);
});

test('data of another status is left behind', () => {
  const nextCheck = { date: '2026-06-02', origin: 'cadence', base: '2026-03-02' } as const;
  const record = {
    ...toRecord(anAccount({ status: 'WORKING' })),
    nextCheck,
    missedChecks: 2,
    awaitedCondition: '来期の予算',
  };
  expect(toRecord(fromRecord(record))).toEqual({
    ...record,
    nextCheck: null,
    missedChecks: 0,
    awaitedCondition: null,
  });
});
