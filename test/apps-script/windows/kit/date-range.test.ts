/** The days that a form offers. */
import { dateRange, mondayAfter } from '../../../../apps-script/windows/kit/date-range';

const TODAY = '2026-11-30';

test.each([
  ['activity.date', { max: TODAY }],
  ['nextCheckDate', { min: '2026-12-01', max: '2027-11-30' }],
  ['nextCheckDate', { min: '2026-12-01', max: '2027-11-30' }],
  ['lost.revisitOn', { min: '2026-12-01', max: '2199-12-31' }],
  ['product.endsOn', { max: '2199-12-31' }],
])('%s', (key, range) => expect(dateRange(key, TODAY)).toEqual(range));

test.each([
  ['nextCheckDate', '2026-12-05', '2026-12-07'],
  ['nextCheckDate', '2026-12-06', '2026-12-07'],
  ['nextCheckDate', '2026-12-07', null],
  ['nextCheckDate', '', null],
  ['activity.date', '2026-11-28', null],
])('%s on %s: the Monday is %s', (key, typed, monday) => expect(mondayAfter(key, typed)).toBe(monday));
