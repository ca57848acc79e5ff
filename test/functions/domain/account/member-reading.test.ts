import { isReading, tidyReading } from '../../../../functions/domain/account/member-reading';

test.each(['さとう あおい', 'サトウ', 'ｻﾄｳ ｶﾞｸ', 'ジョン・スミス', 'おおの　ゆう', 'ヴィー', 'いゝだ'])(
  'a reading: %s',
  (typed) => {
    expect(isReading(typed)).toBe(true);
  },
);

test.each(['佐藤', 'さとう葵', 'Sato', 'さとう1', '', ' ', 'ー', '・', '=さとう', 'さとう\n\u0000'])(
  'no reading: %j',
  (typed) => {
    expect(isReading(typed)).toBe(false);
  },
);

test('it is kept in kana of full width, with single blanks', () => {
  expect(tidyReading(' ｻﾄｳ　 ｶﾞｸ ')).toBe('サトウ ガク');
});
