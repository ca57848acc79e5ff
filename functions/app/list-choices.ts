/** What a person has decided about the rows of a list that are likely companies of the register: by row, else by group. */
import type { GroupRule, LikelyGroup } from '../domain/company/likely-company';
import { digest } from '../store/firestore';
import type { RowChoices } from '../store/row-choices';

export type GroupRules = Readonly<Partial<Record<LikelyGroup, GroupRule>>>;

export interface ListChoices {
  rules: GroupRules;
  /** By `rowKey`. */
  rows: RowChoices;
}

/** The row of a list, in this file and in the next one; it tells nothing of the company. */
export const rowKey = (key: string): string => digest(key);

/** Of a row that is likely an account of the register. */
export const choiceOfRow = (
  { rules, rows }: ListChoices,
  key: string,
  group: LikelyGroup,
): GroupRule | { accountId: string } => {
  const chosen = rows.get(rowKey(key));
  if (chosen === 'another') return chosen;
  return chosen === undefined || chosen === 'earlierRow' ? (rules[group] ?? 'ask') : chosen;
};

/** Of a row that an earlier one of the file likely is. One that was decided to be an account is no earlier row. */
export const choiceOfTwin = ({ rules, rows }: ListChoices, key: string): GroupRule => {
  const chosen = rows.get(rowKey(key));
  if (chosen === 'earlierRow') return 'same';
  return chosen === undefined ? (rules.twice ?? 'ask') : 'another';
};
