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

/** An answer to a proposal is taken back by a manager alone. */
const answersProposal = ({ events }: EntryEvents): boolean =>
  events.some(({ type }) => type === 'moveApproved' || type === 'moveRejected');

/** What it took out is nowhere any more. */
const erasesContact = ({ events }: EntryEvents): boolean =>
  events.some(({ type }) => type === 'contactErased');

/** One half of a change of two accounts: one half alone is not undone. */
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
      // A change of job is taken back on both accounts, and then made anew.
      case 'undone':
        return event.data.other !== undefined;
      default:
        return false;
    }
  });

/** The way back takes a manager (the matrix says M), except for one's own bad fit, which is reviewed only later. */
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
 * Own change within 24 hours, else a manager; back from where only a manager reopens, a manager; no erasure; no half of a change of two accounts; no meeting. Null where nothing in the entry
 * itself forbids it: later changes and the rules of the status are judged on the account.
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
