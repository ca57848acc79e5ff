import { refuseParent, relatedCompanyOf } from '../../../../functions/domain/account/parent-company';
import { aContext, anAccount } from '../../../builders';

const child = (id: string, parentId: string | null) => anAccount({ id, parentId });
const context = aContext({
  others: { a: child('a', 'b'), b: child('b', 'c'), c: child('c', null), d: child('d', 'gone') },
});

test.each([
  ['x', 'a', null],
  ['x', 'd', null],
  ['x', null, null],
  ['x', undefined, null],
  ['a', 'a', 'itself'],
  ['x', 'nobody', 'unknown'],
  ['x', 'constructor', 'unknown'],
  ['c', 'a', 'circle'],
  ['b', 'a', 'circle'],
])('%s below %p: %p', (id, parentId, problem) => {
  const refusal = refuseParent(id, parentId, context);
  expect(refusal?.facts ?? null).toEqual(problem === null ? null : { parentId, problem });
  expect(refusal?.code ?? null).toBe(problem === null ? null : 'PARENT_REFUSED');
});

test('a related company says who it is and where it stands', () => {
  expect(relatedCompanyOf(anAccount({ id: 'a', name: '株式会社本社', status: 'WORKING' }))).toEqual({
    id: 'a',
    name: '株式会社本社',
    status: 'WORKING',
  });
});
