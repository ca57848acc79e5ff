/** A form as data: which fields it shows, what it refuses to send, how it grows. */

import { type FormField, fieldByKey } from '../../../../apps-script/windows/kit/form-data';
import {
  type FormMessage,
  type FormState,
  formFailed,
  formRefused,
  openForm,
  updateForm,
} from '../../../../apps-script/windows/kit/form-state';
import {
  type FormPlan,
  formTree,
  formValues,
  shownFields,
} from '../../../../apps-script/windows/kit/shown-fields';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { anAccount, anOpportunity, aProduct, TODAY } from '../../../builders';
import { effectOf, lookupOf, offline } from '../window-scene';

const open = (over: Partial<FormPlan> = {}): FormState =>
  openForm({
    about: { account: null, today: TODAY },
    fields: [fieldByKey('reason')],
    more: () => [],
    values: {},
    ...over,
  }).state;

const apply = (form: FormState, ...messages: readonly FormMessage[]): FormState =>
  messages.reduce((now, message) => updateForm(now, message).state, form);

const enter = (key: string, value: string | boolean): FormMessage => ({ type: 'entered', key, value });
const submit: FormMessage = { type: 'submitted', unreadable: [] };
const keys = (form: FormState): string[] => shownFields(form).map(({ key }) => key);

test('an empty field that is needed is marked and focused, and nothing is sent', () => {
  const { state, effects, out } = updateForm(open(), submit);
  expect(state.problems).toEqual({ reason: 'fillThis' });
  expect(effectOf(effects, 'focus').selector).toBe('[data-field="reason"]');
  expect(out).toBeNull();
  expect(apply(state, enter('reason', '重複')).problems).toEqual({});
});

test('of two fields of which one is enough, filling one in takes the mark off both', () => {
  const fields = [fieldByKey('lost.revisitOn'), fieldByKey('lost.revisitTrigger'), fieldByKey('reason')];
  const form = apply(open({ fields }), submit);
  expect(Object.keys(form.problems)).toEqual(['lost.revisitOn', 'lost.revisitTrigger', 'reason']);
  expect(apply(form, enter('lost.revisitOn', '2026-12-07')).problems).toEqual({ reason: 'fillThis' });
  expect(apply(form, enter('reason', '重複')).problems).toHaveProperty(['lost.revisitTrigger']);
});

test('half a date is no value, even where the field may be empty', () => {
  const form = open({ fields: [fieldByKey('nextCheckDate')] });
  const { state, out } = updateForm(form, { type: 'submitted', unreadable: ['nextCheckDate'] });
  expect(state.problems).toEqual({ nextCheckDate: 'notADate' });
  expect(out).toBeNull();
});

describe('a question that the buttons ask', () => {
  const question: FormField = { ...fieldByKey('reason'), key: 'activity.twoWay', kind: 'answer' };
  const form = open({ fields: [question] });

  test.each([
    ['true', true],
    ['false', false],
  ])('%s is sent with the form', (value, twoWay) =>
    expect(updateForm(form, { ...submit, answer: { key: question.key, value } }).out).toEqual({
      kind: 'submit',
      tree: { activity: { twoWay } },
    }),
  );

  test('sent from the keyboard, it is still to be answered', () =>
    expect(updateForm(form, submit)).toMatchObject({
      out: null,
      state: { problems: { 'activity.twoWay': 'fillThis' } },
    }));
});

test('an amount is read as it is written, and what is none is not sent', () => {
  const form = open({ fields: [{ ...fieldByKey('reason'), key: 'amount', kind: 'amount', optional: true }] });
  const sentWith = (typed: string) => updateForm(apply(form, enter('amount', typed)), submit);
  expect(sentWith('１,２00,000円').out).toEqual({ kind: 'submit', tree: { amount: 1_200_000 } });
  expect(sentWith('').out).toEqual({ kind: 'submit', tree: {} });
  expect(sentWith('1,200,0000').out).toEqual({ kind: 'submit', tree: { amount: 12_000_000 } });
  expect(sentWith('1億2,000万').out).toEqual({ kind: 'submit', tree: { amount: 120_000_000 } });
  expect(sentWith('1,5億')).toMatchObject({ out: null, state: { problems: { amount: 'notADate' } } });
  expect(sentWith('未定')).toMatchObject({ out: null, state: { problems: { amount: 'notADate' } } });
});

test('it is sent once: a second click while it is on its way does nothing', () => {
  const first = updateForm(apply(open(), enter('reason', '重複')), submit);
  expect(first.out).toEqual({ kind: 'submit', tree: { reason: '重複' } });
  expect(updateForm(first.state, submit).out).toBeNull();
  expect(formFailed(first.state, offline.error).state).toMatchObject({
    phase: 'editing',
    notice: { kind: 'error' },
    entered: { reason: '重複' },
  });
});

test('a suggestion stands there until something is entered', () => {
  const form = open({ fields: [fieldByKey('reason', { suggestion: '統合' })] });
  expect(formTree(form)).toEqual({ reason: '統合' });
  expect(formTree(apply(form, enter('reason', '')))).toEqual({});
});

test('a field that an answer makes necessary stands right behind it', () => {
  const form = open({ fields: [fieldByKey('lost.reason'), fieldByKey('lost.on')] });
  expect(keys(form)).toEqual(['lost.reason', 'lost.on']);
  expect(keys(apply(form, enter('lost.reason', 'OTHER')))).toEqual([
    'lost.reason',
    'lost.reasonText',
    'lost.on',
  ]);
});

test('a refusal makes it grow; what was there and will not do is marked', () => {
  const form = apply(open(), enter('reason', '重複'));
  const { state } = formRefused(form, [fieldByKey('reason'), fieldByKey('ownerId')]);
  expect(keys(state)).toEqual(['reason', 'ownerId']);
  expect(state.problems).toEqual({ reason: 'neededOrWrong' });
  expect(formValues(state).reason).toBe('重複');
});

test('another choice removes the fields that the first one had brought', () => {
  const choice: FormField = { ...fieldByKey('lost.reason'), key: 'result', kind: 'radio' };
  const grown = formRefused(open({ fields: [choice] }), [fieldByKey('ownerId')]).state;
  expect(keys(apply(grown, enter('result', 'BUDGET')))).toEqual(['result']);
});

test('Escape leaves an untouched form at once, and one with something in it the second time', () => {
  const pressed: FormMessage = { type: 'escaped' };
  expect(updateForm(open(), pressed).out).toEqual({ kind: 'cancel' });
  const warned = updateForm(apply(open(), enter('reason', '重')), pressed);
  expect([warned.state.notice, warned.out]).toEqual([{ kind: 'escapeAgain' }, null]);
  expect(updateForm(warned.state, pressed).out).toEqual({ kind: 'cancel' });
  expect(updateForm(apply(warned.state, enter('reason', '重複')), pressed).out).toBeNull();
});

describe('a field whose value is another account', () => {
  const hit = (id: string) => ({ row: { id, name: id } });
  const found = (...ids: string[]) => ({ value: { hits: ids.map(hit), asked: { note: null } } }) as never;
  const form = open({ fields: [fieldByKey('onFile.successorId')] });
  const search: FormMessage = { type: 'searched', key: 'onFile.successorId', query: ' 残る ', now: true };

  test('what is chosen among the hits is its value, until something else is looked for', () => {
    const searching = updateForm(form, search);
    const call = effectOf(searching.effects, 'call');
    expect([call.name, call.args]).toEqual(['callFunction', lookupOf('残る')]);
    const chosen = apply(
      searching.state,
      call.reply(found('a_1', 'a_2')),
      enter('onFile.successorId', 'a_2'),
    );
    expect(formTree(chosen)).toEqual({ onFile: { successorId: 'a_2' } });
    expect(formTree(apply(chosen, search))).toEqual({});
  });

  test('an answer that comes after a newer question is dropped', () => {
    const first = updateForm(form, search);
    const second = updateForm(first.state, { ...search, query: '去る' });
    const late = apply(second.state, effectOf(first.effects, 'call').reply(found('a_1')));
    expect(late.searches['onFile.successorId']?.shown.kind).toBe('searching');
  });

  test('while somebody types it waits', () => {
    const { effects } = updateForm(form, { ...search, now: false });
    const later = effectOf(effects, 'later');
    expect(later.message).toEqual({ type: 'searchDue', key: 'onFile.successorId' });
  });

  test('an account that stands there already is shown by its name, and the box is empty', () => {
    const { state, effects } = openForm({
      ...form.plan,
      fields: [fieldByKey('onFile.successorId', { suggestion: 'a_9' })],
    });
    expect(effectOf(effects, 'call').args).toEqual(lookupOf('a_9'));
    expect(state.searches['onFile.successorId']?.query).toBe('');
  });
});

describe('rows of the account', () => {
  const account = toRecord(
    anAccount({
      status: 'ACTIVE_OPPORTUNITY',
      opportunities: { o000001: anOpportunity({ id: 'o000001' }) },
      products: { p000001: aProduct({ id: 'p000001', state: 'live', endsOn: null }) },
    }),
  );
  const about = { account, today: TODAY };

  test('each open opportunity has a row with today in it, and is needed', () => {
    const form = open({ about, fields: [fieldByKey('closing')] });
    expect(formValues(form).closing).toEqual([
      { opportunityId: 'o000001', outcome: '', on: TODAY, lostReason: '', note: '' },
    ]);
    expect(updateForm(form, submit).state.problems).toEqual({ closing: 'fillThis' });
  });

  test('each product in use has one', () =>
    expect(formValues(open({ about, fields: [fieldByKey('churn')] })).churn).toEqual([
      { productId: 'p000001', endsOn: '', reason: '' },
    ]));
});
