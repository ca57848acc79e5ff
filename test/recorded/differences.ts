/** What differs between the recorded answers and those of today, so that a person sees what has changed. */
import type { Answer, Call, Recorded } from './calls';

interface Difference {
  path: string;
  recorded: unknown;
  now: unknown;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place where the two differ. Undefined stands for what is not there. */
export const differencesOf = (recorded: unknown, now: unknown, path = ''): Difference[] => {
  if (recorded === now) return [];
  if (!isObject(recorded) || !isObject(now) || Array.isArray(recorded) !== Array.isArray(now))
    return [{ path, recorded, now }];
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return names.flatMap((name) => {
    const inner = Array.isArray(recorded) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    return differencesOf(recorded[name], now[name], inner);
  });
};

export interface Changed {
  index: number;
  recorded: Recorded;
  now: Answer;
}

const SHOWN_ANSWERS = 5;
const SHOWN_PLACES = 12;
const LONGEST = 400;
const LONGEST_CALL = 3000;

const cut = (value: unknown, most: number): string => {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
};

/** A block is shown with those of its commands only whose outcomes differ. */
const shownCall = (call: Call, differences: readonly Difference[]): unknown => {
  const { json } = call;
  if (!isObject(json) || !Array.isArray(json.commands)) return call;
  const indexes = differences.flatMap(({ path }) => /^outcomes\[(\d+)\]/.exec(path)?.[1] ?? []);
  const commands: unknown[] = json.commands;
  if (indexes.length === 0 || commands.length === 1) return call;
  const concerned = [...new Set(indexes)].slice(0, 3).map((index) => [`#${index}`, commands[Number(index)]]);
  return { ...call, json: { ...json, commands: Object.fromEntries(concerned), of: commands.length } };
};

const shown = ({ index, recorded: { call, answer }, now }: Changed): string => {
  const inBody = differencesOf(answer.body, now.body);
  const all = [...differencesOf(answer.status, now.status, '(status)'), ...inBody];
  const places = all
    .slice(0, SHOWN_PLACES)
    .map(
      ({ path, recorded, now: today }) =>
        `  ${path}\n    recorded ${cut(recorded, LONGEST)}\n    now      ${cut(today, LONGEST)}`,
    );
  const more = all.length > SHOWN_PLACES ? [`  … and ${all.length - SHOWN_PLACES} more places`] : [];
  return [`#${index} ${cut(shownCall(call, inBody), LONGEST_CALL)}`, ...places, ...more].join('\n');
};

/** Empty where nothing has changed. */
export const reportOf = (name: string, changed: readonly Changed[], total: number): string => {
  if (changed.length === 0) return '';
  const head = `${name}: ${changed.length} of ${total} answers are not the recorded ones.`;
  const hint = 'If that is on purpose, see README.md beside this test.';
  return [head, hint, ...changed.slice(0, SHOWN_ANSWERS).map(shown)].join('\n\n');
};
