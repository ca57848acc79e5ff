/** The pane of an account: what it reads, what it keeps, what it sends. */

import type { AccountView } from '../../../../apps-script/script-api';
import {
  isPaneInUse,
  isPaneOccupied,
  openPane,
  openPaneWork,
  paneVersion,
  updatePane,
} from '../../../../apps-script/windows/account/account-pane';
import type { WorkDraft } from '../../../../apps-script/windows/account/account-work';
import type { PaneMessage, PaneState } from '../../../../apps-script/windows/account/pane-state';
import type { Effect } from '../../../../apps-script/windows/kit/step';
import { requiredField } from '../../../../functions/domain/account/input-fields';
import { refuse } from '../../../../functions/domain/account/refusals';
import { DEFAULT_SETTINGS } from '../../../../functions/domain/account/team';
import { aContact, anAccount } from '../../../builders';
import { anAcceptance, anAccountView, aRefusal, aViewer, effectOf, offline } from '../window-scene';

const account = anAccount({
  status: 'WORKING',
  ownerId: 'is',
  version: 4,
  contacts: { c000001: aContact({ id: 'c000001', name: '山田' }) },
});
const accountView = anAccountView(account);

const answer = (state: PaneState, effects: readonly Effect<PaneMessage>[], view: AccountView): PaneState =>
  updatePane(state, effectOf(effects, 'call').reply({ value: view })).state;

const opening = openPane(aViewer({ you: null, members: {} }), account, { tab: 'account', changed: null });
const read = answer(opening.state, opening.effects, accountView);

const apply = (state: PaneState, ...messages: readonly PaneMessage[]): PaneState =>
  messages.reduce((now, message) => updatePane(now, message).state, state);

const openForm = (form: 'handOver' | 'bant' | 'formerName'): PaneMessage => ({
  type: 'open',
  draft: { kind: 'form', name: { form }, values: {} } satisfies WorkDraft,
});
const enter = (key: string, value: string): PaneMessage => ({
  type: 'work',
  message: { kind: 'form', message: { type: 'entered', key, value } },
});
const submit: PaneMessage = {
  type: 'work',
  message: { kind: 'form', message: { type: 'submitted', unreadable: [] } },
};
const typed = apply(read, openForm('handOver'), enter('toId', 'is2'), enter('note', '次は見積'));

const TO_DEAD: WorkDraft = { kind: 'change', draft: { to: 'DEAD_OPPORTUNITY', values: {} } };

test('the account is read, and with it who is signed in', () => {
  const { state, out } = updatePane(
    opening.state,
    effectOf(opening.effects, 'call').reply({ value: accountView }),
  );
  expect([paneVersion(opening.state), paneVersion(state)]).toEqual([0, 4]);
  expect(out).toMatchObject({ kind: 'team', viewer: { you: { id: 'is' } } });
});

test('an answer that arrives after a newer request is dropped', () => {
  const again = updatePane(opening.state, { type: 'refresh' });
  expect(answer(again.state, opening.effects, accountView).accountView).toBeNull();
});

test('a form with something in it is not thrown away for another', () => {
  expect(isPaneInUse(apply(read, openForm('handOver')))).toBe(false);
  expect(isPaneInUse(typed)).toBe(true);
  const kept = apply(typed, openForm('bant'));
  expect(kept.notice).toEqual({ kind: 'finishFirst' });
  expect(kept.work).toMatchObject({ kind: 'form', name: { form: 'handOver' } });
});

test('a form is left at once: what was typed waits beside the account, and goes on where it was', () => {
  expect(apply(read, openForm('handOver'), { type: 'leaveWork' }).work).toBeNull();
  const aside = apply(typed, { type: 'leaveWork' });
  expect([isPaneInUse(aside), isPaneOccupied(aside)]).toEqual([true, false]);
  expect(apply(aside, { type: 'resumeWork' })).toMatchObject({
    isWorkAside: false,
    work: { state: { form: { entered: { note: '次は見積' } } } },
  });
  expect(apply(aside, openForm('bant'))).toMatchObject({
    isWorkAside: false,
    notice: { kind: 'finishFirst' },
    work: { name: { form: 'handOver' } },
  });
  expect(apply(aside, { type: 'discardWork' }).work).toBeNull();
});

test('what is on its way is neither put aside nor given up', () => {
  const sending = updatePane(typed, submit).state;
  expect(apply(sending, { type: 'leaveWork' })).toBe(sending);
});

test('what was typed stays while the account is read anew behind it', () => {
  const again = updatePane(typed, { type: 'refresh' });
  const newer = answer(again.state, again.effects, anAccountView({ ...account, version: 5 }));
  expect(paneVersion(newer)).toBe(5);
  expect(newer.work).toMatchObject({ state: { form: { entered: { note: '次は見積' } } } });
});

test('an accepted command closes the form, shows its message, and the account is read anew', () => {
  const sent = updatePane(typed, submit);
  expect(effectOf(sent.effects, 'send').requests).toEqual([
    {
      accountId: account.id,
      expectedVersion: 4,
      command: { type: 'handOver', toId: 'is2', note: '次は見積' },
    },
  ]);
  const { state, effects } = updatePane(
    sent.state,
    effectOf(sent.effects, 'send').reply({ value: [anAcceptance({ ...account, version: 5 })] }),
  );
  expect(state).toMatchObject({ work: null, notice: { kind: 'result' } });
  expect(effectOf(effects, 'call')).toMatchObject({ name: 'readAccount', args: [account.id, null] });
});

test('after a conflict the form opens again on the newer account, with what was typed', () => {
  const reload = updatePane(typed, {
    type: 'work',
    message: { kind: 'form', message: { type: 'reload' } },
  });
  const newer = answer(reload.state, reload.effects, anAccountView({ ...account, version: 5 }));
  expect(newer.work).toMatchObject({
    state: { target: { expectedVersion: 5 }, form: { entered: { toId: 'is2', note: '次は見積' } } },
  });
});

test('a reading without an answer keeps the form, and can be tried again', () => {
  const reload = updatePane(typed, {
    type: 'work',
    message: { kind: 'form', message: { type: 'reload' } },
  });
  const failed = updatePane(reload.state, effectOf(reload.effects, 'call').reply(offline)).state;
  expect(failed.notice).toMatchObject({ kind: 'error', again: { type: 'refresh' } });
  expect(failed.work).not.toBeNull();
});

test('a command without a form is sent at once, and its refusal is shown', () => {
  const sent = updatePane(read, {
    type: 'act',
    command: { type: 'editDetails', details: { parentId: null } },
    sentence: 'saved',
  });
  const { state } = updatePane(sent.state, effectOf(sent.effects, 'send').reply({ value: [aRefusal()] }));
  expect(state.notice).toMatchObject({ kind: 'refusal', refusal: { code: 'NEED_AGREED' } });
});

test('what was put aside stays where something else of the account is done at once', () => {
  const aside = apply(typed, { type: 'leaveWork' });
  const acting = updatePane(aside, {
    type: 'act',
    command: { type: 'undo', version: 4 },
    sentence: 'saved',
  });
  const { state } = updatePane(
    acting.state,
    effectOf(acting.effects, 'send').reply({ value: [anAcceptance({ ...account, version: 5 })] }),
  );
  expect(state).toMatchObject({ isWorkAside: true, work: aside.work, notice: { kind: 'result' } });
});

test('a change that a cell asked for opens once the account is read', () => {
  const changing = openPaneWork(opening.state, TO_DEAD);
  expect(answer(changing.state, changing.effects, accountView).work).toMatchObject({
    kind: 'change',
    state: { to: 'DEAD_OPPORTUNITY' },
  });
  expect(openPaneWork(read, TO_DEAD).state.work).toMatchObject({ kind: 'change' });
});

test('what is to be filled in is asked for once the account is read, and then stands in its form', () => {
  const asked = openPaneWork(opening.state, { kind: 'fillIn' });
  const reading = updatePane(asked.state, effectOf(asked.effects, 'call').reply({ value: accountView }));
  const { requests, reply } = effectOf(reading.effects, 'send');
  expect(requests[0]?.command).toEqual({ type: 'fillIn', data: {} });
  const refused = aRefusal(refuse('LOST', { missing: [requiredField('latentNeed', DEFAULT_SETTINGS)] }));
  const { state } = updatePane(reading.state, reply({ value: [refused] }));
  expect(state.work).toMatchObject({ kind: 'form', name: { form: 'fillIn' } });
});

test('only what differs of the BANT is sent', () => {
  const sent = updatePane(apply(read, openForm('bant'), enter('bant.need', 'yes')), submit);
  expect(effectOf(sent.effects, 'send').requests[0]?.command).toEqual({
    type: 'setBant',
    bant: { need: 'yes' },
  });
});

test('a former name is sent with its last day, or without where nobody knows it', () => {
  const named = apply(read, openForm('formerName'), enter('name', '旧物語'));
  const commandOf = (state: PaneState) =>
    effectOf(updatePane(state, submit).effects, 'send').requests[0]?.command;
  expect(commandOf(named)).toEqual({ type: 'addFormerName', name: '旧物語' });
  expect(commandOf(apply(named, enter('until', '2024-03-31')))).toEqual({
    type: 'addFormerName',
    name: '旧物語',
    until: '2024-03-31',
  });
});
