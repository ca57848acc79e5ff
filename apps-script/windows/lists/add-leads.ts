/** Adds up the answers for a long list of leads that is matched in several calls, each for its own rows. */
import type { LeadsAnswer } from '../../../functions/contract/leads';
import { inLeadOrder } from '../../../functions/domain/lookup/lead-order';
import { STATUSES } from '../../../functions/domain/status/statuses';
import { tableOf } from '../../../functions/domain/status/table-keys';

export const addLeads = (before: LeadsAnswer | null, next: LeadsAnswer): LeadsAnswer =>
  before === null
    ? next
    : {
        ...before,
        total: before.total + next.total,
        known: before.known + next.known,
        byNameOnly: before.byNameOnly + next.byNameOnly,
        unsure: before.unsure + next.unsure,
        new: before.new + next.new,
        met: before.met + next.met,
        byStatus: tableOf(STATUSES, (status) => before.byStatus[status] + next.byStatus[status]),
        cost: {
          price: before.cost.price,
          known: before.cost.known + next.cost.known,
          certain: before.cost.certain + next.cost.certain,
        },
        rows: inLeadOrder([...before.rows, ...next.rows]),
        similar: [...before.similar, ...next.similar],
        similarCount: before.similarCount + next.similarCount,
        next: next.next,
        problems: [...before.problems, ...next.problems],
        problemCount: before.problemCount + next.problemCount,
      };
