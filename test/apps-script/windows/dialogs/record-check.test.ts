/** Checks of the selected rows: one after the other, or the same result for all. */
import type { SelectedRow } from '../../../../apps-script/script-api';
import {
  openRecordCheck,
  type RecordCheckMessage,
  type RecordCheckState,
  updateRecordCheck,
} from '../../../../apps-script/windows/dialogs/record-check';
import { anAccount, MEMBERS, TODAY, theMember } from '../../../builders';
import { anAccountView, aViewer, effectOf } from '../window-scene';

const aRow = (id: string, over: Partial<SelectedRow> = {}): SelectedRow => ({
  id,
  name: id,
  status: 'QUARTERLY_CHECK',
  version: 2,
  ...over,
});
const [first, second] = [aRow('a_1'), aRow('a_2')];
const cold = aRow('a_3', { status: 'COLD' });
const open = (...rows: readonly SelectedRow[]) => openRecordCheck(aViewer(), rows);
const apply = (state: RecordCheckState, ...messages: readonly RecordCheckMessage[]): RecordCheckState =>
  messages.reduce((now, message) => updateRecordCheck(now, message).state, state);

/** The account that the dialog reads. */
const isReading = ({ effects }: ReturnType<typeof open>) => effectOf(effects, 'call');

test('one account that is checked: its dialog opens at once', () =>
  expect(isReading(open(first))).toMatchObject({ name: 'readAccount', args: ['a_1', null] }));

test('none that is checked: it says so', () => expect(open(cold).state.phase).toEqual({ kind: 'none' }));

test.each([
  ['several', [first, second]],
  ['one, and one that is not checked', [first, cold]],
])('%s: a person chooses how', (_, rows) =>
  expect(open(...rows).state).toMatchObject({
    phase: { kind: 'choosing' },
    others: rows.filter(({ status }) => status === 'COLD'),
  }),
);

test('one by one: the next is read after the first, and what comes late of the first is dropped', () => {
  const one = updateRecordCheck(open(first, second).state, { type: 'oneByOne' });
  expect(isReading(one).args).toEqual(['a_1', null]);
  const next = updateRecordCheck(one.state, { type: 'next' });
  expect(isReading(next).args).toEqual(['a_2', null]);
  const late = isReading(one).reply({ value: anAccountView(anAccount({ id: 'a_1' })) });
  expect(apply(next.state, late)).toBe(next.state);
});

test('the result of each is sent to the account that its dialog has read', () => {
  const one = updateRecordCheck(open(first, second).state, { type: 'oneByOne' });
  const account = anAccount({ id: 'a_1', status: 'QUARTERLY_CHECK', version: 5 });
  const read = apply(one.state, isReading(one).reply({ value: anAccountView(account) }));
  expect(read.phase).toMatchObject({
    kind: 'single',
    dialog: { phase: { kind: 'work', work: { target: { accountId: 'a_1', expectedVersion: 5 } } } },
  });
});

test('what the row of one account has said already stands in its form', () => {
  const opened = openRecordCheck(aViewer(), [first], { result: 'needGone' });
  const account = anAccount({ id: 'a_1', status: 'QUARTERLY_CHECK' });
  const read = apply(opened.state, isReading(opened).reply({ value: anAccountView(account) }));
  expect(read.phase).toMatchObject({
    dialog: { phase: { kind: 'work', work: { form: { entered: { result: 'needGone' } } } } },
  });
});

test('together: the team is read, and one form stands for all that are checked', () => {
  const together = updateRecordCheck(open(first, second, cold).state, { type: 'together' });
  const team = { members: MEMBERS, you: theMember('is'), today: TODAY };
  const state = apply(together.state, effectOf(together.effects, 'call').reply({ value: team }));
  expect(state.phase).toMatchObject({
    kind: 'together',
    window: { window: { waiting: [first, second], plan: { excluded: [{ row: cold }] } } },
  });
});

test('what belongs to another phase changes nothing', () => {
  const { state } = open(first, second);
  expect(apply(state, { type: 'next' })).toEqual(state);
  expect(apply(state, { type: 'bulk', message: { type: 'readTeam' } })).toEqual(state);
});
