import { chooseEightBitEncoding, isSurelyUtf8 } from '../../../functions/company-list/choose-encoding';
import { cp932 } from './cp932';
import { eucJp, latin1 } from './encoders';

test.each([
  ['cp932', cp932('会社名,住所\n日産自動車株式会社,横浜市\n')],
  ['cp932', cp932('会社名\nﾃｽﾄ\n')],
  ['euc-jp', eucJp('会社名,住所\n日産自動車株式会社,横浜市\n')],
  ['euc-jp', eucJp('会社名\nアシスト\nﾃｽﾄ\n')],
  ['windows-1252', latin1('Company,City\nSociété Générale,Paris\nMünchener Rück,München\n')],
  ['windows-1252', latin1('Company,City\nSOCIÉTÉ GÉNÉRALE,PARIS\n')],
  ['windows-1252', latin1('Name,Note\nO’Neil “x” – y,£100\n')],
  // Half-width kana and the kanji of EUC-JP are the same bytes.
  ['cp932', cp932('ﾃｽﾄ\nｶﾌﾞｼｷｶﾞｲｼｬ\n')],
  [null, cp932('ﾃｽﾄｱ\n')],
  [null, eucJp('ﾃｽﾄ\nｶﾌﾞｼｷｶﾞｲｼｬ\n')],
  [null, cp932('社\n')],
  [null, eucJp('社\n')],
  [null, latin1('name\nÉlan\n')],
])('%s', (encoding, bytes) => {
  expect(chooseEightBitEncoding(bytes)).toBe(encoding);
});

test.each([
  ['会社名\n甲\n', true],
  ['Company\nSociété\n', true],
  ['ý\n', false],
  ['As of today • by Sato\n', true],
  ['© 2026 – “Kou”\n', true],
  ['絵文字 😀\n', true],
])('%j is surely UTF-8: %p', (text, isSure) => {
  expect(isSurelyUtf8(Buffer.from(text), text)).toBe(isSure);
});
