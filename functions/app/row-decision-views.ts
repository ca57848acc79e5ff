/** Rows that wait for a person's decision, and rows that were decided before, as a caller sees them. */
import type { DecidedTwin, UndecidedTwin } from '../company-list/company-rows';
import type { DecidedRowView, SimilarRowView, UndecidedRowView } from '../contract/undecided-row';
import type { Account } from '../domain/account/account';
import type { Member } from '../domain/account/team';
import { LIKELY_GROUPS } from '../domain/company/likely-company';
import { choiceOfTwin, type DecidedRow, type ListChoices, rowKey } from './list-choices';
import type { UndecidedRow } from './match-import-rows';
import type { SimilarRow } from './similar-rows';

/** So many accounts are shown of each row. */
const MAX_ACCOUNTS = 5;

export const undecidedRowView = (
  { company: { line, row, key }, likely }: UndecidedRow,
  members: Readonly<Record<string, Member>>,
): UndecidedRowView => {
  const { group } = likely[0];
  return {
    line,
    name: row.details.name,
    row: rowKey(key),
    group,
    groupText: LIKELY_GROUPS[group],
    earlierLine: null,
    accounts: likely
      .slice(0, MAX_ACCOUNTS)
      .map(({ account, why }) => ({ ...accountView(account, members), why })),
    accountCount: likely.length,
  };
};

const accountView = (
  { id, name, standing, ownerId, address }: Account,
  members: Readonly<Record<string, Member>>,
): SimilarRowView['accounts'][number] => ({
  accountId: id,
  name,
  status: standing.status,
  owner: members[ownerId ?? '']?.name ?? null,
  address,
});

export const similarRowView = (
  { company: { line, row, key }, accounts }: SimilarRow,
  members: Readonly<Record<string, Member>>,
): SimilarRowView => ({
  line,
  name: row.details.name,
  row: rowKey(key),
  ...accountsOfRow(accounts, members),
});

/** The accounts that a row may be, as far as they are shown. */
export const accountsOfRow = (
  accounts: readonly Account[],
  members: Readonly<Record<string, Member>>,
): Pick<SimilarRowView, 'accounts' | 'accountCount'> => ({
  accounts: accounts.slice(0, MAX_ACCOUNTS).map((account) => accountView(account, members)),
  accountCount: accounts.length,
});

export const undecidedTwinView = ({
  company: { line, row, key },
  earlier,
}: UndecidedTwin): UndecidedRowView => ({
  line,
  name: row.details.name,
  row: rowKey(key),
  group: 'twice',
  groupText: LIKELY_GROUPS.twice,
  earlierLine: earlier.line,
  accounts: [],
  accountCount: 0,
});

export const decidedTwinOf = (
  { company: { line, row, key }, earlier, is }: DecidedTwin,
  choices: ListChoices,
): DecidedRow => ({
  ...{ line, name: row.details.name, row: rowKey(key), accountName: null },
  is: is === 'same' ? 'earlierRow' : is,
  by: choiceOfTwin(choices, key).by,
  earlierLine: is === 'same' ? earlier.line : null,
});

export const decidedRowView = ({
  line,
  name,
  row,
  is,
  accountName,
  earlierLine,
}: DecidedRow): DecidedRowView => ({
  ...{ line, name, row, earlierLine, accountName },
  is: typeof is === 'string' ? is : 'account',
  accountId: typeof is === 'string' ? null : is.accountId,
});
