/** Joins two rows of the same company. */
import { definedFields } from '../domain/account/defined-fields';
import { mergeListedData } from '../domain/commands/import-listed-data';
import type { ImportRow } from '../domain/commands/import-row';
import { phoneDigits } from '../domain/company/duplicates';
import { keysOf } from '../domain/status/table-keys';
import { foldWord } from '../domain/text/fold-word';
import type { ListRow } from './company-list';
import type { ListField } from './list-headers';

/** The first row, completed from the second; the company was met if either row says so. */
export const joinRows = (first: ImportRow, second: ImportRow): ImportRow => {
  const lastContact = [first.lastContact, second.lastContact]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  return {
    ...second,
    ...definedFields(first),
    details: { ...second.details, ...definedFields(first.details) },
    met: first.met === true || second.met === true,
    ...(lastContact !== undefined && { lastContact }),
    products: mergeProducts(first.products, second.products),
    ...(first.data === undefined && second.data === undefined
      ? {}
      : { data: mergeListedData(first.data, second.data) }),
  };
};

const mergeProducts = (ours: ImportRow['products'] = [], theirs: ImportRow['products'] = []) => [
  ...ours.map((product) => ({
    ...definedFields(theirs.find((other) => other.product === product.product) ?? {}),
    ...definedFields(product),
    product: product.product,
    state: product.state,
  })),
  ...theirs.filter(({ product }) => !ours.some((own) => own.product === product)),
];

/** Equal for the same number in two notations. */
const dialled = (phone: string): string => phoneDigits({ phone }) ?? foldWord(phone);

/** A phone beside a further person is that person's, where the company has another one. */
export const withOwnPhone = (row: ImportRow, company: ImportRow): ImportRow => {
  const { phone, ...details } = row.details;
  const [person, ...others] = row.data?.contacts ?? [];
  if (phone == null || person === undefined || others.length > 0 || person.phone !== undefined) return row;
  if (company.details.phone == null || dialled(company.details.phone) === dialled(phone)) return row;
  return { ...row, details, data: { ...row.data, contacts: [{ ...person, phone }] } };
};

const COMPARED = {
  status: ({ status }) => status,
  owner: ({ ownerId }) => ownerId,
  nextCheck: ({ nextCheckDate }) => nextCheckDate,
  awaitedCondition: ({ data }) => data?.awaitedCondition,
  phone: ({ details: { phone } }) => (phone == null ? phone : dialled(phone)),
  address: ({ details }) => details.address,
  industry: ({ details }) => details.industry,
} as const satisfies Partial<Record<ListField, (row: ImportRow) => string | null | undefined>>;

/** A row with its values as the list has them. */
export interface WrittenRow {
  row: ImportRow;
  written: ListRow['values'];
}

/** Facts in which both rows differ, in the list's words: `status: 商談中 ≠ 失注`. */
export const differencesOf = (first: WrittenRow, second: WrittenRow): string[] =>
  keysOf(COMPARED).flatMap((field) => {
    const [one, two] = [COMPARED[field](first.row), COMPARED[field](second.row)];
    const [said, saidToo] = [first.written[field], second.written[field]];
    const differ = one != null && two != null && foldWord(one) !== foldWord(two);
    return differ && said !== undefined && saidToo !== undefined ? [`${field}: ${said} ≠ ${saidToo}`] : [];
  });
