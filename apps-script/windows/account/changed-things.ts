/** Answers "Who changed this?" with the history's entries about one thing of the account. */
import { openOpportunities } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isChangeOf } from '../../../functions/domain/account/history-filter';
import { ACCOUNT_FIELD_LABELS, PART_LABELS } from '../../../functions/domain/history/account-labels';
import type { Status } from '../../../functions/domain/status/statuses';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { type Text, text } from '../../../functions/domain/text/text';
import type { SidebarInput } from '../../script-api';

/** What the cells of the register show, and what lies behind the row. */
export const CHANGED_THINGS = {
  status: text('ステータス', 'Status'),
  owner: ACCOUNT_FIELD_LABELS.ownerId,
  nextCheck: ACCOUNT_FIELD_LABELS.nextCheck,
  due: text('期日', 'Due'),
  condition: ACCOUNT_FIELD_LABELS.awaitedCondition,
  contact: PART_LABELS.contacts,
  name: ACCOUNT_FIELD_LABELS.name,
  bant: text('BANT', 'BANT'),
  opportunity: PART_LABELS.opportunities,
  product: PART_LABELS.products,
} as const satisfies Record<string, Text>;

export type ChangedThing = keyof typeof CHANGED_THINGS;

/** Fields of an account, with all that is in them, as `bant.need`. */
const FIELDS: Readonly<Record<Exclude<ChangedThing, 'due'>, readonly string[]>> = {
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

/** What the day in the queue comes from, by the status of the account: a contact moves a revisit, and the day for a next step. */
const FIELDS_OF_DUE: Readonly<Record<Status, readonly string[]>> = {
  COLD: ['status'],
  WORKING: ['status', 'activities'],
  ACTIVE_OPPORTUNITY: ['opportunities'],
  CURRENT_CLIENT: ['products'],
  QUARTERLY_CHECK: ['nextCheck'],
  DEAD_OPPORTUNITY: ['lost', 'activities'],
  BAD_FIT: ['badFit'],
  ON_FILE: ['status'],
};

/** What the day of a row of the queue comes from: a proposal leads its row, and a hand-over may. */
const fieldsOfDue = (account: DueAccount): readonly string[] => {
  const { proposal, handOver, status } = account;
  if (proposal !== null && !proposal.inEffect) return ['proposal'];
  const isPassed = openOpportunities(account).some((one) => one.handOver?.acknowledgedOn === null);
  return [
    ...FIELDS_OF_DUE[status],
    ...(handOver?.acknowledgedOn === null ? ['handOver'] : []),
    ...(isPassed ? ['opportunities'] : []),
  ];
};

type DueAccount = Pick<AccountRecord, 'proposal' | 'handOver' | 'opportunities' | 'status'>;

/** By their keys the columns of the register and of the queue whose cells show one such thing. */
const COLUMNS: Readonly<Record<ChangedThing, readonly string[]>> = {
  status: ['status', 'statusSince'],
  owner: ['owner', 'owners'],
  nextCheck: ['nextCheck'],
  due: ['due', 'daysOver'],
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
  account: DueAccount,
): readonly HistoryEntry[] => {
  if (thing === null) return entries;
  const fields = thing === 'due' ? fieldsOfDue(account) : FIELDS[thing];
  return entries.filter(({ events }) =>
    events.some(({ changes }) => changes.some(({ path }) => fields.some((field) => isChangeOf(path, field)))),
  );
};
