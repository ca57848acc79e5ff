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
  ['Record ID', ['Record ID', 'Deal Name', 'Deal Stage', 'Associated Company']],
  ['レコード番号', ['レコード番号', '会社名', '案件名', '確度']],
  ['商談ID', ['商談ID', '商談名', '取引先名', 'フェーズ']],
])('in a list of opportunities, %s is none of the company', (id, header) => {
  const list = readCompanyList(Buffer.from([header.join(','), header.map(() => '甲').join(',')].join('\n')));
  expect(list.columns.find((column) => column.header === id)).toMatchObject({ field: null });
});

test.each([
  [['会社名', '予算', '決裁者', '課題', '潜在課題'], 'bantNeed'],
  [['会社名', '予算', '決裁者', '課題'], undefined],
  [['会社名', '課題', '潜在課題'], undefined],
])('what 課題 says, the other columns tell: %j', (header, field) => {
  expect(recogniseExport(header).columns.課題).toBe(field);
});

test('cards with an owner are those of a company', () => {
  const cards = ['会社名', '氏名', 'TEL会社', '名刺交換日'];
  expect([cards, [...cards, '名刺所有者']].map((header) => recogniseExport(header).name)).toEqual([
    'Eight',
    'Sansan',
  ]);
});

test('the first of several 担当者 with titles is one of the company', () => {
  const { columns } = recogniseExport(['会社名', '担当者1', '役職1', '担当者2', '役職2']);
  expect([columns.担当者1, columns.担当者2]).toEqual(['contactName', undefined]);
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

test.each([
  [['Prénom', 'Nom', 'Entreprise'], 'Nom'],
  [['Vorname', 'Name', 'Firma'], 'Name'],
])('beside a given name, a bare name is the family name: %j', (header, bare) => {
  const list = readCompanyList(Buffer.from([header.join(','), header.map(() => 'Kou').join(',')].join('\n')));
  expect(list.columns.find((column) => column.header === bare)).toMatchObject({ field: 'contactFamilyName' });
  expect(list.columns.find((column) => column.header === header[2])).toMatchObject({ field: 'name' });
});

test('of SAP, the number stands below the customer, and the name is the first of two', () => {
  const list = readCompanyList(
    Buffer.from('Kunde;Name 1;Name 2;PLZ;Ort;Telefon 1\n100023;Kou GmbH;;80331;München;089 1234567\n'),
  );
  expect(list.writtenBy).toBe('SAP');
  expect(list.rows[0]?.values).toMatchObject({ listId: '100023', name: 'Kou GmbH', phone: '089 1234567' });
});
