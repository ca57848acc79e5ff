/** The forms of a merge, and what they send. */

import {
  mergeChoiceFields,
  mergeChoiceOf,
  mergeCommand,
  mergeConfirmFields,
} from '../../../../apps-script/windows/account/merge-form';
import type { MergePreview } from '../../../../functions/domain/commands/merge-terms';
import { anAccount, aProduct } from '../../../builders';
import { aMergePreview } from '../window-scene';

const gone = anAccount({ id: 'a_1', name: '(株)去る', status: 'WORKING' });
const stays = anAccount({
  id: 'a_2',
  name: '株式会社残る',
  status: 'CURRENT_CLIENT',
  products: { p000001: aProduct() },
});
const previewed = (): MergePreview => aMergePreview(gone, stays);

test('the status that was proposed is chosen already', () => {
  const [status] = mergeConfirmFields(previewed());
  expect(status).toMatchObject({ key: 'survivorStatus', suggestion: 'CURRENT_CLIENT' });
  expect(status?.choices.map(({ value }) => value)).toEqual(['CURRENT_CLIENT', 'WORKING']);
});

test('what was seen is what is confirmed', () => {
  const terms = mergeChoiceOf({ intoId: 'a_2', mergeReason: 'ACQUIRED' });
  const into = { ...previewed().into, version: 7 };
  const tree = { survivorStatus: 'CURRENT_CLIENT', mergeNote: '買収', coordinatedWith: '鈴木' } as const;
  expect(mergeCommand(terms, { ...previewed(), into }, tree)).toEqual({
    type: 'merge',
    intoId: 'a_2',
    intoVersion: 7,
    reason: 'ACQUIRED',
    survivorStatus: 'CURRENT_CLIENT',
    note: '買収',
    data: { coordinatedWith: '鈴木' },
  });
});

test('chosen again after a conflict', () =>
  expect(
    mergeChoiceFields(mergeChoiceOf({ intoId: 'a_2', mergeReason: 'MERGED' })).map(
      ({ suggestion }) => suggestion,
    ),
  ).toEqual(['a_2', 'MERGED']));
