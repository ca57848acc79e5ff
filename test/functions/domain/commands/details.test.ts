import type { DetailsInput } from '../../../../functions/domain/account/account';
import { isRefusal } from '../../../../functions/domain/account/refusals';
import { normaliseDetails, withFormerName } from '../../../../functions/domain/commands/details';
import { aContext, anAccount, TODAY } from '../../../builders';

test.each<[DetailsInput, DetailsInput]>([
  [{}, {}],
  [
    { name: '株式会社サンプル', kana: null },
    { name: '株式会社サンプル', kana: null },
  ],
  [{ corporateNumber: 'Ｔ7-0000-1205-0002' }, { corporateNumber: '7000012050002' }],
  [{ corporateNumber: null }, { corporateNumber: null }],
])('%j is %j', (details, normalised) => {
  expect(normaliseDetails(details)).toStrictEqual(normalised);
});

test.each([
  [{ name: '\u3000' }, 'NAME_NEEDED', {}],
  [{ name: '(株)' }, 'NAME_IS_LEGAL_FORM', { name: '(株)' }],
  [{ name: 'Co., Ltd.' }, 'NAME_IS_LEGAL_FORM', { name: 'Co., Ltd.' }],
  [{ name: '🏢' }, 'NAME_IS_LEGAL_FORM', { name: '🏢' }],
  [{ name: '甲', englishName: 'Inc.' }, 'NAME_IS_LEGAL_FORM', { name: 'Inc.' }],
  [{ kana: 'カブシキガイシャ' }, 'NAME_IS_LEGAL_FORM', { name: 'カブシキガイシャ' }],
  [{ otherNames: ['乙', '★'] }, 'NAME_IS_LEGAL_FORM', { name: '★' }],
  [
    { corporateNumber: '1000012050002' },
    'CORPORATE_NUMBER_INVALID',
    { problem: 'CORPORATE_NUMBER_CHECK_DIGIT', corporateNumber: '1000012050002' },
  ],
  [
    { corporateNumber: '' },
    'CORPORATE_NUMBER_INVALID',
    { problem: 'CORPORATE_NUMBER_FORMAT', corporateNumber: '' },
  ],
])('%j is refused: %s', (details, code, facts) => {
  const result = normaliseDetails(details);
  expect(isRefusal(result) && { code: result.code, facts: result.facts }).toEqual({ code, facts });
});

test('a name that is given up is kept with its last day, behind those before it', () => {
  const first = { name: '株式会社ムカシ', until: '2020-03-31' };
  expect(withFormerName(anAccount({ formerNames: [first] }), aContext())).toEqual([
    first,
    { name: '株式会社サンプル', until: TODAY },
  ]);
});
