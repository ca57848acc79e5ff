import * as fc from 'fast-check';
import {
  type PartBasis,
  parsePartBasis,
  partBasisText,
  partRowKey,
} from '../../../../functions/domain/queue/part-basis';
import { parseRowAccount } from '../../../../functions/domain/queue/row-account';
import { parseBasis, rankOf } from '../../../../functions/domain/queue/row-basis';

const BASIS: PartBasis = {
  ...{ id: 'a_1', name: '株式会社八', version: 7, status: 'ACTIVE_OPPORTUNITY' },
  ...{ kind: 'opportunities', partId: 'o000001' },
};

test('what its row was made from is read again, with its place where it has one', () => {
  void fc.assert(
    fc.property(fc.string(), fc.option(fc.nat()), (name, rank) => {
      const basis = { ...BASIS, name };
      const text = partBasisText(basis, rank);
      expect(parsePartBasis(text)).toEqual(basis);
      expect(rankOf(text)).toBe(rank);
      expect(parseRowAccount(text)?.key).toBe(partRowKey(basis));
    }),
  );
});

test('several parts of an account are several rows, and none is the row of the account itself', () => {
  const keys = ['o000001', 'o000002'].map((partId) => partRowKey({ ...BASIS, partId }));
  const ofAccount = 'v7 ACTIVE_OPPORTUNITY a_1 handOver o=o000001 n=株式会社八';
  expect(new Set([...keys, parseRowAccount(ofAccount)?.key]).size).toBe(3);
  expect(parsePartBasis(ofAccount)).toBeNull();
  expect(parseBasis(partBasisText(BASIS, 0))).toBeNull();
});

test.each(['', 'v7', 'v7 COLD a_1 @contacts n=八', 'v7 COLD a_1 n=@opportunities.o1', '=1'])(
  '%j is none',
  (text) => {
    expect(parsePartBasis(text)).toBeNull();
  },
);
