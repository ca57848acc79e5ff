import {
  duplicatesStamp,
  duplicatesSummary,
  matchingTraitsText,
} from '../../../../functions/domain/register/duplicates-text';

const row = { group: 1, company: 'ハチ', id: 'a', status: { ja: '', en: '' }, owner: { ja: '', en: '' } };

test('what is the same, in a sentence', () => {
  const likely = { ...row, kind: 'likely' as const, why: ['name', 'phone'] as const };
  expect(matchingTraitsText(likely, 'ja')).toBe('名前・電話が同じです。');
  expect(matchingTraitsText(likely, 'en')).toBe('Same name, phone.');
  expect(matchingTraitsText({ kind: 'many', group: 1, company: 'ハチ', count: 703 }, 'ja')).toBe(
    '703 社が同じ名前です。',
  );
});

test.each([
  [0, 0, 0, '重複の候補はありません。', 'No possible duplicates.'],
  [1, 2, 2, '重複の候補が 1 組あります。', '1 group of possible duplicates.'],
  [
    300,
    500,
    700,
    '重複の候補が 300 組あります。上から 500 行を示します。',
    '300 groups of possible duplicates. The first 500 rows are shown.',
  ],
])('%i groups, %i of %i rows', (groups, listed, rows, ja, en) => {
  expect(duplicatesSummary(groups, listed, rows)).toEqual({ ja, en });
});

test('the stamp says when, and among how many', () => {
  expect(duplicatesStamp('2026-07-01', 50).ja).toBe('2026-07-01 時点、50 社を照合');
});
