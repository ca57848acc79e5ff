/** Who changed each setting last, and when. */
import { keysOf } from '../status/table-keys';
import type { Settings } from './team';
import type { TeamEntry } from './team-entry';

export type LastSettingChanges = Partial<Record<keyof Settings, Pick<TeamEntry, 'by' | 'at'>>>;

/** `entries` are the newest first; a setting of which none tells has none. */
export const lastSettingChanges = (entries: readonly TeamEntry[]): LastSettingChanges => {
  const last: LastSettingChanges = {};
  for (const { by, at, settings } of entries)
    for (const name of keysOf({ ...settings.before, ...settings.after })) last[name] ??= { by, at };
  return last;
};
