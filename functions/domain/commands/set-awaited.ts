import {
  applyInOrder,
  awaitContactOrCondition,
  isRefusal,
  saveContact,
  savedContactId,
} from '../account/account-mutations';
import type { AwaitedInput } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { GUARD_PREDICATES } from '../account/guards';
import type { Draft } from '../account/history';
import type { FieldKey } from '../account/input-fields';
import { type Refusal, refuse } from '../account/refusals';
import { refuseGuardFailures } from './change-status';

export const setAwaited = (
  story: Draft,
  { contact, contactId, awaitedCondition }: AwaitedInput,
  context: DecisionContext,
): Draft | Refusal => {
  const before = story.account;
  const waits = before.status === 'QUARTERLY_CHECK';
  const isBlank = (awaitedCondition ?? '').trim() === '';
  if (!waits && !isBlank) return refuse('CONDITION_NOT_AWAITED');
  const named = contactId ?? (contact === undefined ? undefined : savedContactId(before, contact));
  const set = applyInOrder(story, [
    contact === undefined ? null : saveContact(contact, context),
    awaitContactOrCondition(named, awaitedCondition !== undefined && isBlank ? null : awaitedCondition),
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
  return missing.length === 0 ? set : refuseGuardFailures([{ code: 'NEED', missing }], before, {}, context);
};
