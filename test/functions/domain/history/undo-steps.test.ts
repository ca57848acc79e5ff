import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { undoSteps } from '../../../../functions/domain/history/undo-steps';
import { MEMBERS, theMember } from '../../../builders';
import { dead, type Life, met, working } from '../account-lives';

const NOW = '2026-07-01T03:00:00.000Z';
const asker = { actor: theMember('is'), now: NOW };

/** The newest first, with instants of the day of the test: entries that share one were made by one call. */
const entriesOf = (life: Life, at: (version: number) => string = () => NOW): HistoryEntry[] =>
  life.history.map((entry) => ({ ...entry, by: 'is', at: at(entry.version) })).reverse();
const stepsOf = (entries: readonly HistoryEntry[]) => undoSteps(entries, asker, MEMBERS);

test('what one call did is one step, in words, and each other call another', () => {
  const [one, two] = [entriesOf(working()), entriesOf(working())];
  const other = two.map((entry) => ({ ...entry, accountId: 'acc-2' }));
  const [step, ...rest] = stepsOf([...one.slice(0, 1), ...other.slice(0, 1)]);
  expect(rest).toEqual([]);
  expect(step?.changes.map(({ accountId }) => accountId)).toEqual(['acc-1', 'acc-2']);
  expect(step?.changes[0]?.words.ja).not.toBe('');
  const later = other.slice(0, 1).map((entry) => ({ ...entry, at: '2026-07-01T02:00:00.000Z' }));
  expect(stepsOf([...one.slice(0, 1), ...later])).toHaveLength(2);
});

test('what was taken back is no step any more, nor is its undo; an undo that was undone is as if it had not been', () => {
  const [entry] = entriesOf(dead());
  if (entry === undefined) throw new Error('no entry');
  const undo = { ...entry, version: entry.version + 1, command: 'undo', undoes: entry.version };
  expect(stepsOf([undo, entry])).toEqual([]);
  const redo = { ...entry, version: entry.version + 2, command: 'undo', undoes: undo.version };
  expect(stepsOf([redo, undo, entry])).toHaveLength(1);
});

test('no import, no meeting, and nothing older than a day', () => {
  const [moved] = entriesOf(dead());
  if (moved === undefined) throw new Error('no entry');
  expect(stepsOf([moved])).toHaveLength(1);
  expect(stepsOf([{ ...moved, channel: 'import' }])).toEqual([]);
  expect(stepsOf([{ ...moved, at: '2026-06-30T02:59:59.000Z' }])).toEqual([]);
  const meeting = entriesOf(met()).filter(({ command }) => command === 'logActivity');
  expect(meeting).toHaveLength(1);
  expect(stepsOf(meeting)).toEqual([]);
});
