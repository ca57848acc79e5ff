import type { ListField } from '../../../functions/company-list/list-headers';
import { contactOf, contactsOf } from '../../../functions/company-list/row-contact';

type Values = Partial<Record<ListField, string>>;

test.each<[Values, object | undefined]>([
  [{}, undefined],
  [{ contactDepartment: '総務部', email: 'sato@ko.example' }, undefined],
  [{ contactName: ' 佐藤　一郎 様' }, { name: '佐藤 一郎' }],
  [{ contactFamilyName: '佐藤', contactGivenName: '一郎' }, { name: '佐藤 一郎' }],
  [{ contactFamilyName: 'Lee', contactGivenName: 'Ann' }, { name: 'Ann Lee' }],
  [{ contactGivenName: 'Ann' }, { name: 'Ann' }],
  [
    {
      contactName: '佐藤',
      contactDepartment: '営業部\n第一課',
      contactTitle: '部長',
      contactPhone: '090-1111-2222',
    },
    { name: '佐藤', department: '営業部 第一課', title: '部長', phone: '090-1111-2222' },
  ],
  [
    { contactName: '佐藤', branch: '大阪支店', contactDepartment: '営業部' },
    { name: '佐藤', department: '大阪支店 営業部' },
  ],
  [
    { contactName: '佐藤', branch: '本社' },
    { name: '佐藤', department: '本社' },
  ],
  [
    { contactName: '佐藤', email: 'sato@ko.example' },
    { name: '佐藤', email: 'sato@ko.example' },
  ],
  [
    { contactName: '佐藤', email: 'sato@ko.example', contactEmail: 's@gmail.com' },
    { name: '佐藤', email: 's@gmail.com' },
  ],
  [
    { contactName: '佐藤', email: 'sato@ko.example, keiri@ko.example' },
    { name: '佐藤', email: 'sato@ko.example' },
  ],
  [
    { contactName: '佐藤', doNotContact: '○' },
    { name: '佐藤', doNotContact: true },
  ],
  [{ contactName: '佐藤', doNotContact: 'いいえ' }, { name: '佐藤' }],
  [{ contactName: '佐藤', email: 'info@ko.example' }, { name: '佐藤' }],
  [
    { contactName: '佐藤', email: 'informal@ko.example' },
    { name: '佐藤', email: 'informal@ko.example' },
  ],
])('%j is %j', (values, contact) => {
  expect(contactOf(values)).toEqual(contact);
});

test('the further contacts of a row are read as the first one, and one without a name is told', () => {
  const told: string[] = [];
  const tell = (code: string, field: string): void => {
    told.push(`${code} ${field}`);
  };
  const reading = { values: { contactName: '佐藤' }, complain: tell, remark: tell };
  const further = [
    { contactName: '鈴木 様', contactPhone: '9012345678' },
    { contactEmail: 's@ko.example' },
    { contactName: '田中', contactTitle: '長'.repeat(201) },
  ];
  expect(contactsOf(reading, further).map(({ name, phone }) => [name, phone])).toEqual([
    ['佐藤', undefined],
    ['鈴木', '09012345678'],
    ['田中', undefined],
  ]);
  expect(told).toEqual([
    'PHONE_ZERO_ADDED contactPhone',
    'CONTACT_WITHOUT_NAME furtherContact',
    'VALUE_TOO_LONG furtherContact',
  ]);
});
