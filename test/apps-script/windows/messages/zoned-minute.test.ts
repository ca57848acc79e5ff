import { zonedDay, zonedMinute } from '../../../../apps-script/windows/messages/zoned-minute';

test('the day and the minute are those of the zone: early in the morning of Tokyo it is the day before in UTC', () => {
  expect(zonedMinute('Asia/Tokyo', '2026-12-06T23:30:00Z')).toBe('2026-12-07 08:30');
  expect(zonedDay('Asia/Tokyo', '2026-12-06T23:30:00Z')).toBe('2026-12-07');
  expect(zonedDay('America/Los_Angeles', '2026-12-07T07:59:00Z')).toBe('2026-12-06');
});
