/** A dialog about one account: read, worked on, told. */
import { logContactForm } from '../../../../apps-script/windows/account/log-contact-form';
import {
  type AccountDialogMessage,
  type AccountDialogState,
  openAccountDialog,
  updateAccountDialog,
} from '../../../../apps-script/windows/dialogs/account-dialog';
import { formWork } from '../../../../apps-script/windows/dialogs/form-work';
import type { CommandFormMessage, CommandFormState } from '../../../../apps-script/windows/kit/command-form';
import type { FormValues } from '../../../../apps-script/windows/kit/form-data';
import { refuse } from '../../../../functions/domain/account/refusals';
import { anAccount, TODAY } from '../../../builders';
import { anAcceptance, anAccountView, aRefusal, aViewer, effectOf, offline } from '../window-scene';

type State = AccountDialogState<CommandFormState, FormValues>;
type Message = AccountDialogMessage<CommandFormMessage>;

const work = formWork('logActivity', logContactForm);
const account = anAccount({ id: 'a_1', name: '株式会社物語', version: 3 });
const update = (state: State, message: Message) => updateAccountDialog(work, state, message);
const form = (message: CommandFormMessage): Message => ({ type: 'work', message });

const opening = openAccountDialog<CommandFormState, CommandFormMessage, FormValues>(aViewer(), 'a_1', {});
const reply = effectOf(opening.effects, 'call').reply;
const read = update(opening.state, reply({ value: anAccountView(account) })).state;
const filled = [
  { type: 'entered', key: 'activity.kind', value: 'meeting' } as const,
  { type: 'entered', key: 'activity.contactId', value: '+山田部長' } as const,
].reduce((state, message) => update(state, form(message)).state, read);

test('a logged meeting is confirmed in words', () => {
  const sent = update(filled, form({ type: 'submitted', unreadable: [] }));
  expect(effectOf(sent.effects, 'send').requests).toEqual([
    {
      accountId: 'a_1',
      expectedVersion: 3,
      command: {
        type: 'logActivity',
        activity: { kind: 'meeting', date: TODAY, with: '山田部長' },
      },
    },
  ]);
  const { state } = update(
    sent.state,
    effectOf(sent.effects, 'send').reply({ value: [anAcceptance(account)] }),
  );
  expect(state.phase).toMatchObject({
    kind: 'done',
    result: { sentence: expect.stringContaining('「株式会社物語」に商談を記録しました') },
  });
});

test('without an answer it can be read again', () => {
  const failed = update(opening.state, reply(offline)).state;
  expect(failed.phase.kind).toBe('failed');
  expect(effectOf(update(failed, { type: 'readAgain' }).effects, 'call').args).toEqual(['a_1', null]);
});

test('a viewer may read only', () =>
  expect(update(opening.state, reply({ value: anAccountView(account, 'viewer') })).state.phase).toEqual({
    kind: 'readOnly',
  }));

test('after a conflict it is read again, and what was typed is there', () => {
  const sent = update(filled, form({ type: 'submitted', unreadable: [] }));
  const refused = update(
    sent.state,
    effectOf(sent.effects, 'send').reply({
      value: [aRefusal(refuse('CONFLICT', { facts: { version: 4, expectedVersion: 3, since: [] } }))],
    }),
  );
  const reload = update(refused.state, form({ type: 'reload' }));
  const newer = update(
    reload.state,
    effectOf(reload.effects, 'call').reply({ value: anAccountView({ ...account, version: 4 }) }),
  );
  expect(newer.state.phase).toMatchObject({
    kind: 'work',
    work: { target: { expectedVersion: 4 }, form: { entered: { 'activity.contactId': '+山田部長' } } },
  });
});

test('cancel closes the window', () =>
  expect(update(read, form({ type: 'cancelled' })).effects).toEqual([{ kind: 'close' }]));

test('a form that is for other roles does not open, and the window names whom to ask', () => {
  const closing = formWork('closeOpportunity', logContactForm);
  const { state } = updateAccountDialog(closing, opening.state, reply({ value: anAccountView(account) }));
  expect(state.phase).toMatchObject({ kind: 'notPermitted', gives: 'closeOpportunity' });
});
