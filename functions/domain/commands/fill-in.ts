import { applyTransitionData } from '../account/apply-transition-data';
import type { TransitionData } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { append, applyInOrder } from '../account/draft';
import { badFitOf, lossOf, onFileOf } from '../account/enter-status';
import type { GuardFailure } from '../account/guard-failure';
import { guardFailures } from '../account/guards';
import { scheduleCheck } from '../account/next-check';
import { refuseGuardFailures } from '../account/offered-transitions';
import { isRefusal, refuse } from '../account/refusals';
import {
  badFitStanding,
  deadOpportunityStanding,
  debtsOf,
  onFileStanding,
  type Standing,
  withDebts,
} from '../account/standing';
import type { GuardCode } from '../status/guard-texts';
import { ENTRY_GUARDS } from '../status/transitions';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';

/** Guards whose data stands in the account as one piece: half of it is refused. */
const GUARD_PIECES: Partial<Record<GuardCode, keyof TransitionData>> = {
  LOST: 'lost',
  FIT: 'fit',
  KEEP: 'onFile',
};

/** What an account owes in its status (要補完): the data that its guards ask for, without a change of status. */
export const fillIn = defineCommand<'fillIn', { data: TransitionData }>({
  type: 'fillIn',
  givenBy: 'member',
  reads: ({ data }) => [...RULE_FIELDS, ...awaitedPaths(data)],
  needs: ({ data }) => ({ successorId: data.onFile?.successorId ?? null }),
  decide: (draft, { data }, context) => {
    const before = draft.account;
    const { status } = before.standing;
    const debts = debtsOf(before);
    if (debts.length === 0) return refuse('DEBTS_NONE');
    const dated = data.nextCheckDate === undefined ? null : scheduleCheck(data.nextCheckDate, null, context);
    const prepared = applyInOrder(draft, [
      (begun) => applyTransitionData(begun, data, ENTRY_GUARDS[status], context),
      debts.includes('NEXT_CHECK') ? dated : null,
    ]);
    if (isRefusal(prepared)) return prepared;
    const { account } = prepared;
    const open = debts.flatMap((code): { code: GuardCode; found: GuardFailure }[] => {
      if (code === 'NEXT_CHECK')
        return dated === null ? [{ code, found: { code, missing: ['nextCheckDate'] } }] : [];
      return guardFailures([code], { before, account, data, context, approved: true }).map((found) => ({
        code,
        found,
      }));
    });
    const half = open.filter(({ code }) => {
      const piece = GUARD_PIECES[code];
      return piece !== undefined && data[piece] !== undefined;
    });
    const unsettled = half.length > 0 ? half : open.length === debts.length ? open : [];
    if (unsettled.length > 0) {
      const found = unsettled.map((one) => one.found);
      return refuseGuardFailures(found, before, data, context);
    }
    const left = open.map(({ code }) => code);
    const standing = withDebts(standingWithPiece(account.standing, data, context), left);
    return append(prepared, 'debtsSettled', { ...account, standing }, { reason: data.reason ?? null });
  },
});

const standingWithPiece = (standing: Standing, data: TransitionData, context: DecisionContext): Standing => {
  if (standing.status === 'DEAD_OPPORTUNITY' && data.lost !== undefined)
    return deadOpportunityStanding({ ...standing, lost: lossOf(data, context) });
  if (standing.status === 'BAD_FIT' && data.fit !== undefined)
    return badFitStanding({ ...standing, badFit: badFitOf(data, context, context.actor.id, null) });
  if (standing.status === 'ON_FILE' && data.onFile !== undefined) {
    const onFile = onFileOf(data, context, standing.onFile?.from ?? standing.status);
    return onFileStanding({ ...standing, onFile });
  }
  return standing;
};
