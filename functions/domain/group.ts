/** Parent and child companies: accounts of their own that know each other. */
import type { Account } from './account';
import { type Context, otherAccount } from './context';
import { type Refusal, refuse } from './refusals';
import type { Status } from './statuses';

/** A client of the parent is not a client of the child, but it is said. */
export interface Group {
  parent: Relative | null;
  /** The first ones. */
  children: readonly Relative[];
}

export interface Relative {
  id: string;
  name: string;
  status: Status;
}

export const relativeOf = ({ id, name, status }: Account): Relative => ({ id, name, status });

const parentProblem = (
  id: string,
  parentId: string,
  context: Context,
): 'itself' | 'unknown' | 'circle' | null => {
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

/** Null where the account may have that parent, or is to have none. */
export const parentRefused = (
  id: string,
  parentId: string | null | undefined,
  context: Context,
): Refusal | null => {
  const problem = parentId == null ? null : parentProblem(id, parentId, context);
  return problem === null ? null : refuse('PARENT_REFUSED', { facts: { parentId, problem } });
};
