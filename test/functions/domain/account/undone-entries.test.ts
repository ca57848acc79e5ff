import { goneVersions } from '../../../../functions/domain/account/undone-entries';

test.each([
  [[], []],
  [[[1, 2]], [1, 2]],
  // An undo that was undone: the first entry counts again.
  [
    [
      [1, 2],
      [2, 3],
    ],
    [2, 3],
  ],
  [
    [
      [1, 2],
      [2, 3],
      [3, 4],
    ],
    [1, 2, 3, 4],
  ],
  [
    [
      [5, 6],
      [1, 9],
    ],
    [1, 5, 6, 9],
  ],
])('of the pairs %j nothing is left of %j', (pairs, gone) => {
  const given = pairs.map(([undoes = 0, by = 0]) => ({ undoes, by }));
  for (const order of [given, [...given].reverse()]) expect([...goneVersions(order)].sort()).toEqual(gone);
});
