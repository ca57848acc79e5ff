import { partById } from '../account/account';
import { addActivity } from '../account/activities';
import { applyTransition } from '../account/apply-transition';
import type { ActivityInput } from '../account/command-inputs';
import { unlikelyContactDate } from '../account/date-bounds';
import { activeMember, overlappingMembers } from '../account/decision-context';
import { definedFields } from '../account/defined-fields';
import { GUARD_PREDICATES } from '../account/guards';
import { scheduleCheck } from '../account/next-check';
import { refuseGuardFailures } from '../account/offered-transitions';
import { isRefusal } from '../account/refusals';
import type { CalendarDate } from '../calendar/calendar-date';
import { defineCommand } from './command';

/**
 * Logs a contact. Where inside and field sales are on one account, the second one says with whom it was coordinated. A met
 * account is never COLD (rule 1): logging the first meeting with one is its move to WORKING, owned by whoever met them
 * where it has no owner. A day that the customer named while they spoke becomes the next check in the same step.
 */
export const logActivity = defineCommand<
  'logActivity',
  { activity: ActivityInput; coordinatedWith?: string; nextCheckDate?: CalendarDate }
>({
  type: 'logActivity',
  givenBy: 'rep',
  reads: ({ nextCheckDate }) => (nextCheckDate === undefined ? [] : ['status', 'nextCheck']),
  decide: (draft, { activity, coordinatedWith, nextCheckDate }, context) => {
    const { account } = draft;
    const unlikely = unlikelyContactDate(activity, context.today);
    if (unlikely !== null) return refuseGuardFailures([unlikely], account, {}, context);
    const contact = partById(account.contacts, activity.contactId);
    const coordination = definedFields({ coordinatedWith });
    const shared = { ...account, contacts: contact === undefined ? {} : { [contact.id]: contact } };
    if (
      contact !== undefined &&
      overlappingMembers({ ...shared, ownerId: null, isOwnerId: null, opportunities: {} }, context).length > 0
    ) {
      const found = GUARD_PREDICATES.COORDINATED({
        before: shared,
        account: shared,
        data: coordination,
        context,
        approved: false,
      });
      if (found !== null) return refuseGuardFailures([found], account, {}, context);
    }
    const ownerId = activeMember(context, account.ownerId)?.id ?? context.actor.id;
    const logged =
      account.standing.status === 'COLD' && activity.kind === 'meeting'
        ? applyTransition(draft, 'WORKING', { ownerId, action: activity, ...coordination }, context)
        : addActivity(activity, context, coordinatedWith)(draft);
    if (isRefusal(logged) || nextCheckDate === undefined) return logged;
    return scheduleCheck(nextCheckDate, null, context)(logged);
  },
});
