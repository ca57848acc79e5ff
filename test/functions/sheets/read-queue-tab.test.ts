import { basisOf, basisText } from '../../../functions/domain/queue/row-basis';
import { readQueueTab } from '../../../functions/sheets/read-queue-tab';
import { aCheck } from '../domain/queue/queue-scene';

const basis = (id: string, rank = 0, name = `会社 ${id}`) =>
  basisText(basisOf(aCheck({ id, name }), { band: 'overdue' }), { note: '', rank });
const read = (values: readonly (readonly unknown[])[]) => readQueueTab(values, 'ja_JP');
const KEYS = ['name', 'note', 'result', 'request', 'basis', ''];
const LABELS = ['会社名', 'マネージャーのメモ(次回も残ります)', '結果', '申請の状態', '行の基準'];
const row = (id: string, note = '', result = '', request = '') => [
  `会社 ${id}`,
  note,
  result,
  request,
  basis(id),
];

test('what was typed, by account; the columns by their keys, and by their labels where the keys are gone', () => {
  const rows = [row('a_1', 'call', '応答なし', '未送信'), row('a_2')];
  for (const head of [[KEYS, LABELS], [LABELS]]) {
    const found = read([['made'], ...head, ...rows]);
    expect(found.notes).toMatchObject({
      a_1: [{ text: 'call', isEdited: true }],
      a_2: [{ text: '', isEdited: false }],
    });
    expect(found.rows.a_1).toMatchObject({ result: '応答なし', request: '未送信', owners: '', due: '' });
  }
});

test('of a row that was copied both notes, and the one that waits', () => {
  const rows = [row('a_1', 'one', '応答なし', '未送信'), row('a_1', 'two', '案件化', '差し戻し: x')];
  for (const all of [rows, [...rows].reverse()]) {
    const { notes, rows: kept } = read([KEYS, ...all]);
    expect((notes.a_1 ?? []).map(({ text }) => text).sort()).toEqual(['one', 'two']);
    expect(kept.a_1?.result).toBe('応答なし');
  }
});

test('of rows that were torn by a sort nothing is taken for a request; a note goes with the company that it names', () => {
  const torn = [
    ['会社 a_2', 'of two', '応答なし', '未送信', basis('a_1')],
    ['会社 a_1', 'of one', '', '', basis('a_2')],
    ['会社 a_9', 'of nobody', '', '', basis('a_3')],
  ];
  expect(read([KEYS, ...torn])).toMatchObject({
    notes: Object.fromEntries(
      ['a_2 of two', 'a_1 of one', 'a_3 of nobody'].map((one) => [
        one.slice(0, 3),
        [{ text: one.slice(4), isEdited: true }],
      ]),
    ),
    rows: {},
    sorts: [],
  });
});

test('how people have sorted it; whatever became of a request may stand out of place', () => {
  const line = (rank: number, owners: string, request = '') => [
    ...[`会社 a_${rank}`, '', owners, request, basis(`a_${rank}`, rank)],
  ];
  const keys = ['name', 'note', 'owners', 'request', 'basis'];
  const sorted = [line(2, 'あ'), line(1, 'い'), line(3, 'い'), line(0, '')];
  expect(read([keys, ...sorted]).sorts).toEqual([{ key: 'owners', down: false }]);
  const edited = [line(2, 'あ'), line(1, 'え', '受付: え'), line(3, 'い'), line(0, '')];
  expect(read([keys, ...edited]).sorts).toEqual([{ key: 'owners', down: false }]);
  const unsorted = [line(0, 'い'), line(1, 'あ')];
  expect(read([keys, ...unsorted])).toMatchObject({ keys, sorts: [] });
});

test('a tab without these columns, or rows of no account', () => {
  const nothing = { notes: {}, rows: {}, sorts: [] };
  expect(read([])).toEqual({ ...nothing, keys: [] });
  expect(read([['a', 'b'], ['=1']])).toEqual({ ...nothing, keys: [] });
  expect(read([KEYS, [], ['会社', 'x', '', '', '=1']])).toMatchObject(nothing);
});
