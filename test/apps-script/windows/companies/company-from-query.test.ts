/** What was typed into the lookup, in the fields of a new company. */
import {
  companyFromQuery,
  registrableCompany,
} from '../../../../apps-script/windows/companies/company-from-query';

test.each<[string, string, object]>([
  ['a name', ' 株式会社ハチ ', { name: '株式会社ハチ' }],
  ['a name like a domain', 'DMM.com', { name: 'DMM.com' }],
  ['a name of digits', '37', { name: '37' }],
  ['a corporate number', '7000012050002', { corporateNumber: '7000012050002' }],
  ['a number in full width', '７０００−０１２０５０００２', { corporateNumber: '7000012050002' }],
  ['a number with its label', '法人番号:7000012050002', { corporateNumber: '7000012050002' }],
  ['a registry number', '000012050002', { corporateNumber: '7000012050002' }],
  ['a wrong check digit', '8000012050002', {}],
  ['a mangled number', '7.00001E+12', {}],
  ['a web address', 'https://www.hachi.co.jp/about', { domains: 'hachi.co.jp' }],
  ['a web address without its scheme', 'www.Hachi.co.jp', { domains: 'hachi.co.jp' }],
  ['a mail address', 'taro@mail.hachi.co.jp', { domains: 'mail.hachi.co.jp' }],
  ['a name with a colon', 'ハチ:コム', { name: 'ハチ:コム' }],
  ['a name with an at sign', '@cosme', { name: '@cosme' }],
  ['a name with an at sign within', 'ハチ@ホーム', { name: 'ハチ@ホーム' }],
  ['free mail', 'taro@ocn.ne.jp', {}],
  ['mail of a telephone company', 'taro@softbank.jp', { domains: 'softbank.jp' }],
  ['an account ID', 'a_12345', {}],
  ['nothing', '  ', {}],
])('%s', (_, typed, fields) => expect(companyFromQuery(typed)).toEqual(fields));

test.each<[string, Parameters<typeof registrableCompany>[0], string, object]>([
  ['free mail', { as: 'email', note: { ja: '', en: '' } }, 'taro@gmail.com', {}],
  ['mail', { as: 'email', note: null }, 'taro@hachi.co.jp', { domains: 'hachi.co.jp' }],
  ['a formula', { as: 'name', note: { ja: '', en: '' } }, '=1+1', { name: '=1+1' }],
])('%s', (_, asked, typed, fields) => expect(registrableCompany(asked, typed)).toEqual(fields));
