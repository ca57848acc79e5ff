/** `ScriptApp`: the person's identity token, and installed triggers. */
import type { ClockSchedule, InstalledTrigger, TriggerSpec } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { enumeration } from './enumeration';
import { callHost, scriptException } from './host-bridge';

type ScriptApp = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type TriggerBuilder = GoogleAppsScript.Script.TriggerBuilder;
type SpreadsheetTriggerBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type ClockTriggerBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;

export const AUTH_MODE = enumeration<typeof GoogleAppsScript.Script.AuthMode>(
  'NONE',
  'CUSTOM_FUNCTION',
  'LIMITED',
  'FULL',
);
const EVENT_TYPE = enumeration<typeof GoogleAppsScript.Script.EventType>(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_CHANGE',
);
const TRIGGER_SOURCE = enumeration<typeof GoogleAppsScript.Script.TriggerSource>('SPREADSHEETS', 'CLOCK');

class LocalTrigger implements Emulates<LocalTrigger, Trigger> {
  constructor(private readonly trigger: InstalledTrigger) {}
  getUniqueId(): string {
    return this.trigger.id;
  }
  getHandlerFunction(): string {
    return this.trigger.functionName;
  }
  getEventType(): GoogleAppsScript.Script.EventType {
    return EVENT_TYPE[this.trigger.event];
  }
  getTriggerSource(): GoogleAppsScript.Script.TriggerSource {
    return TRIGGER_SOURCE[this.trigger.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS'];
  }
  getTriggerSourceId(): string {
    // Null for a clock trigger, which Google's types leave out.
    return this.trigger.sourceId as string;
  }
}

const newTrigger = (trigger: InstalledTrigger): Trigger => asGoogle<Trigger>(new LocalTrigger(trigger));

class LocalTriggerBuilder implements Emulates<LocalTriggerBuilder, TriggerBuilder> {
  constructor(
    private readonly functionName: string,
    private readonly zone: string,
  ) {}
  forSpreadsheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | string): SpreadsheetTriggerBuilder {
    const sourceId = typeof spreadsheet === 'string' ? spreadsheet : spreadsheet.getId();
    return asGoogle<SpreadsheetTriggerBuilder>(new LocalSpreadsheetBuilder(this.functionName, sourceId));
  }
  timeBased(): ClockTriggerBuilder {
    return asGoogle<ClockTriggerBuilder>(new LocalClockBuilder(this.functionName, this.zone));
  }
}

class LocalSpreadsheetBuilder implements Emulates<LocalSpreadsheetBuilder, SpreadsheetTriggerBuilder> {
  private event: TriggerSpec['event'] | null = null;
  constructor(
    private readonly functionName: string,
    private readonly sourceId: string,
  ) {}
  onOpen(): SpreadsheetTriggerBuilder {
    return this.on('ON_OPEN');
  }
  onEdit(): SpreadsheetTriggerBuilder {
    return this.on('ON_EDIT');
  }
  onChange(): SpreadsheetTriggerBuilder {
    return this.on('ON_CHANGE');
  }
  create(): Trigger {
    const { functionName, sourceId, event } = this;
    if (event === null) throw scriptException('The trigger needs an event.');
    return newTrigger(callHost('ScriptApp.newTrigger', { functionName, event, sourceId, clockwork: null }));
  }
  private on(event: TriggerSpec['event']): SpreadsheetTriggerBuilder {
    this.event = event;
    return asGoogle<SpreadsheetTriggerBuilder>(this);
  }
}

const MINUTES = [1, 5, 10, 15, 30];
const HOURS = [1, 2, 4, 6, 8, 12];

class LocalClockBuilder implements Emulates<LocalClockBuilder, ClockTriggerBuilder> {
  private clockwork: ClockSchedule | null = null;
  private days: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;
  constructor(
    private readonly functionName: string,
    private zone: string,
  ) {}
  everyMinutes(n: number): ClockTriggerBuilder {
    return this.every('minutes', n, MINUTES);
  }
  everyHours(n: number): ClockTriggerBuilder {
    return this.every('hours', n, HOURS);
  }
  everyDays(n: number): ClockTriggerBuilder {
    this.days = n;
    return asGoogle<ClockTriggerBuilder>(this);
  }
  atHour(hour: number): ClockTriggerBuilder {
    this.hour = hour;
    return asGoogle<ClockTriggerBuilder>(this);
  }
  nearMinute(minute: number): ClockTriggerBuilder {
    this.minute = minute;
    return asGoogle<ClockTriggerBuilder>(this);
  }
  inTimezone(zone: string): ClockTriggerBuilder {
    this.zone = zone;
    return asGoogle<ClockTriggerBuilder>(this);
  }
  at(date: GoogleAppsScript.Base.Date): ClockTriggerBuilder {
    this.clockwork = { at: date.getTime() };
    return asGoogle<ClockTriggerBuilder>(this);
  }
  after(milliseconds: number): ClockTriggerBuilder {
    this.clockwork = { at: Date.now() + milliseconds };
    return asGoogle<ClockTriggerBuilder>(this);
  }
  create(): Trigger {
    const { functionName, days, hour, minute, zone } = this;
    const daily: ClockSchedule | null =
      days === null && hour === null
        ? null
        : { every: 'days', count: days ?? 1, hour: hour ?? 0, minute, zone };
    const clockwork = this.clockwork ?? daily;
    if (clockwork === null) throw scriptException('The trigger needs a time.');
    return newTrigger(
      callHost('ScriptApp.newTrigger', { functionName, event: 'CLOCK', sourceId: null, clockwork }),
    );
  }
  private every(every: 'minutes' | 'hours', count: number, allowed: number[]): ClockTriggerBuilder {
    if (!allowed.includes(count)) {
      throw scriptException(
        `The value you passed to every${every === 'minutes' ? 'Minutes' : 'Hours'} was invalid. It must be one of ${allowed.slice(0, -1).join(', ')} or ${allowed[allowed.length - 1]}.`,
      );
    }
    this.clockwork = { every, count };
    return asGoogle<ClockTriggerBuilder>(this);
  }
}

class LocalScriptApp implements Emulates<LocalScriptApp, ScriptApp> {
  constructor(
    private readonly scriptId: string,
    private readonly zone: string,
  ) {}
  get AuthMode() {
    return AUTH_MODE;
  }
  get EventType() {
    return EVENT_TYPE;
  }
  get TriggerSource() {
    return TRIGGER_SOURCE;
  }
  getScriptId(): string {
    return this.scriptId;
  }
  getIdentityToken(): string {
    // Null without the scopes, which Google's types leave out.
    return callHost('ScriptApp.getIdentityToken') as string;
  }
  requireAllScopes(_authMode: GoogleAppsScript.Script.AuthMode): void {
    callHost('ScriptApp.requireAllScopes');
  }
  newTrigger(functionName: string): TriggerBuilder {
    return asGoogle<TriggerBuilder>(new LocalTriggerBuilder(functionName, this.zone));
  }
  getProjectTriggers(): Trigger[] {
    return callHost('ScriptApp.getProjectTriggers').map(newTrigger);
  }
  deleteTrigger(trigger: Trigger): void {
    callHost('ScriptApp.deleteTrigger', trigger.getUniqueId());
  }
}

emulates('ScriptApp', LocalScriptApp);
emulates('Trigger', LocalTrigger);
emulates('TriggerBuilder', LocalTriggerBuilder);
emulates('SpreadsheetTriggerBuilder', LocalSpreadsheetBuilder);
emulates('ClockTriggerBuilder', LocalClockBuilder);

export const makeScriptApp = (scriptId: string, zone: string): ScriptApp =>
  asGoogle<ScriptApp>(new LocalScriptApp(scriptId, zone));
