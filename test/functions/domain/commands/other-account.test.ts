import { type CallerCommand, COMMANDS } from '../../../../functions/domain/commands/command-table';
import { mayWriteOtherAccount, writesTwoAccounts } from '../../../../functions/domain/commands/other-account';
import { TODAY } from '../../../builders';

const successor = { reason: 'ACQUIRED', successorId: 'hq', products: 'successor' } as const;
const lastProduct = { product: 'ハチ見積クラウド', state: 'ended', endsOn: TODAY } as const;
const closing = { opportunityId: 'o1', outcome: 'returned', on: TODAY } as const;

const CASES: readonly [may: boolean, always: boolean, CallerCommand][] = [
  [true, true, { type: 'merge', intoId: 'hq', reason: 'DUPLICATE' }],
  [false, false, { type: 'merge', intoId: 'hq', reason: 'DUPLICATE', preview: true }],
  [true, true, { type: 'unmerge', reason: '別会社' }],
  [true, false, { type: 'approve', proposalId: 'p1', note: 'よし' }],
  [true, false, { type: 'reviewBadFit', to: 'ON_FILE', data: { onFile: successor }, note: 'よし' }],
  [false, false, { type: 'reviewBadFit', to: 'BAD_FIT', note: 'よし' }],
  [true, false, { type: 'eraseContact', contactId: 'c1@hq' }],
  [true, false, { type: 'moveContact', contactId: 'c1', toId: 'hq' }],
  [true, false, { type: 'undo', version: 2 }],
  [true, false, { type: 'putOnFile', onFile: successor }],
  [false, false, { type: 'putOnFile', onFile: { reason: 'LEGAL_HOLD' } }],
  [true, false, { type: 'changeStatus', to: 'ON_FILE', data: { onFile: successor } }],
  [false, false, { type: 'changeStatus', to: 'WORKING' }],
  [
    true,
    false,
    { type: 'saveProduct', product: lastProduct, decision: { to: 'ON_FILE', data: { onFile: successor } } },
  ],
  [false, false, { type: 'saveProduct', product: lastProduct }],
  [
    true,
    false,
    { type: 'closeOpportunity', closing, decision: { to: 'ON_FILE', data: { onFile: successor } } },
  ],
  [false, false, { type: 'closeOpportunity', closing }],
];

test.each(CASES)('another account is written: perhaps %s, surely %s, by %j', (may, always, command) =>
  expect([mayWriteOtherAccount(command), writesTwoAccounts(command)]).toEqual([may, always]),
);

test('the commands that may are those with a counterpart, and the erasure of a person whom several accounts know', () => {
  const withCounterpart = Object.values(COMMANDS).filter(
    ({ counterpart, erases }) => counterpart !== undefined || erases !== undefined,
  );
  const may = CASES.filter(([mayWrite]) => mayWrite).map(([, , { type }]) => type);
  expect([...new Set(may)].sort()).toEqual(withCounterpart.map(({ type }) => type).sort());
});
