/** How the changes of an account read: what each field is called, and its values in words. */
import { type AccountChange, isPartChange, splitPath } from '../account/account-change';
import { INPUT_FIELD_LABELS } from '../account/input-field-texts';
import { memberLabel, type RegisterView } from '../register/cells';
import { SHOWN_COLUMNS } from '../register/columns';
import { BANT_VALUE_LABELS } from '../status/code-list-texts';
import { BANT_KEYS } from '../status/code-lists';
import { STATUS } from '../status/statuses';
import { shortenValue } from '../text/shorten';
import { type Text, text } from '../text/text';
import { CHANGED_PART_LABELS, changedFieldText, EMPTY_VALUE } from './refusal-message-texts';

type Members = RegisterView['members'];
type Language = keyof Text;

const MAX_CHANGES = 3;

type Side = 'before' | 'after';

interface FieldText {
  label: Text;
  /** Absent where the value is more than a word or two. */
  value?: (change: AccountChange, side: Side, language: Language, members: Members) => string;
}

/** By path, or by the field of a part that is kept by ID. */
const CHANGED_FIELDS: ReadonlyMap<string, FieldText> = new Map(
  Object.entries<FieldText>({
    status: {
      label: SHOWN_COLUMNS.status.label,
      value: (change, side, language) =>
        change.path === 'status' ? STATUS[change[side]].label[language] : '',
    },
    ownerId: {
      label: SHOWN_COLUMNS.owner.label,
      value: (change, side, language, members) =>
        change.path === 'ownerId' ? memberLabel(change[side], members, language) : '',
    },
    nextCheck: {
      label: SHOWN_COLUMNS.nextCheck.label,
      value: (change, side) => (change.path === 'nextCheck' ? (change[side]?.date ?? '') : ''),
    },
    awaitedCondition: {
      label: SHOWN_COLUMNS.awaitedCondition.label,
      value: (change, side) => (change.path === 'awaitedCondition' ? (change[side] ?? '') : ''),
    },
    awaitedContactId: { label: SHOWN_COLUMNS.contact.label },
    name: {
      label: SHOWN_COLUMNS.name.label,
      value: (change, side) => (change.path === 'name' ? change[side] : ''),
    },
    latentNeed: {
      label: INPUT_FIELD_LABELS.latentNeed,
      value: (change, side) => (change.path === 'latentNeed' ? (change[side] ?? '') : ''),
    },
    ...Object.fromEntries(
      BANT_KEYS.map((key): [string, FieldText] => [
        `bant.${key}`,
        {
          label: INPUT_FIELD_LABELS[`bant.${key}`],
          value: (change, side, language) => {
            const answer = isPartChange(change, 'bant') ? change[side] : null;
            return answer === null ? '' : BANT_VALUE_LABELS[answer.value][language];
          },
        },
      ]),
    ),
    contacts: {
      label: SHOWN_COLUMNS.contact.label,
      value: (change, side) => (isPartChange(change, 'contacts') ? (change[side]?.name ?? '') : ''),
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

/** All changes of a field, by its name in CHANGED_FIELDS: the value before the first and after the last is told. */
interface NamedChange {
  name: string;
  first: AccountChange;
  last: AccountChange;
}

/** The changes by the names of their fields, the status first; fields without a name for people are left out. */
const namedChanges = (changes: readonly AccountChange[]): NamedChange[] => {
  const byName = new Map<string, NamedChange>();
  for (const change of changes) {
    const name = [change.path, splitPath(change.path)[0]].find((one) => CHANGED_FIELDS.has(one));
    if (name !== undefined)
      byName.set(name, { name, first: byName.get(name)?.first ?? change, last: change });
  }
  // Where the contact itself has changed, the change of its ID says nothing more.
  if (byName.has('contacts')) byName.delete('awaitedContactId');
  return [...byName.values()]
    .sort((a, b) => Number(b.name === 'status') - Number(a.name === 'status'))
    .slice(0, MAX_CHANGES);
};

const changedField = ({ name, first, last }: NamedChange, members: Members): Text => {
  const { label, value } = CHANGED_FIELDS.get(name) ?? { label: text(name, name) };
  const inLanguage = (change: AccountChange, side: Side, language: Language): string =>
    shortenValue(value?.(change, side, language, members) || EMPTY_VALUE[language]);
  const inWords = (change: AccountChange, side: Side): Text =>
    text(inLanguage(change, side, 'ja'), inLanguage(change, side, 'en'));
  return changedFieldText(label, inWords(first, 'before'), inWords(last, 'after'));
};

/** The changes in words, only the most important ones. */
export const changedFields = (changes: readonly AccountChange[], members: Members): Text[] =>
  namedChanges(changes).map((change) => changedField(change, members));
