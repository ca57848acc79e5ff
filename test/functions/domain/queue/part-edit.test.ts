import { type PartEdit, readPartEdit } from '../../../../functions/domain/queue/part-edit';
import { MEMBERS } from '../../../builders';

const context = { members: MEMBERS, fiscalYearStartMonth: 4, language: 'ja', products: [] } as const;
const read = (column: PartEdit['column'], value: string, note = '') =>
  readPartEdit(
    {
      ...{ column, value, note, on: '2026-07-01' },
      basis: {
        ...{ id: 'a_1', name: '株式会社八', version: 7, status: 'ACTIVE_OPPORTUNITY' },
        ...{ kind: 'opportunities', partId: 'o000001' },
      },
    },
    context,
  );
const edit = (fields: object) => ({
  command: { type: 'editOpportunity', opportunityId: 'o000001', ...fields },
});

test.each<[PartEdit['column'], string, object]>([
  ['nextStep', ' 見積の提出 ', { nextStep: '見積の提出' }],
  ['nextStep', '', { nextStep: '' }],
  ['department', '情報システム部', { department: '情報システム部' }],
  ['department', '', { department: null }],
  ['expectedOn', '2026/9/30', { expectedOn: '2026-09-30' }],
  ['expectedOn', '', { expectedOn: null }],
  ['amount', '120万', { amount: 1_200_000 }],
  ['amount', '', { amount: null }],
  ['probability', '70%', { probability: 70 }],
  ['probability', '', { probability: null }],
])('%s %j is what is expected of the opportunity', (column, value, fields) => {
  expect(read(column, value)).toEqual(edit(fields));
});

test.each<[PartEdit['column'], string, string]>([
  ['expectedOn', '秋ごろ', 'DATE_UNCLEAR'],
  ['expectedOn', '要調整', 'DATE_UNREADABLE'],
  ['amount', '要相談', 'AMOUNT_UNREADABLE'],
  ['probability', 'A', 'PROBABILITY_UNREADABLE'],
  ['department', '部'.repeat(201), 'TEXT_TOO_LONG'],
  ['nextStep', '次'.repeat(2_001), 'TEXT_TOO_LONG'],
  ['owners', '誰か', 'OWNER_UNKNOWN'],
  ['result', '検討中', 'RESULT_UNKNOWN'],
  ['due', '2026-09-30', 'NOT_OF_ROW'],
  ['email', 'a@example.jp', 'NOT_OF_ROW'],
])('%s %j asks for nothing that can be done', (column, value, problem) => {
  expect(read(column, value)).toMatchObject({ problem });
});

test('another owner is a hand-over, with a note of its own where there is none', () => {
  const passed = { type: 'handOverOpportunity', opportunityId: 'o000001', toId: 'fs2' };
  expect(read('owners', 'fs2')).toEqual({ command: { ...passed, note: '案件の担当セルで変更' } });
  expect(read('owners', 'fs2', '地域の変更')).toEqual({ command: { ...passed, note: '地域の変更' } });
});

test.each([
  ['受注', 'won'],
  ['Lost', 'lost'],
  ['差し戻し', 'returned'],
])('%s is asked about in the form, never closed by its cell', (value, outcome) => {
  expect(read('result', value)).toEqual({
    problem: 'CLOSED_IN_FORM',
    retry: { form: 'closeOpportunity', id: 'o000001', values: { 'close.outcome': outcome } },
  });
});

test('what was passed on is acknowledged', () => {
  for (const words of ['受け取る', 'Acknowledge', 'accept', '受領'])
    expect(read('result', words)).toEqual({ command: { type: 'acknowledgeHandOver', accept: true } });
});

test('a row of a contact takes what is known of a person, and nothing of an opportunity', () => {
  const basis: PartEdit['basis'] = {
    ...{ id: 'a_1', name: '株式会社八', version: 7, status: 'COLD' },
    ...{ kind: 'contacts', partId: 'c000001' },
  };
  const edit = { basis, value: '総務部', note: '', on: '2026-07-01' };
  expect(readPartEdit({ ...edit, column: 'department' }, context)).toEqual({
    command: { type: 'saveContact', contact: { id: 'c000001', department: '総務部' } },
  });
  for (const column of ['amount', 'owners', 'result', 'due'] as const)
    expect(readPartEdit({ ...edit, column }, context)).toEqual({ problem: 'NOT_OF_ROW' });
});
