/** Runs a window on the very script: what its update asks for goes through the person's session, as google.script.run does. */
import { randomUUID } from 'node:crypto';
import type { Result } from '../../apps-script/script-api';
import type { Effect, Step } from '../../apps-script/windows/kit/step';
import type { CommandResult } from '../../functions/contract/commands';
import type { Seat } from './sheet-scene';

export interface RunningWindow<State, Message> {
  state(): State;
  /** Ends when nothing is on its way any more. */
  dispatch(message: Message): Promise<State>;
}

/** Ends when what the window reads at its opening is read. */
export const runWindow = async <State, Message>(
  { session }: Seat,
  start: Step<State, Message>,
  update: (state: State, message: Message) => Step<State, Message>,
): Promise<RunningWindow<State, Message>> => {
  let { state } = start;
  const answerOf = async (effect: Effect<Message>): Promise<Message | null> => {
    switch (effect.kind) {
      case 'call':
        return effect.reply((await session.run(effect.name, [...effect.args])) as Result<unknown>);
      case 'send': {
        const requests = effect.requests.map((request) => ({ ...request, requestId: randomUUID() }));
        const results = await session.run('sendCommands', [requests, 'menu']);
        return effect.reply(results as Result<readonly CommandResult[]>);
      }
      default:
        return null;
    }
  };
  const carryOut = async (effects: readonly Effect<Message>[]): Promise<void> => {
    for (const effect of effects) {
      const message = await answerOf(effect);
      if (message === null) continue;
      const next = update(state, message);
      state = next.state;
      await carryOut(next.effects);
    }
  };
  await carryOut(start.effects);
  return {
    state: () => state,
    dispatch: async (message) => {
      const next = update(state, message);
      state = next.state;
      await carryOut(next.effects);
      return state;
    },
  };
};
