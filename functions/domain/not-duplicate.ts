/** Two accounts that look like one company, and are not: said once, remembered. */
import type { Command } from './commands';
import { type Context, otherAccount } from './context';
import { saidApart } from './duplicates';
import { record, type Story } from './history';
import { type Refusal, refuse } from './refusals';
import { MOST_PARTS } from './steps';

export const markNotDuplicate = (
  story: Story,
  { otherId, reason }: Extract<Command, { type: 'markNotDuplicate' }>,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const other = otherAccount(context, otherId);
  if (other === null || otherId === account.id) return refuse('NOT_DUPLICATE_ITSELF', { facts: { otherId } });
  for (const [one, successorId] of [
    [account.id, other.onFile?.successorId],
    [otherId, account.onFile?.successorId],
  ])
    if (one === successorId) return refuse('LINK_CUT', { facts: { successorId } });
  if (saidApart(account, other)) return story;
  if (Object.keys(account.notDuplicateOf).length >= MOST_PARTS)
    return refuse('LIMIT_REACHED', { facts: { notDuplicateOf: MOST_PARTS } });
  const said = { on: context.today, by: context.actor.id };
  return record(
    story,
    'notDuplicateMarked',
    { ...account, notDuplicateOf: { ...account.notDuplicateOf, [otherId]: said } },
    { reason: reason ?? null, data: { otherId, otherName: other.name } },
  );
};
