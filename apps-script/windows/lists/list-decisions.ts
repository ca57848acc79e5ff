/** What a person decides about rows of a list that are likely companies of the register, before it is imported. */
import type { ImportAnswer } from '../../../functions/contract/import';
import type { RowDecision } from '../../../functions/contract/rows';
import type { GroupRule, LikelyGroup } from '../../../functions/domain/company/likely-company';

export interface ListDecisions {
  /** By group; what is not there is asked row by row. */
  rules: Readonly<Partial<Record<LikelyGroup, GroupRule>>>;
  /** By the row's key an account's ID, `earlierRow`, `another` or `undecided`; those that the functions do not know yet. */
  rows: Readonly<Record<string, string>>;
  /** Accounts of the register move to the list's statuses. */
  appliesStatus: boolean;
}

export const NO_CHOICES: ListDecisions = { rules: {}, rows: {}, appliesStatus: false };

export type ListDecisionMessage =
  | { type: 'chooseRule'; group: LikelyGroup; rule: GroupRule }
  | { type: 'chooseRow'; row: string; choice: string }
  | { type: 'applyStatuses'; apply: boolean };

export const updateListDecisions = (choices: ListDecisions, message: ListDecisionMessage): ListDecisions => {
  switch (message.type) {
    case 'chooseRule':
      return { ...choices, rules: { ...choices.rules, [message.group]: message.rule } };
    case 'chooseRow':
      return { ...choices, rows: { ...choices.rows, [message.row]: message.choice } };
    case 'applyStatuses':
      return { ...choices, appliesStatus: message.apply };
    default:
      return message satisfies never;
  }
};

/** As `import` takes them. */
export const choicesQuery = ({
  rules,
  appliesStatus,
}: ListDecisions): { rules: string | null; statuses: 'keep' | 'apply' } => {
  const pairs = Object.entries(rules).map(([group, rule]) => `${group}:${rule}`);
  return {
    rules: pairs.length === 0 ? null : pairs.join(','),
    statuses: appliesStatus ? 'apply' : 'keep',
  };
};

const ROWS_PER_CALL = 1000;

/** The next ones to send, as `rows` takes them. */
export const decisionsToSend = ({ rows }: ListDecisions): RowDecision[] =>
  Object.entries(rows)
    .slice(0, ROWS_PER_CALL)
    .map(
      ([row, is]): RowDecision =>
        is === 'earlierRow' || is === 'another' || is === 'undecided'
          ? { row, is }
          : { row, is: 'account', accountId: is },
    );

export const withoutSent = (choices: ListDecisions, sent: readonly RowDecision[]): ListDecisions => {
  const keys = new Set(sent.map(({ row }) => row));
  return {
    ...choices,
    rows: Object.fromEntries(Object.entries(choices.rows).filter(([row]) => !keys.has(row))),
  };
};

/** The groups of the rows that wait, the surest first, each with how many rows it has. */
export const waitingGroups = ({
  undecided,
}: Pick<ImportAnswer, 'undecided'>): { group: LikelyGroup; rows: ImportAnswer['undecided'] }[] => {
  const groups = new Map<LikelyGroup, ImportAnswer['undecided'][number][]>();
  for (const row of undecided) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([group, rows]) => ({ group, rows }));
};
