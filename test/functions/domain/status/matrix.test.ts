import { MATRIX } from '../../../../functions/domain/status/matrix';
import { CELLS } from './specification-cells';

test('the matrix is the specification, cell by cell', () => {
  expect(CELLS).toHaveLength(64);
  const specified = CELLS.map(({ name, sign }) => `${name} ${sign}`);
  const ours = CELLS.map(({ name, from, to }) => `${name} ${MATRIX[from][to].replace('-', '–')}`);
  expect(ours).toEqual(specified);
});
