import {
  markOf,
  markText,
  REQUEST_MARKS,
  type RequestMark,
} from '../../../../functions/domain/register/request-marks';

const MARKS = Object.keys(REQUEST_MARKS) as RequestMark[];

test('as people read them', () => {
  expect([markText('unsent', 'ja'), markText('unsent', 'en')]).toEqual(['未送信', 'Not sent']);
  expect(markText('refused', 'ja', '商談が必要です。')).toBe('差し戻し: 商談が必要です。');
  expect(markText('refused', 'en', '')).toBe('Sent back');
});

test.each(MARKS)('%s is known again in either language, whatever follows', (mark) => {
  for (const language of ['ja', 'en'] as const)
    for (const more of ['', 'なぜ', 'Not sent']) expect(markOf(markText(mark, language, more))).toBe(mark);
});

test.each([
  ['', null],
  [' 未送信 ', 'unsent'],
  ['メモ', null],
  [7, null],
  [undefined, null],
])('%p is %p', (cell, mark) => {
  expect(markOf(cell)).toBe(mark);
});
