/** A window that opens when the team is read: until then it hears nothing. */
import {
  beginWithTeam,
  type TeamWindow,
  updateWithTeam,
  type WithTeamMessage,
  type WithTeamState,
} from '../../../../apps-script/windows/dialogs/with-team';
import { focusOn, step } from '../../../../apps-script/windows/kit/step';
import { aViewer, effectOf, offline } from '../window-scene';

type Typed = { typed: string };
const WINDOW: TeamWindow<string, Typed> = {
  open: (viewer) => step(`of ${viewer.you?.name}`, focusOn('#first')),
  update: (state, { typed }) => step(`${state}, ${typed}`),
};
const UNREAD = aViewer({ you: null, members: {} });
const { you, members, today } = aViewer();

const update = (state: WithTeamState<string>, message: WithTeamMessage<Typed>) =>
  updateWithTeam(WINDOW, UNREAD, state, message);

const reading = beginWithTeam<string, Typed>();
const read = update(
  reading.state,
  effectOf(reading.effects, 'call').reply({ value: { you, members, today } }),
);

test('the window opens with who is here and who is in the team, and may do something at once', () => {
  expect(read.state).toMatchObject({ kind: 'open', viewer: { you, members }, window: `of ${you?.name}` });
  expect(effectOf(read.effects, 'focus').selector).toBe('#first');
});

test('what is typed reaches the open window alone', () => {
  const message = { type: 'window', message: { typed: '八' } } as const;
  expect(update(read.state, message).state).toMatchObject({ window: `of ${you?.name}, 八` });
  expect(update(reading.state, message)).toEqual({ state: reading.state, effects: [] });
});

test('without an answer it says why, and asks again when it is told to', () => {
  const failed = update(reading.state, effectOf(reading.effects, 'call').reply(offline)).state;
  expect(failed).toMatchObject({ kind: 'failed', error: { code: 'OFFLINE' } });
  expect(effectOf(update(failed, { type: 'readTeam' }).effects, 'call').name).toBe('readTeam');
});
