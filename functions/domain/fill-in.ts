/** Fills in what an account owes in its status (要補完): the data that its guards ask for, without a change of status. */
import type { Account } from './account';
import type { MoveData } from './commands';
import type { Context } from './context';
import { type Finding, findings } from './guards';
import { record, type Story } from './history';
import { badFitOf, lostOf, onFileOf, refuseFindings } from './move';
import { ENTRY_GUARDS, type GuardCode } from './moves';
import { type Refusal, refuse } from './refusals';
import { inOrder, isRefusal, setNextCheck, withMoveData } from './steps';

/** Guards whose data stands in the account as one piece: half of it is refused. */
const PIECES: Partial<Record<GuardCode, keyof MoveData>> = { LOST: 'lost', FIT: 'fit', KEEP: 'onFile' };

export const fillIn = (story: Story, data: MoveData, context: Context): Story | Refusal => {
  const before = story.account;
  const { status, debts } = before;
  if (debts.length === 0) return refuse('DEBTS_NONE');
  const dated = data.nextCheckDate === undefined ? null : setNextCheck(data.nextCheckDate, null, context);
  const prepared = inOrder(story, [
    (begun) => withMoveData(begun, data, ENTRY_GUARDS[status], context),
    debts.includes('NEXT_CHECK') ? dated : null,
  ]);
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const open = debts.flatMap((code): { code: GuardCode; found: Finding }[] => {
    if (code === 'NEXT_CHECK')
      return dated === null ? [{ code, found: { code, missing: ['nextCheckDate'] } }] : [];
    return findings([code], { before, account, data, context, approved: true }).map((found) => ({
      code,
      found,
    }));
  });
  const half = open.filter(({ code }) => {
    const piece = PIECES[code];
    return piece !== undefined && data[piece] !== undefined;
  });
  const unsettled = half.length > 0 ? half : open.length === debts.length ? open : [];
  if (unsettled.length > 0) {
    const found = unsettled.map((one) => one.found);
    return refuseFindings(found, before, data, context);
  }
  const settled = { ...withPiece(account, data, context), debts: open.map(({ code }) => code) };
  return record(prepared, 'debtsSettled', settled, { reason: data.reason ?? null });
};

const withPiece = (account: Account, data: MoveData, context: Context): Account => {
  if (account.status === 'DEAD_OPPORTUNITY' && data.lost !== undefined)
    return { ...account, lost: lostOf(data, context) };
  if (account.status === 'BAD_FIT' && data.fit !== undefined)
    return { ...account, badFit: badFitOf(data, context, context.actor.id, null) };
  if (account.status === 'ON_FILE' && data.onFile !== undefined)
    return { ...account, onFile: onFileOf(data, context, account.onFile?.from ?? account.status) };
  return account;
};
