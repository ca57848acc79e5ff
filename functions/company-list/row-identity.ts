/** The identity of a row: keys that identify its company, and keys that distinguish rows. */
import type { ImportRow } from '../domain/commands/import-row';
import { companyDomains } from '../domain/company/company-identity';
import { nameAddressKey } from '../domain/company/name-address-key';

const numberKey = (corporateNumber: string): string => `number:${corporateNumber}`;
const listIdKey = (list: string, listId: string): string => `list:${list}:${listId}`;

/** The corporate number, otherwise the list's own ID, otherwise name and address. */
export const identityOf = ({ details, list, listId }: ImportRow): string => {
  if (details.corporateNumber != null) return numberKey(details.corporateNumber);
  if (listId !== undefined) return listIdKey(list, listId);
  return nameAddressKey(details.name, details.address);
};

/** The key of a person's decision about the row; it distinguishes rows with the same name. */
export const decisionKeyOf = (row: ImportRow): string =>
  [identityOf(row), row.details.phone ?? '', ...(row.details.domains ?? [])].join('\n');

/** All keys that identify the company by themselves. */
export const identityKeysOf = ({ details, list, listId }: ImportRow): string[] => [
  ...(details.corporateNumber == null ? [] : [numberKey(details.corporateNumber)]),
  ...(listId === undefined ? [] : [listIdKey(list, listId)]),
  ...(details.address == null ? [] : [nameAddressKey(details.name, details.address)]),
];

/** Both have a value, and the values differ. */
export const areDifferent = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a !== b;

/** Rows with two corporate numbers or two IDs are two companies. */
export const areMaybeOne = (one: ImportRow, other: ImportRow): boolean =>
  !areDifferent(one.details.corporateNumber, other.details.corporateNumber) &&
  !areDifferent(one.listId, other.listId);

/** The row has neither a number nor an ID. */
export const isKnownByName = ({ details, listId }: ImportRow): boolean =>
  details.corporateNumber == null && listId === undefined;

export const rowDomains = ({ details }: ImportRow): string[] => companyDomains(details.domains ?? []);
