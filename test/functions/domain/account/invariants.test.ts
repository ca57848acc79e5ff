import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type { InvariantCode } from '../../../../functions/domain/account/invariant-texts';
import { INVARIANT_TEXTS } from '../../../../functions/domain/account/invariant-texts';
import { brokenInvariants, INVARIANTS, newlyBroken } from '../../../../functions/domain/account/invariants';
import { anAccount, anActivity, anOpportunity, aProduct, byId, TODAY } from '../../../builders';
import {
  active,
  badFit,
  client,
  cold,
  dead,
  duplicate,
  met,
  onFile,
  quarterly,
  reviewed,
  working,
} from '../account-lives';

const NEVER_COLD: Partial<AccountRecord> = { everMet: true };
const [product, opportunity] = [aProduct(), anOpportunity()];

/** Each forbidden state, as the smallest change of one that is not. */
const FORBIDDEN: readonly [InvariantCode, Partial<AccountRecord>][] = [
  ['MET_IS_COLD', NEVER_COLD],
  ['MEETING_NOT_MET', { activities: byId(anActivity({ kind: 'meeting' })) }],
  ['ACTIVE_WITHOUT_OPPORTUNITY', { status: 'ACTIVE_OPPORTUNITY' }],
  ['ACTIVE_WITHOUT_OPPORTUNITY', { ...toRecord(active().account), opportunities: {} }],
  ['OPPORTUNITY_MISPLACED', { opportunities: byId(opportunity) }],
  ['OPPORTUNITY_MISPLACED', { ...toRecord(dead().account), opportunities: byId(opportunity) }],
  ['PRODUCT_MISPLACED', { products: byId(product) }],
  ['PRODUCT_MISPLACED', { ...toRecord(quarterly().account), products: byId(product) }],
  ['PRODUCT_MISPLACED', { ...toRecord(duplicate().account), products: byId(product) }],
  // Its end has come; noted as in use it is a client's, which somebody decides on.
  ['PRODUCT_MISPLACED', { products: byId(aProduct({ endsOn: TODAY })) }],
  // In use from a later day on, it would be there without a command.
  ['PRODUCT_MISPLACED', { products: byId(aProduct({ since: '2027-01-01' })) }],
  ['PRODUCT_UNPROVED', { ...toRecord(client().account), products: byId(aProduct({ since: null })) }],
  ['PRODUCT_UNPROVED', { ...toRecord(client().account), products: byId(aProduct({ reference: ' ' })) }],
  ['CLIENT_WITHOUT_PRODUCT', { ...toRecord(client().account), products: {} }],
  ['CLIENT_WITHOUT_PRODUCT', { ...toRecord(client().account), products: byId(aProduct({ state: 'ended' })) }],
  ['NURTURED_NOT_MET', { ...toRecord(quarterly().account), everMet: false, activities: {} }],
  ['NURTURED_NOT_MET', { ...toRecord(dead().account), everMet: false, activities: {} }],
  ['NEED_NOT_HELD', { ...toRecord(quarterly().account), awaitedCondition: null }],
  ['LOSS_NOT_HELD', { ...toRecord(dead().account), latentNeed: null }],
  ['BAD_FIT_NOT_REVIEWED', { ...toRecord(badFit().account), proposal: null }],
  ['BAD_FIT_NOT_REVIEWED', { status: 'BAD_FIT' }],
  ['FILED_BADLY', { status: 'ON_FILE' }],
  ['OWNER_MISSING', { ...toRecord(working().account), ownerId: null }],
  ['PROPOSAL_STALE', { proposal: toRecord(badFit().account).proposal }],
  ['DEBT_MISPLACED', { debts: ['LOST'] }],
];

test.each(FORBIDDEN)('%s', (code, over) => {
  const account = anAccount(over);
  expect(brokenInvariants(account, TODAY)).toContain(code);
  // Nothing new for an account that was so before; withdrawn, it is nobody's.
  expect(newlyBroken(account, { ...account, kana: 'カナ' }, TODAY)).toEqual([]);
  expect(brokenInvariants({ ...account, withdrawn: true }, TODAY)).toEqual([]);
});

test('an account on file does not stand for itself', () => {
  const { onFile: filed } = toRecord(duplicate().account);
  const itself = anAccount({ status: 'ON_FILE', onFile: filed && { ...filed, successorId: 'acc-1' } });
  expect(brokenInvariants(itself, TODAY)).toEqual(['FILED_BADLY']);
});

test('none of it holds of accounts whose missing data is owed', () => {
  const owing: readonly Partial<AccountRecord>[] = [
    { status: 'ACTIVE_OPPORTUNITY', debts: ['OPPORTUNITY'] },
    { status: 'CURRENT_CLIENT', debts: ['EVIDENCE'] },
    { status: 'CURRENT_CLIENT', debts: ['EVIDENCE'], products: byId(aProduct({ since: null })) },
    { status: 'QUARTERLY_CHECK', debts: ['MET', 'NEED', 'NEXT_CHECK'] },
    { status: 'DEAD_OPPORTUNITY', debts: ['MET', 'LOST'] },
    { status: 'WORKING', debts: ['OWNER'] },
  ];
  for (const over of owing) expect(brokenInvariants(anAccount(over), TODAY)).toEqual([]);
});

test.each([cold, working, met, active, quarterly, dead, client, badFit, reviewed, onFile, duplicate])(
  'a life of accepted commands breaks none: %p',
  (life) => {
    expect(brokenInvariants(life().account, TODAY)).toEqual([]);
  },
);

test('a client whose last product has ended by its date is in no forbidden state', () => {
  const ended = { ...client().account, products: byId(aProduct({ endsOn: TODAY, churnReason: '更新なし' })) };
  expect(brokenInvariants(ended, TODAY)).toEqual([]);
});

test('each has its words, its rule, and a case above', () => {
  const codes = INVARIANTS.map(({ code }) => code);
  const beside: InvariantCode[] = ['MET_TAKEN_BACK'];
  expect([...codes, ...beside].sort()).toEqual(Object.keys(INVARIANT_TEXTS).sort());
  expect(INVARIANTS.every(({ rule }) => rule >= 1 && rule <= 13)).toBe(true);
  expect([...new Set(FORBIDDEN.map(([code]) => code))].sort()).toEqual([...codes].sort());
});
