import { quickEntryRetry } from '../../../../functions/domain/quick-entry/quick-entry-retry';
import { TODAY } from '../../../builders';

const day = { today: TODAY, fiscalYearStartMonth: 4 };
const asked: Parameters<typeof quickEntryRetry>[1] = {
  missing: ['bant.need'],
  legal: ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'WORKING'],
};

test.each([
  [
    '>4 2027-02-10 予算 課題あり 4月の予算',
    { to: 'QUARTERLY_CHECK', values: { 'bant.need': 'yes', nextCheckDate: '2027-02-10' } },
  ],
  ['>5 在庫の見える化', { to: 'DEAD_OPPORTUNITY', values: { latentNeed: '在庫の見える化' } }],
  ['>2 電話 話せた 佐藤様', { to: 'WORKING', values: { 'action.kind': 'call', 'action.with': '佐藤様' } }],
  ['>working 再開', { to: 'WORKING', values: { reason: '再開' } }],
])('%s goes on in the form of the status, with what it says', (line, expected) =>
  expect(quickEntryRetry(line, asked, day)).toMatchObject({ form: 'changeStatus', ...expected }),
);

test('a check goes on in its own', () =>
  expect(quickEntryRetry('確認 継続 2027-02-10 まだ', asked, day)).toEqual({
    form: 'recordCheck',
    values: { result: 'stillWaiting', nextCheckDate: '2027-02-10', 'activity.note': 'まだ' },
  }));

test.each([
  ['what is not understood', 'でんわ', asked],
  ['where no data is missing', '>4 予算', { ...asked, missing: [] }],
  ['what the account may not become', '>1', asked],
  ['what has no more to say', '次 2027-02-10', asked],
])('none for %s', (_, line, of) => expect(quickEntryRetry(line, of, day)).toBeNull());
