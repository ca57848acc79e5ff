/** What was accepted, and its undo. */
import {
  type AcceptedCommand,
  newResult,
  requestsToUndo,
  updateResult,
} from '../../../../apps-script/windows/kit/result-state';
import { anAccount } from '../../../builders';
import { anAcceptance, aRefusal, effectOf, offline } from '../window-scene';

const result = anAcceptance(anAccount({ id: 'a_1', version: 3 }));
const accepted = (command: AcceptedCommand['request']['command'], expectedVersion = 2): AcceptedCommand => ({
  request: { accountId: 'a_1', expectedVersion, command },
  result,
});

const note = accepted({ type: 'logActivity', activity: { kind: 'note', date: '2026-07-01' } });

test.each<[string, AcceptedCommand, number]>([
  ['a note', note, 1],
  ['a meeting', accepted({ type: 'logActivity', activity: { kind: 'meeting', date: '2026-07-01' } }), 0],
  ['a merge', accepted({ type: 'merge', intoId: 'a_2', reason: 'DUPLICATE' }), 0],
  ['what changed nothing', accepted(note.request.command, 3), 0],
])('%s: %#', (_, one, undos) => expect(requestsToUndo(newResult('', [one]))).toHaveLength(undos));

test('undo is sent once, as the version that was made', () => {
  const first = updateResult(newResult('', [note]), { type: 'undo' });
  expect(effectOf(first.effects, 'send').requests).toEqual([
    { accountId: 'a_1', expectedVersion: 3, command: { type: 'undo', version: 3 } },
  ]);
  expect(updateResult(first.state, { type: 'undo' }).effects).toEqual([]);
});

test('undone changes are counted, and a refusal is shown', () => {
  const first = updateResult(newResult('', [note, note]), { type: 'undo' });
  const { state, out } = updateResult(
    first.state,
    effectOf(first.effects, 'send').reply({ value: [result, aRefusal()] }),
  );
  expect(out).toBe('undone');
  expect(state).toMatchObject({ undo: { kind: 'done', count: 1 }, trouble: { kind: 'refusal' } });
});

test('without an answer it is offered again', () => {
  const first = updateResult(newResult('', [note]), { type: 'undo' });
  const { state, out } = updateResult(first.state, effectOf(first.effects, 'send').reply(offline));
  expect([state.undo.kind, state.trouble?.kind, out]).toEqual(['offered', 'error', null]);
});
