import type { RegisterFinding } from '../../../functions/domain/register/findings';
import { FINDINGS_TAB } from '../../../functions/domain/register/tabs';
import { type FindingsPage, findingsTabRequests } from '../../../functions/sheets/findings-tab';
import { TODAY } from '../../builders';
import { aReportScene } from './report-scene';

const linesOf = (items: readonly RegisterFinding[], over: Partial<FindingsPage> = {}) => {
  const scene = aReportScene();
  const page = { items, rows: 1_200, today: TODAY, language: 'ja' as const, links: () => undefined, ...over };
  scene.apply(findingsTabRequests(null, { title: '要確認', index: 1 }, page));
  return { lines: scene.lines(FINDINGS_TAB), link: (row: number) => scene.link(FINDINGS_TAB, row, 1) };
};
const draft: RegisterFinding = { kind: 'draft', row: 8, accountId: '', company: '株式会社竹' };
const conflict: RegisterFinding = {
  kind: 'conflict',
  row: null,
  accountId: 'a_1',
  company: '株式会社松',
  contradictions: [{ key: 'status', requested: '現在の顧客', current: 'ワーキング' }],
};

test('each finding says where it stood, which company it is, and what to do', () => {
  const { lines, link } = linesOf([draft, conflict], {
    links: ({ finding, accountId }) => `https://x/${finding ?? 'row'}/${accountId}`,
  });
  expect(lines.slice(2)).toEqual([
    ['種類', '行', '会社名', 'アカウント ID', '見つかったこと', '次にすること'],
    [
      expect.any(String),
      '8 行目',
      '株式会社竹',
      '',
      'まだ登録されていません。',
      expect.stringMatching(/。$/),
    ],
    [
      expect.any(String),
      '',
      '株式会社松',
      'a_1',
      expect.stringContaining('ワーキング'),
      expect.stringMatching(/。$/),
    ],
  ]);
  expect([link(3), link(4)]).toEqual(['https://x/draft/', undefined]);
});

test('where the functions have no address, the row is said without a link', () => {
  const { lines, link } = linesOf([draft], { language: 'en' });
  expect([lines[3]?.[1], link(3)]).toEqual(['Row 8', undefined]);
});

test('of more than five hundred the first are shown, and all are counted', () => {
  const { lines } = linesOf(Array.from({ length: 501 }, (_, n) => ({ ...draft, row: n + 3 })));
  expect(lines).toHaveLength(503);
  expect(lines[0]?.[0]).toMatch(/501.*500/);
});
