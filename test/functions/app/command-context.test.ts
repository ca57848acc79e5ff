import { commandContextOf } from '../../../functions/app/command-context';
import { isBusinessDay } from '../../../functions/domain/calendar/business-days';
import { NO_TEAM, withSettings } from '../../../functions/store/team-document';
import { theMember } from '../../builders';

const TEAM = withSettings(NO_TEAM, { zone: 'Asia/Tokyo', extraHolidays: ['2026-08-13'] });
const callerOf = (id: string) => ({ member: theMember(id), team: TEAM });
/** 00:30 of 1 July in Tokyo. */
const NOW = new Date('2026-06-30T15:30:00Z');

test("the day is the team's, the time is in UTC", () => {
  const context = commandContextOf(callerOf('is'), 'cell', NOW);
  expect(context).toMatchObject({ today: '2026-07-01', now: '2026-06-30T15:30:00.000Z', channel: 'cell' });
});

test("the calendar has the team's holidays and the public ones", () => {
  const { calendar } = commandContextOf(callerOf('is'), 'cell', NOW);
  // A holiday of the team, and 山の日.
  expect(['2026-08-10', '2026-08-11', '2026-08-13'].map((day) => isBusinessDay(day, calendar))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['manager', 'trigger', 'is'],
  ['admin', 'trigger', 'is'],
  ['viewer', 'trigger', 'viewer'],
  ['fs', 'trigger', 'fs'],
  ['manager', 'cell', 'manager'],
  ['admin', 'api', 'admin'],
] as const)('a call of %s by %s is decided as one of %s', (id, channel, role) => {
  expect(commandContextOf(callerOf(id), channel, NOW).actor).toEqual({ ...theMember(id), role });
});
