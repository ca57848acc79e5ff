import type { ListField } from '../../../functions/company-list/list-headers';
import { parseImportRow } from '../../../functions/company-list/parse-import-row';
import { bantAnswerOf, lostReasonOf } from '../../../functions/company-list/row-need';
import { LOST_REASONS } from '../../../functions/domain/status/code-list-texts';
import { listTerms } from '../../builders';

const parse = (values: Partial<Record<ListField, string>>) => {
  const parsed = parseImportRow({ line: 4, values: { name: '株式会社甲', ...values } }, listTerms());
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ code }) => code).join());
  return { data: parsed.row.data, told: parsed.notes.map(({ code, detail, days }) => [code, detail, days]) };
};

test.each([
  ['はい', 'yes'],
  ['○', 'yes'],
  ['ＹＥＳ', 'yes'],
  ['確保済', 'yes'],
  ['なし', 'no'],
  ['×', 'no'],
  ['△', 'unclear'],
  ['検討中', 'unclear'],
  ['不明', 'unknown'],
  ['？', 'unknown'],
  ['500万円', null],
  ['田中部長', null],
  ['2027年4月', null],
])('%s is the answer %s, and no text is guessed', (written, answer) => {
  expect(bantAnswerOf(written)).toBe(answer);
});

test.each([
  ['予算', { reason: 'BUDGET' }],
  ['Budget', { reason: 'BUDGET' }],
  ['budget', { reason: 'BUDGET' }],
  ['競 合', { reason: 'COMPETITOR' }],
  ['部長が反対', { reason: 'OTHER', reasonText: '部長が反対' }],
  ['FISCAL', { reason: 'FISCAL' }],
])('the lost reason %s is %j', (written, reason) => {
  expect(lostReasonOf(written, { ...LOST_REASONS, FISCAL: { ja: '期末', en: 'Year end' } })).toEqual(reason);
});

test('what is said of a person whom the row does not name, and mails beyond the one of its person, are kept as a note', () => {
  const of = (values: Partial<Record<ListField, string>>) => parse(values).data?.notes;
  expect(of({ contactDepartment: '総務部', contactTitle: '部長', contactPhone: '09011112222' })).toEqual([
    '先方担当者の部署: 総務部\n先方担当者の役職: 部長\n先方担当者の電話: 09011112222',
  ]);
  expect(of({ email: 'info@ko.example' })).toEqual(['メールアドレス: info@ko.example']);
  expect(of({ contactName: '佐藤', email: 'info@ko.example' })).toEqual(['メールアドレス: info@ko.example']);
  expect(of({ contactName: '佐藤', email: 'Sato <sato@ko.example>' })).toBeUndefined();
  expect(of({ contactName: '佐藤', contactEmail: 'a@ko.example; b@ko.example' })).toEqual([
    '先方担当者のメール: a@ko.example, b@ko.example',
  ]);
});

test('who has asked not to be contacted is a person; of a row that names nobody it is kept as a note', () => {
  expect(parse({ doNotContact: '○' })).toEqual({
    data: { notes: ['先方担当者への連絡不可: ○'] },
    told: [['DATA_IN_NOTE', 'doNotContact: ○', undefined]],
  });
  expect(parse({ doNotContact: 'FALSE' })).toEqual({ data: undefined, told: [] });
  const { data, told } = parse({ doNotContact: '○', contactName: '佐藤' });
  expect([data?.notes, told]).toEqual([undefined, []]);
});

test('a branch is where the contact works; without one it is kept as a note', () => {
  expect(parse({ branch: '大阪支店' })).toEqual({
    data: { notes: ['支店・拠点: 大阪支店'] },
    told: [['DATA_IN_NOTE', 'branch: 大阪支店', undefined]],
  });
  const { data, told } = parse({ branch: '大阪支店', contactName: '佐藤' });
  expect([data?.notes, told]).toEqual([undefined, []]);
});

test('what a quarterly check is made of', () => {
  const { data, told } = parse({
    ...{ status: '四半期', awaitedCondition: '来期予算の確定', meetingDate: '2026/5/11' },
    ...{ bantBudget: '×', bantNeed: '○', latentNeed: '在庫が合わない', note: '紹介:山田様' },
  });
  expect(data).toEqual({
    meetings: ['2026-05-11'],
    bant: { budget: 'no', need: 'yes' },
    ...{ latentNeed: '在庫が合わない', awaitedCondition: '来期予算の確定', notes: ['紹介:山田様'] },
  });
  expect(told).toEqual([]);
});

test('what a lost account is made of; its next check is when it is spoken to again', () => {
  const values = { status: '失注', lostDate: '2026/3/2', lostReason: '時期', revisitCondition: '新年度' };
  expect(parse({ ...values, revisitDate: '2026/10/1' }).data?.lost).toEqual({
    ...{ on: '2026-03-02', reason: 'TIMING', revisitOn: '2026-10-01', revisitTrigger: '新年度' },
  });
  const { data, told } = parse({ ...values, nextCheck: '2026/10/1' });
  expect([data?.lost?.revisitOn, told]).toEqual(['2026-10-01', []]);
});

test('a revisit that is over is taken, and told with the next such day', () => {
  const { data, told } = parse({ status: '失注', lostDate: '2025/3/2', revisitDate: '2026/1/15' });
  expect(data?.lost?.revisitOn).toBe('2026-01-15');
  expect(told).toEqual([['REVISIT_OVER', 'revisitDate: 2026/1/15', ['2027-01-15']]]);
});

test.each<[Partial<Record<ListField, string>>, string, string[]]>([
  [{ bantBudget: '500万円' }, '予算(BANT): 500万円', ['bantBudget: 500万円']],
  [{ status: 'コールド', awaitedCondition: '予算' }, '待っている条件: 予算', ['awaitedCondition: 予算']],
  [{ status: '失注', lostReason: '予算' }, '失注理由: 予算', ['lostReason: 予算']],
  [
    { status: 'ワーキング', nextCheck: '2026/8/3', note: '初回は電話' },
    '初回は電話\n次回確認日: 2026/8/3',
    ['nextCheck: 2026/8/3'],
  ],
])('what has no place in the status is noted: %j', (values, note, details) => {
  const { data, told } = parse(values);
  expect(data?.notes).toEqual([note]);
  expect(told).toEqual(details.map((detail) => ['DATA_IN_NOTE', detail, undefined]));
});

test.each<[Partial<Record<ListField, string>>]>([
  [{ status: 'コールド', awaitedCondition: '-', nextCheck: '未定', lostReason: '―' }],
  [{}],
])('what says nothing is no data: %j', (values) => {
  expect(parse(values)).toEqual({ data: undefined, told: [] });
});

test('of a long note its beginning is kept, and that is told', () => {
  const { data, told } = parse({ note: 'あ'.repeat(2001) });
  expect([data?.notes?.[0]?.length, told[0]?.[0]]).toEqual([2000, 'NOTE_SHORTENED']);
});

test('facts about a product that the row does not name are kept as a note, and told', () => {
  const { data, told } = parse({ productEnd: '2027-03-31', reference: 'PO-1' });
  expect(data?.notes).toEqual(['解約日: 2027-03-31\n契約・注文番号: PO-1']);
  expect(told).toEqual([
    ['DATA_IN_NOTE', 'productEnd: 2027-03-31', undefined],
    ['DATA_IN_NOTE', 'reference: PO-1', undefined],
  ]);
});
