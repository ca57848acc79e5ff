/** What a script keeps for good, its properties and installed triggers: in memory, and in one file where there is a folder. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledTrigger } from './protocol';

export interface KeptTrigger extends InstalledTrigger {
  /** When a clock trigger is to run next, in milliseconds; null for the others. */
  dueAt: number | null;
}

interface State {
  /** By `script`, `document` or `user:` with an address. */
  properties: Record<string, Record<string, string>>;
  triggers: KeptTrigger[];
}

export interface KeptState {
  readonly state: Readonly<State>;
  /** The change is on disk when this returns. */
  change(act: (state: State) => void): void;
}

const FILE = 'apps-script.json';

export function openKeptState(dataDir: string | null): KeptState {
  const file = dataDir === null ? null : join(dataDir, FILE);
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const current: State =
    file !== null && existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { properties: {}, triggers: [] };
  return {
    state: current,
    change(act) {
      act(current);
      if (file === null) return;
      const partial = `${file}.${process.pid}.partial`;
      writeFileSync(partial, JSON.stringify(current));
      renameSync(partial, file);
    },
  };
}
