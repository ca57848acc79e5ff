/** A script's properties and installed triggers: in memory and, where there is a folder, in one file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, replacePrivateFile } from '../data-folder/private-files';
import { suiteProblem } from '../problems/suite-problem';
import type { InstalledTrigger } from './protocol';

export interface StoredTrigger extends InstalledTrigger {
  /** When a clock trigger is to run next, in milliseconds; null for the others. */
  dueAt: number | null;
}

interface StoredScriptState {
  /** By store: `script`, `document`, or `user:` with an e-mail address. */
  properties: Record<string, Record<string, string>>;
  triggers: StoredTrigger[];
}

export interface ScriptState {
  readonly state: Readonly<StoredScriptState>;
  /** `act` changes a copy. The change is on disk when this returns; where it throws, nothing is changed. */
  change(act: (state: StoredScriptState) => void): void;
}

const FILE = 'apps-script.json';

export function openScriptState(dataDir: string | null): ScriptState {
  const file = dataDir === null ? null : join(dataDir, FILE);
  if (dataDir !== null) makePrivateFolder(dataDir);
  const current: StoredScriptState =
    file !== null && existsSync(file) ? readState(file) : { properties: {}, triggers: [] };
  return {
    state: current,
    change(act) {
      const next = structuredClone(current);
      act(next);
      if (file !== null) replacePrivateFile(file, JSON.stringify(next));
      Object.assign(current, next);
    },
  };
}

function readState(file: string): StoredScriptState {
  try {
    const { properties, triggers } = JSON.parse(readFileSync(file, 'utf8'));
    return { properties, triggers };
  } catch (error) {
    throw error instanceof SyntaxError ? suiteProblem('DATA_DAMAGED', file, 'The JSON') : error;
  }
}
