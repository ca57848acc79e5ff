import { mapColumns } from '../../../functions/company-list/columns';
import { furtherContactParts, furtherContactsOf } from '../../../functions/company-list/further-contacts';
import { readCompanyList } from '../../../functions/company-list/read-list';

const personsOf = (header: string, row: string) => {
  const { rows } = readCompanyList(Buffer.from(`${header}\n${row}\n`));
  return rows[0]?.contacts ?? [];
};

test.each<[string, string, object[]]>([
  [
    '会社名,担当者名,部署,役職,メール,担当者名2,部署2,役職2,メール2',
    '甲,山田,総務,部長,y@a.jp,鈴木,営業,課長,s@a.jp',
    [
      {
        contactName: '鈴木',
        contactDepartment: '営業',
        contactTitle: '課長',
        contactEmail: 's@a.jp',
      },
    ],
  ],
  [
    '会社名,先方担当者①,先方担当者①携帯,先方担当者②,先方担当者②携帯,先方担当者③',
    '甲,山田,090-1,鈴木,090-2,佐藤',
    [{ contactName: '鈴木', contactPhone: '090-2' }, { contactName: '佐藤' }],
  ],
  [
    'Company,Contact 1 Name,Contact 1 Email,Contact 2 Name,Contact 2 Email',
    'Ko Inc,Tom,t@a.jp,Bob,b@a.jp',
    [{ contactName: 'Bob', contactEmail: 'b@a.jp' }],
  ],
  [
    'Account Name,Primary Contact,Email,Secondary Contact,Secondary Contact Email',
    'Ko Inc,Tom,t@a.jp,Bob,b@a.jp',
    [{ contactName: 'Bob', contactEmail: 'b@a.jp' }],
  ],
  [
    '会社名,先方担当者,2人目の先方担当者,2人目の役職',
    '甲,山田,鈴木,課長',
    [{ contactName: '鈴木', contactTitle: '課長' }],
  ],
  [
    '会社名,姓1,名1,姓2,名2',
    '甲,山田,太郎,鈴木,次郎',
    [{ contactFamilyName: '鈴木', contactGivenName: '次郎' }],
  ],
  // Of the company, where it stands before the persons.
  ['会社名,電話1,電話2,先方担当者1,先方担当者2', '甲,03-1,03-2,山田,鈴木', [{ contactName: '鈴木' }]],
  // Of the team, as the first one is.
  ['会社名,担当者,担当者2', '甲,is,is2', []],
  // A second department of one person.
  ['会社名,先方担当者,部署,部署2', '甲,山田,営業,一課', []],
  ['会社名,先方担当者,先方担当者6', '甲,山田,鈴木', []],
  ['会社名,先方担当者,先方担当者2', '甲,山田,', []],
])('%s', (header, row, persons) => {
  expect(personsOf(header, row)).toEqual(persons);
});

test('a column that a person has chosen needs no number in its header', () => {
  const { columns } = mapColumns(
    ['会社名', '先方担当者', '紹介者', '紹介者のメール'],
    { columns: { 2: 'furtherContact', 3: 'furtherContact' } },
    1,
  );
  const parts = furtherContactParts(columns);
  expect(furtherContactsOf(['甲', '山田', '鈴木', 's@a.jp'], parts)).toEqual([
    { contactName: '鈴木', contactEmail: 's@a.jp' },
  ]);
});
