/** The window that registers a company: the form, what is called like it, and the result. */
import {
  isSendingTold,
  openRegisterForm,
  type RegisterMessage,
  type RegisterWindowState,
  updateRegister,
} from '../../../../apps-script/windows/companies/register';
import type { CommandFormMessage } from '../../../../apps-script/windows/kit/command-form';
import { refuse } from '../../../../functions/domain/account/refusals';
import { anAccount } from '../../../builders';
import {
  aLookupAnswer,
  anAcceptance,
  aRefusal,
  aSimilarAccount,
  aViewer,
  effectOf,
  lookupOf,
} from '../window-scene';

const form = (message: CommandFormMessage): RegisterMessage => ({ type: 'form', message });
const name = (value: string): RegisterMessage => form({ type: 'entered', key: 'details.name', value });
const submit = form({ type: 'submitted', unreadable: [] });
const apply = (state: RegisterWindowState, ...messages: readonly RegisterMessage[]): RegisterWindowState =>
  messages.reduce((now, message) => updateRegister(now, message).state, state);

const empty = openRegisterForm(aViewer(), '').state;
const filled = apply(empty, name('株式会社物語'));
const sent = updateRegister(filled, submit);
const registered = anAccount({ id: 'a_9', name: '株式会社物語', version: 1 });

test('what was looked for stands in the form, and what is like it is looked for after a pause', () => {
  const { state, effects } = openRegisterForm(aViewer(), '株式会社物語');
  expect(state.form.form.plan.fields[0]).toMatchObject({ key: 'details.name', suggestion: '株式会社物語' });
  expect(effectOf(effects, 'later')).toMatchObject({ key: 'search:similar', message: { type: 'searchDue' } });
  const due = updateRegister(state, { type: 'searchDue' });
  expect(effectOf(due.effects, 'call')).toMatchObject({
    name: 'callFunction',
    args: lookupOf('株式会社物語'),
  });
});

test('an empty form looks for nothing', () =>
  expect(openRegisterForm(aViewer(), '').effects.map(({ kind }) => kind)).toEqual(['focus']));

test('only another name is another search', () => {
  expect(effectOf(updateRegister(empty, name('物語')).effects, 'later').key).toBe('search:similar');
  const kana = form({ type: 'entered', key: 'details.kana', value: 'モノガタリ' });
  expect(updateRegister(filled, kana).effects).toEqual([]);
});

test('an answer about a name that was changed meanwhile is dropped', () => {
  const due = updateRegister(filled, { type: 'searchDue' });
  const late = effectOf(due.effects, 'call').reply({ value: aLookupAnswer() });
  expect(apply(due.state, late).similar.shown.kind).toBe('found');
  expect(apply(due.state, name('花屋'), late).similar.shown.kind).not.toBe('found');
  expect(apply(due.state, name(''), late).similar.shown).toEqual({ kind: 'nothing' });
});

test('it is sent as a new account', () =>
  expect(effectOf(sent.effects, 'send').requests).toEqual([
    {
      accountId: null,
      expectedVersion: 0,
      command: { type: 'register', details: { name: '株式会社物語' }, status: 'COLD' },
    },
  ]));

test('a form that is on its way, or failed on it, tells of itself alone', () => {
  const error = { code: 'NO_ANSWER', message: { ja: '答えなし', en: 'No answer' } };
  const failed = apply(sent.state, effectOf(sent.effects, 'send').reply({ error }));
  expect([filled, sent.state, failed, apply(failed, name('花屋'))].map(isSendingTold)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test('registered, its row comes into view with a toast, and the window goes', () => {
  const done = updateRegister(
    sent.state,
    effectOf(sent.effects, 'send').reply({ value: [anAcceptance(registered)] }),
  );
  // Nobody can send it again while its row is looked for.
  expect(updateRegister(done.state, submit).effects.map(({ kind }) => kind)).not.toContain('send');
  const going = effectOf(done.effects, 'call');
  expect(going).toMatchObject({
    name: 'goTo',
    args: ['a_9', '「株式会社物語」をコールドで登録しました。'],
  });
  expect(updateRegister(done.state, going.reply({ value: true })).effects).toEqual([{ kind: 'close' }]);
  // Without a row in sight, the window itself says so, and offers the way back.
  const { state } = updateRegister(done.state, going.reply({ value: false }));
  expect(state.result).toMatchObject({ sentence: '「株式会社物語」をコールドで登録しました。' });
  const undo = updateRegister(state, { type: 'result', message: { type: 'undo' } });
  expect(effectOf(undo.effects, 'send').requests).toEqual([
    { accountId: 'a_9', expectedVersion: 1, command: { type: 'undo', version: 1 } },
  ]);
});

test('likely the same company: a person ticks that it is another, and says so to the functions', () => {
  const refusal = aRefusal(refuse('DUPLICATE_LIKELY', { facts: { candidates: [aSimilarAccount('a_1')] } }));
  const refused = apply(sent.state, effectOf(sent.effects, 'send').reply({ value: [refusal] }));
  expect(refused.result).toBeNull();
  const ticked = apply(refused, form({ type: 'entered', key: 'apart.a_1', value: true }));
  expect(effectOf(updateRegister(ticked, submit).effects, 'send').requests[0]?.command).toMatchObject({
    type: 'register',
    notDuplicateOf: ['a_1'],
  });
});

test('a company of the list is shown in the register; cancel closes the window', () => {
  expect(effectOf(updateRegister(filled, { type: 'goTo', id: 'a_1' }).effects, 'call')).toMatchObject({
    name: 'goTo',
    args: ['a_1'],
  });
  expect(updateRegister(filled, form({ type: 'cancelled' })).effects).toEqual([{ kind: 'close' }]);
});
