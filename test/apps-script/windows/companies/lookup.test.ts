/** The search for a company: one question at a time, and where its answer leads. */
import {
  type LookupMessage,
  type LookupState,
  newLookup,
  searchCompany,
  updateLookup,
} from '../../../../apps-script/windows/companies/lookup';
import { aLookupAnswer, effectOf, lookupOf, offline } from '../window-scene';

const apply = (state: LookupState, ...messages: readonly LookupMessage[]): LookupState =>
  messages.reduce((now, message) => updateLookup(now, message).state, state);

const typed = apply(newLookup, { type: 'typed', query: ' 物語 ' });
const searching = updateLookup(typed, { type: 'search' });
const answered = apply(
  searching.state,
  effectOf(searching.effects, 'call').reply({ value: aLookupAnswer() }),
);

test('typing asks nothing; the search asks for what stands there', () => {
  expect(updateLookup(newLookup, { type: 'typed', query: '物語' }).effects).toEqual([]);
  expect(effectOf(searching.effects, 'call')).toMatchObject({ name: 'callFunction', args: lookupOf('物語') });
  expect(searching.state.search).toMatchObject({ query: ' 物語 ', shown: { kind: 'searching' } });
});

test('an empty box asks nothing, and what was shown goes', () => {
  const { state, effects } = updateLookup(apply(answered, { type: 'typed', query: ' ' }), { type: 'search' });
  expect([effects, state.search.shown]).toEqual([[], { kind: 'nothing' }]);
});

test('the answer is shown, or why there is none', () => {
  expect(answered.search.shown).toEqual({ kind: 'found', answer: aLookupAnswer() });
  expect(
    apply(searching.state, effectOf(searching.effects, 'call').reply(offline)).search.shown,
  ).toMatchObject({
    kind: 'failed',
    error: { code: 'OFFLINE' },
  });
});

test('the answer to an earlier question is dropped', () => {
  const newer = searchCompany(searching.state, '花屋');
  const late = effectOf(searching.effects, 'call').reply({ value: aLookupAnswer() });
  expect(apply(newer.state, late).search).toMatchObject({ question: '花屋', shown: { kind: 'searching' } });
});

test('what was cleared is not shown by an answer that comes later', () => {
  const cleared = apply(searching.state, { type: 'clear' });
  const late = effectOf(searching.effects, 'call').reply({ value: aLookupAnswer() });
  expect(apply(cleared, late).search.shown).toEqual({ kind: 'nothing' });
});

test('the window hears which company was chosen, and the hits go, with what was typed', () => {
  const { state, out } = updateLookup(answered, { type: 'choose', choice: { id: 'a_1', name: '物語' } });
  expect(out).toEqual({ kind: 'choose', choice: { id: 'a_1', name: '物語' }, form: null });
  expect(state.search).toMatchObject({ query: '', shown: { kind: 'nothing' } });
});

test('what was found goes as soon as something else is typed, also where it comes later', () => {
  expect(apply(answered, { type: 'typed', query: '物語の' }).search).toMatchObject({
    query: '物語の',
    shown: { kind: 'nothing' },
  });
  const late = effectOf(searching.effects, 'call').reply({ value: aLookupAnswer() });
  expect(apply(searching.state, { type: 'typed', query: '花屋' }, late).search.shown).toEqual({
    kind: 'nothing',
  });
});

test('the window hears what is to be registered, and the hits stay to be compared', () => {
  const { state, out } = updateLookup(answered, { type: 'register', query: '物語' });
  expect(out).toEqual({ kind: 'register', query: '物語' });
  expect(state).toEqual(answered);
});
