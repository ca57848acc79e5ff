/** Two accounts of a merge in words: both sides, what is brought over, what is owed afterwards. */
import {
  laterChangeText,
  mergeComparison,
  missingDataAfterMerge,
  needsManagerText,
  traitLabels,
  transferLines,
} from '../../../../apps-script/windows/messages/merge-text';
import type { Viewer } from '../../../../apps-script/windows/messages/viewer';
import { aContact, anAccount, anActivity, anOpportunity, aProduct, byId, MEMBERS } from '../../../builders';
import { aMergePreview } from '../window-scene';

const reader = (language: Viewer['language']) => ({ language, members: MEMBERS });

const gone = anAccount({
  id: 'a_1',
  name: '(株)去る',
  status: 'ACTIVE_OPPORTUNITY',
  everMet: true,
  ownerId: 'left',
  kana: 'サル',
  contacts: byId(aContact({ name: '山田' }), aContact({ id: 'c000002', name: '鈴木' })),
  opportunities: byId(anOpportunity({ product: 'Desk' })),
  activities: byId(anActivity({ kind: 'meeting', date: '2026-05-12', with: '山田' })),
  domains: ['hachi.co.jp'],
  sources: { 展示会: '17' },
  formerNames: [{ name: '(株)ムカシ', until: '2020-03-31' }],
});
const stays = anAccount({
  id: 'a_2',
  name: '株式会社残る',
  status: 'CURRENT_CLIENT',
  products: byId(aProduct()),
});
const preview = aMergePreview(gone, stays);

test('both sides, where either has something', () => {
  expect(mergeComparison(reader('ja'), preview)).toEqual([
    ['担当', 'left(退職)', 'なし'],
    ['商談', 'あり', 'なし'],
    ['最終連絡', '2026/05/12 山田', 'なし'],
    ['進行中の案件', '1', 'なし'],
    ['利用中の製品', 'なし', 'Cloud'],
  ]);
});

test('what is brought over, each kind on a line', () => {
  expect(transferLines(reader('en'), preview)).toEqual([
    'Contacts: 山田, 鈴木',
    'Opportunities: Desk',
    'Last contact: Meeting 2026-05-12 山田',
    'Domains: hachi.co.jp',
    'Former names: (株)ムカシ',
    'From lists: 展示会',
    'Company: Owner, Kana',
  ]);
  expect(transferLines(reader('ja'), preview)[0]).toBe('窓口:山田、鈴木');
});

test('what is owed afterwards, where nothing refuses', () => {
  const survivor = preview.survivor && { ...preview.survivor, debts: ['OWNER', 'MET'] as const };
  expect(missingDataAfterMerge(reader('en'), { survivor })).toMatch(/owner, a meeting/);
  expect(
    missingDataAfterMerge(reader('en'), { survivor: survivor && { ...survivor, debts: [] } }),
  ).toBeNull();
  expect(missingDataAfterMerge(reader('en'), { survivor: null })).toBeNull();
});

test('the traits that two accounts share', () => {
  expect(traitLabels(reader('ja'), ['name', 'phone'])).toBe('会社名、電話');
  expect(traitLabels(reader('en'), ['domain', 'address'])).toBe('Domains, Address');
});

test('why a manager merges them', () => {
  expect(needsManagerText(reader('en'), ['client', 'onFile'])).toBe(
    'A manager does this: a client’s account, an account on file',
  );
});

test('what has changed since a merge: when, who, which part, by which command', () => {
  const change = {
    path: 'opportunities.o1@a_1',
    what: 'Cloud',
    version: 7,
    // Seven in the morning in Tokyo.
    at: '2026-06-30T22:00:00.000Z',
    on: '2026-07-01',
    by: 'fs',
    byName: null,
    command: 'closeOpportunity',
  };
  const words = laterChangeText(reader('en'), change);
  for (const part of ['2026-07-01', 'fs', 'Cloud (Close opportunity)']) expect(words).toContain(part);
  expect(words).not.toContain('o1');
  const renamed = { ...change, path: 'kana', what: null, command: 'renamedLongAgo', byName: '鈴木' };
  expect(laterChangeText(reader('ja'), renamed)).toMatch(/鈴木.*フリガナ|鈴木.*カナ|鈴木.*よみ/);
});
