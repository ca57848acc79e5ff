/** What differs between two states of one account, by path: how the history keeps it. */

import { keysOf } from '../status/table-keys';
import type { AccountRecord } from './account-record';

/** Parts of an account that are kept by ID, so that two people can change two of them at once. */
const KEYED_FIELDS = [
  'contacts',
  'opportunities',
  'products',
  'activities',
  'bant',
  'sources',
  'notDuplicateOf',
] as const satisfies readonly (keyof AccountRecord)[];
type KeyedField = (typeof KEYED_FIELDS)[number];
type PlainField = Exclude<keyof AccountRecord, KeyedField | 'id' | 'version'>;

type PartOf<Field extends KeyedField> =
  AccountRecord[Field] extends Readonly<Record<string, infer Part>> ? Part : never;

type FieldChange<Field extends PlainField = PlainField> = {
  [F in Field]: { path: F; before: AccountRecord[F]; after: AccountRecord[F] };
}[Field];
type PartChange<Field extends KeyedField = KeyedField> = {
  [F in Field]: { path: `${F}.${string}`; before: PartOf<F> | null; after: PartOf<F> | null };
}[Field];

/** One field before and after, or `field.id` for a part that is kept by ID; null where the part did not or does not exist. */
export type AccountChange = FieldChange | PartChange;

const isKeyedField = (field: string): field is KeyedField => KEYED_FIELDS.some((keyed) => keyed === field);

/** `['contacts', 'c000001']`; null where the path is a field. */
export const splitPath = (path: string): [field: string, id: string | null] => {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)];
};

/** Whether the change is of one part of that kind. */
export const isPartChange = <Field extends KeyedField>(
  change: AccountChange,
  field: Field,
): change is Extract<AccountChange, PartChange<Field>> => change.path.startsWith(`${field}.`);

/** Whether two values are equal as JSON, whatever the order of their keys: a store may sort them. */
export const isSameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && isSameValue(a[key], b[key]))
  );
};

/** Also true of an array. */
const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const fieldChange = <Field extends PlainField>(
  path: Field,
  before: AccountRecord,
  after: AccountRecord,
): FieldChange<Field> => ({ path, before: before[path], after: after[path] });

const partChange = <Field extends KeyedField>(
  field: Field,
  id: string,
  before: PartOf<Field> | undefined,
  after: PartOf<Field> | undefined,
): PartChange<Field> => ({ path: `${field}.${id}`, before: before ?? null, after: after ?? null });

/** Looks at the parts' own keys alone: a key may be a name that every object inherits (a list named `constructor`). */
const partChanges = <Field extends KeyedField>(
  field: Field,
  before: Readonly<Record<string, PartOf<Field>>>,
  after: Readonly<Record<string, PartOf<Field>>>,
): PartChange<Field>[] => {
  const was = new Map(Object.entries(before));
  const is = new Map(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .filter((id) => !isSameValue(was.get(id), is.get(id)))
    .map((id) => partChange(field, id, was.get(id), is.get(id)));
};

const isRecordedField = (field: keyof AccountRecord): field is PlainField | KeyedField =>
  field !== 'id' && field !== 'version';

/** In the order of the fields' names; ID and version are not part of it. */
export const changesBetween = (before: AccountRecord, after: AccountRecord): AccountChange[] =>
  keysOf(after)
    .filter((field) => !isSameValue(before[field], after[field]))
    .filter(isRecordedField)
    .sort()
    .flatMap((field): AccountChange[] =>
      isKeyedField(field)
        ? partChanges(field, before[field], after[field])
        : [fieldChange(field, before, after)],
    );

/** The value at a path: undefined for a field that accounts do not have, null for a part that this account does not have. */
export const accountValueAt = (record: AccountRecord, path: string): unknown => {
  const [field, id] = splitPath(path);
  const value = Object.entries(record).find(([name]) => name === field)?.[1];
  if (id === null) return value;
  return Object.entries(value ?? {}).find(([key]) => key === id)?.[1] ?? null;
};

const withValue = (record: AccountRecord, path: string, value: unknown): AccountRecord => {
  const [field, id] = splitPath(path);
  if (id === null || !isKeyedField(field)) return { ...record, [path]: value };
  const others = Object.entries(record[field]).filter(([key]) => key !== id);
  return { ...record, [field]: Object.fromEntries(value === null ? others : [...others, [id, value]]) };
};

/** The state with what is there after each of the changes. */
export const applyChanges = (record: AccountRecord, changes: readonly AccountChange[]): AccountRecord =>
  changes.reduce((state, { path, after }) => withValue(state, path, after), record);

/** The state with what was there before each of the changes, taken in their order. */
export const revertChanges = (record: AccountRecord, changes: readonly AccountChange[]): AccountRecord =>
  changes.reduce((state, { path, before }) => withValue(state, path, before), record);
