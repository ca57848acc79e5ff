/** Whether what a command did can be taken back by an undo, as far as the command alone says it. */
import type { UndoObstacle } from '../account/undo-obstacle';
import type { Command, CommandType } from './command-table';

/** A merge is taken apart by `unmerge`, which is no undo; and the merge is made again. */
const CHANGES_OF_TWO_ACCOUNTS: readonly CommandType[] = ['merge', 'unmerge'];

const logsMeeting = (command: Command): boolean => {
  const data = 'data' in command ? command.data : undefined;
  const { meeting, action } = { meeting: undefined, action: undefined, ...data };
  const activity = 'activity' in command ? command.activity : action;
  return meeting !== undefined || activity?.kind === 'meeting';
};

/** The obstacle that the entry of this command would meet; null where it may be tried. */
export const commandUndoObstacle = (command: Command): UndoObstacle | null => {
  if (CHANGES_OF_TWO_ACCOUNTS.indexOf(command.type) >= 0) return 'UNDO_LINKED';
  return logsMeeting(command) ? 'UNDO_MEETING' : null;
};
