import { DATE_BOUNDS, isUnlikelyDate } from '../account/date-bounds';
import { append } from '../account/draft';
import { requiredField } from '../account/input-fields';
import { refuse } from '../account/refusals';
import { deadOpportunityStanding } from '../account/standing';
import { addMonths, type CalendarDate } from '../calendar/calendar-date';
import { defineCommand } from './command';

/** Another day on which a lost account is spoken to again. */
export const setRevisit = defineCommand<'setRevisit', { date: CalendarDate; reason?: string }>({
  type: 'setRevisit',
  givenBy: 'rep',
  reads: () => ['status', 'lost'],
  decide: (draft, { date, reason = null }, { today, settings }) => {
    const { account } = draft;
    const { standing } = account;
    // Of a loss that a list brought in without its reason nothing is known: it is filled in, its day with it.
    if (standing.status !== 'DEAD_OPPORTUNITY' || standing.lost === null) return refuse('REVISIT_NONE');
    if (date <= today || isUnlikelyDate('revisit', date, today))
      return refuse('REVISIT_DATE', {
        missing: [requiredField('lost.revisitOn', settings)],
        facts: { revisitOn: date, latest: addMonths(today, 12 * DATE_BOUNDS.revisit.yearsAhead) },
      });
    const lost = { ...standing.lost, revisitOn: date };
    const after = { ...account, standing: deadOpportunityStanding({ ...standing, lost }) };
    return append(draft, 'revisitSet', after, { reason });
  },
});
