import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import { actorFor, lateBy, latenessOf } from '../../../../functions/domain/queue/queue-reason';
import { queueContext } from './queue-scene';

/** Of something due on Friday 2026-07-17; Monday 07-20 is a holiday. */
test.each<[today: CalendarDate, lateness: number, daysOver: number]>([
  ['2026-07-16', 0, 0],
  ['2026-07-17', 0, 0],
  ['2026-07-18', 1, 1],
  ['2026-07-26', 1, 9],
  ['2026-07-27', 2, 10],
  ['2026-08-09', 2, 23],
  ['2026-08-10', 3, 24],
  ['2027-07-17', 3, 365],
])('on %s it is late in degree %i, by %i days', (today, lateness, daysOver) => {
  const context = queueContext({ today });
  expect(latenessOf('2026-07-17', context)).toBe(lateness);
  expect(lateBy('2026-07-17', context)).toEqual({ due: '2026-07-17', lateness, daysOver });
});

test.each([
  ['is', 'is'],
  ['left', null],
  ['nobody', null],
  ['constructor', null],
  [null, null],
])('for %p acts %p', (id, actorId) => {
  expect(actorFor(id, queueContext())).toBe(actorId);
});
