/** Fires the script's triggers: simple ones by their names, installed ones by their event or the clock. */
import type { Execution } from './execution-context';
import type { ExecutionRunner } from './execution-runner';
import type { EventData } from './protocol';
import { newScreenState, type ScreenState } from './screen-state';
import type { ScriptState, StoredTrigger } from './script-state';
import type { ScriptUser, TriggerEvent } from './session';
import { clockEvent, nextDueTime } from './triggers';

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

export interface TriggerRunnerDeps {
  runner: ExecutionRunner;
  state: ScriptState;
  code: string;
  spreadsheetId: string;
  /** Null for consumer accounts. */
  workspaceDomain: string | null;
  /** Of the spreadsheet, such as `ja`: of executions without a person. */
  locale: () => string;
  now: () => Date;
}

export class TriggerRunner {
  constructor(private readonly deps: TriggerRunnerDeps) {}

  /** Resolves when all triggers of the event have ended. */
  fire(
    { email, locale }: ScriptUser,
    screen: ScreenState,
    name: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE',
    event: TriggerEvent,
  ): Promise<Execution[]> {
    const { runner, state, code, spreadsheetId } = this.deps;
    const user = this.visibleAddress(email);
    const data = { ...NO_EVENT, ...event, user, sourceId: spreadsheetId };
    const executions: Promise<Execution>[] = [];
    const simple = SIMPLE_TRIGGERS[name];
    if (simple !== null && definesFunction(code, simple)) {
      executions.push(
        runner.run({
          ...{ kind: 'simple', mode: 'LIMITED', email, activeEmail: user, locale, screen },
          ...{ functionName: simple, args: null, event: { ...data, authMode: 'LIMITED' } },
        }),
      );
    }
    for (const trigger of state.state.triggers) {
      if (trigger.event !== name || trigger.sourceId !== spreadsheetId) continue;
      executions.push(this.runInstalled(trigger, { ...data, authMode: 'FULL' }, locale, screen));
    }
    return Promise.all(executions);
  }

  /** Google tells an address only within one Workspace. */
  private visibleAddress(email: string): string {
    const { workspaceDomain } = this.deps;
    return workspaceDomain !== null && email.endsWith(`@${workspaceDomain}`) ? email : '';
  }

  private runInstalled(
    { id, installer, functionName, event: name }: StoredTrigger,
    event: EventData,
    locale: string,
    screen: ScreenState,
  ): Promise<Execution> {
    return this.deps.runner.run({
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

  private runClockTrigger(trigger: StoredTrigger): Promise<Execution> {
    const { now, locale } = this.deps;
    const event: EventData = { ...NO_EVENT, authMode: 'FULL', time: clockEvent(now()) };
    return this.runInstalled(trigger, event, locale(), newScreenState(null));
  }

  /** Runs an installed clock trigger now, whatever the time. */
  async runNow(id: string): Promise<Execution> {
    const { triggers } = this.deps.state.state;
    const trigger = triggers.find((each) => each.id === id && each.event === 'CLOCK');
    if (!trigger) throw new Error(`There is no clock trigger ${id}.`);
    return this.runClockTrigger(trigger);
  }

  /** Runs the clock triggers whose time has come, and sets their next times. */
  async runDue(): Promise<Execution[]> {
    const { state, now } = this.deps;
    const time = now().getTime();
    const isDue = ({ dueAt }: StoredTrigger): boolean => dueAt !== null && dueAt <= time;
    const due = state.state.triggers.filter(isDue);
    if (due.length === 0) return [];
    state.change((stored) => {
      stored.triggers = stored.triggers.flatMap((trigger) => {
        if (!isDue(trigger)) return trigger;
        const { clockwork } = trigger;
        return clockwork && 'every' in clockwork ? { ...trigger, dueAt: nextDueTime(clockwork, time) } : [];
      });
    });
    return Promise.all(due.map((trigger) => this.runClockTrigger(trigger)));
  }
}

/** Whether the code has a function that a simple trigger of this name would call. */
const definesFunction = (code: string, name: string): boolean =>
  new RegExp(`(?:^|[\\s;}])(?:function\\s+${name}\\s*\\(|(?:var\\s+)?${name}\\s*=)`).test(code);
