/** One row for each contact, grouped by company; within one, those who still work there come first. */
import { type Account, type Activity, type Contact, lastContact, sortedById } from '../account/account';
import type { Member } from '../account/team';
import { addDays, type CalendarDate } from '../calendar/calendar-date';
import type { Text } from '../text/text';
import { memberText } from './account-reasons';
import { type PartBasis, partBasisOf } from './part-basis';

export interface ContactRow {
  accountId: string;
  name: string;
  /** The owner of the account; null where nobody owns it. */
  ownerId: string | null;
  owner: Text | null;
  contact: Contact;
  /** The latest contact with this person, and the name of our member who had it. */
  last: { activity: Activity; by: Text } | null;
  /**
   * The day until which nobody is to contact this person again; null where they may be contacted now, or the team sets no such
   * pause.
   */
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

/** A contact whose personal data was erased has no row. */
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
