/** Parent and child companies: accounts of their own that know each other. */

import type { Status } from '../status/statuses';
import type { Account } from './account';
import { type DecisionContext, otherAccount } from './decision-context';
import type { LinkProblem } from './refusal-facts';
import { type Refusal, refuse } from './refusals';

/** The parent and the children of an account. Their statuses are only shown: a client of the parent is no client of the child. */
export interface CompanyGroup {
  parent: RelatedCompany | null;
  /** The first ones only; a large group has more. */
  children: readonly RelatedCompany[];
}

export interface RelatedCompany {
  id: string;
  name: string;
  status: Status;
}

export const relatedCompanyOf = ({ id, name, standing }: Account): RelatedCompany => ({
  id,
  name,
  status: standing.status,
});

const parentProblem = (id: string, parentId: string, context: DecisionContext): LinkProblem | null => {
  if (parentId === id) return 'itself';
  if (otherAccount(context, parentId) === null) return 'unknown';
  const seen = new Set([id]);
  for (let next: string | null = parentId; next !== null; ) {
    if (seen.has(next)) return 'circle';
    seen.add(next);
    next = otherAccount(context, next)?.parentId ?? null;
  }
  return null;
};

/** Refuses a parent that does not exist or would close a circle. Null where the parent is accepted, or cleared. */
export const refuseParent = (
  id: string,
  parentId: string | null | undefined,
  context: DecisionContext,
): Refusal | null => {
  if (parentId == null) return null;
  const problem = parentProblem(id, parentId, context);
  return problem === null ? null : refuse('PARENT_REFUSED', { facts: { parentId, problem } });
};
