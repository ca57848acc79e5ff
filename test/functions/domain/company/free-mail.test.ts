import { isFreeMail } from '../../../../functions/domain/company/free-mail';

test.each([
  'gmail.com',
  'yahoo.co.jp',
  'yahoo.fr',
  'hotmail.co.uk',
  'ocn.ne.jp',
  'mx1.ocn.ne.jp',
  'i.softbank.jp',
])('%s tells nothing of a company', (domain) => {
  expect(isFreeMail(domain)).toBe(true);
});

test.each([
  'softbank.jp',
  'softbank.co.jp',
  'biglobe.co.jp',
  'yahoo.example.co.jp',
  'notgmail.com',
  'live.co.jp',
])('%s is a company', (domain) => {
  expect(isFreeMail(domain)).toBe(false);
});
