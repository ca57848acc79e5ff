import { recogniseExport } from '../../../functions/company-list/known-exports';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { EXPORT_FIXTURES } from './export-fixtures';
import { PERSON_AND_SERVICE_EXPORTS } from './person-and-service-exports';

const FIXTURES = { ...EXPORT_FIXTURES, ...PERSON_AND_SERVICE_EXPORTS };

test.each(Object.entries(FIXTURES))('%s', (_, { text, writtenBy, columns, names }) => {
  const list = readCompanyList(Buffer.from(text));
  expect(list.problems).toEqual([]);
  expect(list.writtenBy).toBe(writtenBy);
  const read = list.columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]]));
  expect(Object.fromEntries(read)).toEqual(columns);
  expect(list.rows.map(({ values }) => values.name)).toEqual(names);
});

test('of HubSpot, the stage tells the status of who has no lead status', () => {
  const lines = ['Record ID,Company name,Lifecycle Stage,Lead Status', '1,Kou,Customer,', '2,Otsu,Lead,Lost'];
  const { rows } = readCompanyList(Buffer.from(lines.join('\n')));
  expect(rows.map(({ values }) => values.status)).toEqual(['Customer', 'Lost']);
});

test('in a list of persons, the ID of a row and a bare name are those of a person', () => {
  const { name, columns } = recogniseExport(['ID', 'Name', 'Job Title', 'Company']);
  expect([name, columns.id, columns.name]).toEqual([null, null, 'contactName']);
  expect(recogniseExport(['ID', 'Name']).columns).toEqual({});
});

test.each([
  [['会社名', '担当者'], undefined],
  [['会社名', '担当者', '営業担当'], 'contactName'],
  [['会社名', '担当者', '役職'], 'contactName'],
  [['会社名', 'IS担当', 'FS担当', '担当者'], undefined],
  [['取引先名', '担当者', '敬称'], 'contactName'],
  [['会社名', '部署', '担当者', '電話番号'], 'contactName'],
  [['会社名', '担当者', '氏名', '役職'], undefined],
  [['会社名', '担当者', '先方担当者', '部署'], undefined],
])('whose 担当者 is, the other columns tell: %j', (header, field) => {
  expect(recogniseExport(header).columns.担当者).toBe(field);
});
