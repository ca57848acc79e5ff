/** What the tabs of opportunities, contacts and activities show, and how it is known without reading it that they still do. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { ContactFacts } from '../domain/queue/contact-rows';
import { type OpportunityRow, opportunityRows } from '../domain/queue/opportunity-rows';
import { type Database, digest } from '../store/firestore';
import { readHistoryPage } from '../store/history-pages';
import { readOpenOpportunities } from '../store/open-opportunities';
import { readPendingErasures } from '../store/pending-erasures';
import type { Team } from '../store/team-document';
import { type LatestActivities, readActivities } from './read-activities';
import { type RecentContacts, readContacts } from './read-contacts';

export interface PartTabFacts {
  /** `more`: accounts with open ones that are not listed. */
  opportunities: { rows: readonly OpportunityRow[]; more: number };
  contacts: RecentContacts;
  activities: LatestActivities;
}

/** Up to 1,000 accounts with open opportunities, the 500 that were changed last, and 2,000 entries of the history. */
export const readPartTabFacts = async (db: Database, facts: ContactFacts): Promise<PartTabFacts> => {
  const [open, contacts, activities] = await Promise.all([
    readOpenOpportunities(db),
    readContacts(db, facts),
    readActivities(db),
  ]);
  return {
    opportunities: { rows: opportunityRows(open.accounts, facts), more: open.more },
    contacts,
    activities,
  };
};

/** Raised with every change of how the tabs look, so that existing ones are written anew. */
const FORM = 3;

/**
 * Of the day, the team, the newest entry of the history and the erasures that are not finished: whatever changes what the tabs show
 * changes one of them. Words that an erasure takes out of older entries have no entry of their own.
 */
export const partTabMark = async (
  db: Database,
  { version, settings }: Pick<Team, 'version' | 'settings'>,
  today: CalendarDate,
): Promise<string> => {
  const newest = await readHistoryPage(db, {}, undefined, 1);
  const pending: string[] = [];
  for await (const { accountId, at } of readPendingErasures(db)) pending.push(`${accountId} ${at}`);
  const from = [FORM, today, settings.language, version, newest?.cursor ?? null, pending];
  return digest(JSON.stringify(from));
};
