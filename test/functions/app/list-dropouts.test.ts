import { isStillListed } from '../../../functions/app/list-dropouts';
import { nameAddressKey } from '../../../functions/domain/company/name-address-key';

const COMPANY = {
  name: '株式会社ハチ食品',
  formerNames: [{ name: '髙島フーズ株式会社' }],
  address: '東京都千代田区九段北4-2-1',
  corporateNumber: '1010001000006',
  listId: 'E00001',
};
const NOTHING = { numbers: new Set<string>(), ids: new Set<string>(), nameAddresses: new Set<string>() };
const at = (name: string, address: string | null = COMPANY.address) =>
  new Set([nameAddressKey(name, address)]);

test.each([
  ['its corporate number', COMPANY, { numbers: new Set(['1010001000006']) }, true],
  ["the list's own ID", COMPANY, { ids: new Set(['E00001']) }, true],
  ['its name at its address', COMPANY, { nameAddresses: at('(株)ハチ食品') }, true],
  ['its former name at its address', COMPANY, { nameAddresses: at('髙島フーズ株式会社') }, true],
  ['its name alone', COMPANY, { nameAddresses: at('(株)ハチ食品', null) }, true],
  ['its name elsewhere', COMPANY, { nameAddresses: at(COMPANY.name, '大阪府大阪市北区1-1') }, false],
  ['another corporate number', COMPANY, { numbers: new Set(['2010001000005']) }, false],
  ['no ID on either side', { ...COMPANY, listId: '' }, { ids: new Set(['']) }, false],
  ['nothing', COMPANY, {}, false],
])('a list that has %s', (_, company, identities, isListed) => {
  expect(isStillListed(company, { ...NOTHING, ...identities })).toBe(isListed);
});
