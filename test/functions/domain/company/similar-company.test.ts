import { matchKeys, similarKeys } from '../../../../functions/domain/company/match-keys';
import { maySlip, similarityTo } from '../../../../functions/domain/company/similar-company';
import { anAccount } from '../../../builders';
import { corporateNumberOf } from '../../../corporate-numbers';

test.each<[string, string, object, boolean]>([
  ['without its words of trade', '日産', { name: '日産自動車株式会社' }, true],
  ['with words of trade', '日産自動車', { name: '株式会社日産' }, true],
  ['another legal form', '有限会社山川', { name: '株式会社山川' }, true],
  ['a look-alike', '束芝テック', { name: '東芝テック株式会社' }, true],
  ['two slips', '日産白動卓', { name: '日産自動車株式会社' }, false],
  ['a slip in a stem before a common ending', '大豊システムズ', { name: '大成システムズ株式会社' }, false],
  ['a slip', 'ハチミソ乳業', { name: 'ハチミツ乳業株式会社' }, true],
  ['the sound, in other letters', 'Sumitomo Ringyo', { name: '八', kana: 'スミトモリンギョウ' }, true],
  [
    'a former name',
    '日産',
    { name: '八', formerNames: [{ name: '日産自動車株式会社', until: '2026-01-01' }] },
    true,
  ],
  ['a slip in a short name', '大豊建設', { name: '大成建設株式会社' }, false],
  ['a short look-alike of kana', 'ホープ', { name: '株式会社ホーブ' }, false],
  ['the short sound of another', 'コア', { name: 'KOA株式会社', kana: 'コーア' }, false],
  ['a part of it', 'ランド', { name: '株式会社ランドビジネス' }, false],
  ['nothing in common', '株式会社九', { name: '株式会社八' }, false],
])('%s', (_, name, of, isSimilar) => {
  const account = anAccount({ kana: null, ...of });
  expect(similarityTo({ name })(account)).toBe(isSimilar);
  // Nobody would be told of what is not found.
  const found = matchKeys(account);
  if (isSimilar) expect(similarKeys(name).filter((key) => found.includes(key))).not.toEqual([]);
});

test('two numbers, or facts that all differ, are two companies; a fact in common makes it worth a look', () => {
  const account = anAccount({
    name: '日産自動車株式会社',
    corporateNumber: corporateNumberOf(1),
    phone: '045-523-5523',
    address: '横浜市西区高島1-1-1',
  });
  const isSimilar = (more: object) => similarityTo({ name: '日産', ...more })(account);
  expect(isSimilar({})).toBe(true);
  expect(isSimilar({ corporateNumber: corporateNumberOf(2) })).toBe(false);
  expect(isSimilar({ phone: '03-1111-2222' })).toBe(false);
  expect(isSimilar({ phone: '0455235523', address: '東京都港区1-2-3' })).toBe(true);
});

test('only a name that is long enough without a common ending may have a slip', () => {
  expect(['日産自動車', '大豊建設', '山川工業株式会社'].map(maySlip)).toEqual([true, false, true]);
});
