/** The script of one spreadsheet, running: for the people who have it open, and for its installed triggers. */

import type { Workbooks } from '../workbook/workbook';
import { authorize } from './authorization';
import { cellCalls } from './cells';
import { compiled } from './compiled';
import { type Desk, newDesk, type View } from './desk';
import { execute, type Program } from './execution';
import { fetchCalls } from './fetch';
import { cacheCalls, propertyCalls } from './keeping';
import { type KeptTrigger, openKeptState } from './kept-state';
import { lockCalls } from './locks';
import type { AuthMode, EventData, Start } from './protocol';
import type { Calls, Execution, Kind, Run } from './run';
import { openSession, type Person, type Running, type Session } from './session';
import { spreadsheetCalls } from './spreadsheets';
import { dueAfter, timeEvent, triggerCalls } from './triggers';
import { type Identity, personCalls, utilityCalls } from './utilities';
import { windowCalls } from './windows';

/** `appsscript.json`, as far as it matters here. */
export interface Manifest {
  timeZone: string;
  oauthScopes?: readonly string[];
}

export interface Limits {
  /** Of onOpen and onEdit. */
  simpleTriggerMs: number;
  /** Of everything else. */
  executionMs: number;
  fetchMs: number;
  /** Of one person. */
  fetchesPerDay: number;
}

const GOOGLES: Limits = {
  simpleTriggerMs: 30_000,
  executionMs: 360_000,
  fetchMs: 60_000,
  fetchesPerDay: 20_000,
};
const MOST_REMEMBERED = 1000;

export interface ScriptOptions {
  workbooks: Workbooks;
  /** The spreadsheet that the script is bound to. */
  spreadsheetId: string;
  /** The very text that clasp would push. */
  code: string;
  manifest: Manifest;
  /** By file name: what HtmlService reads. */
  files?: Readonly<Record<string, string>>;
  identity: Identity;
  /** Keeps properties and installed triggers; null keeps them in memory. */
  dataDir: string | null;
  now?: () => Date;
  limits?: Partial<Limits>;
  /** Of the team's Workspace: its people are told to each other's triggers. Null for consumer accounts. */
  workspaceDomain?: string | null;
  /** Told of every execution when it has ended. */
  onExecution?: (execution: Execution) => void;
}

export interface ScriptHost {
  /** The code and what HtmlService reads, as they run. */
  readonly files: Readonly<Record<string, string>>;
  openAs(person: Person, view?: View): Session;
  /** Installed by anybody. */
  readonly triggers: readonly Readonly<KeptTrigger>[];
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

const SIMPLE = { ON_OPEN: 'onOpen', ON_EDIT: 'onEdit', ON_CHANGE: null } as const;

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

export async function startScripts(options: ScriptOptions): Promise<ScriptHost> {
  const { workbooks, spreadsheetId, code, manifest, files = {}, workspaceDomain = null } = options;
  const now = options.now ?? (() => new Date());
  const limits = { ...GOOGLES, ...options.limits };
  const kept = openKeptState(options.dataDir);
  const calls: Calls = {
    ...cellCalls(workbooks),
    ...spreadsheetCalls(workbooks),
    ...windowCalls,
    ...propertyCalls(kept),
    ...cacheCalls(now),
    ...lockCalls(),
    ...triggerCalls(kept, now),
    ...utilityCalls,
    ...personCalls(options.identity, manifest.oauthScopes),
    ...fetchCalls({ milliseconds: limits.fetchMs, perDay: limits.fetchesPerDay }, now),
    'HtmlService.file': (_, name) => {
      const text = files[`${name}.html`] ?? files[name];
      if (text === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return text;
    },
  };
  const program: Program = {
    code,
    calls,
    authorize: (run, call) => authorize(run, call, manifest.oauthScopes),
  };
  const executions: Execution[] = [];
  const running = new Map<Promise<Execution>, AbortController>();
  let lastId = 0;
  await compiled();

  /** Google tells an address only within one Workspace. */
  function visible(email: string): string {
    return workspaceDomain !== null && email.endsWith(`@${workspaceDomain}`) ? email : '';
  }

  interface Job {
    kind: Kind;
    mode: AuthMode;
    email: string;
    activeEmail: string;
    locale: string;
    desk: Desk;
    functionName: string;
    args: string | null;
    event: EventData | null;
  }

  async function run(job: Job): Promise<Execution> {
    const { kind, mode, email, activeEmail, locale, desk, functionName } = job;
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
    const current: Run = {
      id: lastId,
      kind,
      mode,
      email,
      activeEmail,
      locale,
      desk,
      execution,
      signal: over.signal,
    };
    const start: Start = {
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
    if (executions.length > MOST_REMEMBERED) executions.shift();
    options.onExecution?.(execution);
    return execution;
  }

  const session: Running = {
    workbooks,
    spreadsheetId,
    call: ({ email, locale }, desk, kind, functionName, args) =>
      run({ kind, mode: 'FULL', email, activeEmail: email, locale, desk, functionName, args, event: null }),
    fire: async (person, desk, name, event) => {
      const { email, locale } = person;
      const user = visible(email);
      const told = { ...NO_EVENT, ...event, user, sourceId: spreadsheetId };
      const jobs: Promise<Execution>[] = [];
      const simple = SIMPLE[name];
      if (simple !== null && defines(code, simple)) {
        const limited: EventData = { ...told, authMode: 'LIMITED' };
        jobs.push(
          run({
            ...{ kind: 'simple', mode: 'LIMITED', email, activeEmail: user, locale, desk },
            ...{ functionName: simple, args: null, event: limited },
          }),
        );
      }
      for (const trigger of kept.state.triggers) {
        if (trigger.event !== name || trigger.sourceId !== spreadsheetId) continue;
        jobs.push(runInstalled(trigger, { ...told, authMode: 'FULL' }, locale, desk));
      }
      return Promise.all(jobs);
    },
  };

  function runInstalled(
    { id, installer, functionName, event: name }: KeptTrigger,
    event: EventData,
    locale: string,
    desk: Desk,
  ): Promise<Execution> {
    return run({
      kind: name === 'CLOCK' ? 'time' : 'installable',
      mode: 'FULL',
      email: installer,
      activeEmail: name === 'CLOCK' ? installer : event.user,
      locale,
      desk,
      functionName,
      args: null,
      event: { ...event, triggerUid: id },
    });
  }

  function runClock(trigger: KeptTrigger): Promise<Execution> {
    const event: EventData = { ...NO_EVENT, authMode: 'FULL', time: timeEvent(now()) };
    return runInstalled(
      trigger,
      event,
      workbooks.get(spreadsheetId).properties.locale.slice(0, 2),
      newDesk(null),
    );
  }

  return {
    files: { ...files, 'Code.js': code },
    openAs: (person, view = {}) => openSession(session, person, view),
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
            trigger.dueAt = dueAfter(trigger.clockwork, time);
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
const defines = (code: string, name: string): boolean =>
  new RegExp(`(?:^|[\\s;}])(?:function\\s+${name}\\s*\\(|(?:var\\s+)?${name}\\s*=)`).test(code);
