import type { AwaitedInput } from '../account/command-inputs';
import { awaitContactOrCondition, savedContactId, upsertContact } from '../account/contacts';
import { applyInOrder } from '../account/draft';
import { GUARD_PREDICATES } from '../account/guards';
import type { FieldKey } from '../account/input-field-texts';
import { refuseGuardFailures } from '../account/offered-transitions';
import { isRefusal, refuse } from '../account/refusals';
import { defineCommand } from './command';
import { awaitedPaths } from './command-reads';

export const setAwaited = defineCommand<'setAwaited', AwaitedInput>({
  type: 'setAwaited',
  givenBy: 'rep',
  cell: true,
  reads: awaitedPaths,
  decide: (draft, { contact, contactId, awaitedCondition }, context) => {
    const before = draft.account;
    const waits = before.standing.status === 'QUARTERLY_CHECK';
    const isBlank = (awaitedCondition ?? '').trim() === '';
    if (!waits && !isBlank) return refuse('CONDITION_NOT_AWAITED');
    const named = contactId ?? (contact === undefined ? undefined : savedContactId(before, contact));
    const set = applyInOrder(draft, [
      contact === undefined ? null : upsertContact(contact, context),
      awaitContactOrCondition(named, awaitedCondition !== undefined && isBlank ? null : awaitedCondition),
    ]);
    if (isRefusal(set) || !waits) return set;
    // Only the fields that were set are judged: another field that is still missing is no reason to refuse these.
    const { account } = set;
    const touched: FieldKey[] = [
      ...(named === undefined ? [] : (['contactId'] as const)),
      ...(awaitedCondition === undefined ? [] : (['awaitedCondition'] as const)),
    ];
    const found = GUARD_PREDICATES.NEED({ before, account, data: {}, context, approved: false });
    const missing = (found?.missing ?? []).filter((key) => touched.includes(key));
    return missing.length === 0 ? set : refuseGuardFailures([{ code: 'NEED', missing }], before, {}, context);
  },
});
