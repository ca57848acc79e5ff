import { readTypedDay } from '../../../../functions/domain/queue/read-typed-day';

const context = { on: '2026-07-01', fiscalYearStartMonth: 4 };

test.each([
  ['2026-09-30', { date: '2026-09-30' }],
  ['9/30', { problem: 'DATE_UNCLEAR' }],
  ['9月末', { problem: 'DATE_UNCLEAR' }],
  ['そのうち', { problem: 'DATE_UNREADABLE' }],
])('%s', (typed, expected) => {
  expect(readTypedDay(typed, context)).toMatchObject(expected);
});
