import { carriesOpportunities, linkProblem } from '../../../../functions/domain/account/successor-link';
import { aContext } from '../../../builders';

const link = (id: string, successorId: string | null) => ({ id, name: id, successorId });
const context = aContext({
  links: { a: link('a', 'b'), b: link('b', 'c'), c: link('c', null), lost: link('lost', 'gone') },
});

test.each([
  ['x', 'a', null],
  ['x', 'c', null],
  ['a', 'a', 'itself'],
  ['x', 'nobody', 'unknown'],
  ['x', 'lost', 'unknown'],
  ['x', 'toString', 'unknown'],
  ['c', 'a', 'circle'],
])('%s with %s in its place: %p', (id, successorId, problem) => {
  expect(linkProblem(id, successorId, context)).toBe(problem);
});

test('opportunities go on at the successor only where there is one', () => {
  const onFile = { reason: 'MERGED', opportunities: 'successor' } as const;
  expect(carriesOpportunities({ onFile: { ...onFile, successorId: 'a' } })).toBe(true);
  expect(carriesOpportunities({ onFile: { ...onFile, successorId: ' ' } })).toBe(false);
  expect(carriesOpportunities({ onFile: { reason: 'MERGED', successorId: 'a' } })).toBe(false);
  expect(carriesOpportunities({})).toBe(false);
});
