import {
  newSearch,
  searchAnswered,
  searchLater,
  searchNow,
} from '../../../../apps-script/windows/kit/search';
import { aLookupAnswer, effectOf, lookupOf, offline } from '../window-scene';

interface Answered {
  serial: number;
}
const ask = (search = newSearch, typed = ' ハチ ') =>
  searchNow(search, typed, (serial): Answered => ({ serial }));

test('a question is what was typed without blanks around it, and its answer is shown', () => {
  const { state, effects } = ask();
  expect(state).toMatchObject({ query: ' ハチ ', question: 'ハチ', shown: { kind: 'searching' } });
  const call = effectOf(effects, 'call');
  expect(call.args).toEqual(lookupOf('ハチ'));
  const answer = aLookupAnswer();
  expect(call.reply({ value: answer })).toEqual({ serial: state.serial });
  expect(searchAnswered(state, state.serial, { value: answer }).shown).toEqual({ kind: 'found', answer });
  expect(searchAnswered(state, state.serial, offline).shown).toEqual({
    kind: 'failed',
    error: offline.error,
  });
});

test('an answer that arrives after a newer question, or after more was typed, is dropped', () => {
  const first = ask().state;
  const second = ask(first, '花屋').state;
  expect(searchAnswered(second, first.serial, { value: aLookupAnswer() })).toBe(second);
  const typing = searchLater(first, '花', 'lookup', 'due').state;
  expect(searchAnswered(typing, first.serial, offline)).toBe(typing);
});

test('while somebody types nothing is called; what was shown stays', () => {
  const found = searchAnswered(ask().state, 1, { value: aLookupAnswer() });
  const { state, effects } = searchLater(found, '花', 'lookup', 'due');
  expect(state).toMatchObject({ query: '花', question: 'ハチ', shown: found.shown });
  expect(effects).toEqual([{ kind: 'later', key: 'search:lookup', ms: 350, message: 'due' }]);
});

test('an empty question shows nothing and calls nothing', () => {
  const { state, effects } = ask(ask().state, ' \u3000');
  expect([state.shown, effects]).toEqual([{ kind: 'nothing' }, []]);
});
