/**
 * What an `update` returns: the next state, and the effects to carry out. Effects are data that only `run-program` carries out,
 * so that every update can be tested without a page.
 */
import type { CommandResult } from '../../../functions/contract/commands';
import type { CallAnswer, CallInput, FunctionName, MethodOf } from '../../../functions/contract/contract';
import type { Result, ScriptApi } from '../../script-api';
import type { CommandRequestBody } from './request-ids';

export type ScriptValue<Name extends keyof ScriptApi> =
  ReturnType<ScriptApi[Name]> extends Result<infer Value> ? Value : never;

export type Effect<Message> =
  /** Calls a function of the script. */
  | { kind: 'call'; name: keyof ScriptApi; args: readonly unknown[]; reply(result: Result<unknown>): Message }
  /** Sends commands; the results come in the order of the requests. */
  | {
      kind: 'send';
      requests: readonly CommandRequestBody[];
      reply(result: Result<readonly CommandResult[]>): Message;
    }
  /** Replaces the delayed message with that key; null only removes it. */
  | { kind: 'later'; key: string; ms: number; message: Message | null }
  /** Asynchronous work of the browser, such as reading a file. */
  | { kind: 'task'; run(): Promise<unknown>; reply(value: unknown): Message }
  /** Focuses the element, or the first field within it. */
  | { kind: 'focus'; selector: string; within?: boolean; select?: boolean }
  | { kind: 'scroll'; selector: string; block: ScrollLogicalPosition }
  /** Offers the text as a file; does nothing where a frame blocks downloads. */
  | { kind: 'saveFile'; name: string; mediaType: string; text: string }
  /** Copies the text of that field. */
  | { kind: 'copy'; selector: string; reply(done: boolean): Message }
  /** Prints the page with its print styles. */
  | { kind: 'print' }
  | { kind: 'close' };

type ScrollLogicalPosition = 'start' | 'center' | 'nearest';

export interface Step<State, Message> {
  state: State;
  effects: readonly Effect<Message>[];
}

/** The step of a part of a window; `out` is a message to the window. */
export interface PartStep<State, Message, Out> extends Step<State, Message> {
  out: Out | null;
}

export const step = <State, Message = never>(
  state: State,
  ...effects: readonly (Effect<Message> | null)[]
): Step<State, Message> => ({ state, effects: effects.filter((effect) => effect !== null) });

export const partStep = <State, Message, Out>(
  state: State,
  effects: readonly Effect<Message>[] = [],
  out: Out | null = null,
): PartStep<State, Message, Out> => ({ state, effects, out });

export const call = <Name extends keyof ScriptApi, Message>(
  name: Name,
  args: Parameters<ScriptApi[Name]>,
  reply: (result: Result<ScriptValue<Name>>) => Message,
): Effect<Message> => ({ kind: 'call', name, args, reply });

/** Calls one of the functions through the script. */
export const askFunction = <Name extends FunctionName, M extends MethodOf<Name>, Message>(
  name: Name,
  method: M,
  input: CallInput<Name, M>,
  reply: (result: Result<CallAnswer<Name, M>>) => Message,
): Effect<Message> => ({ kind: 'call', name: 'callFunction', args: [name, method, input], reply });

export const task = <Value, Message>(
  run: () => Promise<Value>,
  reply: (value: Value) => Message,
): Effect<Message> => ({ kind: 'task', run, reply });

export const send = <Message>(
  requests: readonly CommandRequestBody[],
  reply: (result: Result<readonly CommandResult[]>) => Message,
): Effect<Message> => ({ kind: 'send', requests, reply });

export const focusOn = (selector: string): Effect<never> => ({ kind: 'focus', selector });
export const focusWithin = (selector: string): Effect<never> => ({ kind: 'focus', selector, within: true });
export const scrollTo = (selector: string, block: ScrollLogicalPosition = 'nearest'): Effect<never> => ({
  kind: 'scroll',
  selector,
  block,
});
export const CLOSE: Effect<never> = { kind: 'close' };

/** Converts the effects of a part to messages of its window. */
export const mapEffects = <From, To>(
  effects: readonly Effect<From>[],
  to: (message: From) => To,
): readonly Effect<To>[] =>
  effects.map((effect): Effect<To> => {
    switch (effect.kind) {
      case 'call':
        return { ...effect, reply: (result: Result<unknown>) => to(effect.reply(result)) };
      case 'send':
        return {
          ...effect,
          reply: (result: Result<readonly CommandResult[]>) => to(effect.reply(result)),
        };
      case 'task':
        return { ...effect, reply: (value: unknown) => to(effect.reply(value)) };
      case 'copy':
        return { ...effect, reply: (done: boolean) => to(effect.reply(done)) };
      case 'later':
        return { ...effect, message: effect.message === null ? null : to(effect.message) };
      default:
        return effect;
    }
  });
