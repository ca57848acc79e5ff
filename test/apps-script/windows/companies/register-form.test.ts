/** A new company that seems to be here already: the question, and the answer that is sent. */
import {
  confirmDistinctFields,
  registerCommand,
} from '../../../../apps-script/windows/companies/register-form';

const candidate = (id: string) => ({
  id,
  name: '株式会社似る',
  status: 'COLD',
  ownerName: null,
  successorId: null,
  why: ['name', 'phone'],
});
const asked = (...ids: string[]) => ({
  code: 'DUPLICATE_LIKELY' as const,
  facts: { candidates: ids.map(candidate) },
});

test('one tick for all that were shown', () => {
  expect(confirmDistinctFields(asked('a_1', 'a_2')).map(({ key, kind }) => [key, kind])).toEqual([
    ['apart.a_1,a_2', 'tick'],
  ]);
  expect(confirmDistinctFields({ code: 'NAME_NEEDED', facts: {} })).toEqual([]);
});

test.each<[string, object, object]>([
  ['nothing was asked', {}, {}],
  ['not ticked', { apart: { 'a_1,a_2': false } }, {}],
  ['ticked', { apart: { 'a_1,a_2': true } }, { notDuplicateOf: ['a_1', 'a_2'] }],
  ['asked again', { apart: { a_1: true, 'a_1,a_2': true } }, { notDuplicateOf: ['a_1', 'a_2'] }],
])('%s', (_, answers, sent) =>
  expect(registerCommand({ details: { name: '似る' }, status: 'COLD', ...answers })).toEqual({
    type: 'register',
    details: { name: '似る' },
    status: 'COLD',
    ...sent,
  }),
);
