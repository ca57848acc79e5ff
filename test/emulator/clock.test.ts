import { CLOCK_RANGE, parseInstant, startClock } from '../../emulator/clock';

const ZONE = 'Asia/Tokyo';

test('it shows the real time, or the time that was set, and runs on from there', () => {
  const clock = startClock();
  const heard = jest.fn();
  clock.onSet(heard);
  expect(clock.isSet()).toBe(false);
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
  const instant = new Date('2027-01-04T00:00:00Z');
  clock.set(instant);
  expect(clock.isSet()).toBe(true);
  expect(clock.now().getTime() - instant.getTime()).toBeLessThan(1000);
  clock.set(null);
  expect(clock.isSet()).toBe(false);
  expect(heard).toHaveBeenCalledTimes(2);
});

test.each([
  ['2026-12-01', '2026-12-01T00:00:00.000Z'],
  ['2026-12-01T07:00', '2026-11-30T22:00:00.000Z'],
  ['2026-12-01T07:00:30.5', '2026-11-30T22:00:30.500Z'],
  ['2026-12-01T07:00:00+09:00', '2026-11-30T22:00:00.000Z'],
  ['2026-12-01T07:00:00Z', '2026-12-01T07:00:00.000Z'],
])('"%s" is %s', (typed, instant) => {
  expect(parseInstant(typed, ZONE).toISOString()).toBe(instant);
});

test.each([
  '',
  ' ',
  'tomorrow',
  '2026-02-30',
  '2026-13-01',
  '2026-W05',
  '2026-123',
  '202612',
  '07:00',
  '12/1/2026',
  '2026-12-01T25:00',
  '2026-12-01T07:00+99:00',
  '+012026-12-01',
  '２０２６-12-01',
  'x'.repeat(1000),
])('"%s" is no time', (typed) => {
  expect(() => parseInstant(typed, ZONE)).toThrow(expect.objectContaining({ code: 'CLOCK_MALFORMED' }));
});

test.each([
  '0001-01-01',
  '1900-01-01',
  '1999-12-31',
  '2050-01-01',
  '2050-01-01T00:00',
  '2199-12-31',
  '9998-12-31',
  '9999-12-31',
])('it does not go to %s, and stays where it is', (day) => {
  const clock = startClock();
  const instant = new Date('2027-01-04T00:00:00Z');
  clock.set(instant);
  expect(() => clock.set(parseInstant(day, ZONE))).toThrow(
    expect.objectContaining({
      code: 'CLOCK_OUT_OF_RANGE',
      words: {
        ja: expect.stringContaining(CLOCK_RANGE.last),
        en: expect.stringContaining(CLOCK_RANGE.first),
      },
    }),
  );
  expect(clock.now().getUTCFullYear()).toBe(2027);
});

test('nor to an instant that is none', () => {
  expect(() => startClock().set(new Date(Number.NaN))).toThrow(
    expect.objectContaining({ code: 'CLOCK_OUT_OF_RANGE' }),
  );
});

test.each([
  ['Pacific/Kiritimati', `${CLOCK_RANGE.first}T00:00:00`],
  ['Etc/GMT+12', `${CLOCK_RANGE.last}T23:59:59`],
])('in %s, too, it goes to the first and the last moment of its days', (zone, moment) => {
  const clock = startClock();
  clock.set(parseInstant(moment, zone));
  expect(clock.isSet()).toBe(true);
});
