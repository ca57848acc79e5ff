import { domainsOf } from '../../../functions/company-list/row-domains';

test.each<[Parameters<typeof domainsOf>[0], string[] | undefined]>([
  [{}, undefined],
  [{ domain: 'https://www.ko.example:8443/a?b=1' }, ['ko.example']],
  [{ domain: 'ko.example / ko-shop.example' }, ['ko.example', 'ko-shop.example']],
  [{ domain: 'https://ko.example\nhttps://facebook.com/ko' }, ['ko.example']],
  [{ domain: 'ko.example', email: 'a@ko.example', contactEmail: 's@gmail.com' }, ['ko.example']],
  [{ email: 'a@ko.example, b@otsu.example' }, ['ko.example', 'otsu.example']],
  [{ email: 'a@gmail.com' }, undefined],
])('%j has the domains %j', (values, domains) => {
  expect(domainsOf(values)).toEqual(domains);
});
