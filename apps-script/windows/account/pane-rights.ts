/** What the pane offers: the functions decide, but what they would surely refuse is not offered. */
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { isOwnRecentChange, undoObstacle } from '../../../functions/domain/account/undo-obstacle';
import type { AccountView } from '../../script-api';

/** Null where the newest change may not be undone by this person. `now` is an instant, ISO 8601. */
export const undoableEntry = ({ history, you }: AccountView, now: string): HistoryEntry | null => {
  const [newest] = history;
  if (newest === undefined || !mayWrite(you)) return null;
  return undoObstacle(newest, { actor: you, now }) === null ? newest : null;
};

/** A manager, or who merged it within a day. */
export const mayUnmerge = ({ account: { merged }, you }: AccountView, now: string): boolean =>
  merged !== null && mayWrite(you) && (isManager(you) || isOwnRecentChange(merged, { actor: you, now }));

/** A bad fit is reviewed by managers, and by who is asked to judge it once more. */
export const mayReviewBadFit = ({ account: { badFit, proposal }, you }: AccountView): boolean =>
  badFit !== null &&
  proposal === null &&
  (isManager(you) || (mayWrite(you) && badFit.rejudgement?.memberId === you.id));
