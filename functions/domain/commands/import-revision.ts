/** What a list that comes again changes on an account that it has listed before. */
import { type Account, partById } from '../account/account';
import { isSameCompanyName, isShortFor } from '../company/name/same-name';

/** A company as a list has it. */
interface ListedCompany {
  list: string;
  listId?: string;
  details: { name: string; corporateNumber?: string | null };
  revises?: boolean;
}

export interface Revision {
  /** The new name; null where it stays. */
  name: string | null;
  /** The right number in place of a wrong one; null where it stays. */
  corporateNumber: string | null;
  /** The list has a name that the company gave up: somebody knew better, and it stays given up. */
  isFormerName: boolean;
}

/**
 * What a list that comes again changes on an account that it has listed before. A name that is only written otherwise is no
 * new one; a number is corrected where the list's own ID says that it is the same company.
 */
export const revisionOf = (account: Account, { list, listId, details, revises }: ListedCompany): Revision => {
  const ownId = partById(account.sources, list);
  if (revises !== true || ownId === undefined)
    return { name: null, corporateNumber: null, isFormerName: false };
  const given = details.corporateNumber ?? null;
  const isOther = given !== null && account.corporateNumber !== null && given !== account.corporateNumber;
  const isOldName = account.formerNames.some(({ name }) => isSameCompanyName(name, details.name));
  const knownNames = [account.name, ...account.otherNames];
  const isNewName = !knownNames.some((name) => isShortFor(details.name, name));
  return {
    name: isNewName && !isOldName ? details.name : null,
    corporateNumber: isOther && ownId !== '' && listId === ownId ? given : null,
    isFormerName: isNewName && isOldName,
  };
};
