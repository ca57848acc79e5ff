/** Whether what a command did can be taken back by an undo, as far as the command alone says it. */
import type { UndoObstacle } from '../account/undo-obstacle';
import type { CallerCommand } from './command-table';
import { writesTwoAccounts } from './other-account';

const logsMeeting = (command: CallerCommand): boolean => {
  const data = 'data' in command ? command.data : undefined;
  const { meeting, action } = { meeting: undefined, action: undefined, ...data };
  const activity = 'activity' in command ? command.activity : action;
  return meeting !== undefined || activity?.kind === 'meeting';
};

/** The obstacle that the entry of this command would meet; null where it may be tried. */
export const commandUndoObstacle = (command: CallerCommand): UndoObstacle | null => {
  if (command.type === 'eraseContact') return 'UNDO_ERASED';
  // A merge is taken back by `unmerge` and an un-merge by a new merge, neither by an undo.
  if (writesTwoAccounts(command)) return 'UNDO_LINKED';
  return logsMeeting(command) ? 'UNDO_MEETING' : null;
};
