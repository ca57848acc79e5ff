/** What a person has decided about a list: of the rows that are likely companies of the register by row, else by group, now or when the list came before; and of its words. */
import type { WordKind, WordMeanings } from '../company-list/list-words';
import type { GroupRule, LikelyGroup } from '../domain/company/likely-company';
import { foldWord } from '../domain/text/fold-word';
import { digest } from '../store/firestore';
import type { RowChoice, RowChoices, WordChoice, WordChoices } from '../store/row-choices';

export type GroupRules = Readonly<Partial<Record<LikelyGroup, GroupRule>>>;

export interface ListChoices {
  rules: GroupRules;
  /** By `rowKey`. */
  rows: RowChoices;
  /** By `rowKey` what rules have made of rows before, where none of this call says it. */
  ruled: RowChoices;
}

/** The row of a list, in this file and in the next one; it tells nothing of the company. */
export const rowKey = (key: string): string => digest(key);

/** Who has decided a row: a person of it by itself, a rule of this call, or one that an earlier file was imported with. */
export type RowDecider = 'person' | 'rule' | 'earlierRule';

/** A row that was decided, and as what. */
export interface DecidedRow {
  line: number;
  /** As the list has it. */
  name: string;
  /** As `rowKey` makes it. */
  row: string;
  is: RowChoice;
  by: RowDecider;
  /** Of the account that it is. */
  accountName: string | null;
  /** Of the row of the file that it is. */
  earlierLine: number | null;
}

/** Of a row that is likely an account of the register. */
export const choiceOfRow = (
  choices: ListChoices,
  key: string,
  group: LikelyGroup,
): { is: GroupRule | { accountId: string }; by: RowDecider } => {
  const own = choiceByPerson(choices, key);
  if (own !== undefined) return { is: own, by: 'person' };
  const { rules, ruled } = choices;
  const rule = rules[group];
  if (rule !== undefined) return { is: rule, by: 'rule' };
  const before = ruled.get(rowKey(key)) ?? 'earlierRow';
  return { is: before === 'earlierRow' ? 'ask' : before, by: 'earlierRule' };
};

/** What a person has said of the row by itself, in which way ever it is like an account; undefined where nobody has. */
export const choiceByPerson = (
  { rows }: ListChoices,
  key: string,
): Exclude<RowChoice, 'earlierRow'> | undefined => {
  const own = rows.get(rowKey(key));
  return own === 'earlierRow' ? undefined : own;
};

/** Of a row that an earlier one of the file likely is. One that was decided to be an account is no earlier row. */
export const choiceOfTwin = (
  { rules, rows, ruled }: ListChoices,
  key: string,
): { is: GroupRule; by: RowDecider } => {
  const own = rows.get(rowKey(key));
  if (own !== undefined) return { is: own === 'earlierRow' ? 'same' : 'another', by: 'person' };
  if (rules.twice !== undefined) return { is: rules.twice, by: 'rule' };
  const before = ruled.get(rowKey(key));
  if (before === undefined) return { is: 'ask', by: 'earlierRule' };
  return { is: before === 'earlierRow' ? 'same' : 'another', by: 'earlierRule' };
};

/** What rules of this call have made of rows, by `rowKey`: to be kept for the list's next file. */
export const ruledNow = (decided: readonly DecidedRow[]): RowChoices =>
  new Map(decided.flatMap(({ row, is, by }) => (by === 'rule' ? [[row, is] as const] : [])));

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
