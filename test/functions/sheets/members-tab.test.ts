import { memberWork } from '../../../functions/domain/queue/member-work';
import { membersPage } from '../../../functions/sheets/members-tab';
import { aMember, TODAY } from '../../builders';
import { cellTexts, pageWidth, SCREEN_WIDTH } from './tab-page';

const members = {
  sato: aMember({
    id: 'sato',
    name: '佐藤',
    language: 'en',
    leaves: [
      { from: '2026-05-01', to: '2026-05-08', standInId: null },
      { from: '2026-07-01', to: '2026-07-01', standInId: null },
      { from: '2026-08-03', to: '2026-08-14', standInId: 'gone' },
    ],
  }),
  gone: aMember({ id: 'gone', name: '田中', active: false }),
  broken: aMember({ id: 'broken', name: '壊', active: false }),
};
const rows = [{ ownerId: 'sato', actorId: 'sato', status: 'QUARTERLY_CHECK' as const, due: '2026-06-01' }];
const pageIn = (language: 'ja' | 'en', countedAt: string | null = '2026-07-01 04:10') =>
  membersPage({
    work: memberWork(members, [{ id: 'sato', accounts: 12, open: 9 }], rows, TODAY),
    ...{ unreadable: ['broken'], countedAt, language, stamp: { ja: '作成', en: 'Made' } },
  });

test('role, state, address and load; nothing stands for zero', () => {
  expect(pageWidth(pageIn('ja'))).toBeLessThan(SCREEN_WIDTH);
  expect(cellTexts(pageIn('ja')).slice(3)).toEqual([
    [
      '佐藤',
      'インサイドセールス',
      '在籍',
      'sato@example.jp',
      '英語',
      '2026/07/01(代理: マネージャー)\n2026/08/03–2026/08/14(代理: 田中)',
      '12',
      '9',
      '1',
      '',
      '1',
    ],
    [
      '壊',
      'インサイドセールス',
      expect.stringContaining('壊れている'),
      'broken@example.jp',
      '指定なし',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    ['田中', 'インサイドセールス', '退職', 'gone@example.jp', '指定なし', '', '', '', '', '', ''],
  ]);
  expect(cellTexts(pageIn('en'))[3]?.slice(0, 3)).toEqual(['佐藤', 'Inside sales rep', 'In the team']);
});

test('says when the accounts were counted, and that they have not been yet', () => {
  const stampOf = (page: ReturnType<typeof pageIn>) => cellTexts(page)[1]?.[0];
  expect(stampOf(pageIn('ja'))).toBe('作成/担当の数は 2026-07-01 04:10 の集計');
  expect(stampOf(pageIn('en'))).toBe('Made; accounts as counted 2026-07-01 04:10');
  expect(stampOf(pageIn('ja', null))).toContain('担当の数は未集計');
  expect(stampOf(pageIn('en', null))).toContain('accounts not counted yet');
});

test('a team without members says so', () => {
  const empty = { work: [], unreadable: [], countedAt: null };
  const page = membersPage({ ...empty, language: 'en', stamp: { ja: '', en: '' } });
  expect(cellTexts(page)[0]).toContain('There is no member yet.');
});
