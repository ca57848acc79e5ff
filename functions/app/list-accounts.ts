/** The register page by page, filtered and sorted, or what has changed since a cursor. */
import type { AccountsQuery } from '../contract/accounts';
import { OWNED_BY_NOBODY } from '../domain/account/account-order';
import { definedFields } from '../domain/account/defined-fields';
import { isHandedTo } from '../domain/account/waiting-hand-overs';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { type AccountPage, readAccountPage, readChangedAccounts } from '../store/account-pages';
import type { AccountFilter } from '../store/account-queries';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';

/** `today` is the team's day. Refuses with CURSOR_UNKNOWN. */
export const listAccounts = async (
  db: Database,
  query: AccountsQuery,
  { members }: Pick<Team, 'members'>,
  today: CalendarDate,
): Promise<AccountPage | ProblemResult> => {
  const { changes, cursor, limit, sort, order = 'asc' } = query;
  const page = changes
    ? await readChangedAccounts(db, cursor, limit)
    : await readAccountPage(
        db,
        filterOf(query, members, today),
        sort === undefined ? null : { by: sort, direction: order },
        cursor,
        limit,
      );
  if (page === null) return { problem: { code: 'CURSOR_UNKNOWN' } };
  const { handedTo } = query;
  return handedTo === undefined
    ? page
    : { ...page, accounts: page.accounts.filter((account) => isHandedTo(account, handedTo)) };
};

const filterOf = (
  {
    status,
    ownerId,
    pending,
    debts,
    overdue,
    ownerLeft,
    handedTo,
    pursuedBy,
    insideSalesOf,
    judgedBy,
  }: AccountsQuery,
  members: Team['members'],
  today: CalendarDate,
): AccountFilter =>
  definedFields({
    status,
    ownerIds: ownerIdsOf(ownerId, ownerLeft ? leaverIds(members) : undefined),
    pending,
    debts,
    checkBefore: overdue ? today : undefined,
    handedOver: handedTo === undefined ? undefined : true,
    pursuedBy,
    insideSalesOf,
    judgedBy,
  });

/** IDs of members who have left: they stay in the team as inactive members. */
const leaverIds = (members: Team['members']): string[] =>
  Object.values(members).flatMap(({ id, active }) => (active ? [] : id));

/** The owners to filter by: the named one (or nobody), as far as `among` has it; all of `among` where none is named. */
const ownerIdsOf = (
  ownerId: string | undefined,
  among: readonly string[] | undefined,
): readonly (string | null)[] | undefined => {
  if (ownerId === undefined) return among;
  if (among !== undefined && !among.includes(ownerId)) return [];
  return [ownerId === OWNED_BY_NOBODY ? null : ownerId];
};
