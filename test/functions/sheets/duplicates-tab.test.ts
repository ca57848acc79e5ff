import type { DuplicateRow } from '../../../functions/domain/register/duplicate-groups';
import { DUPLICATES_TAB } from '../../../functions/domain/register/tabs';
import { STATUS } from '../../../functions/domain/status/statuses';
import { duplicatesTabRequests } from '../../../functions/sheets/duplicates-tab';
import { TODAY } from '../../builders';
import { aReportScene } from './report-scene';

const row: DuplicateRow = {
  kind: 'likely',
  group: 1,
  id: 'a_1',
  company: '株式会社松',
  status: STATUS.WORKING.label,
  owner: { ja: '佐藤', en: '佐藤' },
  why: ['name', 'phone'],
};
const many: DuplicateRow = { kind: 'many', group: 2, company: '株式会社アシスト', count: 703 };

const tabOf = (rows: readonly DuplicateRow[], hasLinks = true) => {
  const scene = aReportScene();
  const page = { rows, groups: rows.length, accounts: 9_000, today: TODAY, language: 'en' as const };
  const links = ({ accountId }: { accountId: string }) => (hasLinks ? `https://x/${accountId}` : undefined);
  scene.apply(duplicatesTabRequests(null, { title: 'Duplicates', index: 1 }, { ...page, links }));
  return { lines: scene.lines(DUPLICATES_TAB), link: (at: number) => scene.link(DUPLICATES_TAB, at, 2) };
};

test('each account of a group says what is the same, and leads to its row; many of one name are only counted', () => {
  const { lines, link } = tabOf([row, many]);
  expect(lines.slice(2)).toEqual([
    ['Group', 'Kind', 'Row', 'Company', 'Status', 'Owner', 'Why', 'What to do next', 'Account ID'],
    ['1', 'Likely', 'Open', '株式会社松', 'Working', '佐藤', 'Same name, phone.', expect.any(String), 'a_1'],
    [
      '2',
      'Many of one name',
      '',
      '株式会社アシスト',
      '',
      '',
      '703 accounts have this name.',
      expect.any(String),
    ],
  ]);
  expect([link(3), link(4)]).toEqual(['https://x/a_1', undefined]);
});

test('without an address of the functions nothing is to be opened', () => {
  expect(tabOf([row], false).lines[3]?.[2]).toBe('');
});

test('of more than five hundred rows the first are shown', () => {
  const { lines } = tabOf(Array.from({ length: 501 }, () => row));
  expect(lines).toHaveLength(503);
  expect(lines[0]?.[0]).toContain('501');
});
