import * as fc from 'fast-check';
import { compareRates, type GroupCount } from '../../../../functions/domain/statistics/compare-rates';

const group = (id: string, count: number, total: number): GroupCount => ({ id, count, total });
const verdictsOf = (...family: GroupCount[]) =>
  compareRates([family])[0]?.map(({ id, verdict }) => `${id} ${verdict}`);

test('who calls far more or fewer of their accounts a bad fit than the rest is named', () => {
  expect(verdictsOf(group('a', 30, 40), group('b', 10, 60), group('c', 9, 55))).toEqual([
    'a higher',
    'b lower',
    'c lower',
  ]);
  expect(verdictsOf(group('a', 10, 60), group('b', 11, 58))).toEqual(['a noDifference', 'b noDifference']);
});

test.each([
  ['nobody has decided anything', [group('a', 0, 0), group('b', 0, 0)]],
  ['there is nobody else', [group('a', 5, 50)]],
  ['there are a few only', [group('a', 2, 2), group('b', 0, 3)]],
  ['nothing is a bad fit', [group('a', 0, 500), group('b', 0, 400)]],
])('too few to say where %s', (_, family) => {
  for (const { p, verdict } of compareRates([family]).flat()) expect([p, verdict]).toEqual([null, 'tooFew']);
});

test('each is told with the rest that it is compared with', () => {
  expect(compareRates([[group('a', 30, 40), group('b', 10, 60), group('c', 9, 55)]])[0]?.[0]).toMatchObject({
    ...{ count: 30, total: 40, restCount: 19, restTotal: 115 },
  });
});

test('one of many that would stand out alone does not among them', () => {
  const usual = Array.from({ length: 19 }, (_, n) => group(`r${n}`, 5, 50));
  const suspect = group('x', 12, 50);
  const alone = compareRates([[suspect, group('rest', 95, 950)]]).flat()[0];
  expect(alone?.verdict).toBe('higher');
  expect(compareRates([[suspect, ...usual]]).flat()[0]).toMatchObject({ verdict: 'noDifference' });
});

test('families are corrected together, and a correction only ever makes less sure', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 2, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 2, maxLength: 5 }),
      (...drawn) => {
        const [one = [], two = []] = drawn.map((pairs) =>
          pairs.map(([count, others], n) => group(`r${n}`, count, count + others)),
        );
        const alone = compareRates([one]).flat();
        const together = compareRates([one, two])[0] ?? [];
        together.forEach(({ p }, n) => {
          const before = alone[n]?.p ?? null;
          expect(p === null).toBe(before === null);
          expect(p ?? 1).toBeGreaterThanOrEqual((before ?? 1) - 1e-12);
        });
      },
    ),
    { numRuns: 100 },
  ));
