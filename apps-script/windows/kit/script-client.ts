/** Calls functions of the script from a window: google.script.run as promises that never reject. */
import type { Result, ScriptApi } from '../../script-api';
import { scriptFailure } from './script-failure';
import type { ScriptValue } from './step';

type ScriptRun = {
  withSuccessHandler(handler: (result: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: { message?: string } | null) => void): ScriptRun;
} & { [Name in keyof ScriptApi]: (...args: Parameters<ScriptApi[Name]>) => void };

declare const google: {
  script: { run: ScriptRun; host: { close(): void } };
};

/** Slightly longer than a script may run, in milliseconds. */
const LONGEST_MS = 380_000;

/** Google accepts only plain data: no undefined, no Date. */
const toPlainData = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Never rejects: a call that fails or has no answer returns an error result. */
export const callScript = <Name extends keyof ScriptApi>(
  name: Name,
  ...args: Parameters<ScriptApi[Name]>
): Promise<Result<ScriptValue<Name>>> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(scriptFailure('')), LONGEST_MS);
    const answer = (result: Result<ScriptValue<Name>>): void => {
      clearTimeout(timer);
      resolve(result);
    };
    // The bundle exports each function of `ScriptApi` under its name, and Google returns its result.
    const run = google.script.run
      .withSuccessHandler((result) => answer((result ?? scriptFailure('')) as Result<ScriptValue<Name>>))
      .withFailureHandler((error) => answer(scriptFailure(error?.message ?? '')));
    // The parameters match the name, which the compiler cannot see for a variable.
    (run[name] as (...plainArgs: unknown[]) => void)(...toPlainData(args));
  });

export const closeWindow = (): void => google.script.host.close();
