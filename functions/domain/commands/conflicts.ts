/** Rule 6: a command made on an older version is still accepted where nothing that it reads or writes has changed since. */
import type { HistoryEntry } from '../account/history';
import { type Command, definitionOf } from './command-table';

/** The entries, among those made since the caller's version, that changed what the command reads. */
export const findConflicts = (command: Command, since: readonly HistoryEntry[]): HistoryEntry[] => {
  const pathsRead = definitionOf(command).reads(command);
  return since.filter((entry) =>
    entry.events.some(({ changes }) =>
      changes.some(({ path }) => pathsRead.some((read) => path === read || path.startsWith(`${read}.`))),
    ),
  );
};
