import { COLUMN_KEYS, EDITABLE, MIRROR_KEYS } from '../../../../functions/domain/register/column-keys';
import { columnOf, isHidden } from '../../../../functions/domain/register/columns';

test('people write in the editable columns, Hachi in all others, and each note says so', () => {
  for (const key of COLUMN_KEYS) {
    const { writtenBy, note } = columnOf(key);
    const isEditable = EDITABLE.some((editable) => editable === key);
    expect([key, writtenBy]).toEqual([key, isEditable ? 'people' : 'hachi']);
    expect([key, note.ja.includes('申請になり')]).toEqual([key, isEditable]);
  }
});

test('no two columns have one heading, in either language', () => {
  for (const language of ['ja', 'en'] as const) {
    const headings = COLUMN_KEYS.map((key) => columnOf(key).label[language]);
    expect(new Set(headings).size).toBe(COLUMN_KEYS.length);
  }
});

test('a mirror is called after its column', () => {
  expect(columnOf('mirror.nextCheck').label).toEqual({ ja: '控え:次回確認日', en: 'Mirror: Next check' });
  expect(columnOf('mirror.version').label).toEqual({ ja: '控え:版', en: 'Mirror: Version' });
});

test('the ID and the mirrors are hidden', () => {
  expect(COLUMN_KEYS.filter(isHidden)).toEqual(['id', ...MIRROR_KEYS]);
});
