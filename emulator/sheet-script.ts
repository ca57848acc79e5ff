/** The script of the register, or of the queue: the very files that clasp would push, running for everybody who has it open. */
import { join } from 'node:path';
import { bundleScript } from './apps-script/bundle';
import { type ScriptHost, type ScriptOptions, startScriptHost } from './apps-script/script-host';
import type { Sleep } from './apps-script/utilities';
import type { LocalClock } from './clock';
import type { LocalIdentity } from './identity';
import { keptBuild } from './kept-build';
import { projectFolder } from './project-folder';
import type { Workbooks } from './workbook/workbook';

export interface SheetScriptDeps extends Pick<ScriptOptions, 'refusedScopes' | 'editHabits'> {
  workbooks: Workbooks;
  spreadsheetId: string;
  identity: LocalIdentity;
  clock: LocalClock;
  /** Null keeps properties and triggers in memory. */
  dataDir: string | null;
  /** How the script sleeps; for as long as it says, unless given. */
  sleep: Sleep | undefined;
  /** Triggers see the addresses of its people; null for private accounts, of which they see a key only. */
  workspaceDomain: string | null | undefined;
}

/** Of the bundle, and of how it is made. */
const SOURCES = ['apps-script', 'functions/domain', 'emulator/apps-script'];
const WORKSPACE_DOMAIN = 'hachi.example';
/** How often clock triggers are looked for. */
const TRIGGER_CHECK_MS = 30_000;

let loading: ReturnType<typeof bundleScript> | undefined;

/** Built once a process: the register and the queue run the same code. After a failure the next call tries again. */
function loadScript(): ReturnType<typeof bundleScript> {
  const entry = join(projectFolder(), 'apps-script/main.ts');
  loading ??= keptBuild('script', SOURCES, () => bundleScript({ entry })).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

export async function startSheetScript(deps: SheetScriptDeps): Promise<ScriptHost> {
  const { workbooks, spreadsheetId, identity, clock, dataDir, sleep } = deps;
  const { workspaceDomain = WORKSPACE_DOMAIN, refusedScopes, editHabits } = deps;
  const { code, manifest, files } = await loadScript();
  return startScriptHost({
    ...{ workbooks, spreadsheetId, code, manifest, files, dataDir, sleep },
    identity: (email) => identity.issue({ email }),
    now: clock.now,
    workspaceDomain,
    ...(refusedScopes && { refusedScopes }),
    ...(editHabits && { editHabits }),
  });
}

/** Looks for due clock triggers now and then, and whenever the clock was set. Returns the function that stops it. */
export function runTriggersByClock(script: ScriptHost, clock: LocalClock): () => void {
  const runDueTriggers = (): void => void script.runDueTriggers();
  const timer = setInterval(runDueTriggers, TRIGGER_CHECK_MS).unref();
  clock.onSet(runDueTriggers);
  return () => clearInterval(timer);
}
