import { readWebDomain } from '../../../../functions/domain/company/web-domain';

test.each([
  ['hachi.co.jp', 'hachi.co.jp', ['hachi.co.jp'], false],
  ['https://www.hachi.co.jp:8443/about', 'hachi.co.jp', ['hachi.co.jp'], false],
  [
    'taro@tokyo.sales.hachi.com',
    'tokyo.sales.hachi.com',
    ['tokyo.sales.hachi.com', 'sales.hachi.com', 'hachi.com'],
    true,
  ],
  ['hachi.or.jp.', 'hachi.or.jp', ['hachi.or.jp'], false],
  ['ハチ.jp', 'ハチ.jp', ['ハチ.jp'], false],
])('%s', (text, host, domains, isEmail) => {
  expect(readWebDomain(text)).toEqual({ host, domains, isEmail });
});

test.each(['', '株式会社ハチ', 'co.jp', 'U.S.A.', 'hachi', '1.2.3.4', 'なし', 'a b.jp', '-.jp'])(
  '%p is no address',
  (text) => {
    expect(readWebDomain(text)).toBeNull();
  },
);
