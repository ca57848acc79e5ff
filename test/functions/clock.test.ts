import { dateIn, minuteIn } from '../../functions/clock';

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

test.each(['Asia/Edo', '', 'local', 'system', 'JST+9'])(
  'the zone %j is unknown, never the host’s',
  (zone) => {
    expect(() => dateIn(zone, new Date(0))).toThrow(RangeError);
    expect(() => minuteIn(zone, new Date(0))).toThrow(RangeError);
  },
);

test('an invalid instant is a bug', () => {
  expect(() => dateIn('Asia/Tokyo', new Date(Number.NaN))).toThrow('Invalid instant');
});
