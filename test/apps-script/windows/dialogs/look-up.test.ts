/** The search for a company in a dialog: what a choice, and a company that is new, lead to. */
import {
  type LookUpDialogMessage,
  type LookUpDialogState,
  openLookUp,
  updateLookUp,
} from '../../../../apps-script/windows/dialogs/look-up';
import { anAccount } from '../../../builders';
import { aLookupAnswer, anAccountView, aViewer, effectOf, lookupOf, offline } from '../window-scene';

const apply = (state: LookUpDialogState, message: LookUpDialogMessage): LookUpDialogState =>
  updateLookUp(state, message).state;

const opened = openLookUp(aViewer(), '物語');
const found = apply(opened.state, effectOf(opened.effects, 'call').reply({ value: aLookupAnswer() }));
const chosen = updateLookUp(found, {
  type: 'lookup',
  message: { type: 'choose', choice: { id: 'a_1', name: '物語' } },
});

test('what it is opened with is looked for at once', () => {
  expect(effectOf(opened.effects, 'call').args).toEqual(lookupOf('物語'));
  expect(found.lookup.search.shown.kind).toBe('found');
});

test.each([
  ['its row is selected', { value: true }, { kind: 'wentTo', name: '物語' }],
  ['it has no row', { value: false }, { kind: 'noRow', name: '物語' }],
  ['there is no answer', offline, { kind: 'error', ...offline }],
])('a choice goes to the row of the company, and says so: %s', (_, result, notice) => {
  const going = effectOf(chosen.effects, 'call');
  expect([going.name, going.args]).toEqual(['goTo', ['a_1']]);
  expect(apply(chosen.state, going.reply(result)).notice).toEqual(notice);
});

test('a company that is new is registered in a dialog of its own, under what was looked for', () => {
  const { state, effects } = updateLookUp(found, {
    type: 'lookup',
    message: { type: 'register', query: '物語' },
  });
  const opening = effectOf(effects, 'call');
  expect([opening.name, opening.args]).toEqual(['openDialog', ['register', [], null, '物語']]);
  expect(apply(state, opening.reply({ value: true }))).toEqual(found);
});

test.each(['logContact', 'handOver'] as const)(
  '%s opens on the company in the place of the search',
  (form) => {
    const { state, effects } = updateLookUp(found, {
      type: 'lookup',
      message: { type: 'choose', choice: { id: 'a_1', name: '物語' }, form },
    });
    const reading = effectOf(effects, 'call');
    expect([reading.name, reading.args]).toEqual(['readAccount', ['a_1', null]]);
    expect(state.work).toMatchObject({ form, dialog: { id: 'a_1', phase: { kind: 'reading' } } });
    const after = apply(
      state,
      reading.reply({ value: anAccountView(anAccount({ id: 'a_1', name: '物語' })) }),
    );
    expect(after.work?.dialog.phase.kind).toBe('work');
  },
);
