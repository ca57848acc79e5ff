/** The dialogs of a review and of a closing: they begin with what was chosen in the row that came back. */
import {
  type AccountDialogMessage,
  type AccountDialogState,
  openAccountDialog,
  updateAccountDialog,
} from '../../../../apps-script/windows/dialogs/account-dialog';
import { closeWork, type FormWork, REVIEW_WORK } from '../../../../apps-script/windows/dialogs/form-work';
import type { CommandFormMessage, CommandFormState } from '../../../../apps-script/windows/kit/command-form';
import type { FormValues } from '../../../../apps-script/windows/kit/form-data';
import type { Account } from '../../../../functions/domain/account/account';
import { aJudgement, anAccount, anOpportunity, byId } from '../../../builders';
import { anAccountView, aViewer, effectOf } from '../window-scene';

const openDialog = (work: FormWork, account: Account, values: FormValues) => {
  const opening = openAccountDialog<CommandFormState, CommandFormMessage, FormValues>(
    aViewer(),
    account.id,
    values,
  );
  const message: AccountDialogMessage<CommandFormMessage> = effectOf(opening.effects, 'call').reply({
    value: anAccountView(account, 'manager'),
  });
  const state: AccountDialogState<CommandFormState, FormValues> = opening.state;
  return updateAccountDialog(work, state, message).state.phase;
};
const deal = anAccount({
  ...{ id: 'a_1', status: 'ACTIVE_OPPORTUNITY' },
  opportunities: byId(anOpportunity({ id: 'o000001' })),
});

test('a closing has the outcome that was chosen', () => {
  const phase = openDialog(closeWork('o000001'), deal, { 'close.outcome': 'lost' });
  expect(phase).toMatchObject({ kind: 'work', work: { plan: { values: { 'close.outcome': 'lost' } } } });
});

test('an opportunity that is there no more is told of', () =>
  expect(openDialog(closeWork('o000009'), deal, {})).toEqual({ kind: 'partGone' }));

test('a review has the answer and the note', () => {
  const unfit = anAccount({ id: 'a_2', status: 'BAD_FIT', badFit: aJudgement() });
  const phase = openDialog(REVIEW_WORK, unfit, { outcome: 'keep', note: '新製品' });
  expect(phase).toMatchObject({
    kind: 'work',
    work: { plan: { values: { outcome: 'keep', note: '新製品' } } },
  });
});
