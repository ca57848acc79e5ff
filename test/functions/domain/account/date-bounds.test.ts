import {
  DATE_BOUNDS,
  type DateKind,
  isUnlikelyDate,
  unlikelyContactDate,
  unlikelyDatesOf,
  unlikelyProductDates,
} from '../../../../functions/domain/account/date-bounds';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { anAccount, aProduct, byId } from '../../../builders';

const DAY = '2024-02-29';

test.each<[DateKind, first: string | null, last: string | null]>([
  ['contact', '2019-03-01', null],
  ['opportunity', '2019-03-01', null],
  ['loss', '2019-03-01', null],
  ['revisit', '2019-03-01', '2029-02-28'],
  ['nextCheck', '2022-03-01', '2025-02-28'],
  ['useSince', '1994-03-01', '2026-02-28'],
  ['useEnd', '2014-03-01', '2034-02-28'],
])('%s: taken without a question from %s to %s', (kind, first, last) => {
  const outside = [first?.replace('-03-01', '-02-28') ?? null, last?.replace('-02-28', '-03-01') ?? null];
  for (const date of [first, DAY, last]) expect(date !== null && isUnlikelyDate(kind, date, DAY)).toBe(false);
  for (const date of outside)
    if (date !== null) expect([date, isUnlikelyDate(kind, date, DAY)]).toEqual([date, true]);
});

test('on the first and the last days that there are, as on every other', () => {
  for (const kind of keysOf(DATE_BOUNDS))
    for (const today of ['1900-01-01', '2199-12-31']) expect(isUnlikelyDate(kind, today, today)).toBe(false);
});

test('what lies outside is asked about, each date under its name, until it is confirmed', () => {
  const data = {
    meeting: { date: '1990-07-01', with: '佐藤' },
    product: { product: 'Cloud', since: '1990-07-01', endsOn: '2199-01-01' },
  };
  expect(unlikelyDatesOf(data, anAccount(), DAY)).toEqual({
    code: 'DATE_UNLIKELY',
    missing: ['meeting.date', 'meeting.confirmed', 'product.since', 'product.confirmed', 'product.endsOn'],
    facts: {
      unlikely: [
        { field: 'meeting.date', date: '1990-07-01' },
        { field: 'product.since', date: '1990-07-01' },
        { field: 'product.endsOn', date: '2199-01-01' },
      ],
    },
  });
  const confirmed = { product: { ...data.product, confirmed: true } };
  expect(unlikelyDatesOf(confirmed, anAccount(), DAY)).toBeNull();
  expect(unlikelyContactDate({ kind: 'call', date: '1990-07-01', confirmed: false }, DAY)).not.toBeNull();
  expect(unlikelyContactDate({ kind: 'call', date: '1990-07-01', confirmed: true }, DAY)).toBeNull();
});

test('what the account says already is not asked about again', () => {
  const use = aProduct({ id: 'p1', since: '1990-07-01' });
  const account = anAccount({ products: byId(use) });
  const input = { id: 'p1', product: use.product, state: 'live', since: '1990-07-01' } as const;
  expect(unlikelyProductDates(input, account, DAY)).toBeNull();
  expect(unlikelyProductDates({ ...input, since: '1990-07-02' }, account, DAY)).not.toBeNull();
  expect(unlikelyProductDates({ ...input, id: 'p2' }, account, DAY)).not.toBeNull();
});

test('the end of a use that a list has not dated is asked about, too', () => {
  const account = anAccount({ products: byId(aProduct({ id: 'p1', since: null })) });
  const churn = { productId: 'p1', endsOn: '1990-07-01', reason: '内製化' };
  expect(unlikelyDatesOf({ churn: [churn] }, account, DAY)).toMatchObject({ missing: ['churn'] });
  expect(unlikelyDatesOf({ churn: [{ ...churn, confirmed: true }] }, account, DAY)).toBeNull();
});
