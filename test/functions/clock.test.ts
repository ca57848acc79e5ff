import { dateIn, minuteIn, startOfDay } from '../../functions/clock';

test.each([
  ['Asia/Tokyo', '2026-03-31T14:59:59Z', '2026-03-31'],
  ['Asia/Tokyo', '2026-03-31T15:00:00Z', '2026-04-01'],
  ['Asia/Tokyo', '2026-04-01T07:00:00+09:00', '2026-04-01'],
  ['UTC', '2026-04-01T07:00:00+09:00', '2026-03-31'],
  ['America/Los_Angeles', '2026-11-01T08:30:00Z', '2026-11-01'],
  ['America/Los_Angeles', '2026-11-02T07:59:59Z', '2026-11-01'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
])('in %s at %s it is %s', (zone, instant, expected) => {
  expect(dateIn(zone, new Date(instant))).toBe(expected);
});

test.each([
  ['Asia/Tokyo', '2026-03-31T14:59:59Z', '2026-03-31 23:59'],
  ['Asia/Tokyo', '2026-03-31T15:00:00Z', '2026-04-01 00:00'],
  ['America/Los_Angeles', '2026-11-01T09:30:00Z', '2026-11-01 01:30'],
])('in %s at %s it is %s, to the minute', (zone, instant, expected) => {
  expect(minuteIn(zone, new Date(instant))).toBe(expected);
});

test.each([
  ['Asia/Tokyo', '2026-04-01', '2026-03-31T15:00:00.000Z'],
  ['America/Los_Angeles', '2026-11-02', '2026-11-02T08:00:00.000Z'],
  // Clocks went forward at midnight.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, date, expected) => {
  expect(startOfDay(zone, date).toISOString()).toBe(expected);
});

test.each(['Asia/Edo', '', 'local', 'system', 'JST+9'])(
  'the zone %j is unknown, never the host’s',
  (zone) => {
    expect(() => dateIn(zone, new Date(0))).toThrow(RangeError);
    expect(() => minuteIn(zone, new Date(0))).toThrow(RangeError);
    expect(() => startOfDay(zone, '2026-07-01')).toThrow(RangeError);
  },
);

test('an invalid instant is a bug', () => {
  expect(() => dateIn('Asia/Tokyo', new Date(Number.NaN))).toThrow('Invalid instant');
});
