import { recogniseExport } from '../../../functions/company-list/known-exports';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { EXPORT_FIXTURES } from './export-fixtures';

test.each(Object.entries(EXPORT_FIXTURES))('%s', (_, { text, writtenBy, columns, names }) => {
  const list = readCompanyList(Buffer.from(text));
  expect(list.problems).toEqual([]);
  expect(list.writtenBy).toBe(writtenBy);
  const read = list.columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]]));
  expect(Object.fromEntries(read)).toEqual(columns);
  expect(list.rows.map(({ values }) => values.name)).toEqual(names);
});

test('in a list of persons, the ID of a row and a bare name are those of a person', () => {
  const { name, columns } = recogniseExport(['ID', 'Name', 'Job Title', 'Company']);
  expect([name, columns.id, columns.name]).toEqual([null, null, null]);
  expect(recogniseExport(['ID', 'Name']).columns).toEqual({});
});
