/** Rule 6: a command made on an older version is still accepted where nothing that it reads or writes has changed since. */
import { type AccountChange, isSameValue } from '../account/account-change';
import type { HistoryEntry } from '../account/history';
import { type Command, definitionOf } from './command-table';

/** The entries, among those made since the caller's version, that changed what the command reads. */
export const findConflicts = (command: Command, since: readonly HistoryEntry[]): HistoryEntry[] => {
  const pathsRead = definitionOf(command).reads(command);
  return since.filter((entry) =>
    entry.events.some(({ changes }) =>
      changes.some((change) => pathsRead.some((read) => isChanged(change, read))),
    ),
  );
};

/** Whether the change concerns the path that was read. The path may name one field of a part: then changes of other fields do not count. */
const isChanged = ({ path, before, after }: AccountChange, read: string): boolean => {
  if (path === read || path.startsWith(`${read}.`)) return true;
  if (!read.startsWith(`${path}.`)) return false;
  const field = read.slice(path.length + 1);
  return !isSameValue(fieldOf(before, field), fieldOf(after, field));
};

const fieldOf = (part: AccountChange['after'], field: string): unknown =>
  Object.entries(part ?? {}).find(([key]) => key === field)?.[1];
