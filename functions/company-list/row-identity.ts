/** What a row of a list is known by: keys that tell its company by themselves, and what tells two rows apart. */
import type { ImportRow } from '../domain/commands/import-row';
import { companyDomains } from '../domain/company/company-identity';
import { nameAddressKey } from '../domain/company/name-address-key';

const numberKey = (corporateNumber: string): string => `number:${corporateNumber}`;
const listIdKey = (list: string, listId: string): string => `list:${list}:${listId}`;

/** Corporate number, else the list's own ID, else name and address. */
export const identityOf = ({ details, list, listId }: ImportRow): string => {
  if (details.corporateNumber != null) return numberKey(details.corporateNumber);
  if (listId !== undefined) return listIdKey(list, listId);
  return nameAddressKey(details.name, details.address);
};

/** What a person's decision about the row is kept under: it tells rows of one name apart. */
export const decisionKeyOf = (row: ImportRow): string =>
  [identityOf(row), row.details.phone ?? '', ...(row.details.domains ?? [])].join('\n');

/** Every key that tells the company by itself. */
export const identityKeysOf = ({ details, list, listId }: ImportRow): string[] => [
  ...(details.corporateNumber == null ? [] : [numberKey(details.corporateNumber)]),
  ...(listId === undefined ? [] : [listIdKey(list, listId)]),
  ...(details.address == null ? [] : [nameAddressKey(details.name, details.address)]),
];

/** Said of both, and not the same. */
export const areDifferent = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a !== b;

/** Two corporate numbers or two IDs are two companies. */
export const areMaybeOne = (one: ImportRow, other: ImportRow): boolean =>
  !areDifferent(one.details.corporateNumber, other.details.corporateNumber) &&
  !areDifferent(one.listId, other.listId);

/** Neither a number nor an ID tells its company. */
export const isKnownByName = ({ details, listId }: ImportRow): boolean =>
  details.corporateNumber == null && listId === undefined;

export const rowDomains = ({ details }: ImportRow): string[] => companyDomains(details.domains ?? []);
