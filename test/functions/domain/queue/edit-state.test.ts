import {
  editStates,
  isStillAsked,
  noteOf,
  wasAcceptedOn,
  wasRefusedBefore,
} from '../../../../functions/domain/queue/edit-state';
import { text } from '../../../../functions/domain/text/text';

const cells = (value: string, request = '未送信', note = '') => ({ value, request, note });

test.each([
  ['shown and marked', '応答なし', [cells('応答なし')], true],
  ['cleared', '', [cells('')], false],
  ['taken back without an edit', '応答なし', [cells('')], false],
  ['changed without an edit, as by a sort', '応答なし', [cells('案件化')], false],
  ['written anew before the mark stood there', '応答なし', [cells('', '')], true],
  ['its row gone', '応答なし', [], true],
  ['shown on one tab of two', '応答なし', [cells('', ''), cells('応答なし', 'Not sent')], true],
])('%s', (_, value, shown, expected) => {
  expect(isStillAsked({ column: 'result', value }, shown)).toBe(expected);
});

test('a cleared cell takes back what was said of an opportunity, as long as it stands cleared', () => {
  const edit = { column: 'amount', value: '' } as const;
  expect(isStillAsked(edit, [cells('')])).toBe(true);
  expect(isStillAsked(edit, [cells('5')])).toBe(false);
  const [state] = editStates([
    {
      rowKey: 'a@opportunities.o1',
      column: 'amount',
      value: '',
      on: '2026-07-01',
      isKept: true,
      shown: [cells('')],
      outcome: 'accepted',
    },
  ]).values();
  expect(state).toEqual(text('受付: (空欄) (2026-07-01)', 'Accepted: (blank) (2026-07-01)'));
});

test('the note is that of the row as it stands, and the one of then where it is gone', () => {
  const edit = { value: '承認', note: 'then' };
  expect(noteOf(edit, [cells('', '', 'other tab'), cells('承認', '未送信', 'now')])).toBe('now');
  expect(noteOf(edit, [cells('', '', '')])).toBe('');
  expect(noteOf(edit, [])).toBe('then');
});

test('a row says what became of all its edits, what was refused first; one that is not asked for, nothing', () => {
  const edit = { column: 'result', on: '2026-07-01', isKept: true, shown: [cells('x')] } as const;
  const words = text('担当者がいません。', 'There is no owner.');
  const states = editStates([
    { ...edit, rowKey: 'a_1', value: '応答なし', outcome: 'accepted' },
    { ...edit, rowKey: 'a_2', value: '案件化', outcome: { words } },
    { ...edit, rowKey: 'a_1', value: '2026-08-03', outcome: 'accepted' },
    { ...edit, rowKey: 'a_2', value: 'is2', isKept: false, outcome: { words } },
    { ...edit, rowKey: 'a_2', value: 'is3', outcome: 'accepted' },
    { ...edit, rowKey: 'a_3', value: '応答なし', shown: [cells('')], outcome: 'notAsked' },
    { ...edit, rowKey: 'a_4', value: '応答なし', outcome: 'notAsked' },
  ]);
  expect(Object.fromEntries([...states].map(([id, { ja }]) => [id, ja]))).toEqual({
    a_1: '受付: 応答なし (2026-07-01)\n2026-08-03 (2026-07-01)',
    a_2: '差し戻し: 案件化 (2026-07-01): 担当者がいません。\nis2: 担当者がいません。',
    a_3: '',
    a_4: expect.stringMatching(/^要確認: /),
  });
  expect(states.get('a_2')?.en).toBe(
    'Sent back: 案件化 (2026-07-01): There is no owner.\nis2: There is no owner.',
  );
});

test.each([
  ['owners', [cells('')], '要確認: 空にしても何も変わりません。キューを作り直すと、もとの値に戻ります。'],
  ['due', [cells('')], expect.stringMatching(/^要確認: 空にしても/)],
  ['due', [cells('2026-08-03')], ''],
  ['due', [], ''],
  ['result', [cells('')], ''],
] as const)('a cell of %s that was cleared, shown as %j', (column, shown, ja) => {
  const edit = { rowKey: 'a_1', value: '', on: '2026-07-01', isKept: true, outcome: 'notAsked' } as const;
  expect(editStates([{ ...edit, column, shown }]).get('a_1')?.ja).toEqual(ja);
});

test.each([
  ['受付: 応答なし (2026-07-01)', true],
  ['Accepted: No answer (2026-07-01)', true],
  ['受付: 応答なし (2026-06-30)\n2026-08-03 (2026-07-01)', true],
  // By a form, which nobody typed anything for.
  ['受付: 2026-07-01', true],
  ['Accepted: 2026-07-01', true],
  ['受付: 2026-06-30', false],
  ['受付: 2026-07-01 (2026-06-30)', false],
  ['差し戻し: 応答なし (2026-07-01)', false],
  ['', false],
])('%j was carried out on the day: %s', (request, expected) => {
  expect(wasAcceptedOn(request, '2026-07-01')).toBe(expected);
});

test.each([
  ['差し戻し: is2 (2026-06-30): 権限がありません。', true],
  ['Sent back: is2 (2026-07-01): no.', false],
  ['差し戻し: is2 (2026-06-30): x\nis3 (2026-07-01): x', false],
  ['差し戻し: is2: その人に伝わりません。', false],
  ['受付: is2 (2026-06-30)', false],
])('%j is told in its row no more: %s', (request, expected) => {
  expect(wasRefusedBefore(request, '2026-07-01')).toBe(expected);
});
