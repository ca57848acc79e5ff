/** Decisions before an import about its rows that are likely companies of the register, and about its words. */
import type { ImportAnswer } from '../../../functions/contract/import';
import type { WordDecision } from '../../../functions/contract/list-words';
import type { RowDecision } from '../../../functions/contract/rows';
import type { GroupRule, LikelyGroup } from '../../../functions/domain/company/likely-company';
import { STATUSES } from '../../../functions/domain/status/statuses';

export interface ListDecisions {
  /** Rules by group; a group without a rule is decided row by row. */
  rules: Readonly<Partial<Record<LikelyGroup, GroupRule>>>;
  /** By row key an account ID, `earlierRow`, `another` or `undecided`; only decisions that were not sent yet. */
  rows: Readonly<Record<string, string>>;
  /** By `wordId`; only decisions that were not sent yet. */
  words: Readonly<Record<string, ChosenWord>>;
  /** Accounts of the register move to the list's statuses. */
  appliesStatus: boolean;
}

type ListWord = Pick<ImportAnswer['words'][number], 'kind' | 'word'>;

/** `means` is a status, a member's ID, `empty` or `undecided`. */
export type ChosenWord = ListWord & { means: string };

export const wordId = ({ kind, word }: ListWord): string => `${kind} ${word}`;

export const NO_CHOICES: ListDecisions = { rules: {}, rows: {}, words: {}, appliesStatus: false };

export type ListDecisionMessage =
  | { type: 'chooseRule'; group: LikelyGroup; rule: GroupRule }
  | { type: 'chooseRow'; row: string; choice: string }
  | { type: 'chooseWord'; word: ChosenWord }
  | { type: 'applyStatuses'; apply: boolean };

export const updateListDecisions = (choices: ListDecisions, message: ListDecisionMessage): ListDecisions => {
  switch (message.type) {
    case 'chooseRule':
      return { ...choices, rules: { ...choices.rules, [message.group]: message.rule } };
    case 'chooseRow':
      return { ...choices, rows: { ...choices.rows, [message.row]: message.choice } };
    case 'chooseWord':
      return { ...choices, words: { ...choices.words, [wordId(message.word)]: message.word } };
    case 'applyStatuses':
      return { ...choices, appliesStatus: message.apply };
    default:
      return message satisfies never;
  }
};

/** The query parameters of `import`. */
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

/** The most that one call of `rows` accepts. */
const MOST = { rows: 1000, words: 200 };

export interface SentDecisions {
  rows: RowDecision[];
  words: WordDecision[];
}

/** The next decisions to send; null where there are none. */
export const decisionsToSend = ({ rows, words }: ListDecisions): SentDecisions | null => {
  const sent = {
    rows: Object.entries(rows)
      .slice(0, MOST.rows)
      .map(([row, is]) => rowDecision(row, is)),
    words: Object.values(words).slice(0, MOST.words).map(wordDecision),
  };
  return sent.rows.length + sent.words.length === 0 ? null : sent;
};

const rowDecision = (row: string, is: string): RowDecision =>
  is === 'earlierRow' || is === 'another' || is === 'undecided'
    ? { row, is }
    : { row, is: 'account', accountId: is };

const wordDecision = ({ kind, word, means }: ChosenWord): WordDecision => {
  if (kind === 'owner' && means !== 'empty' && means !== 'undecided')
    return { kind, word, is: 'member', memberId: means };
  const status = STATUSES.find((one) => one === means);
  if (kind === 'status' && status !== undefined) return { kind, word, is: 'status', status };
  return { kind, word, is: means === 'empty' ? 'empty' : 'undecided' };
};

export const withoutSent = (choices: ListDecisions, sent: SentDecisions): ListDecisions => {
  const rows = new Set(sent.rows.map(({ row }) => row));
  const words = new Set(sent.words.map(wordId));
  return {
    ...choices,
    rows: Object.fromEntries(Object.entries(choices.rows).filter(([row]) => !rows.has(row))),
    words: Object.fromEntries(Object.entries(choices.words).filter(([id]) => !words.has(id))),
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
