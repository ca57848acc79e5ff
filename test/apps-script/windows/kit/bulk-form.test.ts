/** The same for many accounts: what is told of each, what is sent again. */

import type { SelectedRow } from '../../../../apps-script/script-api';
import {
  type BulkFormMessage,
  type BulkFormState,
  bulkForm,
  openBulkForm,
  updateBulkForm,
} from '../../../../apps-script/windows/kit/bulk-form';
import { fieldByKey } from '../../../../apps-script/windows/kit/form-data';
import type { CommandResult } from '../../../../functions/contract/commands';
import { requiredField } from '../../../../functions/domain/account/input-fields';
import { refuse } from '../../../../functions/domain/account/refusals';
import { DEFAULT_SETTINGS } from '../../../../functions/domain/account/team';
import { anAccount, TODAY } from '../../../builders';
import { anAcceptance, aRefusal, effectOf, offline } from '../window-scene';

const row = (id: string): SelectedRow => ({ id, name: id, status: 'COLD', version: 1 });
const plan = bulkForm<{ reason: string; ownerId?: string }>({
  about: { account: null, today: TODAY },
  fields: [fieldByKey('reason')],
  values: { reason: '重複' },
  excluded: [],
  hint: '',
  alone: { view: 'changeStatus', to: null },
  submit: (n) => `send ${n}`,
  command: (_, { reason = '', ownerId }) => ({
    type: 'changeStatus',
    to: 'ON_FILE',
    data: { reason, ...(ownerId === undefined ? {} : { ownerId }) },
  }),
  sentence: (n) => `done ${n}`,
});
const submit: BulkFormMessage = { type: 'form', message: { type: 'submitted', unreadable: [] } };
const opened = openBulkForm(plan, [row('a_1'), row('a_2')]).state;
const done = anAcceptance(anAccount({ id: 'a_1', version: 2 }));
const lacksOwner = aRefusal(refuse('OWNER', { missing: [requiredField('ownerId', DEFAULT_SETTINGS)] }));

const sent = updateBulkForm(opened, submit);
const answered = (...results: readonly CommandResult[]) =>
  updateBulkForm(sent.state, effectOf(sent.effects, 'send').reply({ value: results }));

test('every row has its own request', () =>
  expect(effectOf(sent.effects, 'send').requests.map(({ accountId }) => accountId)).toEqual(['a_1', 'a_2']));

test('when all are accepted they are counted, and the form closes', () => {
  const { state, out } = answered(done, done);
  expect(out).toBe('finished');
  expect(state.phase).toMatchObject({ kind: 'done', result: { sentence: 'done 2' } });
});

test('the form asks for missing data, and only those rows are sent again', () => {
  const { state } = answered(done, lacksOwner);
  expect(state.phase).toMatchObject({ kind: 'form', notice: { kind: 'someAccepted' } });
  const enter: BulkFormMessage = { type: 'form', message: { type: 'entered', key: 'ownerId', value: 'is' } };
  const again = updateBulkForm(updateBulkForm(state, enter).state, submit);
  expect(effectOf(again.effects, 'send').requests).toEqual([
    {
      accountId: 'a_2',
      expectedVersion: 1,
      command: { type: 'changeStatus', to: 'ON_FILE', data: { reason: '重複', ownerId: 'is' } },
    },
  ]);
  const end = updateBulkForm(again.state, effectOf(again.effects, 'send').reply({ value: [done] }));
  expect(end.state.phase).toMatchObject({ kind: 'done', result: { sentence: 'done 2' } });
});

test('rows that each need a form of their own are named at the end', () => {
  const one = aRefusal(refuse('KEEP', { missing: [requiredField('onFile.successorId', DEFAULT_SETTINGS)] }));
  const { state } = answered(done, one);
  expect(state).toMatchObject({ phase: { kind: 'done' }, refused: [{ row: { id: 'a_2' } }] });
});

test.each([
  ['nothing accepted', { value: [aRefusal(), aRefusal()] }],
  ['no answer', offline],
  ['fewer results than rows', { value: [done] }],
])('%s: the form stays, to be sent again with all rows', (_, result) => {
  const { state } = updateBulkForm(sent.state, effectOf(sent.effects, 'send').reply(result));
  expect(state.phase.kind).toBe('form');
  expect(state.waiting).toHaveLength(2);
  expect(effectOf(updateBulkForm(state, submit).effects, 'send').requests).toHaveLength(2);
});

test('one account is opened alone', () => {
  const state: BulkFormState = opened;
  const { effects } = updateBulkForm(state, { type: 'openAlone', id: 'a_2' });
  expect(effectOf(effects, 'call')).toMatchObject({
    name: 'openDialog',
    args: ['changeStatus', ['a_2'], null, ''],
  });
});
