/** Gives each person whom a cell names what the cells beside it say of them, where that can be told. */
import { definedFields } from '../domain/account/defined-fields';
import { keysOf } from '../domain/status/table-keys';
import type { Text } from '../domain/text/text';
import type { ListRow } from './company-list';
import { FIELD_LABELS, type ListField } from './list-headers';
import type { ListProblemCode } from './list-problems';
import { personsInCell } from './persons-in-cell';
import { wholeName } from './row-contact';

type Values = ListRow['values'];

export interface PersonsApart {
  /** Of the row; with several persons they name nobody, and what is left of them goes into a note. */
  values: Values;
  /** Each with the fields of the first one. */
  further: readonly Values[];
  told: { code: ListProblemCode; detail: string }[];
}

const BETWEEN = /\s*(?:[\n、,，;；]|\s[/／|]\s|[／|｜])\s*/;
const partsOf = (cell: string | undefined): string[] =>
  cell === undefined ? [] : cell.split(BETWEEN).filter((part) => part !== '');

/** The cell of the whole name; several family and given names are paired, and are null where there are not as many of each. */
const nameCellOf = ({
  contactName,
  contactFamilyName,
  contactGivenName,
}: Values): string | null | undefined => {
  const [families, givens] = [partsOf(contactFamilyName), partsOf(contactGivenName)];
  const count = Math.max(families.length, givens.length);
  if (contactName !== undefined || count < 2) return contactName;
  if (families.length !== givens.length && families.length > 0 && givens.length > 0) return null;
  const names = Array.from({ length: count }, (_, at) =>
    wholeName({ contactFamilyName: families[at], contactGivenName: givens[at] }),
  );
  return names.join('\n');
};

const OF_EACH = ['contactEmail', 'contactPhone', 'contactTitle', 'contactDepartment'] as const;
/** What is said of several persons at once holds for each of them. */
const OF_ALL = ['contactDepartment', 'branch', 'doNotContact'] as const;

const factsOf = (values: Values, count: number, at: number): Values => {
  const facts: Values = {};
  for (const field of OF_ALL) if (partsOf(values[field]).length === 1) facts[field] = values[field] ?? '';
  for (const field of OF_EACH) {
    const parts = partsOf(values[field]);
    if (parts.length === count) facts[field] = parts[at] ?? '';
  }
  // Without a column of its own for persons, as many addresses are theirs.
  const mails = values.contactEmail === undefined ? partsOf(values.email) : [];
  if (mails.length === count) facts.contactEmail = mails[at] ?? '';
  return facts;
};

const without = (values: Values, fields: readonly ListField[]): Values =>
  Object.fromEntries(
    keysOf(values).flatMap((field) => (fields.includes(field) ? [] : [[field, values[field]] as const])),
  );

const withNote = (values: Values, note: string): Values => ({
  ...values,
  note: values.note === undefined ? note : `${values.note}\n${note}`,
});

export const withPersonsApart = (
  row: Values,
  further: readonly Values[],
  language: keyof Text,
): PersonsApart => {
  const people = further.map((person) => apart(person, language));
  const first = apart(row, language);
  const notes = people.flatMap(({ note }) => note ?? []);
  return {
    values: [...(first.note === undefined ? [] : [first.note]), ...notes].reduce(withNote, first.values),
    further: [
      ...first.persons,
      ...people.flatMap(({ values, persons }) => [
        ...(Object.keys(values).length === 0 ? [] : [values]),
        ...persons,
      ]),
    ],
    told: [...first.told, ...people.flatMap(({ told }) => told)],
  };
};

interface Apart {
  values: Values;
  persons: readonly Values[];
  note?: string;
  told: PersonsApart['told'];
}

const NAMES = ['contactName', 'contactFamilyName', 'contactGivenName'] as const;

const apart = (values: Values, language: keyof Text): Apart => {
  const cell = nameCellOf(values);
  if (cell === undefined) return { values, persons: [], told: [] };
  const bare = without(values, NAMES);
  const written = cell ?? NAMES.flatMap((field) => values[field] ?? []).join(' / ');
  const note = `${FIELD_LABELS.contactName[language]}: ${written}`;
  const found = cell === null ? null : personsInCell(cell);
  if (found === null) return { values: bare, persons: [], note, told: [toldOf('CONTACTS_UNCLEAR', written)] };
  const { persons, others } = found;
  const [only, ...more] = persons;
  if (only === undefined) return { values: bare, persons: [], told: [] };
  const said = persons.map((person) => Object.values(person).join(' ')).join(' / ');
  const rest = {
    told: said === cell && others === null ? [] : [toldOf('CONTACTS_READ', `${written} → ${said}`)],
    ...(others === null ? {} : { note }),
  };
  if (more.length === 0) {
    const { contactName, ...facts } = only;
    return { values: { ...facts, ...bare, ...definedFields({ contactName }) }, persons: [], ...rest };
  }
  const given = persons.map((person, at) =>
    definedFields({ ...factsOf(bare, persons.length, at), ...person }),
  );
  const used = keysOf(factsOf(bare, persons.length, 0)).filter((field) => field !== 'email');
  return { values: without(bare, used), persons: given, ...rest };
};

const LONGEST_DETAIL = 120;
const toldOf = (code: 'CONTACTS_READ' | 'CONTACTS_UNCLEAR', said: string): PersonsApart['told'][number] => ({
  code,
  detail: `contactName: ${said.slice(0, LONGEST_DETAIL)}`,
});
