import { openPane } from '../../../../apps-script/windows/account/account-pane';
import { olderRead, readOlder } from '../../../../apps-script/windows/account/pane-history';
import type { PaneState } from '../../../../apps-script/windows/account/pane-state';
import { quarterly } from '../../../functions/domain/account-lives';
import { anAccountView, aViewer, effectOf, offline } from '../window-scene';

const life = quarterly();
const entries = [...life.history].reverse();
const [newest] = entries;
const older = entries.slice(1);
/** Only the newest entry has been read. */
const state: PaneState = {
  ...openPane(aViewer(), { id: 'acc-1', name: '' }, { tab: 'account', changed: null }).state,
  history: { entries: entries.slice(0, 1), phase: { kind: 'idle' } },
};
const before = newest?.version ?? 0;
const answer = { value: { ...anAccountView(life.account), history: older } };

test('older entries are read from before the oldest that is shown, and join it', () => {
  const reading = readOlder(state);
  expect(reading.state.history.phase).toEqual({ kind: 'reading' });
  const call = effectOf(reading.effects, 'call');
  expect(call).toMatchObject({ name: 'readAccount', args: ['acc-1', before] });
  expect(call.reply(answer)).toEqual({ type: 'olderRead', before, result: answer });
  expect(olderRead(reading.state, { type: 'olderRead', before, result: answer }).state.history).toEqual({
    entries,
    phase: { kind: 'idle' },
  });
});

test('what does not follow on what is shown is dropped: it was read twice, or the account anew', () => {
  const joined = olderRead(state, { type: 'olderRead', before, result: answer }).state;
  expect(olderRead(joined, { type: 'olderRead', before, result: answer }).state).toBe(joined);
});

test('without an answer what is shown stays, with the error', () => {
  const { history } = olderRead(state, { type: 'olderRead', before, result: offline }).state;
  expect(history).toEqual({ ...state.history, phase: { kind: 'error', error: offline.error } });
});
