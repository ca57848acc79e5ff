import { definedFields } from '../../../../functions/domain/account/defined-fields';
import { successorIdOf } from '../../../../functions/domain/account/standing';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { mergePreview } from '../../../../functions/domain/commands/merge-preview';
import type { MergeInput, MergePreview } from '../../../../functions/domain/commands/merge-terms';
import type { RuleRefusal } from '../../../../functions/domain/commands/rule-refusal';
import { aContext } from '../../../builders';
import { attempt, codes, type Life } from '../account-lives';

export type Where = Parameters<typeof aContext>[0];

/** The same life of an account with another ID. */
export const as = (id: string, life: Life): Life => ({
  account: { ...life.account, id },
  history: life.history.map((entry) => ({ ...entry, accountId: id })),
});

export const contextOf = (from: Life, into: Life, where: Where = {}) =>
  aContext({
    by: 'manager',
    history: from.history,
    others: { [into.account.id]: into.account, [from.account.id]: from.account },
    links: Object.fromEntries(
      [from, into].map(({ account }) => [
        account.id,
        { id: account.id, name: account.name, successorId: successorIdOf(account) },
      ]),
    ),
    ...where,
  });

export interface Pair {
  from: Life;
  into: Life;
}

export const refusedBy = (result: Life | RuleRefusal): result is RuleRefusal => 'reasons' in result;

/** Both halves, as the store applies them. */
export const tryMerge = (
  { from, into }: Pair,
  input: Partial<MergeInput> = {},
  where: Where = {},
): Pair | RuleRefusal => {
  const command: Extract<Command, { type: 'merge' }> = {
    type: 'merge',
    intoId: into.account.id,
    reason: 'DUPLICATE',
    ...input,
  };
  const context = contextOf(from, into, where);
  const gone = attempt(from, command, context);
  if (refusedBy(gone)) return gone;
  const { reason, survivorStatus, data, note } = command;
  const stays = attempt(
    into,
    { type: 'absorb', from: from.account, reason, ...definedFields({ survivorStatus, data, note }) },
    { ...context, history: into.history },
  );
  return refusedBy(stays) ? stays : { from: gone, into: stays };
};

export const merged = (pair: Pair, input: Partial<MergeInput> = {}, where: Where = {}): Pair => {
  const preview = previewOf(pair, input, where);
  const result = tryMerge(pair, { survivorStatus: preview.proposed, ...input }, where);
  if ('reasons' in result) throw new Error(`${codes(result)} ${JSON.stringify(result.facts)}`);
  return result;
};

export const notMerged = (pair: Pair, input: Partial<MergeInput> = {}, where: Where = {}): RuleRefusal => {
  const result = tryMerge(pair, input, where);
  if ('reasons' in result) return result;
  throw new Error(`merged: ${result.into.account.standing.status}`);
};

export const previewOf = (
  { from, into }: Pair,
  input: Partial<MergeInput> = {},
  where: Where = {},
): MergePreview => {
  const terms = { intoId: into.account.id, reason: 'DUPLICATE' as const, ...input };
  const preview = mergePreview(from.account, terms, contextOf(from, into, where));
  if ('reasons' in preview) throw new Error(`${codes(preview)}`);
  return preview;
};

export const tryUnmerge = ({ from, into }: Pair, where: Where = {}): Pair | RuleRefusal => {
  const context = contextOf(from, into, where);
  const back = attempt(from, { type: 'unmerge', reason: '別の会社でした' }, context);
  if (refusedBy(back)) return back;
  const released = attempt(
    into,
    { type: 'release', from: from.account, reason: '別の会社でした' },
    { ...context, history: into.history },
  );
  return refusedBy(released) ? released : { from: back, into: released };
};

export const unmerged = (pair: Pair, where: Where = {}): Pair => {
  const result = tryUnmerge(pair, where);
  if ('reasons' in result) throw new Error(`${codes(result)} ${JSON.stringify(result.facts)}`);
  return result;
};

export const notUnmerged = (pair: Pair, where: Where = {}): RuleRefusal => {
  const result = tryUnmerge(pair, where);
  if ('reasons' in result) return result;
  throw new Error('unmerged');
};

export const pair = (from: Life, into: Life): Pair => ({ from: as('gone', from), into: as('stays', into) });
