/** What the pane offers. The functions decide; what they would certainly refuse is not offered. */
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { isOwnRecentChange, undoObstacle } from '../../../functions/domain/account/undo-obstacle';
import type { AccountView } from '../../script-api';

/** Null where this person may not undo the newest change. `now` is an instant, ISO 8601. */
export const undoableEntry = ({ history, you }: AccountView, now: string): HistoryEntry | null => {
  const [newest] = history;
  if (newest === undefined || !mayWrite(you)) return null;
  return undoObstacle(newest, { actor: you, now }) === null ? newest : null;
};

/** A manager may, and within a day whoever merged it. */
export const mayUnmerge = ({ account: { merged }, you }: AccountView, now: string): boolean =>
  merged !== null && mayWrite(you) && (isManager(you) || isOwnRecentChange(merged, { actor: you, now }));

/** Managers review a bad fit, and so does whoever was asked to judge it again. */
export const mayReviewBadFit = ({ account: { badFit, proposal }, you }: AccountView): boolean =>
  badFit !== null &&
  proposal === null &&
  (isManager(you) || (mayWrite(you) && badFit.rejudgement?.memberId === you.id));
