/** What the script answers to a window: google.script.run as promises that are always kept. */
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

/** A little more than a script may run. */
const LONGEST_MS = 380_000;

/** Arguments as Google takes them: no undefined, no Date. */
const toPlainData = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Never rejects: what did not arrive, or came back without an answer, is an error like any other. */
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
    // Google hands on what the function of that name has returned: the bundle has each function of the script's API.
    const run = google.script.run
      .withSuccessHandler((result) => answer((result ?? scriptFailure('')) as Result<ScriptValue<Name>>))
      .withFailureHandler((error) => answer(scriptFailure(error?.message ?? '')));
    // Its parameters are those of the name, which the compiler does not follow once the name is a variable.
    (run[name] as (...plainArgs: unknown[]) => void)(...toPlainData(args));
  });

export const closeWindow = (): void => google.script.host.close();
