import { ownDomains } from '../../../../functions/domain/company/shared-platforms';

test.each([
  [
    ['www.hachi.co.jp', 'hachi.co.jp'],
    ['www.hachi.co.jp', 'hachi.co.jp'],
  ],
  [['hachi.com'], ['hachi.com']],
  [['page.facebook.com', 'facebook.com'], []],
  [['sites.google.com', 'google.com'], []],
  [['google.com'], ['google.com']],
  [['hachi.github.io', 'github.io'], ['hachi.github.io']],
  [['shop.hachi.stores.jp', 'hachi.stores.jp', 'stores.jp'], ['hachi.stores.jp']],
  [['stores.jp'], []],
  [[], []],
])('of %j, %j tell a company', (domains, own) => {
  expect(ownDomains(domains)).toEqual(own);
});
