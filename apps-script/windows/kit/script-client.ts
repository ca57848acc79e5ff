/** What the script answers to a window: google.script.run as promises that are always kept. */
import { text } from '../../../functions/domain/text/text';
import type { ApiError, Result, ScriptApi } from '../../script-api';
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

const offline = (detail = ''): { error: ApiError } => ({
  error: {
    code: 'OFFLINE',
    message: text(
      `スクリプトから答えがありません。通信を確かめて、もう一度お試しください。入力したものは残っています。${detail}`,
      `The script did not answer. Check the connection and try again: what you typed is still here.${detail}`,
    ),
  },
});

/** Arguments as Google takes them: no undefined, no Date. */
const toPlainData = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Never rejects: what did not arrive, or came back without an answer, is an error like any other. */
export const callScript = <Name extends keyof ScriptApi>(
  name: Name,
  ...args: Parameters<ScriptApi[Name]>
): Promise<Result<ScriptValue<Name>>> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(offline()), LONGEST_MS);
    const answer = (result: Result<ScriptValue<Name>>): void => {
      clearTimeout(timer);
      resolve(result);
    };
    // Google hands on what the function of that name has returned: the bundle has each function of the script's API.
    const run = google.script.run
      .withSuccessHandler((result) => answer((result ?? offline()) as Result<ScriptValue<Name>>))
      .withFailureHandler((error) => answer(offline(error?.message ? ` (${error.message})` : '')));
    // Its parameters are those of the name, which the compiler does not follow once the name is a variable.
    (run[name] as (...plainArgs: unknown[]) => void)(...toPlainData(args));
  });

export const closeWindow = (): void => google.script.host.close();
