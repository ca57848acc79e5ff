/** A merge as its form shows it and sends it. */

import {
  mergeChoiceFields,
  mergeChoiceOf,
  mergeCommand,
  mergeConfirmFields,
} from '../../../../apps-script/windows/account/merge-form';
import {
  mergeComparison,
  traitLabels,
  transferLines,
} from '../../../../apps-script/windows/messages/merge-text';
import type { MergePreview } from '../../../../functions/domain/commands/merge-terms';
import { aContact, anAccount, aProduct, MEMBERS } from '../../../builders';
import { aMergePreview } from '../window-scene';

const ja = { language: 'ja', members: MEMBERS } as const;
const en = { language: 'en', members: MEMBERS } as const;

const gone = anAccount({
  id: 'a_1',
  name: '(株)去る',
  status: 'WORKING',
  ownerId: 'is',
  contacts: { c000001: aContact({ name: '山田' }) },
  domains: ['hachi.co.jp'],
});
const stays = anAccount({
  id: 'a_2',
  name: '株式会社残る',
  status: 'CURRENT_CLIENT',
  products: { p000001: aProduct() },
});
const previewed = (): MergePreview => aMergePreview(gone, stays);

test('both sides, where either has something', () => {
  const sides = mergeComparison(ja, previewed());
  expect(sides).toContainEqual(['担当', 'is', 'なし']);
  expect(sides.map(([label]) => label)).not.toContain('待っている条件');
});

test('what is brought over, each kind on a line', () => {
  expect(transferLines(ja, previewed())).toEqual(
    expect.arrayContaining(['窓口:山田', 'ドメイン:hachi.co.jp']),
  );
  expect(transferLines(en, previewed())).toEqual(
    expect.arrayContaining(['Contacts: 山田', 'Domains: hachi.co.jp']),
  );
});

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

test('the traits that two accounts share, in words', () => {
  expect(traitLabels(ja, ['name', 'phone'])).toBe('会社名、電話');
  expect(traitLabels(en, ['domain', 'address'])).toBe('Domains, Address');
});
