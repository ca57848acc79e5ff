/** Two accounts never have the same corporate number. */
import type { Account } from '../domain/account/account';
import { refuse } from '../domain/account/refusals';
import { mergeOf } from '../domain/account/standing';
import type { UnitOfWork } from '../store/unit-of-work';

/** The refusal DUPLICATE_CORPORATE_NUMBER, with the account that has the number; null where nobody else has it. */
export const refuseTakenNumber = async (work: UnitOfWork, before: Account, after: Account) => {
  const { corporateNumber } = after;
  const holder = await findOtherHolder(work, before, after);
  if (holder === null || corporateNumber === null) return null;
  const { id, name, standing } = holder;
  return refuse('DUPLICATE_CORPORATE_NUMBER', {
    facts: { corporateNumber, accountId: id, name, status: standing.status },
  });
};

/** Another account that has the corporate number which a decision gives to this one, stored or in this block; else null. */
const findOtherHolder = async (
  work: UnitOfWork,
  before: Account,
  after: Account,
): Promise<Account | null> => {
  const number = after.corporateNumber;
  const hadIt = number === before.corporateNumber && !before.withdrawn && before.version > 0;
  if (number === null || after.withdrawn || hadIt) return null;
  const holderId = await work.otherNumberHolder(number, after.id);
  if (holderId === null) return null;
  // An un-merge gives the number back in the same commit: the survivor that holds it is no other holder.
  if (mergeOf(after.standing) === null && holderId === mergeOf(before.standing)?.intoId) return null;
  const { account } = await work.load(holderId);
  return account.withdrawn || account.corporateNumber !== number ? null : account;
};
