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
  [['hachi.ti-da.net', 'ti-da.net'], ['hachi.ti-da.net']],
  [['hachi.slack.com', 'slack.com'], ['hachi.slack.com']],
  [['slack.com'], []],
  [['r.goope.jp', 'goope.jp'], []],
  [['hachi.github.io', 'github.io'], ['hachi.github.io']],
  [['shop.hachi.stores.jp', 'hachi.stores.jp', 'stores.jp'], ['hachi.stores.jp']],
  [['stores.jp'], []],
  [['page.hachi.github.io', 'hachi.github.io', 'github.io'], ['hachi.github.io']],
  [['github.io'], []],
  [['hachi.tokyo.jp', 'tokyo.jp'], ['hachi.tokyo.jp']],
  [
    ['www.hachi.minato.tokyo.jp', 'hachi.minato.tokyo.jp', 'minato.tokyo.jp', 'tokyo.jp'],
    ['www.hachi.minato.tokyo.jp', 'hachi.minato.tokyo.jp'],
  ],
  [['hachi.co.uk', 'co.uk'], ['hachi.co.uk']],
  [['hachi.blogspot.com', 'blogspot.com'], ['hachi.blogspot.com']],
  [['hachi.azurewebsites.net', 'azurewebsites.net'], ['hachi.azurewebsites.net']],
  [['d1.cloudfront.net', 'cloudfront.net'], ['d1.cloudfront.net']],
  [
    [
      'hachi.s3.ap-northeast-1.amazonaws.com',
      's3.ap-northeast-1.amazonaws.com',
      'ap-northeast-1.amazonaws.com',
      'amazonaws.com',
    ],
    ['hachi.s3.ap-northeast-1.amazonaws.com'],
  ],
  [['hachi.web.app', 'web.app'], ['hachi.web.app']],
  [['hachi.deno.dev', 'deno.dev'], ['hachi.deno.dev']],
  [
    ['mail.hachi.unknowntld', 'hachi.unknowntld'],
    ['mail.hachi.unknowntld', 'hachi.unknowntld'],
  ],
  [[], []],
])('of %j, %j tell a company', (domains, own) => {
  expect(ownDomains(domains)).toEqual(own);
});
