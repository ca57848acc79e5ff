import { scheduleCheck } from '../account/next-check';
import type { CalendarDate } from '../calendar/calendar-date';
import { defineCommand } from './command';

export const setNextCheck = defineCommand<'setNextCheck', { date: CalendarDate; reason?: string }>({
  type: 'setNextCheck',
  givenBy: 'rep',
  cell: true,
  reads: () => ['status', 'nextCheck'],
  decide: (draft, { date, reason = null }, context) => scheduleCheck(date, reason, context)(draft),
});
