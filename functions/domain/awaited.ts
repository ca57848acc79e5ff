/** Whom we keep in touch with, in any status, and what a quarterly check waits for. */
import type { AwaitedInput } from './commands';
import type { Context } from './context';
import type { FieldKey } from './fields';
import { GUARD_PREDICATES } from './guards';
import type { Story } from './history';
import { refuseFindings } from './move';
import { type Refusal, refuse } from './refusals';
import { awaiting, inOrder, isRefusal, saveContact, savedContactId } from './steps';

export const setAwaited = (
  story: Story,
  { contact, contactId, awaitedCondition }: AwaitedInput,
  context: Context,
): Story | Refusal => {
  const before = story.account;
  const waits = before.status === 'QUARTERLY_CHECK';
  const isBlank = (awaitedCondition ?? '').trim() === '';
  if (!waits && !isBlank) return refuse('CONDITION_NOT_AWAITED');
  const named = contactId ?? (contact === undefined ? undefined : savedContactId(before, contact));
  const set = inOrder(story, [
    contact === undefined ? null : saveContact(contact, context),
    awaiting(named, awaitedCondition !== undefined && isBlank ? null : awaitedCondition),
  ]);
  if (isRefusal(set) || !waits) return set;
  // Only for what was set: a debt in another part of the need is no reason to refuse this one.
  const { account } = set;
  const touched: FieldKey[] = [
    ...(named === undefined ? [] : (['contactId'] as const)),
    ...(awaitedCondition === undefined ? [] : (['awaitedCondition'] as const)),
  ];
  const found = GUARD_PREDICATES.NEED({ before, account, data: {}, context, approved: false });
  const missing = (found?.missing ?? []).filter((key) => touched.includes(key));
  return missing.length === 0 ? set : refuseFindings([{ code: 'NEED', missing }], before, {}, context);
};
