import { phoneOf, phonesIn } from '../../../functions/company-list/phone-number';

test.each<[string | undefined, string | undefined, string[]]>([
  [undefined, undefined, []],
  ['03-1111-0010', '03-1111-0010', []],
  ['311110010', '0311110010', ['PHONE_ZERO_ADDED']],
  ['９０１２３４５６７８', '09012345678', ['PHONE_ZERO_ADDED']],
  ['2125550123', '2125550123', []],
  ['3.1111E+08', undefined, ['PHONE_ROUNDED']],
  ['8.13E+10', undefined, ['PHONE_ROUNDED']],
  ['81300000000', undefined, ['PHONE_ROUNDED']],
  ['81312300000', undefined, ['PHONE_ROUNDED']],
  ['81312345678', '81312345678', []],
  ['0120-000-000', '0120-000-000', []],
])('the phone %s is %s', (written, phone, remarks) => {
  for (const field of ['phone', 'contactPhone'] as const) {
    const codes: string[] = [];
    const values = written === undefined ? {} : { [field]: written };
    expect(phoneOf({ values, remark: (code) => codes.push(code) }, field)).toBe(phone);
    expect(codes).toEqual(remarks);
  }
});

test.each([
  ['03-1234-0003, 06-1234-0003', ['03-1234-0003', '06-1234-0003']],
  ['090-1111-2222 ::: 03-1111-2222', ['090-1111-2222', '03-1111-2222']],
  ['TEL:03-1111-3333(代)\nFAX:03-1111-3334', ['TEL:03-1111-3333(代)']],
  ['03-1111-2222,2223', ['03-1111-2222,2223']],
  ['03-1111-2222 内線12', ['03-1111-2222 内線12']],
  [undefined, []],
])('%j has the phones %j', (cell, phones) => {
  expect(phonesIn(cell)).toEqual(phones);
});
