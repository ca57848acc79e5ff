/** Turns entered form values into the nested data of a command. */

import type { FieldKey } from '../../../functions/domain/account/input-field-texts';
import {
  type FieldKind,
  type RequiredField,
  requiredField,
} from '../../../functions/domain/account/input-fields';
import type { ChoiceSettings } from '../../../functions/domain/account/team';
import { OTHER, REASONS_WITH_SUCCESSOR } from '../../../functions/domain/status/code-lists';
import type { Text } from '../../../functions/domain/text/text';
import { parseAmount } from '../../../functions/domain/text/typed-numbers';
import { WINDOW_MESSAGES } from '../messages/catalog';

/** A field of a status change or of another command; dots in the key nest. */
export interface FormField<Key extends string = string> {
  key: Key;
  label: Text;
  /**
   * words: several lines. radio: a choice that shows all options. amount: yen with commas. answer: a yes or no given by the
   * button that sends the form.
   */
  kind: FieldKind | 'words' | 'radio' | 'amount' | 'answer';
  choices: readonly { value: string; label: Text }[];
  suggestion: string | null;
  optional?: boolean;
  hint?: Text;
  /** Visible lines of a field with several. */
  lines?: number;
}

export type Row = Readonly<Record<string, string>>;
/** Texts, dates, choices and IDs are strings; products are lists; closings and churns are rows. */
export type FormValue = string | boolean | readonly string[] | readonly Row[];
export type FormValues = Readonly<Record<string, FormValue>>;

interface NamedContact {
  id: string;
  name: string;
}

/** Of each pair one field is enough. */
const ALTERNATIVES: readonly (readonly [FieldKey, FieldKey])[] = [
  ['lost.revisitOn', 'lost.revisitTrigger'],
  ['product.reference', 'product.confirmedBy'],
  ['onFile.products', 'churn'],
];

export const alternativeTo = (key: string): FieldKey | null => {
  const pair = ALTERNATIVES.find((keys) => keys.some((one) => one === key));
  return pair === undefined ? null : pair[0] === key ? pair[1] : pair[0];
};

const MULTILINE_KEYS: readonly string[] = [
  'opportunity.handOverNote.metWith',
  'opportunity.handOverNote.bant',
  'opportunity.handOverNote.nextStep',
  'lost.reasonText',
  'latentNeed',
  'fit.reasonText',
  'onFile.reasonText',
  'reason',
  'note',
];

/** The form field for a required field. The next check's date stays optional, since it is computed where nobody enters one. */
export const fieldFromNeed = <Key extends FieldKey>(need: RequiredField & { key: Key }): FormField<Key> => ({
  ...need,
  kind: need.kind === 'text' && MULTILINE_KEYS.includes(need.key) ? 'words' : need.kind,
  suggestion: need.key === 'nextCheckDate' ? null : need.suggestion,
  optional: need.key === 'nextCheckDate' || need.key === 'action.twoWay',
  ...(need.key === 'nextCheckDate' ? { hint: nextCheckHint(need.suggestion) } : {}),
});

const nextCheckHint = (computed: string | null): Text => {
  const { ja, en } = computed === null ? WINDOW_MESSAGES.checkComputedLater : WINDOW_MESSAGES.checkComputed;
  const date = computed ?? '';
  return { ja: ja.replace('{date}', date.replaceAll('-', '/')), en: en.replace('{date}', date) };
};

const NO_OWN_CHOICES: ChoiceSettings = {
  products: [],
  lostReasons: {},
  badFitReasons: {},
  onFileReasons: {},
};

/** A field that does not depend on the team's settings. */
export const fieldByKey = <Key extends FieldKey>(
  key: Key,
  more: Partial<Omit<FormField, 'key'>> = {},
): FormField<Key> => ({
  ...fieldFromNeed({ ...requiredField(key, NO_OWN_CHOICES), key }),
  ...more,
});

const isText = (value: FormValue | undefined): value is string => typeof value === 'string';
const isRows = (value: FormValue | undefined): value is readonly Row[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object');

/**
 * Removes what the functions refuse in a text: control characters and half surrogate pairs; line breaks, too, in a single-line
 * field.
 */
const cleanText = (value: string, kind: FormField['kind']): string =>
  (kind === 'words' ? value.replace(/\r\n?/g, '\n') : value.replace(/[\t\n\r]+/g, ' '))
    .replace(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim();

/**
 * Whole yen; null where it is no amount. In digits alone commas may stand anywhere, as where one more is added to an amount that has
 * some: the field shows what is read.
 */
const amountOf = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').trim();
  return parseAmount(/^[\d,]+$/.test(plain) ? plain.replaceAll(',', '') : plain);
};

/** Keys of amount fields whose text is no amount. */
export const faultyAmounts = (fields: readonly FormField[], values: FormValues): string[] =>
  fields
    .filter(({ key, kind }) => {
      const value = values[key];
      return kind === 'amount' && isText(value) && value.trim() !== '' && amountOf(value) === null;
    })
    .map(({ key }) => key);

/** Adds commas to an amount; any other text stays as it is. */
export const amountText = (typed: string): string => amountOf(typed)?.toLocaleString('en') ?? typed;

export type ValueTree = { [key: string]: unknown };

const setPath = (tree: ValueTree, key: string, value: unknown): void => {
  const [first = '', ...rest] = key.split('.');
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  // No key is the prefix of another, so an existing value is a branch made here.
  const branch = (tree[first] ?? {}) as ValueTree;
  tree[first] = branch;
  setPath(branch, rest.join('.'), value);
};

/** An outcome of an opportunity: it moves to the account that replaces this one. */
export const TO_SUCCESSOR = 'successor';

const nonEmptyCells = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      const kept = cleanText(value, key === 'note' || key === 'reason' ? 'words' : 'text');
      return kept === '' ? [] : [[key, kept]];
    }),
  );

const setRows = (tree: ValueTree, key: string, kind: FormField['kind'], rows: readonly Row[]): void => {
  const filled = rows.map(nonEmptyCells);
  if (kind === 'churns') {
    const ended = filled.filter(({ endsOn, reason }) => endsOn !== undefined && reason !== undefined);
    if (ended.length > 0)
      setPath(
        tree,
        key,
        ended.map(({ confirmed, ...row }) => (confirmed === 'true' ? { ...row, confirmed: true } : row)),
      );
    return;
  }
  const closed = filled.filter(({ outcome, on }) => outcome !== TO_SUCCESSOR && outcome && on);
  if (closed.length > 0)
    setPath(
      tree,
      key,
      closed.map(({ lostReason, ...row }) =>
        row.outcome === 'lost' && lostReason ? { ...row, lostReason } : row,
      ),
    );
  if (filled.some(({ outcome }) => outcome === TO_SUCCESSOR))
    setPath(tree, 'onFile.opportunities', TO_SUCCESSOR);
};

const sameName = (one: string, other: string): boolean => {
  const fold = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return fold(one) === fold(other);
};

/** The entered values, nested as their keys say; empty ones are left out. `contacts` are those of the account. */
export const valuesToTree = (
  fields: readonly FormField[],
  values: FormValues,
  contacts: readonly NamedContact[] = [],
): ValueTree => {
  const tree: ValueTree = {};
  for (const { key, kind } of fields) {
    const value = values[key];
    if (typeof value === 'boolean') setPath(tree, key, value);
    else if (isText(value)) {
      const kept = cleanText(value, kind);
      if (kept === '') continue;
      if (kind === 'amount') setPath(tree, key, amountOf(kept));
      else if (kind === 'answer') setPath(tree, key, kept === 'true');
      else if (kind === 'contact') setContact(tree, key, contactText(kept), contacts);
      else {
        setPath(tree, key, kept);
        const person = key.endsWith('.with') ? contacts.find(({ name }) => sameName(name, kept)) : undefined;
        if (person !== undefined) setPath(tree, key.replace(/with$/, 'contactId'), person.id);
      }
    } else if (value !== undefined && value.length > 0) {
      if (kind === 'closings' || kind === 'churns') setRows(tree, key, kind, isRows(value) ? value : []);
      else setPath(tree, key, value);
    }
  }
  return tree;
};

/** Precedes the name of a person who is not among the account's contacts: `+山田`. */
export const NEW_PERSON = '+';

const contactText = (value: string): string =>
  (value.startsWith(NEW_PERSON) ? value.slice(NEW_PERSON.length) : value).trim();

/** Sets the ID of a contact, or the name of a known or new one. */
const setContact = (tree: ValueTree, key: string, value: string, contacts: readonly NamedContact[]): void => {
  if (value === '') return;
  const known = contacts.find(({ id }) => id === value) ?? contacts.find(({ name }) => sameName(name, value));
  if (known !== undefined) setPath(tree, key, known.id);
  else setPath(tree, key.replace(/contactId$/, 'contact'), { name: value });
};

const someRowHasOutcome = (value: FormValue | undefined, outcome: string): boolean =>
  isRows(value) && value.some((row) => row.outcome === outcome);

/** Fields that the entered values make required, shown at once instead of after a refusal. */
export const followUpKeys = (values: FormValues): FieldKey[] => {
  const onFile = values['onFile.reason'];
  const linked =
    (isText(onFile) && REASONS_WITH_SUCCESSOR.includes(onFile)) ||
    values['onFile.products'] === TO_SUCCESSOR ||
    someRowHasOutcome(values.closing, TO_SUCCESSOR);
  return [
    ...(values['lost.reason'] === OTHER ? (['lost.reasonText'] as const) : []),
    ...(values['fit.reason'] === OTHER ? (['fit.reasonText'] as const) : []),
    ...(onFile === OTHER ? (['onFile.reasonText'] as const) : []),
    ...(linked ? (['onFile.successorId'] as const) : []),
  ];
};

const isFilled = ({ kind }: FormField, value: FormValue | undefined): boolean => {
  if (typeof value === 'boolean') return value;
  if (isText(value)) return (kind === 'contact' ? contactText(value) : cleanText(value, kind)) !== '';
  if (value === undefined) return false;
  if (kind === 'closings') return isRows(value) && value.every(({ outcome, on }) => outcome && on);
  if (kind === 'churns')
    return isRows(value) && value.every(({ endsOn, reason }) => endsOn && reason?.trim());
  return value.length > 0;
};

/** Keys of required fields that are empty; of a pair one field is enough. */
export const missingKeys = (fields: readonly FormField[], values: FormValues): string[] => {
  const empty = fields.filter((field) => !isFilled(field, values[field.key])).map(({ key }) => key);
  return fields
    .filter(({ optional, kind }) => optional !== true && kind !== 'tick')
    .map(({ key }) => key)
    .filter((key) => {
      if (!empty.includes(key)) return false;
      const partner = alternativeTo(key);
      return partner === null || !fields.some((field) => field.key === partner) || empty.includes(partner);
    });
};

/** Fields about one account, which cannot be filled in for several at once. */
export const isSingleAccountField = ({ key, kind }: Pick<FormField, 'key' | 'kind'>): boolean =>
  kind === 'closings' || kind === 'churns' || kind === 'contact' || key === 'onFile.successorId';

/** The fields of several refusals in their order, each once. */
export const mergeFields = <Key extends string>(
  lists: readonly (readonly FormField<Key>[])[],
): FormField<Key>[] => {
  const found = new Map<string, FormField<Key>>();
  for (const field of lists.flat()) if (!found.has(field.key)) found.set(field.key, field);
  return [...found.values()];
};
