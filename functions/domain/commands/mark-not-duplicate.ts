/** Two accounts that look like one company, and are not: said once, remembered. */

import { MAX_PARTS } from '../account/account-mutations';
import type { Command } from '../account/command';
import { type DecisionContext, otherAccount } from '../account/decision-context';
import { append, type Draft } from '../account/history';
import { type Refusal, refuse } from '../account/refusals';
import { markedDistinct } from '../company/duplicates';

export const markNotDuplicate = (
  story: Draft,
  { otherId, reason }: Extract<Command, { type: 'markNotDuplicate' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const other = otherAccount(context, otherId);
  if (other === null || otherId === account.id) return refuse('NOT_DUPLICATE_ITSELF', { facts: { otherId } });
  for (const [one, successorId] of [
    [account.id, other.onFile?.successorId],
    [otherId, account.onFile?.successorId],
  ])
    if (one === successorId) return refuse('LINK_CUT', { facts: { successorId } });
  if (markedDistinct(account, other)) return story;
  if (Object.keys(account.notDuplicateOf).length >= MAX_PARTS)
    return refuse('LIMIT_REACHED', { facts: { notDuplicateOf: MAX_PARTS } });
  const said = { on: context.today, by: context.actor.id };
  return append(
    story,
    'notDuplicateMarked',
    { ...account, notDuplicateOf: { ...account.notDuplicateOf, [otherId]: said } },
    { reason: reason ?? null, data: { otherId, otherName: other.name } },
  );
};
