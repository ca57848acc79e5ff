/** One step of a command on an account: what becomes of it, or what refuses. */
import type { Account } from '../../../../functions/domain/account/account';
import { draftOf, type Mutation } from '../../../../functions/domain/account/draft';
import { isRefusal, type Refusal } from '../../../../functions/domain/account/refusals';

export const changed = (account: Account, mutation: Mutation): Account => {
  const result = mutation(draftOf(account));
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.facts)}`);
  return result.account;
};

export const refusalOf = (account: Account, mutation: Mutation): Refusal => {
  const result = mutation(draftOf(account));
  if (isRefusal(result)) return result;
  throw new Error(`accepted: ${result.events.map(({ type }) => type)}`);
};
