/** Runs a window: renders its state, passes messages to its update, and carries out the effects. */
import { type ComponentChild, render } from 'preact';
import type { ScriptApi } from '../../script-api';
import type { Viewer } from '../messages/viewer';
import { createSender } from './command-sender';
import { type KeptFocus, keepFocus } from './focus';
import { callScript, closeWindow } from './script-client';
import type { Effect, Step } from './step';

export type Dispatch<Message> = (message: Message) => void;

export interface Program<State, Message> {
  start: Step<State, Message>;
  update(state: State, message: Message): Step<State, Message>;
  view(state: State, dispatch: Dispatch<Message>): ComponentChild;
  /** Listens to events of the page that no element of the view handles. */
  listen?(dispatch: Dispatch<Message>): void;
}

/** A program without its state and message types, which only it knows. */
export type AnyProgram = Program<unknown, unknown>;

/** How long a file stays available for the browser to save, in milliseconds. */
const FILE_MS = 60_000;

const saveFile = ({ name, mediaType, text }: { name: string; mediaType: string; text: string }): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = name;
  link.target = '_self';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FILE_MS);
};

const copyField = (selector: string): boolean => {
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  field?.focus();
  field?.select();
  return document.execCommand('copy');
};

const runEffects = <Message>(channel: Viewer['channel'], focus: KeptFocus, dispatch: Dispatch<Message>) => {
  const sender = createSender(channel);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return (effect: Effect<Message>): void => {
    switch (effect.kind) {
      case 'call':
        // `call` has checked the arguments against the name.
        void callScript(effect.name, ...(effect.args as Parameters<ScriptApi[typeof effect.name]>)).then(
          (result) => dispatch(effect.reply(result)),
        );
        break;
      case 'send':
        void sender.send(effect.requests).then((result) => dispatch(effect.reply(result)));
        break;
      case 'task':
        void effect.run().then((value) => dispatch(effect.reply(value)));
        break;
      case 'later': {
        const { key, ms, message } = effect;
        clearTimeout(timers.get(key));
        if (message !== null)
          timers.set(
            key,
            setTimeout(() => dispatch(message), ms),
          );
        break;
      }
      case 'focus': {
        const element = document.querySelector<HTMLElement>(effect.selector);
        if (element !== null && effect.within === true) focus.enter(element);
        else if (element !== null) focus.move(element);
        if (effect.select === true && document.activeElement instanceof HTMLInputElement)
          document.activeElement.select();
        break;
      }
      case 'scroll':
        document.querySelector(effect.selector)?.scrollIntoView({ block: effect.block });
        break;
      case 'saveFile':
        saveFile(effect);
        break;
      case 'copy':
        dispatch(effect.reply(copyField(effect.selector)));
        break;
      case 'print':
        window.print();
        break;
      case 'close':
        closeWindow();
        break;
      default:
        effect satisfies never;
    }
  };
};

export const runProgram = <State, Message>(
  program: Program<State, Message>,
  root: HTMLElement,
  channel: Viewer['channel'],
): Dispatch<Message> => {
  let { state } = program.start;
  const waiting: Message[] = [];
  let running = false;
  const dispatch = (message: Message): void => {
    waiting.push(message);
    if (running) return;
    running = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const after = program.update(state, next);
      state = after.state;
      show();
      after.effects.forEach(run);
      focus.restore();
    }
    running = false;
  };
  const focus = keepFocus(root, { isDialog: channel !== 'sidebar' });
  const run = runEffects(channel, focus, dispatch);
  const show = (): void => render(program.view(state, dispatch), root);
  show();
  program.listen?.(dispatch);
  program.start.effects.forEach(run);
  return dispatch;
};
