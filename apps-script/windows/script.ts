/** What the script answers to a window: google.script.run as promises that are always kept. */
import { text } from '../../functions/domain/text';
import type { ScriptForWindows, Told, Trouble } from '../told';

type Run = {
  withSuccessHandler(handler: (told: unknown) => void): Run;
  withFailureHandler(handler: (error: { message?: string } | null) => void): Run;
} & { [Name in keyof ScriptForWindows]: (...args: Parameters<ScriptForWindows[Name]>) => void };

declare const google: {
  script: { run: Run; host: { close(): void } };
};

export type ToldBy<Name extends keyof ScriptForWindows> =
  ReturnType<ScriptForWindows[Name]> extends Told<infer T> ? T : never;

/** A little more than a script may run. */
const LONGEST_MS = 380_000;

const offline = (detail = ''): { trouble: Trouble } => ({
  trouble: {
    code: 'OFFLINE',
    message: text(
      `スクリプトから答えがありません。通信を確かめて、もう一度お試しください。入力したものは残っています。${detail}`,
      `The script did not answer. Check the connection and try again: what you typed is still here.${detail}`,
    ),
  },
});

/** Arguments as Google takes them: no undefined, no Date. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Never rejects: what did not arrive, or came back without an answer, is a trouble like any other. */
export const ask = <Name extends keyof ScriptForWindows>(
  name: Name,
  ...args: Parameters<ScriptForWindows[Name]>
): Promise<Told<ToldBy<Name>>> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(offline()), LONGEST_MS);
    const answer = (told: Told<ToldBy<Name>>): void => {
      clearTimeout(timer);
      resolve(told);
    };
    const run = google.script.run
      .withSuccessHandler((told) => answer((told ?? offline()) as Told<ToldBy<Name>>))
      .withFailureHandler((error) => answer(offline(error?.message ? ` (${error.message})` : '')));
    (run[name] as (...plainArgs: unknown[]) => void)(...plain(args));
  });

export const closeWindow = (): void => google.script.host.close();

/** Where the window shows itself, and what the script opened it with: the template puts it there as JSON. */
export const opened = <Given>(): { room: HTMLElement; given: Given } => {
  const room = document.getElementById('room') ?? document.body;
  return { room, given: JSON.parse(room.dataset.given ?? '') as Given };
};
