/** A new company that seems to be here already: the question, and the answer that is sent. */
import {
  confirmDistinctFields,
  registerCommand,
} from '../../../../apps-script/windows/companies/register-form';
import { refuse } from '../../../../functions/domain/account/refusals';
import { aSimilarAccount } from '../window-scene';

const resultsWith = (...ids: string[]) =>
  refuse('DUPLICATE_LIKELY', { facts: { candidates: ids.map(aSimilarAccount) } });

test('one tick for all that were shown', () => {
  expect(confirmDistinctFields(resultsWith('a_1', 'a_2')).map(({ key, kind }) => [key, kind])).toEqual([
    ['apart.a_1,a_2', 'tick'],
  ]);
  expect(confirmDistinctFields(refuse('NAME_NEEDED'))).toEqual([]);
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
