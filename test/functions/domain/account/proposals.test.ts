import type { Account } from '../../../../functions/domain/account/account';
import { draftOf } from '../../../../functions/domain/account/draft';
import { pendingProposal, proposeTransition } from '../../../../functions/domain/account/proposals';
import { isRefusal } from '../../../../functions/domain/account/refusals';
import { aContext, TODAY } from '../../../builders';
import { badFit, cold, DATA, dataFor, quarterly, working } from '../account-lives';

const propose = (
  { account }: { account: Account },
  to: Parameters<typeof proposeTransition>[1],
  data: Parameters<typeof proposeTransition>[2] = {},
) => proposeTransition(draftOf(account), to, data, '対象外', aContext());
const fit = DATA.FIT(quarterly().account, TODAY);

test('is kept with its data, and nothing else changes', () => {
  const result = propose(quarterly(), 'BAD_FIT', fit);
  if (isRefusal(result)) throw new Error(result.code);
  expect(result.account).toEqual({
    ...quarterly().account,
    proposal: {
      id: `r00000${quarterly().account.version + 1}`,
      by: 'is',
      on: TODAY,
      from: 'QUARTERLY_CHECK',
      to: 'BAD_FIT',
      data: fit,
      note: '対象外',
      inEffect: false,
    },
  });
  expect(result.events).toMatchObject([{ type: 'moveProposed', reason: '対象外' }]);
});

test.each([
  ['a proposal waits already', badFit(), 'COLD', {}, 'PROPOSAL_PENDING'],
  ['a guard refuses', quarterly(), 'BAD_FIT', {}, 'FIT'],
  ['the data is of no use', quarterly(), 'BAD_FIT', { ...fit, lost: {} }, 'DATA_UNUSED'],
  ['the matrix says X', quarterly(), 'COLD', {}, 'NOT_MET'],
  ['nothing would change', working(), 'WORKING', {}, 'NO_CHANGE'],
  [
    'no approval is needed',
    quarterly(),
    'WORKING',
    dataFor(['OWNER', 'ACTION'], quarterly().account, TODAY),
    'APPROVAL_NOT_NEEDED',
  ],
] as const)('is refused where %s', (_, life, to, data, code) => {
  const result = propose(life, to, data);
  expect(isRefusal(result) && result.code).toBe(code);
});

test('is answered by its ID and with a note', () => {
  const { account } = badFit();
  const { proposal } = account;
  const answered = (id: string, note: string, of: Account = account) => {
    const result = pendingProposal(of, id, note, aContext());
    return isRefusal(result) ? [result.code, result.missing.map(({ key }) => key)] : result;
  };
  expect(answered(proposal?.id ?? '', '確認')).toBe(proposal);
  expect(answered('r9', '確認')).toEqual(['PROPOSAL_UNKNOWN', []]);
  expect(answered('', '確認', cold().account)).toEqual(['PROPOSAL_UNKNOWN', []]);
  expect(answered(proposal?.id ?? '', ' \u3000')).toEqual(['NOTE_NEEDED', ['note']]);
});
