/** One address says the same of a company wherever it is read. */
import { companyFromQuery } from '../../../../apps-script/windows/companies/company-from-query';
import { parseImportRow } from '../../../../functions/company-list/parse-import-row';
import { companyDomains, nameSpellings } from '../../../../functions/domain/company/company-identity';
import { duplicateKeys, matchingTraits } from '../../../../functions/domain/company/duplicates';
import { domainKey, matchKeys } from '../../../../functions/domain/company/match-keys';
import { parseLookupQuery } from '../../../../functions/domain/lookup/query';
import { anAccount, listTerms } from '../../../builders';

/** As a person or a list writes it, and the domain that tells the company; null where it tells none. */
const ADDRESSES: [address: string, host: string | null][] = [
  ['https://www.softbank.jp/corp/', 'softbank.jp'],
  ['taro@softbank.jp', 'softbank.jp'],
  ['taro@g.softbank.co.jp', 'g.softbank.co.jp'],
  ['taro@softbank.ne.jp', null],
  ['taro@i.softbank.jp', null],
  ['taro@ocn.ne.jp', null],
  ['https://www.ocn.ne.jp/', null],
  ['taro@mx1.ocn.ne.jp', null],
  ['https://www.biglobe.co.jp/', 'biglobe.co.jp'],
  ['taro@biglobe.ne.jp', null],
  ['taro@nifty.com', null],
  ['info@nifty.co.jp', 'nifty.co.jp'],
  ['taro@gmail.com', null],
  ['taro@yahoo.co.jp', null],
  ['taro@yahoo.fr', null],
  ['taro@hotmail.co.uk', null],
  ['taro@docomo.ne.jp', null],
  ['taro@me.com', null],
  ['info@me.co.jp', 'me.co.jp'],
  ['info@live.example.co.jp', 'live.example.co.jp'],
  ['HTTPS://WWW.Hachi.CO.JP:443/about?x=1#y', 'hachi.co.jp'],
  ['ｗｗｗ．ｈａｃｈｉ．ｊｐ', 'hachi.jp'],
  ['<Taro@Hachi.co.jp>', 'hachi.co.jp'],
  ['mailto:taro@hachi.co.jp', 'hachi.co.jp'],
  ['https://日本語.jp/', '日本語.jp'],
];

/** The page of a company on a platform, and the host that tells the company; null where the page is a path. */
const PAGES: [address: string, host: string | null][] = [
  ['https://www.facebook.com/hachi', null],
  ['https://ja-jp.facebook.com/hachi/', null],
  ['https://www.linkedin.com/company/hachi', null],
  ['https://x.com/hachi', null],
  ['https://ameblo.jp/hachi/', null],
  ['https://note.com/hachi', null],
  ['https://itp.ne.jp/info/123/', null],
  ['https://peraichi.com/landing_pages/view/hachi', null],
  ['https://sites.google.com/view/hachi', null],
  ['https://hachi.github.io/', 'hachi.github.io'],
  ['https://www.hachi.wixsite.com/site', 'hachi.wixsite.com'],
  ['http://hachi.shop-pro.jp/?pid=1', 'hachi.shop-pro.jp'],
  ['https://shop.hachi.sakura.ne.jp', 'hachi.sakura.ne.jp'],
  ['https://wixsite.com', null],
  ['HTTP://Hachi.GitHub.io/Shop/', 'hachi.github.io'],
  ['https://hachi.s3.ap-northeast-1.amazonaws.com/index.html', 'hachi.s3.ap-northeast-1.amazonaws.com'],
  ['taro@hachi.onmicrosoft.com', 'hachi.onmicrosoft.com'],
  ['https://hachi.my.canva.site/', 'hachi.my.canva.site'],
  ['https://hachi.tokyo.jp', 'hachi.tokyo.jp'],
  ['https://hachi.blogspot.com', 'hachi.blogspot.com'],
  ['https://www.instagram.com/hachi/', null],
  ['https://line.me/R/ti/p/@hachi', null],
  ['https://job.mynavi.jp/26/pc/search/corp1/outline.html', null],
];

describe.each(PAGES)('the page %s', (address, host) => {
  const hosts = host === null ? [] : [host];

  test('tells its company by its own host, never by what that stands under', () => {
    expect(companyDomains([address])).toEqual(hosts);
    expect(domainKeysOf(address)).toEqual(hosts.map(domainKey));
    expect(importedDomains('domain', address)).toEqual(hosts);
    const { question, note } = parseLookupQuery(address);
    expect([question.domains, note !== null]).toEqual([hosts, host === null]);
  });
});

const importedDomains = (field: 'domain' | 'email', address: string): readonly string[] => {
  const parsed = parseImportRow({ line: 2, values: { name: 'ハチ', [field]: address } }, listTerms());
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.row.details.domains ?? [];
};

const domainKeysOf = (address: string): string[] =>
  matchKeys(anAccount({ name: 'ハチ', domains: [address] })).filter((key) => key.startsWith('@'));

describe.each(ADDRESSES)('%s', (address, host) => {
  const hosts = host === null ? [] : [host];

  test('the identity', () => {
    expect(companyDomains([address]).slice(0, 1)).toEqual(hosts);
  });

  test('an imported row, whichever column has it', () => {
    expect(importedDomains('domain', address)).toEqual(hosts);
    expect(importedDomains('email', address)).toEqual(hosts);
  });

  test('a look-up asks for the keys that an account with the address is stored under', () => {
    const { domains } = parseLookupQuery(address).question;
    expect(domains.map(domainKey)).toEqual(domainKeysOf(address));
    expect(domains.slice(0, 1)).toEqual(hosts);
  });

  test('the form of a new company', () => {
    expect(companyFromQuery(address)).toEqual(host === null ? {} : { domains: host });
  });

  test('two companies of one name are likely one by it, or not', () => {
    const company = { name: '株式会社ハチ', domains: [address] };
    expect(matchingTraits(company, company)).toEqual(host === null ? ['name'] : ['name', 'domain']);
    expect(duplicateKeys(company).filter((key) => key.startsWith('d:')).length > 0).toBe(host !== null);
  });
});

test('a mail host and the domain above it are one company to the look-up and to the duplicates', () => {
  const [one, other] = [['taro@mail.hachi.co.jp'], ['https://www.hachi.co.jp']];
  expect(companyDomains([...one, ...other])).toEqual(['mail.hachi.co.jp', 'hachi.co.jp']);
  expect(matchingTraits({ name: 'ハチ', domains: one }, { name: 'ハチ', domains: other })).toContain(
    'domain',
  );
});

test('names: the present one first, then the English one, the reading and the former ones; blank ones are none', () => {
  expect(
    nameSpellings({
      name: '株式会社ハチ',
      englishName: 'Hachi Inc.',
      kana: ' ',
      otherNames: ['ハチカフェ'],
      formerNames: [{ name: '八商店', until: '2020-04-01' }],
    }),
  ).toEqual([
    { field: 'name', text: '株式会社ハチ' },
    { field: 'englishName', text: 'Hachi Inc.' },
    { field: 'otherName', text: 'ハチカフェ' },
    { field: 'formerName', text: '八商店' },
  ]);
  expect(nameSpellings({})).toEqual([]);
});
