/** A window that shows no account; it reads the viewer and the team before it opens. */
import type { ApiError, Result, ScriptApi } from '../../script-api';
import { CLOSE, call, mapEffects, type Step, step } from '../kit/step';
import type { Viewer } from '../messages/viewer';

type TeamAnswer = ReturnType<ScriptApi['readTeam']> extends Result<infer Team> ? Team : never;

export type WithTeamState<State> =
  | { kind: 'reading' }
  | { kind: 'failed'; error: ApiError }
  | { kind: 'open'; viewer: Viewer; window: State };

export type WithTeamMessage<Message> =
  | { type: 'readTeam' }
  /** Escape, which closes a window that has not opened yet. */
  | { type: 'leave' }
  | { type: 'teamRead'; result: Result<TeamAnswer> }
  | { type: 'window'; message: Message };

export interface TeamWindow<State, Message> {
  open(viewer: Viewer): Step<State, Message>;
  update(state: State, message: Message): Step<State, Message>;
}

type TeamStep<State, Message> = Step<WithTeamState<State>, WithTeamMessage<Message>>;

export const beginWithTeam = <State, Message>(): TeamStep<State, Message> =>
  step(
    { kind: 'reading' },
    call('readTeam', [], (result) => ({ type: 'teamRead' as const, result })),
  );

const ofWindow = <Message>(message: Message): WithTeamMessage<Message> => ({ type: 'window', message });

export const updateWithTeam = <State, Message>(
  { open, update }: TeamWindow<State, Message>,
  viewer: Viewer,
  state: WithTeamState<State>,
  message: WithTeamMessage<Message>,
): TeamStep<State, Message> => {
  switch (message.type) {
    case 'readTeam':
      return beginWithTeam();
    case 'teamRead': {
      const { result } = message;
      if ('error' in result) return step({ kind: 'failed', error: result.error });
      const known: Viewer = { ...viewer, ...result.value };
      const opened = open(known);
      return step(
        { kind: 'open', viewer: known, window: opened.state },
        ...mapEffects(opened.effects, ofWindow<Message>),
      );
    }
    case 'leave':
      return step(state, state.kind === 'open' ? null : CLOSE);
    case 'window': {
      if (state.kind !== 'open') return step(state);
      const next = update(state.window, message.message);
      return step({ ...state, window: next.state }, ...mapEffects(next.effects, ofWindow<Message>));
    }
    default:
      return message satisfies never;
  }
};
