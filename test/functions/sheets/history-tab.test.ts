import type { HistoryRow } from '../../../functions/domain/history/history-columns';
import { HISTORY_TAB } from '../../../functions/domain/register/tabs';
import { historyTabRequests } from '../../../functions/sheets/history-tab';
import { MEMBERS } from '../../builders';
import { quarterly } from '../domain/account-lives';
import { aReportScene } from './report-scene';

const rows: HistoryRow[] = quarterly().history.map((entry) => ({
  entry,
  time: '2026-07-01 09:30',
  company: '=1+1',
}));
const page = {
  more: true,
  madeAt: '2026-07-02 07:00',
  zone: 'Asia/Tokyo',
  filter: { person: 'is' },
  reader: { language: 'en', members: MEMBERS },
  links: ({ accountId }: { accountId: string }) => `https://x/${accountId}`,
} as const;

test('what it shows, when it was made, and each entry with a link to its account; longer texts are cut', () => {
  const scene = aReportScene();
  const [first] = rows;
  if (first === undefined) throw new Error('no entry');
  const events = first.entry.events.map((event) => ({ ...event, reason: 'x'.repeat(60_000) }));
  const long = { ...first, entry: { ...first.entry, events } };
  scene.apply(historyTabRequests(null, { title: 'History', index: 1 }, { ...page, rows: [...rows, long] }));
  const lines = scene.lines(HISTORY_TAB);
  expect(lines[0]?.[0]).toContain(`The newest ${rows.length + 1} entries.`);
  expect(lines[1]?.[0]).toBe('Made 2026-07-02 07:00 (Asia/Tokyo); filter: Changed by: is');
  expect(lines[3]?.slice(0, 2)).toEqual(['2026-07-01 09:30', '=1+1']);
  expect(scene.link(HISTORY_TAB, 3, 1)).toBe(`https://x/${first.entry.accountId}`);
  expect(lines.at(-1)?.[5]).toHaveLength(5001);
});

test('of a history that was not read to its end, it is not said that nothing fits', () => {
  const scene = aReportScene();
  scene.apply(historyTabRequests(null, { title: 'History', index: 1 }, { ...page, rows: [] }));
  expect(scene.lines(HISTORY_TAB)[0]?.[0]).toContain('The newest 0 entries.');
});

test('nothing that fits is said, and leaves nothing of before', () => {
  const scene = aReportScene();
  scene.apply(historyTabRequests(null, { title: 'History', index: 1 }, { ...page, rows }));
  const again = historyTabRequests(
    scene.content(HISTORY_TAB),
    { title: '', index: 0 },
    { ...page, rows: [], more: false },
  );
  scene.apply(again);
  expect(scene.lines(HISTORY_TAB)).toHaveLength(3);
  expect(scene.lines(HISTORY_TAB)[0]?.[0]).toBe('The history has nothing of the kind.');
});
