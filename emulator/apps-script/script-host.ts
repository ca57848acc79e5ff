/** The script of one spreadsheet, as Google hosts it: sessions of people, triggers, and what it stores. */
import type { Workbooks } from '../workbook/workbook';
import { authorize, type Consent, grantedScopes } from './authorization';
import { compilePrograms } from './compile-programs';
import type { EditHabits } from './edit-habits';
import type { ScriptProgram } from './execute';
import type { Execution, HostHandlers, SomeHostHandlers } from './execution-context';
import { ExecutionRunner } from './execution-runner';
import { lockHandlers } from './locks';
import { cacheHandlers, propertyHandlers } from './properties-and-cache';
import { rangeContentHandlers } from './range-content-handlers';
import { rangeFormatHandlers } from './range-format-handlers';
import { rangeValidationHandlers } from './range-validation-handlers';
import type { ScriptUi } from './screen-state';
import { openScriptState, type ScriptState, type StoredTrigger } from './script-state';
import { ScriptThreads } from './script-threads';
import { openSheetSession, type ScriptUser, type SessionHost, type SheetSession } from './session';
import { sheetChangeHandlers } from './sheet-change-handlers';
import { sheetHandlers } from './sheet-handlers';
import { spreadsheetHandlers } from './spreadsheet-handlers';
import { TriggerRunner } from './trigger-runner';
import { triggerHandlers } from './triggers';
import { uiHandlers } from './ui-handlers';
import { fetchHandlers } from './url-fetch';
import { type IdentityTokenSource, identityHandlers, type Sleep, utilityHandlers } from './utilities';

/** The part of `appsscript.json` that is emulated. */
export interface ScriptManifest {
  timeZone: string;
  oauthScopes?: readonly string[];
}

export interface ScriptLimits {
  /** Of the simple triggers onOpen and onEdit. */
  simpleTriggerMs: number;
  /** Of everything else. */
  executionMs: number;
  fetchMs: number;
  /** Of one person. */
  fetchesPerDay: number;
}

const GOOGLE_LIMITS: ScriptLimits = {
  simpleTriggerMs: 30_000,
  executionMs: 360_000,
  fetchMs: 60_000,
  fetchesPerDay: 20_000,
};

export interface ScriptOptions {
  workbooks: Workbooks;
  /** The spreadsheet that the script is bound to. */
  spreadsheetId: string;
  /** The text that clasp would push. */
  code: string;
  manifest: ScriptManifest;
  /** By file name: what `HtmlService` reads. */
  files?: Readonly<Record<string, string>>;
  identity: IdentityTokenSource;
  /** Where properties and installed triggers are stored; null keeps them in memory. */
  dataDir: string | null;
  now?: () => Date;
  /** How `Utilities.sleep` waits; for as long as it says, unless given. */
  sleep?: Sleep | undefined;
  limits?: Partial<ScriptLimits>;
  /** The scopes that a person has left out when Google asked; none unless given. */
  refusedScopes?: (email: string) => readonly string[];
  /** None unless given. */
  editHabits?: EditHabits;
  /** Triggers see the addresses of people of this Workspace. Null for consumer accounts. */
  workspaceDomain?: string | null;
  /** Called with every execution when it has ended. */
  onExecution?: (execution: Execution) => void;
}

export interface ScriptHost {
  /** The code and the files of `HtmlService`, as they run. */
  readonly files: Readonly<Record<string, string>>;
  openAs(person: ScriptUser, view?: ScriptUi): SheetSession;
  /** Whoever has installed them. */
  readonly triggers: readonly Readonly<StoredTrigger>[];
  /** Runs an installed clock trigger now. */
  runTrigger(id: string): Promise<Execution>;
  /** Runs the clock triggers whose time has come; to be called whenever the clock has moved. */
  runDueTriggers(): Promise<Execution[]>;
  /** Script properties, as set in the project's settings. */
  setProperties(values: Record<string, string>): void;
  /** The last thousand that have ended, oldest first. */
  readonly executions: readonly Execution[];
  /** Ends what still runs. */
  stop(): Promise<void>;
}

export async function startScriptHost(options: ScriptOptions): Promise<ScriptHost> {
  const { workbooks, spreadsheetId, code, manifest, files = {}, workspaceDomain = null } = options;
  const now = options.now ?? (() => new Date());
  const limits = { ...GOOGLE_LIMITS, ...options.limits };
  const state = openScriptState(options.dataDir);
  const program: ScriptProgram = {
    threads: new ScriptThreads(code),
    calls: hostHandlers(options, state, limits, now),
    authorize: (run, call) => authorize(run, call, grantedScopes(consentOf(options), run.email)),
  };
  await compilePrograms();
  const runner = new ExecutionRunner({
    ...{ program, spreadsheetId, timeZone: manifest.timeZone, limits, now },
    onExecution: options.onExecution,
  });
  const triggers = new TriggerRunner({
    ...{ runner, state, code, spreadsheetId, workspaceDomain, now },
    locale: () => workbooks.get(spreadsheetId).properties.locale.slice(0, 2),
  });
  const sessionHost: SessionHost = {
    workbooks,
    spreadsheetId,
    editHabits: options.editHabits ?? {},
    year: () => now().getFullYear(),
    call: ({ email, locale }, screen, kind, functionName, args) =>
      runner.run({
        ...{ kind, mode: 'FULL', email, activeEmail: email, locale, screen },
        ...{ functionName, args, event: null },
      }),
    fire: (person, screen, name, event) => triggers.fire(person, screen, name, event),
  };
  return {
    files: { ...files, 'Code.js': code },
    openAs: (person, view = {}) => openSheetSession(sessionHost, person, view),
    get triggers() {
      return state.state.triggers;
    },
    runTrigger: (id) => triggers.runNow(id),
    runDueTriggers: () => triggers.runDue(),
    setProperties(values) {
      state.change(({ properties }) => {
        properties.script = { ...properties.script, ...values };
      });
    },
    executions: runner.executions,
    stop: () => runner.stop(),
  };
}

const consentOf = ({
  manifest,
  refusedScopes,
}: Pick<ScriptOptions, 'manifest' | 'refusedScopes'>): Consent => ({
  asked: manifest.oauthScopes,
  refusedBy: refusedScopes ?? (() => []),
});

const rangeHandlers = (workbooks: Workbooks) => {
  const handlers = {
    ...rangeContentHandlers(workbooks),
    ...rangeFormatHandlers(workbooks),
    ...rangeValidationHandlers(workbooks),
  };
  return {
    ...handlers,
    'RangeList.each': (run, addresses, call, argument) => {
      for (const address of addresses) Reflect.apply(handlers[call], undefined, [run, address, argument]);
    },
  } satisfies SomeHostHandlers;
};

/** The host's answer to every call of the services. */
const hostHandlers = (
  { workbooks, files = {}, identity, sleep, ...options }: ScriptOptions,
  state: ScriptState,
  limits: ScriptLimits,
  now: () => Date,
): HostHandlers => ({
  ...spreadsheetHandlers(workbooks),
  ...sheetHandlers(workbooks),
  ...sheetChangeHandlers(workbooks),
  ...rangeHandlers(workbooks),
  ...uiHandlers,
  ...propertyHandlers(state),
  ...cacheHandlers(now),
  ...lockHandlers(),
  ...triggerHandlers(state, now),
  ...utilityHandlers(sleep),
  ...identityHandlers(identity, consentOf(options), now),
  ...fetchHandlers({ milliseconds: limits.fetchMs, perDay: limits.fetchesPerDay }, now),
  'HtmlService.file': (_, name) => {
    const text = files[`${name}.html`] ?? files[name];
    if (text === undefined) throw new Error(`No HTML file named ${name} was found.`);
    return text;
  },
});
