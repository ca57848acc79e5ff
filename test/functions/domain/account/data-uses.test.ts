import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import {
  COMMON_DATA,
  dataOfGuards,
  dataOfStatus,
  dataOfTransition,
  incompleteData,
  refuseUnusedData,
} from '../../../../functions/domain/account/data-uses';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { aHandOverNote, TODAY } from '../../../builders';
import { dataFor } from '../account-lives';
import { LEGAL_CELLS, readyLife } from '../status/specification-cells';

test.each(LEGAL_CELLS)('$name uses whatever its guards ask for', (cell) => {
  const data = dataFor(cell.guards, readyLife(cell).account, TODAY);
  expect(keysOf(data).filter((key) => !dataOfTransition(cell.to, cell.guards).includes(key))).toEqual([]);
});

test('a part that only another guard or status needs is of no use', () => {
  const toWorking = dataOfTransition('WORKING', ['OWNER', 'ACTION']);
  for (const key of [
    'product',
    'opportunity',
    'awaitedCondition',
    'nextCheckDate',
    'lost',
    'fit',
    'onFile',
  ] as const)
    expect(toWorking).not.toContain(key);
  expect(dataOfGuards(['EVIDENCE', 'MET', 'NEED'])).toEqual(['product', 'awaitedCondition']);
  expect([dataOfStatus('BAD_FIT'), dataOfStatus('CURRENT_CLIENT')]).toEqual([['fit'], []]);
});

test('a refusal names every part that would be dropped, and no other', () => {
  const data: TransitionData = {
    ownerId: 'is',
    reason: '応答なし',
    product: { product: 'Cloud' },
    churn: [],
  };
  expect(refuseUnusedData(data, COMMON_DATA)).toMatchObject({
    code: 'DATA_UNUSED',
    facts: { unused: ['product', 'reason'] },
  });
  expect(refuseUnusedData(data, [...COMMON_DATA, 'product', 'reason'])).toBeNull();
  expect(refuseUnusedData({}, [])).toBeNull();
  const end = { productId: 'p1', endsOn: TODAY, reason: '内製化' };
  expect(refuseUnusedData({ churn: [end, { ...end, productId: 'p2' }] }, COMMON_DATA)).toBeNull();
  expect(refuseUnusedData({ churn: [end, { ...end, endsOn: '2026-01-01' }] }, COMMON_DATA)).toMatchObject({
    facts: { unused: ['churn'] },
  });
});

describe('a part that was begun', () => {
  const missingOf = (data: TransitionData) => incompleteData(data, [])?.missing ?? [];

  test.each<[TransitionData, string[]]>([
    [{}, []],
    [{ action: {} }, ['action.kind', 'action.date', 'action.with']],
    [{ action: { kind: 'call', date: TODAY, with: ' ' } }, ['action.with']],
    [{ action: { kind: 'call', date: TODAY, contactId: 'c1' } }, []],
    [{ meeting: { with: '山田' } }, ['meeting.date']],
    [{ meeting: { date: TODAY, contactId: 'c1' } }, []],
    [
      {
        opportunity: {
          product: 'Cloud',
          fsOwnerId: 'fs',
          since: TODAY,
          handOverNote: { ...aHandOverNote, bant: '' },
        },
      },
      ['opportunity.handOverNote.bant'],
    ],
    [
      { opportunity: { product: 'Cloud' } },
      [
        'opportunity.fsOwnerId',
        'opportunity.since',
        'opportunity.handOverNote.metWith',
        'opportunity.handOverNote.bant',
        'opportunity.handOverNote.nextStep',
      ],
    ],
    // A contract or somebody who vouches for it: either will do.
    [{ product: { product: 'Cloud', since: TODAY } }, ['product.reference', 'product.confirmedBy']],
    [{ product: { product: 'Cloud', since: TODAY, confirmedBy: 'is' } }, []],
    [{ product: { since: TODAY, reference: 'PO-1' } }, ['product.product']],
  ])('%j still lacks %j', (data, missing) => {
    expect(missingOf(data)).toEqual(missing);
  });

  test('is not named again where a guard asks for the rest already', () => {
    const data = { action: { kind: 'call' as const } };
    const failure = { code: 'ACTION' as const, missing: ['action.date' as const] };
    expect(incompleteData(data, [failure])).toEqual({ code: 'DATA_INCOMPLETE', missing: ['action.with'] });
    expect(incompleteData(data, [{ ...failure, missing: ['action.date', 'action.with'] }])).toBeNull();
  });
});
