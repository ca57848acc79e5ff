/** The script of one spreadsheet, running: for the people who have it open, and for its installed triggers. */

import type { Workbooks } from '../workbook/workbook';
import { authorize } from './authorization';
import { compilePrograms } from './compile-programs';
import { execute, type ScriptProgram } from './execute';
import type { Execution, ExecutionContext, ExecutionKind, HostHandlers } from './execution-context';
import { lockHandlers } from './locks';
import { cacheHandlers, propertyHandlers } from './properties-and-cache';
import type { AuthMode, EventData, ExecutionStart } from './protocol';
import { rangeHandlers } from './range-handlers';
import { newScreenState, type ScreenState, type ScriptUi } from './screen-state';
import { openScriptState, type StoredTrigger } from './script-state';
import { openSheetSession, type ScriptUser, type SessionHost, type SheetSession } from './session';
import { spreadsheetHandlers } from './spreadsheet-handlers';
import { clockEvent, nextDueTime, triggerHandlers } from './triggers';
import { uiHandlers } from './ui-handlers';
import { fetchHandlers } from './url-fetch';
import { type IdentityTokenSource, identityHandlers, utilityHandlers } from './utilities';

/** `appsscript.json`, as far as it matters here. */
export interface ScriptManifest {
  timeZone: string;
  oauthScopes?: readonly string[];
}

export interface ScriptLimits {
  /** Of onOpen and onEdit. */
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
const MAX_EXECUTIONS_KEPT = 1000;

export interface ScriptOptions {
  workbooks: Workbooks;
  /** The spreadsheet that the script is bound to. */
  spreadsheetId: string;
  /** The very text that clasp would push. */
  code: string;
  manifest: ScriptManifest;
  /** By file name: what HtmlService reads. */
  files?: Readonly<Record<string, string>>;
  identity: IdentityTokenSource;
  /** Keeps properties and installed triggers; null keeps them in memory. */
  dataDir: string | null;
  now?: () => Date;
  limits?: Partial<ScriptLimits>;
  /** Of the team's Workspace: its people are told to each other's triggers. Null for consumer accounts. */
  workspaceDomain?: string | null;
  /** Told of every execution when it has ended. */
  onExecution?: (execution: Execution) => void;
}

export interface ScriptHost {
  /** The code and what HtmlService reads, as they run. */
  readonly files: Readonly<Record<string, string>>;
  openAs(person: ScriptUser, view?: ScriptUi): SheetSession;
  /** Installed by anybody. */
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

const SIMPLE_TRIGGERS = { ON_OPEN: 'onOpen', ON_EDIT: 'onEdit', ON_CHANGE: null } as const;

const NO_EVENT: Omit<EventData, 'authMode'> = {
  user: '',
  triggerUid: null,
  sourceId: null,
  range: null,
  value: null,
  oldValue: null,
  changeType: null,
  time: null,
};

export async function startScriptHost(options: ScriptOptions): Promise<ScriptHost> {
  const { workbooks, spreadsheetId, code, manifest, files = {}, workspaceDomain = null } = options;
  const now = options.now ?? (() => new Date());
  const limits = { ...GOOGLE_LIMITS, ...options.limits };
  const kept = openScriptState(options.dataDir);
  const calls: HostHandlers = {
    ...rangeHandlers(workbooks),
    ...spreadsheetHandlers(workbooks),
    ...uiHandlers,
    ...propertyHandlers(kept),
    ...cacheHandlers(now),
    ...lockHandlers(),
    ...triggerHandlers(kept, now),
    ...utilityHandlers,
    ...identityHandlers(options.identity, manifest.oauthScopes),
    ...fetchHandlers({ milliseconds: limits.fetchMs, perDay: limits.fetchesPerDay }, now),
    'HtmlService.file': (_, name) => {
      const text = files[`${name}.html`] ?? files[name];
      if (text === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return text;
    },
  };
  const program: ScriptProgram = {
    code,
    calls,
    authorize: (run, call) => authorize(run, call, manifest.oauthScopes),
  };
  const executions: Execution[] = [];
  const running = new Map<Promise<Execution>, AbortController>();
  let lastId = 0;
  await compilePrograms();

  /** Google tells an address only within one Workspace. */
  function visible(email: string): string {
    return workspaceDomain !== null && email.endsWith(`@${workspaceDomain}`) ? email : '';
  }

  interface Job {
    kind: ExecutionKind;
    mode: AuthMode;
    email: string;
    activeEmail: string;
    locale: string;
    screen: ScreenState;
    functionName: string;
    args: string | null;
    event: EventData | null;
  }

  async function run(job: Job): Promise<Execution> {
    const { kind, mode, email, activeEmail, locale, screen, functionName } = job;
    const over = new AbortController();
    const startedAt = now();
    const execution: Execution = {
      id: ++lastId,
      functionName,
      kind,
      email,
      startedAt,
      milliseconds: 0,
      calls: {},
      fetches: 0,
      log: [],
      result: 'null',
      error: null,
    };
    const current: ExecutionContext = {
      id: lastId,
      kind,
      mode,
      email,
      activeEmail,
      locale,
      screen,
      execution,
      signal: over.signal,
    };
    const start: ExecutionStart = {
      functionName,
      args: job.args,
      event: job.event,
      spreadsheetId,
      scriptId: `local-${spreadsheetId}`,
      clockOffset: startedAt.getTime() - Date.now(),
      timeZone: manifest.timeZone,
    };
    const limit = kind === 'simple' ? limits.simpleTriggerMs : limits.executionMs;
    const ended = execute(program, current, start, limit, over);
    running.set(ended, over);
    try {
      await ended;
    } finally {
      running.delete(ended);
    }
    executions.push(execution);
    if (executions.length > MAX_EXECUTIONS_KEPT) executions.shift();
    options.onExecution?.(execution);
    return execution;
  }

  const session: SessionHost = {
    workbooks,
    spreadsheetId,
    call: ({ email, locale }, screen, kind, functionName, args) =>
      run({ kind, mode: 'FULL', email, activeEmail: email, locale, screen, functionName, args, event: null }),
    fire: async (person, screen, name, event) => {
      const { email, locale } = person;
      const user = visible(email);
      const told = { ...NO_EVENT, ...event, user, sourceId: spreadsheetId };
      const jobs: Promise<Execution>[] = [];
      const simple = SIMPLE_TRIGGERS[name];
      if (simple !== null && definesFunction(code, simple)) {
        const limited: EventData = { ...told, authMode: 'LIMITED' };
        jobs.push(
          run({
            ...{ kind: 'simple', mode: 'LIMITED', email, activeEmail: user, locale, screen },
            ...{ functionName: simple, args: null, event: limited },
          }),
        );
      }
      for (const trigger of kept.state.triggers) {
        if (trigger.event !== name || trigger.sourceId !== spreadsheetId) continue;
        jobs.push(runInstalled(trigger, { ...told, authMode: 'FULL' }, locale, screen));
      }
      return Promise.all(jobs);
    },
  };

  function runInstalled(
    { id, installer, functionName, event: name }: StoredTrigger,
    event: EventData,
    locale: string,
    screen: ScreenState,
  ): Promise<Execution> {
    return run({
      kind: name === 'CLOCK' ? 'time' : 'installable',
      mode: 'FULL',
      email: installer,
      activeEmail: name === 'CLOCK' ? installer : event.user,
      locale,
      screen,
      functionName,
      args: null,
      event: { ...event, triggerUid: id },
    });
  }

  function runClock(trigger: StoredTrigger): Promise<Execution> {
    const event: EventData = { ...NO_EVENT, authMode: 'FULL', time: clockEvent(now()) };
    return runInstalled(
      trigger,
      event,
      workbooks.get(spreadsheetId).properties.locale.slice(0, 2),
      newScreenState(null),
    );
  }

  return {
    files: { ...files, 'Code.js': code },
    openAs: (person, view = {}) => openSheetSession(session, person, view),
    get triggers() {
      return kept.state.triggers;
    },
    async runTrigger(id) {
      const trigger = kept.state.triggers.find((each) => each.id === id && each.event === 'CLOCK');
      if (!trigger) throw new Error(`There is no clock trigger ${id}.`);
      return runClock(trigger);
    },
    async runDueTriggers() {
      const time = now().getTime();
      const due = kept.state.triggers.filter(({ dueAt }) => dueAt !== null && dueAt <= time);
      if (due.length === 0) return [];
      kept.change((state) => {
        for (const trigger of due) {
          if (trigger.clockwork && 'every' in trigger.clockwork)
            trigger.dueAt = nextDueTime(trigger.clockwork, time);
          else state.triggers = state.triggers.filter((each) => each !== trigger);
        }
      });
      return Promise.all(due.map(runClock));
    },
    setProperties(values) {
      kept.change(({ properties }) => {
        properties.script = { ...properties.script, ...values };
      });
    },
    executions,
    async stop() {
      for (const over of running.values()) over.abort();
      await Promise.all(running.keys());
    },
  };
}

/** Whether a simple trigger has something to call. */
const definesFunction = (code: string, name: string): boolean =>
  new RegExp(`(?:^|[\\s;}])(?:function\\s+${name}\\s*\\(|(?:var\\s+)?${name}\\s*=)`).test(code);
