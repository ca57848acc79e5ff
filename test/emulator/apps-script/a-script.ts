/** A script bound to a spreadsheet in memory, and the people who use it. */

import type { Execution } from '../../../emulator/apps-script/execution-context';
import type { ScriptUi } from '../../../emulator/apps-script/screen-state';
import {
  type ScriptHost,
  type ScriptOptions,
  startScriptHost,
} from '../../../emulator/apps-script/script-host';
import type { SheetSession } from '../../../emulator/apps-script/session';
import { writeValues } from '../../../emulator/workbook/values';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';

export const BOOK_ID = 'register';

export interface ScriptScene {
  workbooks: Workbooks;
  host: ScriptHost;
  /** An inside sales rep with a Japanese screen, unless said otherwise. */
  rep: SheetSession;
  /** Runs a function as the rep, from the page. */
  run(functionName: string, ...args: unknown[]): Promise<unknown>;
  /** As entered, by the tab's name. */
  values(tab: string): unknown[][];
}

type ScriptSceneOptions = Partial<ScriptOptions> & {
  /** By range, as if typed. */
  cells?: Record<string, unknown[][]>;
  view?: ScriptUi;
  tabs?: string[];
};

const running: { host: ScriptHost; workbooks: Workbooks }[] = [];

export async function aScript(code: string, sceneOptions: ScriptSceneOptions = {}): Promise<ScriptScene> {
  const { cells = {}, view = {}, tabs = ['Accounts', 'Other'], ...options } = sceneOptions;
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create(
    BOOK_ID,
    { title: 'Register' },
    tabs.map((title, sheetId) => ({ title, sheetId })),
  );
  workbooks.change(BOOK_ID, 'api', (draft) => {
    for (const [range, values] of Object.entries(cells))
      writeValues(draft, { range, values }, 'USER_ENTERED');
  });
  const host = await startScriptHost({
    workbooks,
    spreadsheetId: BOOK_ID,
    code,
    manifest: { timeZone: 'Asia/Tokyo' },
    identity: async (email) => `token of ${email}`,
    dataDir: null,
    ...options,
  });
  running.push({ host, workbooks });
  const rep = host.openAs({ email: 'rep@example.com', locale: 'ja' }, view);
  return {
    workbooks,
    host,
    rep,
    run: (functionName, ...args) => rep.run(functionName, args),
    values: (title) => {
      const { tabs: all } = workbooks.get(BOOK_ID);
      const tab = all.find(({ properties }) => properties.title === title);
      return (tab?.rows ?? []).map((row) =>
        row.map((cell) => Object.values(cell?.userEnteredValue ?? { none: '' })[0]),
      );
    },
  };
}

/** The value of an expression that was evaluated in the script. */
export async function evaluateInScript(
  expression: string,
  sceneOptions: ScriptSceneOptions = {},
): Promise<unknown> {
  const { run } = await aScript(`function probe() { return ${expression}; }`, sceneOptions);
  return run('probe');
}

/** What the last execution called. */
export const lastExecution = ({ host }: ScriptScene): Execution => {
  const execution = host.executions[host.executions.length - 1];
  if (!execution) throw new Error('Nothing was executed.');
  return execution;
};

export async function stopScripts(): Promise<void> {
  for (const { host, workbooks } of running.splice(0)) {
    await host.stop();
    workbooks.close();
  }
}
