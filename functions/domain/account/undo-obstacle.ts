/** Whether a member may take an entry back: read by the command `undo` and by the windows, which offer no other undo. */
import { MATRIX } from '../status/matrix';
import { isPartChange } from './account-change';
import type { HistoryEntry } from './history';
import { isManager, type Member } from './team';

const DAY_MS = 86_400_000;

/** Who asks, and when: an instant, ISO 8601 in UTC. */
interface Asker {
  actor: Member;
  now: string;
}

export type UndoObstacle = 'UNDO_TOO_LATE' | 'UNDO_REOPENS' | 'UNDO_LINKED' | 'UNDO_MEETING' | 'UNDO_ERASED';

/** Own change within 24 hours. */
export const isOwnRecentChange = ({ by, at }: { by: string; at: string }, { actor, now }: Asker): boolean =>
  by === actor.id && Date.parse(now) - Date.parse(at) <= DAY_MS;

type EntryEvents = Pick<HistoryEntry, 'events'>;

/** Its undo withdraws the account. */
export const createsAccount = ({ events }: EntryEvents): boolean =>
  events.some(({ type }) => type === 'registered' || type === 'imported');

/** Whether the entry answers a proposal: only a manager undoes that. */
const answersProposal = ({ events }: EntryEvents): boolean =>
  events.some(({ type }) => type === 'moveApproved' || type === 'moveRejected');

/** Whether the entry erased a contact: no undo can bring the data back, since it is kept nowhere. */
const erasesContact = ({ events }: EntryEvents): boolean =>
  events.some(({ type }) => type === 'contactErased');

/** Whether the entry is one half of a change of two accounts, which cannot be undone alone. */
const changesTwoAccounts = ({ events }: EntryEvents): boolean =>
  events.some((event) => {
    switch (event.type) {
      case 'statusChanged':
        return event.data.movedTo !== undefined;
      case 'productSaved':
        return event.data.fromId !== undefined;
      case 'merged':
      case 'unmerged':
        return true;
      // The undo of a change of job has changed both accounts; it is not undone, the change is made anew.
      case 'undone':
        return event.data.other !== undefined;
      default:
        return false;
    }
  });

/** Whether the undo would be a move that only a manager may make (M in the matrix). A bad fit before its review is no such case. */
const reopens = ({ events }: EntryEvents): boolean => {
  const [first] = events;
  const last = events[events.length - 1];
  if (first === undefined || last === undefined || last.to === 'BAD_FIT') return false;
  return MATRIX[last.to][first.from] === 'M';
};

/** Rule 1: a meeting is corrected by a manager, never undone. */
const logsMeeting = ({ events }: EntryEvents): boolean =>
  events.some(({ changes }) =>
    changes.some((change) =>
      isPartChange(change, 'activities')
        ? change.before === null && change.after?.kind === 'meeting'
        : change.path === 'everMet' && change.after,
    ),
  );

/**
 * Why the member may not undo the entry. Reps undo their own changes within 24 hours, managers any change. Nobody undoes an erasure, one
 * half of a change of two accounts, or a meeting. Null where the entry itself allows it: later changes and the rules of the status are
 * judged on the account.
 */
export const undoObstacle = (
  entry: Pick<HistoryEntry, 'by' | 'at' | 'events'>,
  asker: Asker,
): UndoObstacle | null => {
  const mayUndo = isManager(asker.actor) || (isOwnRecentChange(entry, asker) && !answersProposal(entry));
  if (!mayUndo) return 'UNDO_TOO_LATE';
  if (erasesContact(entry)) return 'UNDO_ERASED';
  if (changesTwoAccounts(entry)) return 'UNDO_LINKED';
  if (!createsAccount(entry) && reopens(entry) && !isManager(asker.actor)) return 'UNDO_REOPENS';
  return !createsAccount(entry) && logsMeeting(entry) ? 'UNDO_MEETING' : null;
};
