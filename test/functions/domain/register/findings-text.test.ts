import type { RegisterFinding } from '../../../../functions/domain/register/findings';
import {
  FINDING_TEXTS,
  findingsStamp,
  findingsSummary,
  findingText,
} from '../../../../functions/domain/register/findings-text';

const PLACE = { row: 5, accountId: 'a_1', company: '株式会社松' };

test.each<[RegisterFinding, ja: string, en: string]>([
  [
    { ...PLACE, kind: 'inconsistent', ownCompany: '株式会社竹' },
    '「株式会社竹」の行として書き込まれましたが、会社名が合いません。',
    'It was written as the row of "株式会社竹", but names another company.',
  ],
  [
    { ...PLACE, kind: 'copied', above: 3 },
    '3 行目と同じアカウントです。',
    'The same account stands in row 3.',
  ],
  [
    { ...PLACE, kind: 'idTypedOver', typed: 'a_2' },
    'ID が a_2 に書き換えられています。',
    'The ID was changed to a_2.',
  ],
  [{ ...PLACE, kind: 'idTypedOver', typed: '' }, 'ID が消されています。', 'The ID is gone.'],
  [
    { ...PLACE, kind: 'unreadable' },
    '保存されている内容を読み取れません。行はそのままにしています。ほかのアカウントには影響ありません。',
    'What is stored of it cannot be read: its row was left alone. No other account is affected.',
  ],
  [
    { ...PLACE, kind: 'nameless', accountId: '' },
    'ID も会社名もない行に値があります。送信していません。',
    'Values stand in a row without ID and company; they are not sent.',
  ],
  [{ ...PLACE, kind: 'unknown' }, 'この ID のアカウントはありません。', 'No account has this ID.'],
  [
    { ...PLACE, kind: 'withdrawn' },
    'この会社の登録は取り消されています。',
    'The registration was taken back.',
  ],
  [
    { ...PLACE, kind: 'unwritten' },
    'アカウントと違う値がありますが、非表示の列が消えていて、申請かどうか分かりません。',
    'It says something else than the account; hidden cells of the row are gone, so that nothing tells whether that is a request.',
  ],
  [
    { ...PLACE, kind: 'moved', keys: ['status', 'contact'] },
    'ステータス、窓口: 入力ではなく、ほかの行の値が移ってきています。送信していません。',
    'Status, Contact: not typed here, but moved from other rows; it is not sent.',
  ],
  [
    { ...PLACE, kind: 'decide', since: '2026-06-30' },
    '利用中の製品はすべて終了(2026-06-30)',
    'Every product has ended (2026-06-30)',
  ],
  [
    { ...PLACE, kind: 'dropOut', list: 'EDINET' },
    'リスト「EDINET」にありましたが、新しいリストにはありません。',
    'The list "EDINET" had it, and has it no more.',
  ],
  [
    { ...PLACE, kind: 'closed', list: '法人番号', closure: '2026-03-31 清算の結了等' },
    'リスト「法人番号」によると、閉鎖・解散しています。2026-03-31 清算の結了等',
    'Closed or dissolved, as the list "法人番号" has it. 2026-03-31 清算の結了等',
  ],
  [{ ...PLACE, kind: 'draft' }, 'まだ登録されていません。', 'It is not registered yet.'],
  [
    {
      ...PLACE,
      kind: 'conflict',
      contradictions: [{ key: 'contact', requested: '鈴木様', current: '田中様' }],
    },
    '窓口: セルは「鈴木様」、今の値は「田中様」です。',
    'Contact: the cell says "鈴木様", the account has "田中様".',
  ],
  [
    { row: null, accountId: '', company: 'テーブル1', kind: 'table' },
    '「テーブル1」という表になっています。行は書き込みますが、フィルタと、型のある列の書式や選択肢は表のままにします。',
    'The table "テーブル1" lies over it. Rows are written; its filter, and formats and choices in columns with a type, are left to it.',
  ],
  [
    {
      ...PLACE,
      kind: 'lateJob',
      late: { name: { ja: 'キュー', en: 'queue' }, since: '2026-06-30 07:05' },
    },
    'キューは 2026-06-30 07:05 を最後に定時実行されていません。',
    'The queue has not been run by the scheduler since 2026-06-30 07:05.',
  ],
  [
    { ...PLACE, kind: 'leftOut', request: 'setBasicFilter', reason: 'No.' },
    'フィルタを Google が受け付けませんでした。行は書き込みました。(No.)',
    'Google refused the filter; the rows are written. (No.)',
  ],
  [
    { ...PLACE, kind: 'leftOut', request: 'updateDimensionProperties', reason: 'No.' },
    '列の幅や固定を Google が受け付けませんでした。行は書き込みました。(No.)',
    'Google refused widths and frozen rows; the rows are written. (No.)',
  ],
])('%j', (finding, ja, en) => {
  expect([findingText(finding, 'ja'), findingText(finding, 'en')]).toEqual([ja, en]);
  expect(FINDING_TEXTS[finding.kind].next.ja).toMatch(/ください。$/);
});

test('how many there are, and when', () => {
  expect([0, 1, 600].map((count) => findingsSummary(count, Math.min(count, 500)).en)).toEqual([
    'Nothing to check.',
    '1 row to check.',
    '600 rows to check. The first 500 are shown.',
  ]);
  expect(findingsStamp('2026-07-01', 10).ja).toBe('2026-07-01 時点、台帳は 10 行');
});
