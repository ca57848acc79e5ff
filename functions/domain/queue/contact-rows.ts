/** The contacts of accounts: each a row, those of one company together, who is still there first. */
import { type Account, type Activity, type Contact, lastContact, sortedById } from '../account/account';
import type { Member } from '../account/team';
import { addDays, type CalendarDate } from '../calendar/calendar-date';
import type { Text } from '../text/text';
import { memberText } from './account-reasons';
import { type PartBasis, partBasisOf } from './part-basis';

export interface ContactRow {
  accountId: string;
  name: string;
  /** Of the account; null where nobody owns it. */
  ownerId: string | null;
  owner: Text | null;
  contact: Contact;
  /** The latest contact with this person, by whom. */
  last: { activity: Activity; by: Text } | null;
  /** Until that day nobody is to contact them again; null where that is now, or no days are to lie between. */
  waitsUntil: CalendarDate | null;
  basis: PartBasis;
}

export interface ContactFacts {
  members: Readonly<Record<string, Member>>;
  today: CalendarDate;
}

const rowOf = (account: Account, contact: Contact, { members, today }: ContactFacts): ContactRow => {
  const { id: accountId, name, ownerId, activities } = account;
  const own = Object.entries(activities).filter(([, { contactId }]) => contactId === contact.id);
  const activity = lastContact({ activities: Object.fromEntries(own) });
  const next =
    activity === null || contact.daysBetween === undefined
      ? null
      : addDays(activity.date, contact.daysBetween);
  return {
    ...{ accountId, name, ownerId, contact },
    owner: ownerId === null ? null : memberText(members[ownerId]),
    last: activity === null ? null : { activity, by: memberText(members[activity.by]) },
    waitsUntil: next !== null && next > today ? next : null,
    basis: partBasisOf(account, 'contacts', contact.id),
  };
};

/** Who was erased has no row. */
export const contactRows = (accounts: readonly Account[], facts: ContactFacts): ContactRow[] =>
  accounts
    .flatMap((account) =>
      sortedById(account.contacts).flatMap((contact) =>
        contact.state === 'erased' ? [] : rowOf(account, contact, facts),
      ),
    )
    .map((row) => ({ row, order: orderOf(row) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);

const orderOf = ({ name, accountId, contact }: ContactRow): string =>
  [name, accountId, contact.state === 'present' ? 0 : 1, contact.id].join('\n');
