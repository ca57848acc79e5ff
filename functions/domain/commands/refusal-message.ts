/** A refusal as a few plain lines: for the note on a cell and for the dialogs. */
import type { Account, BantAnswer, Contact } from '../account/account';
import type { AccountChange } from '../account/history';
import { INPUT_FIELDS } from '../account/input-fields';
import type { Refusal } from '../account/refusals';
import type { CalendarDate } from '../calendar/calendar-date';
import { memberLabel, type RegisterView } from '../register/cells';
import { SHOWN_COLUMNS } from '../register/columns';
import { BANT_KEYS, BANT_VALUES } from '../status/code-lists';
import { STATUS, type Status } from '../status/statuses';
import { type Text, text } from '../text/text';
import type { Command } from './command-table';

type Members = RegisterView['members'];
type Language = keyof Text;

/** An entry that was made meanwhile and changed what the refused request reads. */
export interface ConflictingEntry {
  version: number;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** The team's calendar date of that instant. */
  on: CalendarDate;
  by: string;
  /** Null for somebody who is in the team no more. */
  byName: string | null;
  command: string;
  changes: readonly AccountChange[];
}

/** The facts of a CONFLICT. */
export interface ConflictFacts {
  version: number;
  expectedVersion: number;
  /** From the oldest to the newest; empty where the two versions are too far apart to tell. */
  since: readonly ConflictingEntry[];
  /** The refused request. */
  yours?: Command;
}

/** A note on a cell is read at a glance. */
const MAX_CHARACTERS = 500;
/** Of one value among several in a sentence. */
const MAX_VALUE_CHARACTERS = 60;
const MAX_CHANGES = 3;

const NOBODY_KNOWN = text('ほかの人', 'Somebody');
const EMPTY = text('(空)', '(empty)');

const shorten = (words: string, most: number): string => {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
};

interface FieldText {
  label: Text;
  /** Absent where the value is more than a word or two. */
  value?: (value: unknown, language: Language, members: Members) => string;
}

const asWritten = (value: unknown): string => (typeof value === 'string' ? value : '');

/** By path, or by the field of a part that is kept by ID. */
const FIELD_TEXTS: ReadonlyMap<string, FieldText> = new Map(
  Object.entries<FieldText>({
    status: {
      label: SHOWN_COLUMNS.status.label,
      value: (value, language) => STATUS[value as Status].label[language],
    },
    ownerId: {
      label: SHOWN_COLUMNS.owner.label,
      value: (value, language, members) => memberLabel(value as string | null, members, language),
    },
    nextCheck: {
      label: SHOWN_COLUMNS.nextCheck.label,
      value: (value) => (value as Account['nextCheck'])?.date ?? '',
    },
    awaitedCondition: { label: SHOWN_COLUMNS.awaitedCondition.label, value: asWritten },
    awaitedContactId: { label: SHOWN_COLUMNS.contact.label },
    name: { label: SHOWN_COLUMNS.name.label, value: asWritten },
    latentNeed: { label: INPUT_FIELDS.latentNeed.label, value: asWritten },
    ...Object.fromEntries(
      BANT_KEYS.map((key): [string, FieldText] => [
        `bant.${key}`,
        {
          label: INPUT_FIELDS[`bant.${key}`].label,
          value: (value, language) => BANT_VALUES[(value as BantAnswer).value][language],
        },
      ]),
    ),
    contacts: {
      label: SHOWN_COLUMNS.contact.label,
      value: (value) => (value as Contact | null)?.name ?? '',
    },
    opportunities: { label: text('案件', 'Opportunities') },
    products: { label: text('製品', 'Products') },
    activities: { label: text('連絡の記録', 'Contacts logged') },
    everMet: { label: text('商談の有無', 'Whether we have met') },
    proposal: { label: text('承認待ちの申請', 'Proposal') },
    handOver: { label: text('引き継ぎ', 'Hand-over') },
    lost: { label: text('失注の内容', 'Why it was lost') },
    badFit: { label: text('不適合の内容', 'Why it does not fit') },
    onFile: { label: text('登録保存の内容', 'Why it is on file') },
  }),
);

/** One change a field: from before the first to after the last; the status first, what has no name left out. */
const namedChanges = (changes: readonly AccountChange[]): AccountChange[] => {
  const byPath = new Map<string, AccountChange>();
  for (const { path, before, after } of changes) {
    const named = [path, path.split('.')[0] ?? ''].find((one) => FIELD_TEXTS.has(one));
    if (named !== undefined)
      byPath.set(named, { path: named, before: (byPath.get(named) ?? { before }).before, after });
  }
  // The ID of a contact says less than the contact.
  if (byPath.has('contacts')) byPath.delete('awaitedContactId');
  return [...byPath.values()]
    .sort((a, b) => Number(b.path === 'status') - Number(a.path === 'status'))
    .slice(0, MAX_CHANGES);
};

const changeText = ({ path, before, after }: AccountChange, language: Language, members: Members): string => {
  const { label, value } = FIELD_TEXTS.get(path) ?? { label: text(path, path) };
  const told = (one: unknown): string =>
    shorten(value?.(one, language, members) || EMPTY[language], MAX_VALUE_CHARACTERS);
  const [was, is] = [told(before), told(after)];
  return was === is
    ? text(`${label.ja}を`, label.en)[language]
    : text(`${label.ja}を ${was} → ${is} に`, `${label.en} from ${was} to ${is}`)[language];
};

const conflictSentence = (
  { byName, on, changes }: ConflictingEntry,
  language: Language,
  members: Members,
): string => {
  const who = byName ?? NOBODY_KNOWN[language];
  const what = namedChanges(changes).map((change) => changeText(change, language, members));
  if (language === 'ja')
    return what.length === 0
      ? `${who}が ${on} に変更しました。`
      : `${who}が ${on} に ${what.join('、')}変更しました。`;
  return what.length === 0
    ? `${who} changed the account on ${on}.`
    : `${who} changed ${what.join(', ')} on ${on}.`;
};

/**
 * Who changed what and when, and the value that was not taken: `yours`, as it is to be read; empty leaves it out. Names of
 * owners need `members`.
 */
export const conflictMessage = (
  { facts }: Pick<Refusal, 'facts'>,
  yours: string,
  members: Members = {},
): Text => {
  const { since = [] } = facts as Partial<ConflictFacts>;
  // What became of the status is told before anything newer.
  const moves = since.filter(({ changes }) => changes.some(({ path }) => path === 'status'));
  const [entry] = [...since, ...moves].slice(-1);
  const inLanguage = (language: Language): string => {
    const theirs =
      entry === undefined
        ? text('表示後にほかの人が変更しました。', 'Somebody has changed the account since.')[language]
        : conflictSentence(entry, language, members);
    if (yours === '') return theirs;
    const value = shorten(yours, MAX_VALUE_CHARACTERS);
    return theirs + text(`あなたの値: ${value}`, ` Yours: ${value}`)[language];
  };
  return text(inLanguage('ja'), inLanguage('en'));
};

/** The value that the refused request wanted, where it is a single one. */
const requestedValue = (command: Command | undefined, language: Language, members: Members): string => {
  switch (command?.type) {
    case 'changeStatus':
    case 'propose':
    case 'restore':
      return STATUS[command.to].label[language];
    case 'putOnFile':
      return STATUS.ON_FILE.label[language];
    case 'setNextCheck':
      return command.date;
    case 'setAwaited':
      return command.awaitedCondition ?? command.contact?.name ?? '';
    case 'handOver':
      return memberLabel(command.toId, members, language);
    default:
      return '';
  }
};

const FILL_IN = text('補うもの: ', 'Fill in: ');
const LEGAL_NOW = text('いま移せるステータス: ', 'Legal now: ');
const BETWEEN = text('、', ', ');

/**
 * Every reason, what to fill in and what is legal now, each on a line of its own; after CONFLICT also who changed what. At
 * most 500 characters: of the reasons as many as fit.
 */
export const refusalMessage = (refusal: Refusal, language: Language, members: Members = {}): string => {
  const { reasons, missing, legal, facts } = refusal;
  const labels = (texts: readonly Text[]): string =>
    [...new Set(texts.map((one) => one[language]))].join(BETWEEN[language]);
  const told = reasons.flatMap(({ code, message }) =>
    code === 'CONFLICT'
      ? [
          message[language],
          conflictMessage(
            refusal,
            requestedValue((facts as Partial<ConflictFacts>).yours, language, members),
            members,
          )[language],
        ]
      : message[language],
  );
  const rest = [
    ...(missing.length === 0 ? [] : [FILL_IN[language] + labels(missing.map(({ label }) => label))]),
    ...(legal.length === 0
      ? []
      : [LEGAL_NOW[language] + labels(legal.map((status) => STATUS[status].label))]),
  ].join('\n');
  const room = Math.max(MAX_CHARACTERS - [...rest].length - 1, MAX_CHARACTERS / 4);
  return shorten(
    [shorten(told.join('\n'), room), rest].filter((part) => part !== '').join('\n'),
    MAX_CHARACTERS,
  );
};
