/** Change of status of one account: what is chosen, what is kept, what is sent. */

import { formValues } from '../../../../apps-script/windows/kit/shown-fields';
import {
  type ChangeStatusMessage,
  type ChangeStatusState,
  isTouched,
  openChangeStatus,
  updateChangeStatus,
} from '../../../../apps-script/windows/status/change-status';
import type { Account } from '../../../../functions/domain/account/account';
import type { Status } from '../../../../functions/domain/status/statuses';
import { anAccount, TODAY } from '../../../builders';
import { anAcceptance, anAccountView, aRefusal, aViewer, effectOf, offline } from '../window-scene';

const working = anAccount({ status: 'WORKING', ownerId: 'is' });

const opened = (account: Account = working): ChangeStatusState =>
  openChangeStatus(aViewer(), anAccountView(account), { to: null, values: {} }).state;

const apply = (state: ChangeStatusState, ...messages: readonly ChangeStatusMessage[]): ChangeStatusState =>
  messages.reduce((now, message) => updateChangeStatus(now, message).state, state);

const choose = (to: Status): ChangeStatusMessage => ({ type: 'choose', to });
const enter = (key: string, value: string): ChangeStatusMessage => ({
  type: 'form',
  message: { type: 'entered', key, value },
});
const submit: ChangeStatusMessage = { type: 'form', message: { type: 'submitted', unreadable: [] } };

const filled = apply(
  opened(),
  choose('QUARTERLY_CHECK'),
  enter('bant.need', 'yes'),
  enter('bant.budget', 'no'),
  enter('meeting.date', TODAY),
  enter('meeting.with', '山田部長'),
  enter('awaitedCondition', '4月の予算編成'),
  enter('contactId', '+山田部長'),
);

test('a recorded need is not offered where the move is refused for it', () => {
  const needing = (value: 'yes' | 'no') =>
    anAccount({
      status: 'WORKING',
      ownerId: 'is',
      bant: { ...working.bant, need: { value, on: TODAY, by: 'is' } },
    });
  const offered = (value: 'yes' | 'no', to: Status) => {
    const { form } = apply(opened(needing(value)), choose(to));
    return form === null ? undefined : formValues(form.form)['bant.need'];
  };
  expect([offered('yes', 'QUARTERLY_CHECK'), offered('no', 'QUARTERLY_CHECK')]).toEqual(['yes', '']);
  expect([offered('yes', 'DEAD_OPPORTUNITY'), offered('no', 'DEAD_OPPORTUNITY')]).toEqual(['', 'no']);
});

test('what was entered is sent as the change of this account, at its version', () => {
  const { effects } = updateChangeStatus(filled, submit);
  expect(effectOf(effects, 'send').requests).toEqual([
    {
      accountId: working.id,
      expectedVersion: working.version,
      command: {
        type: 'changeStatus',
        to: 'QUARTERLY_CHECK',
        data: {
          bant: { need: 'yes', budget: 'no' },
          meeting: { date: TODAY, with: '山田部長' },
          awaitedCondition: '4月の予算編成',
          contact: { name: '山田部長' },
        },
      },
    },
  ]);
});

test('an accepted change is confirmed with the status and the next check', () => {
  const sent = updateChangeStatus(filled, submit);
  const accepted = anAcceptance(anAccount({ name: '株式会社物語', status: 'CURRENT_CLIENT' }));
  const { out } = updateChangeStatus(sent.state, effectOf(sent.effects, 'send').reply({ value: [accepted] }));
  expect(out).toMatchObject({ kind: 'done', sentence: '「株式会社物語」は現在の顧客です。' });
});

test('what was typed stays when another status is chosen', () => {
  const moved = apply(filled, choose('DEAD_OPPORTUNITY'), choose('QUARTERLY_CHECK'));
  expect(moved.form?.form.entered).toMatchObject({ awaitedCondition: '4月の予算編成', 'bant.need': 'yes' });
  expect(isTouched(apply(filled, choose('DEAD_OPPORTUNITY')))).toBe(true);
  expect(isTouched(apply(opened(), choose('DEAD_OPPORTUNITY')))).toBe(false);
});

test('a conflict asks for the account again, with the status and what was typed', () => {
  const { out } = updateChangeStatus(filled, { type: 'form', message: { type: 'reload' } });
  expect(out).toMatchObject({
    kind: 'reload',
    draft: { to: 'QUARTERLY_CHECK', values: { awaitedCondition: '4月の予算編成' } },
  });
});

test('no other status is chosen while one is on its way', () => {
  const { state } = updateChangeStatus(filled, submit);
  expect(apply(state, choose('DEAD_OPPORTUNITY')).to).toBe('QUARTERLY_CHECK');
});

test.each([
  ['a refusal', { value: [aRefusal()] }, 'refused'],
  ['no answer', offline, 'error'],
])('%s leaves the form as it was', (_, result, kind) => {
  const sent = updateChangeStatus(filled, submit);
  const { state, out } = updateChangeStatus(sent.state, effectOf(sent.effects, 'send').reply(result));
  expect(out).toBeNull();
  expect(state.form?.form).toMatchObject({
    phase: 'editing',
    notice: { kind },
    entered: { awaitedCondition: '4月の予算編成' },
  });
});

test('a status that is not legal now has no form', () =>
  expect(apply(opened(anAccount({ status: 'COLD' })), choose('QUARTERLY_CHECK'))).toMatchObject({
    to: 'QUARTERLY_CHECK',
    form: null,
  }));
