import { previewOf, refusalOf, sameNameOf } from '../../../../apps-script/windows/kit/refusal-facts';
import { refuse } from '../../../../functions/domain/account/refusals';
import { anAccount } from '../../../builders';
import { anAcceptance, aRefusal } from '../window-scene';

const accepted = anAcceptance(anAccount({ id: 'a_1', version: 2 }));

test('an accepted request has no refusal, and mostly no facts', () => {
  expect([refusalOf(accepted), sameNameOf(accepted), previewOf(accepted)]).toEqual([null, null, null]);
});

test('accounts of the same name that a registration has found', () => {
  const sameName = { accounts: [], count: 7 };
  expect(sameNameOf({ ...anAcceptance(anAccount()), ...{ sameName } })).toEqual(sameName);
});

test("a rule's refusal is shown as it is", () => {
  expect(refusalOf(aRefusal(refuse('NEED_AGREED', { legal: ['WORKING'] })))).toMatchObject({
    code: 'NEED_AGREED',
    legal: ['WORKING'],
  });
});

test('a request that does not fit the contract is refused by its issues', () => {
  const message = { ja: '不正', en: 'Wrong' };
  const issue = { ja: '長すぎます', en: 'Too long' };
  expect(
    refusalOf({
      requestId: 'r-1',
      status: 400,
      refusal: {
        code: 'REQUEST_INVALID',
        message,
        issues: [{ path: 'command.note', code: 'too_long', message: issue }],
      },
      words: message,
      row: null,
    }),
  ).toEqual({
    code: 'REQUEST_INVALID',
    message,
    reasons: [{ code: 'REQUEST_INVALID', message: issue }],
    missing: [],
    legal: [],
  });
});
