/**
 * Installed triggers on the host, and when clock triggers are due.
 * Not verified against Google: at which minute of its hour Google runs a clock trigger.
 */
import { randomUUID } from 'node:crypto';
import type { SomeHostHandlers } from './execution-context';
import type { ClockSchedule } from './protocol';
import type { ScriptState, StoredTrigger } from './script-state';
import { instantAt, wallClock } from './time-zone';

const MAX_TRIGGERS_PER_USER = 20;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The next time after `now`, in milliseconds. Google chooses a time within the hour; here it is exactly the requested minute. */
export function nextDueTime(clockwork: ClockSchedule, now: number): number {
  if ('at' in clockwork) return clockwork.at;
  if (clockwork.every !== 'days')
    return now + clockwork.count * (clockwork.every === 'hours' ? HOUR : MINUTE);
  const { count, hour, minute, zone } = clockwork;
  const today = Math.floor(wallClock(now, zone) / DAY) * DAY + hour * HOUR + (minute ?? 0) * MINUTE;
  const next = instantAt(today, zone);
  return next > now ? next : instantAt(today + count * DAY, zone);
}

export function triggerHandlers({ state, change }: ScriptState, now: () => Date) {
  return {
    'ScriptApp.getProjectTriggers': (run) =>
      state.triggers.filter(({ installer }) => installer === run.email),
    'ScriptApp.newTrigger': (run, spec) => {
      if (state.triggers.filter(({ installer }) => installer === run.email).length >= MAX_TRIGGERS_PER_USER) {
        throw new Error(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      }
      const dueAt = spec.clockwork ? nextDueTime(spec.clockwork, now().getTime()) : null;
      const trigger: StoredTrigger = { ...spec, id: randomUUID(), installer: run.email, dueAt };
      change(({ triggers }) => {
        triggers.push(trigger);
      });
      return trigger;
    },
    'ScriptApp.deleteTrigger': (run, id) => {
      const isInstalled = state.triggers.some((each) => each.id === id && each.installer === run.email);
      if (!isInstalled) throw new Error('The specified trigger was not found.');
      change((stored) => {
        stored.triggers = stored.triggers.filter((trigger) => trigger.id !== id);
      });
    },
  } satisfies SomeHostHandlers;
}

/** The event of a clock trigger: in UTC, as in Google. */
export function clockEvent(now: Date): Record<string, string | number> {
  const startOfYear = Date.UTC(now.getUTCFullYear(), 0, 1);
  const dayOfYear = Math.floor((now.getTime() - startOfYear) / DAY);
  return {
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    'day-of-month': now.getUTCDate(),
    'day-of-week': now.getUTCDay() || 7,
    'week-of-year': Math.floor((dayOfYear + 10 - (now.getUTCDay() || 7)) / 7),
    hour: now.getUTCHours(),
    minute: now.getUTCMinutes(),
    second: now.getUTCSeconds(),
    timezone: 'UTC',
  };
}
