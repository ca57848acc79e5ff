/**
 * Recognises the columns of a company's second and further contact persons by their headers: 担当者2, 部署2, 先方担当者②携帯, Contact 2
 * Email.
 */
import { foldHeader, isBareName, meaningOfHeader } from './header-fields';
import type { ListField } from './list-headers';

interface Column {
  header: string;
  /** Null for a column that is not read. */
  field: ListField | null;
}
type Values = Partial<Record<ListField, string>>;

/** The fields of a further person that are read. */
type ContactPart = Extract<
  ListField,
  | 'contactName'
  | 'contactFamilyName'
  | 'contactGivenName'
  | 'contactDepartment'
  | 'contactTitle'
  | 'contactEmail'
  | 'contactPhone'
>;
const NAMES: ReadonlySet<ListField> = new Set<ListField>([
  'contactName',
  'contactFamilyName',
  'contactGivenName',
]);
/** Includes fields that are the company's where no person is numbered. */
const PARTS: Readonly<Partial<Record<ListField, ContactPart>>> = {
  contactName: 'contactName',
  contactFamilyName: 'contactFamilyName',
  contactGivenName: 'contactGivenName',
  contactDepartment: 'contactDepartment',
  contactTitle: 'contactTitle',
  contactEmail: 'contactEmail',
  contactPhone: 'contactPhone',
  email: 'contactEmail',
  phone: 'contactPhone',
};

const MOST_CONTACTS = 5;
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\bprimary\b/i, 1],
  [/\bsecond(?:ary)?\b|副(?=担当)|サブ(?=担当)/i, 2],
  [/\bthird\b/i, 3],
];
const NUMBER = /(?<!\d)([1-9])(?!\d)(?:人目|名目|番目)?の?/g;

/** The header's number and the header without it; null where it has none or several. */
const numberIn = (header: string): { number: number; rest: string } | null => {
  const plain = header.normalize('NFKC');
  const without = (part: string | RegExp): string =>
    plain.replace(part, '').replace(/\(\s*\)|\[\s*\]|#/g, '');
  const [first, ...others] = [...plain.matchAll(NUMBER)];
  if (others.length > 0) return null;
  if (first !== undefined) return { number: Number(first[1]), rest: without(first[0]) };
  const [word, number] = ORDINALS.find(([pattern]) => pattern.test(plain)) ?? [];
  return word === undefined || number === undefined ? null : { number, rest: without(word) };
};

interface NumberedPart {
  index: number;
  /** Number of the person, from 2. */
  number: number;
  part: ContactPart;
}

/** Read like the first person's column: where 担当者 is a member of the team, 担当者2 is, too. */
const partOf = (columns: readonly Column[], index: number): NumberedPart | null => {
  const numbered = numberIn(columns[index]?.header ?? '');
  if (numbered === null || numbered.number < 2 || numbered.number > MOST_CONTACTS) return null;
  const base = foldHeader(numbered.rest);
  if (base === '' || isBareName(numbered.rest)) return null;
  const first = columns.find(({ header, field }) => {
    if (field === null || field === 'furtherContact') return false;
    const own = numberIn(header);
    return foldHeader(header) === base || (own?.number === 1 && foldHeader(own.rest) === base);
  });
  const field = first?.field ?? meaningOfHeader(numbered.rest)?.field;
  const part = field === undefined || field === null ? undefined : PARTS[field];
  return part === undefined ? null : { index, number: numbered.number, part };
};

/**
 * The columns of those persons whom a column names. 電話2 alone may be another phone of the company: it is a person's where it stands
 * behind their name, and before the next one.
 */
export const findFurtherContacts = (columns: readonly Column[]): number[] => {
  const parts = columns.flatMap(({ field }, index) => (field === null ? (partOf(columns, index) ?? []) : []));
  const names = parts.filter(({ part }) => NAMES.has(part));
  return parts
    .filter(({ index, number, part }) => {
      const isPersons = /^contact/.test(meaningWithoutNumber(columns, index));
      if (NAMES.has(part) || isPersons) return names.some((name) => name.number === number);
      return names.findLast((name) => name.index < index)?.number === number;
    })
    .map(({ index }) => index);
};

const meaningWithoutNumber = (columns: readonly Column[], index: number): string => {
  const rest = numberIn(columns[index]?.header ?? '')?.rest ?? '';
  return meaningOfHeader(rest)?.field ?? '';
};

const PART_WORDS: readonly (readonly [RegExp, ContactPart])[] = [
  [/メール|mail/i, 'contactEmail'],
  [/電話|携帯|直通|tel|phone|mobile/i, 'contactPhone'],
  [/部署|部門|所属|department/i, 'contactDepartment'],
  [/役職|肩書|title|position/i, 'contactTitle'],
];

/** The field and person of each column; where a person has chosen the column, its header need not tell. */
export const furtherContactParts = (columns: readonly Column[]): NumberedPart[] =>
  columns.flatMap(({ header, field }, index) => {
    if (field !== 'furtherContact') return [];
    const [, part = 'contactName'] = PART_WORDS.find(([word]) => word.test(header.normalize('NFKC'))) ?? [];
    return partOf(columns, index) ?? { index, number: 2, part };
  });

/** The further contact persons of a row, each with the fields of the first one. */
export const furtherContactsOf = (cells: readonly string[], parts: readonly NumberedPart[]): Values[] => {
  const persons = new Map<number, Values>();
  for (const { index, number, part } of parts) {
    const value = cells[index] ?? '';
    if (value !== '') persons.set(number, { [part]: value, ...persons.get(number) });
  }
  return [...persons].sort(([a], [b]) => a - b).map(([, values]) => values);
};
