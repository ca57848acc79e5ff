import type { ListField } from '../../../functions/company-list/list-headers';
import { withPersonsApart } from '../../../functions/company-list/persons-apart';

type Values = Partial<Record<ListField, string>>;
const apart = (values: Values, further: Values[] = []) => withPersonsApart(values, further, 'ja');

test('as many mails, phones and titles as persons are one of each; one department is that of all', () => {
  expect(
    apart({
      ...{
        name: '甲',
        contactName: '佐藤様、鈴木様',
        contactDepartment: '営業部',
        contactTitle: '部長、課長',
      },
      ...{ contactEmail: 's@ko.example, t@ko.example', contactPhone: '090-1111-2222\n090-3333-4444' },
    }),
  ).toMatchObject({
    values: { name: '甲' },
    further: [
      {
        ...{ contactName: '佐藤様', contactDepartment: '営業部', contactTitle: '部長' },
        ...{ contactEmail: 's@ko.example', contactPhone: '090-1111-2222' },
      },
      {
        ...{ contactName: '鈴木様', contactDepartment: '営業部', contactTitle: '課長' },
        ...{ contactEmail: 't@ko.example', contactPhone: '090-3333-4444' },
      },
    ],
    told: [{ code: 'CONTACTS_READ', detail: 'contactName: 佐藤様、鈴木様 → 佐藤様 / 鈴木様' }],
  });
});

test('what cannot be told to be of one of them stays with the row, which then names nobody', () => {
  const { values, further } = apart({
    contactName: '佐藤/鈴木',
    contactEmail: 's@ko.example',
    contactTitle: '部長',
  });
  expect(values).toEqual({ contactEmail: 's@ko.example', contactTitle: '部長' });
  expect(further).toEqual([{ contactName: '佐藤' }, { contactName: '鈴木' }]);
});

test('the company’s column of mails is theirs where it has as many', () => {
  const { values, further } = apart({ contactName: '佐藤/鈴木', email: 's@ko.example, t@ko.example' });
  expect(further.map(({ contactEmail }) => contactEmail)).toEqual(['s@ko.example', 't@ko.example']);
  expect(values).toEqual({ email: 's@ko.example, t@ko.example' });
});

test('family and given names are paired; with unlike numbers nobody is told', () => {
  expect(apart({ contactFamilyName: '佐藤\n鈴木', contactGivenName: '一郎\n花子' }).further).toEqual([
    { contactName: '佐藤 一郎' },
    { contactName: '鈴木 花子' },
  ]);
  expect(apart({ contactFamilyName: '佐藤\n鈴木', contactGivenName: '一郎' })).toEqual({
    values: { note: '先方担当者: 佐藤\n鈴木 / 一郎' },
    further: [],
    told: [{ code: 'CONTACTS_UNCLEAR', detail: 'contactName: 佐藤\n鈴木 / 一郎' }],
  });
  const single = { contactFamilyName: '佐藤', contactGivenName: '一郎' };
  expect(apart(single)).toEqual({ values: single, further: [], told: [] });
});

test('one person with more in the cell keeps what other columns say', () => {
  expect(apart({ contactName: '佐藤 090-1111-2222', contactPhone: '03-1111-2222' }).values).toEqual({
    ...{ contactName: '佐藤', contactPhone: '03-1111-2222' },
  });
  expect(apart({ contactName: '佐藤様 他2名', note: '紹介' }).values).toEqual({
    ...{ contactName: '佐藤様', note: '紹介\n先方担当者: 佐藤様 他2名' },
  });
});

test('a further person’s cell is read as the first one', () => {
  expect(
    apart({ contactName: '田中' }, [{ contactName: '佐藤、鈴木', contactDepartment: '営業部' }]),
  ).toMatchObject({
    values: { contactName: '田中' },
    further: [
      { contactName: '佐藤', contactDepartment: '営業部' },
      { contactName: '鈴木', contactDepartment: '営業部' },
    ],
  });
});
