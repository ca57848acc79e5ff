/** "Who changed this?": the entries of a history that changed one thing of the account. */
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isChangeOf } from '../../../functions/domain/account/history-filter';
import { ACCOUNT_FIELD_LABELS, PART_LABELS } from '../../../functions/domain/history/account-labels';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { type Text, text } from '../../../functions/domain/text/text';
import type { SidebarInput } from '../../script-api';

/** What the cells of the register show, and what lies behind the row. */
export const CHANGED_THINGS = {
  status: text('ステータス', 'Status'),
  owner: ACCOUNT_FIELD_LABELS.ownerId,
  nextCheck: ACCOUNT_FIELD_LABELS.nextCheck,
  condition: ACCOUNT_FIELD_LABELS.awaitedCondition,
  contact: PART_LABELS.contacts,
  name: ACCOUNT_FIELD_LABELS.name,
  bant: text('BANT', 'BANT'),
  opportunity: PART_LABELS.opportunities,
  product: PART_LABELS.products,
} as const satisfies Record<string, Text>;

export type ChangedThing = keyof typeof CHANGED_THINGS;

/** Fields of an account, with all that is in them, as `bant.need`. */
const FIELDS: Readonly<Record<ChangedThing, readonly string[]>> = {
  status: ['status'],
  owner: ['ownerId', 'isOwnerId'],
  nextCheck: ['nextCheck'],
  condition: ['awaitedCondition'],
  contact: ['contacts', 'awaitedContactId'],
  name: ['name', 'formerNames'],
  bant: ['bant'],
  opportunity: ['opportunities'],
  product: ['products'],
};

/** By their keys the columns of the register and of the queue whose cells show one such thing. */
const COLUMNS: Readonly<Record<ChangedThing, readonly string[]>> = {
  status: ['status', 'statusSince'],
  owner: ['owner', 'owners'],
  nextCheck: ['nextCheck'],
  condition: ['awaitedCondition'],
  contact: [
    'contact',
    'person',
    'personState',
    'title',
    'role',
    'phone',
    'email',
    'doNotContact',
    'daysBetween',
  ],
  name: ['name'],
  bant: ['bant'],
  opportunity: ['openOpportunities', 'product', 'nextStep', 'expectedOn', 'amount', 'probability'],
  product: ['products'],
};

/** On a tab of parts of accounts, which has the first of these columns, the others are the part's, too: an opportunity has an owner of its own. */
const PART_COLUMNS = {
  opportunity: ['expectedOn', 'owners', 'department', 'state'],
  contact: ['personState', 'department'],
} as const satisfies Partial<Record<ChangedThing, readonly [string, ...string[]]>>;

/** Null where the column shows none of these, or several. */
export const thingOfColumn = ({
  columns,
  column,
}: Pick<SidebarInput, 'columns' | 'column'>): ChangedThing | null => {
  const isColumn = (key: string): boolean => key === columns[column];
  return (
    keysOf(PART_COLUMNS).find(
      (part) => columns.includes(PART_COLUMNS[part][0]) && PART_COLUMNS[part].some(isColumn),
    ) ??
    keysOf(COLUMNS).find((thing) => COLUMNS[thing].some(isColumn)) ??
    null
  );
};

/** All of them where nothing is asked for. */
export const entriesThatChanged = (
  entries: readonly HistoryEntry[],
  thing: ChangedThing | null,
): readonly HistoryEntry[] =>
  thing === null
    ? entries
    : entries.filter(({ events }) =>
        events.some(({ changes }) =>
          changes.some(({ path }) => FIELDS[thing].some((field) => isChangeOf(path, field))),
        ),
      );
