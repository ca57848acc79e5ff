import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (...lines: string[]) => readCompanyList(Buffer.from(`${lines.join('\n')}\n`));

test.each([
  ['会社名,法人格,前後', '甲,株式会社,前', '株式会社甲'],
  ['会社名,法人格,前後', '甲,有限会社,後', '甲有限会社'],
  ['会社名,法人格,法人格位置', '甲,㈱,後株', '甲㈱'],
  ['会社名,前株・後株', '甲,前株', '株式会社甲'],
  ['会社名,前株・後株', '甲,後(有)', '甲有限会社'],
  ['会社名,法人格,前後', '株式会社甲,株式会社,後', '株式会社甲'],
  ['会社名,法人格,前後', '甲,個人,', '甲'],
  ['会社名,法人格,前後', '甲,,前', '甲'],
])('%s: %s is %s', (header, row, name) => {
  const list = read(header, row);
  expect(list.rows.map(({ values }) => values)).toEqual([{ name }]);
  expect(list.notes).toEqual([]);
});

test('a form without its place stands in front, which is told', () => {
  const list = read('会社名,法人格', '甲,株式会社');
  expect(list.rows.map(({ values }) => values.name)).toEqual(['株式会社甲']);
  expect(list.notes).toMatchObject([{ line: 2, code: 'LEGAL_FORM_IN_FRONT', detail: '株式会社甲' }]);
});
