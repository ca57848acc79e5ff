/** Calls functions of the script from a window: google.script.run as promises that never reject. */
import type { Result, ScriptApi } from '../../script-api';
import { mayRepeat } from './repeated-call';
import { scriptFailure } from './script-failure';
import type { ScriptValue } from './step';

type RunError = { name?: string; message?: string } | null;
type ScriptRun = {
  withSuccessHandler(handler: (result: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: RunError) => void): ScriptRun;
} & { [Name in keyof ScriptApi]: (...args: Parameters<ScriptApi[Name]>) => void };

declare const google: {
  script: { run: ScriptRun; host: { close(): void } };
};

/** Slightly longer than a script may run, in milliseconds. */
const LONGEST_MS = 380_000;

/** Google accepts only plain data: no undefined, no Date. */
const toPlainData = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Never rejects: a call that fails or has no answer returns an error result. One that the connection was cut under is made once
 * more where that does no harm.
 */
export const callScript = async <Name extends keyof ScriptApi>(
  name: Name,
  ...args: Parameters<ScriptApi[Name]>
): Promise<Result<ScriptValue<Name>>> => {
  const first = await callOnce(name, args);
  return (mayRepeat(name, args, first.error) ? await callOnce(name, args) : first).result;
};

interface CallOutcome<Name extends keyof ScriptApi> {
  result: Result<ScriptValue<Name>>;
  /** With which the call itself failed; null where the script answered. */
  error: RunError;
}

const callOnce = <Name extends keyof ScriptApi>(
  name: Name,
  args: Parameters<ScriptApi[Name]>,
): Promise<CallOutcome<Name>> =>
  new Promise((resolve) => {
    const answer = (result: Result<ScriptValue<Name>>, error: RunError): void => {
      clearTimeout(timer);
      resolve({ result, error });
    };
    const timer = setTimeout(() => answer(scriptFailure(''), null), LONGEST_MS);
    // The bundle exports each function of `ScriptApi` under its name, and Google returns its result.
    const run = google.script.run
      .withSuccessHandler((result) =>
        answer((result ?? scriptFailure('')) as Result<ScriptValue<Name>>, null),
      )
      .withFailureHandler((error) => answer(scriptFailure(error?.message ?? ''), error));
    // The parameters match the name, which the compiler cannot see for a variable.
    (run[name] as (...plainArgs: unknown[]) => void)(...toPlainData(args));
  });

export const closeWindow = (): void => google.script.host.close();
