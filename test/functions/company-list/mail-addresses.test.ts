import { mailAddressesIn } from '../../../functions/company-list/mail-addresses';

test.each<[string, string[]]>([
  ['y@x.example', ['y@x.example']],
  ['山田 太郎 <y@x.example>', ['y@x.example']],
  ['"Yamada, Taro" <y@x.example>', ['y@x.example']],
  ['y@x.example, keiri@x.example', ['y@x.example', 'keiri@x.example']],
  ['y@x.example; y@x.example;z@x.co.jp', ['y@x.example', 'z@x.co.jp']],
  ['y@x.example ::: z@x.example', ['y@x.example', 'z@x.example']],
  ['y@x.example\nz@x.example', ['y@x.example', 'z@x.example']],
  ['SMTP:y@x.example', ['y@x.example']],
  ['mailto:y.z+list@mail.x.co.jp', ['y.z+list@mail.x.co.jp']],
  ['ｙ＠ｘ．example', ['y@x.example']],
  ['y@x.example（経理）', ['y@x.example']],
  ['経理：y@x.example', ['y@x.example']],
  ['y@日本.jp', ['y@日本.jp']],
  ['y(at)x.example', []],
  ['あり', []],
  ['@hachi', []],
])('%j has the addresses %j', (cell, addresses) => {
  expect(mailAddressesIn(cell)).toEqual(addresses);
});
