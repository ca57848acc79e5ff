/** How the changes of an account read: what each field is called, and its values in words. */
import type { Account, BantAnswer, Contact } from '../account/account';
import type { AccountChange } from '../account/history';
import { INPUT_FIELD_LABELS } from '../account/input-field-texts';
import { memberLabel, type RegisterView } from '../register/cells';
import { SHOWN_COLUMNS } from '../register/columns';
import { BANT_KEYS, BANT_VALUES } from '../status/code-lists';
import { STATUS, type Status } from '../status/statuses';
import { type Text, text } from '../text/text';
import { CHANGED_PART_LABELS, changedFieldText, EMPTY_VALUE } from './refusal-message-texts';
import { shortenValue } from './shorten';

type Members = RegisterView['members'];
type Language = keyof Text;

const MAX_CHANGES = 3;

interface FieldText {
  label: Text;
  /** Absent where the value is more than a word or two. */
  value?: (value: unknown, language: Language, members: Members) => string;
}

const asWritten = (value: unknown): string => (typeof value === 'string' ? value : '');

/** By path, or by the field of a part that is kept by ID. */
const CHANGED_FIELDS: ReadonlyMap<string, FieldText> = new Map(
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
    latentNeed: { label: INPUT_FIELD_LABELS.latentNeed, value: asWritten },
    ...Object.fromEntries(
      BANT_KEYS.map((key): [string, FieldText] => [
        `bant.${key}`,
        {
          label: INPUT_FIELD_LABELS[`bant.${key}`],
          value: (value, language) => BANT_VALUES[(value as BantAnswer).value][language],
        },
      ]),
    ),
    contacts: {
      label: SHOWN_COLUMNS.contact.label,
      value: (value) => (value as Contact | null)?.name ?? '',
    },
    opportunities: { label: CHANGED_PART_LABELS.opportunities },
    products: { label: CHANGED_PART_LABELS.products },
    activities: { label: CHANGED_PART_LABELS.activities },
    everMet: { label: CHANGED_PART_LABELS.everMet },
    proposal: { label: CHANGED_PART_LABELS.proposal },
    handOver: { label: CHANGED_PART_LABELS.handOver },
    lost: { label: CHANGED_PART_LABELS.lost },
    badFit: { label: CHANGED_PART_LABELS.badFit },
    onFile: { label: CHANGED_PART_LABELS.onFile },
  }),
);

/** One change a field: from before the first to after the last; the status first, what has no name left out. */
const namedChanges = (changes: readonly AccountChange[]): AccountChange[] => {
  const byPath = new Map<string, AccountChange>();
  for (const { path, before, after } of changes) {
    const named = [path, path.split('.')[0] ?? ''].find((one) => CHANGED_FIELDS.has(one));
    if (named !== undefined)
      byPath.set(named, { path: named, before: (byPath.get(named) ?? { before }).before, after });
  }
  // The ID of a contact says less than the contact.
  if (byPath.has('contacts')) byPath.delete('awaitedContactId');
  return [...byPath.values()]
    .sort((a, b) => Number(b.path === 'status') - Number(a.path === 'status'))
    .slice(0, MAX_CHANGES);
};

const changedField = ({ path, before, after }: AccountChange, members: Members): Text => {
  const { label, value } = CHANGED_FIELDS.get(path) ?? { label: text(path, path) };
  const inLanguage = (one: unknown, language: Language): string =>
    shortenValue(value?.(one, language, members) || EMPTY_VALUE[language]);
  const inWords = (one: unknown): Text => text(inLanguage(one, 'ja'), inLanguage(one, 'en'));
  return changedFieldText(label, inWords(before), inWords(after));
};

/** The most telling ones. */
export const changedFields = (changes: readonly AccountChange[], members: Members): Text[] =>
  namedChanges(changes).map((change) => changedField(change, members));
