/** Fills in what an account owes in its status (要補完): the data that its guards ask for, without a change of status. */
import type { Account } from '../account/account';
import { applyInOrder, applyTransitionData, isRefusal, setNextCheck } from '../account/account-mutations';
import type { TransitionData } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { type GuardFailure, guardFailures } from '../account/guards';
import { append, type Draft } from '../account/history';
import { type Refusal, refuse } from '../account/refusals';
import { ENTRY_GUARDS, type GuardCode } from '../status/transitions';
import { badFitOf, lossOf, onFileOf, refuseGuardFailures } from './change-status';

/** Guards whose data stands in the account as one piece: half of it is refused. */
const GUARD_PIECES: Partial<Record<GuardCode, keyof TransitionData>> = {
  LOST: 'lost',
  FIT: 'fit',
  KEEP: 'onFile',
};

export const fillIn = (story: Draft, data: TransitionData, context: DecisionContext): Draft | Refusal => {
  const before = story.account;
  const { status, debts } = before;
  if (debts.length === 0) return refuse('DEBTS_NONE');
  const dated = data.nextCheckDate === undefined ? null : setNextCheck(data.nextCheckDate, null, context);
  const prepared = applyInOrder(story, [
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
  const settled = { ...withPiece(account, data, context), debts: open.map(({ code }) => code) };
  return append(prepared, 'debtsSettled', settled, { reason: data.reason ?? null });
};

const withPiece = (account: Account, data: TransitionData, context: DecisionContext): Account => {
  if (account.status === 'DEAD_OPPORTUNITY' && data.lost !== undefined)
    return { ...account, lost: lossOf(data, context) };
  if (account.status === 'BAD_FIT' && data.fit !== undefined)
    return { ...account, badFit: badFitOf(data, context, context.actor.id, null) };
  if (account.status === 'ON_FILE' && data.onFile !== undefined)
    return { ...account, onFile: onFileOf(data, context, account.onFile?.from ?? account.status) };
  return account;
};
