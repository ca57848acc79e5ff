import { append, MAX_PARTS } from '../account/draft';
import { refuse } from '../account/refusals';
import type { CalendarDate } from '../calendar/calendar-date';
import { namesACompany } from '../company/name/names-a-company';
import { isSameCompanyName } from '../company/name/same-name';
import { defineCommand } from './command';

interface AddFormerNameInput {
  name: string;
  /** The last day on which the company had the name; today where nobody knows. */
  until?: CalendarDate;
}

/** Adds a name that the company gave up before it came into the register, so that it is found under that name, too. */
export const addFormerName = defineCommand<'addFormerName', AddFormerNameInput>({
  type: 'addFormerName',
  givenBy: 'rep',
  reads: () => ['formerNames'],
  decide: (draft, { name, until }, context) => {
    const { account } = draft;
    if (name.trim() === '') return refuse('NAME_NEEDED');
    if (!namesACompany(name)) return refuse('NAME_IS_LEGAL_FORM', { facts: { name } });
    const lastDay = until ?? context.today;
    if (lastDay > context.today) return refuse('DATE_IN_FUTURE', { facts: { until: lastDay } });
    const known = [account, ...account.formerNames];
    if (known.some((one) => isSameCompanyName(one.name, name))) return draft;
    if (account.formerNames.length >= MAX_PARTS)
      return refuse('LIMIT_REACHED', { facts: { formerNames: MAX_PARTS } });
    return append(draft, 'detailsEdited', {
      ...account,
      formerNames: [...account.formerNames, { name: name.trim(), until: lastDay }],
    });
  },
});
