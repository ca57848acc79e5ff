/**
 * Chains of accounts: from one to those that stand for it, and to the parents above it. The end of a chain is locked with every
 * new link: two links that together would close a circle always share an end, so one of them fails and is decided anew.
 */
import type { Account } from '../domain/account/account';
import type { LinkedAccount } from '../domain/account/decision-context';
import { successorIdOf } from '../domain/account/standing';
import type { UnitOfWork } from '../store/unit-of-work';

/** By ID the account and the successors behind it; ends before one that does not exist, and where a circle closes. */
export const loadSuccessorChain = async (
  work: UnitOfWork,
  firstId: string | null,
): Promise<Record<string, LinkedAccount>> => {
  const links: Record<string, LinkedAccount> = {};
  for (const account of await loadChain(work, firstId, successorIdOf)) {
    const { id, name } = account;
    links[id] = { id, name, successorId: successorIdOf(account) };
  }
  return links;
};

/** By ID the account and the parents above it; ends before one that does not exist, and where a circle closes. */
export const loadParentChain = async (
  work: UnitOfWork,
  firstId: string | null,
): Promise<Record<string, Account>> => {
  const parents: Record<string, Account> = {};
  for (const account of await loadChain(work, firstId, ({ parentId }) => parentId))
    parents[account.id] = account;
  return parents;
};

const loadChain = async (
  work: UnitOfWork,
  firstId: string | null,
  nextIdOf: (account: Account) => string | null,
): Promise<Account[]> => {
  const chain = new Map<string, Account>();
  let id = firstId;
  while (id !== null && !chain.has(id)) {
    const { account } = await work.load(id);
    if (account.version === 0 || account.withdrawn) break;
    chain.set(id, account);
    id = nextIdOf(account);
  }
  return [...chain.values()];
};

export const lockSuccessorChainEnd = (
  work: UnitOfWork,
  links: Readonly<Record<string, LinkedAccount>>,
): void => {
  const end = Object.values(links).find(({ successorId }) => successorId === null);
  if (end !== undefined) work.lock(end.id);
};

export const lockParentChainEnd = (work: UnitOfWork, parents: Readonly<Record<string, Account>>): void => {
  const end = Object.values(parents).find(({ parentId }) => parentId === null || !(parentId in parents));
  if (end !== undefined) work.lock(end.id);
};
