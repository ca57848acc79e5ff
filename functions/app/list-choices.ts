/** What a person has decided about a list: of the rows that are likely companies of the register by row, else by group; and of its words. */
import type { WordKind, WordMeanings } from '../company-list/list-words';
import type { GroupRule, LikelyGroup } from '../domain/company/likely-company';
import { foldWord } from '../domain/text/fold-word';
import { digest } from '../store/firestore';
import type { RowChoices, WordChoice, WordChoices } from '../store/row-choices';

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

/** What a decision about a word is kept under. */
export const wordKey = (kind: WordKind, word: string): string => `${kind} ${foldWord(word)}`;

export const wordMeanings = (choices: WordChoices): WordMeanings => {
  const status = new Map<string, ReturnType<typeof statusOf>>();
  const owner = new Map<string, string>();
  for (const [key, choice] of choices) {
    const kind = key.slice(0, key.indexOf(' '));
    const folded = key.slice(kind.length + 1);
    if (kind === 'status' && (choice === 'empty' || 'status' in choice)) status.set(folded, statusOf(choice));
    if (kind === 'owner' && (choice === 'empty' || 'memberId' in choice)) owner.set(folded, memberOf(choice));
  }
  return { status, owner };
};

const statusOf = (choice: Exclude<WordChoice, { memberId: string }>) =>
  choice === 'empty' ? choice : choice.status;
const memberOf = (choice: Exclude<WordChoice, { status: unknown }>) =>
  choice === 'empty' ? choice : choice.memberId;
