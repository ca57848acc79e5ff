import { moveWithin } from '../../../functions/domain/account/as-of';
import { moveRow } from '../../../functions/domain/history/moves-columns';
import { MOVES_TAB } from '../../../functions/domain/register/tabs';
import { movesTabRequests } from '../../../functions/sheets/moves-tab';
import { MEMBERS } from '../../builders';
import { dead } from '../domain/account-lives';
import { aReportScene } from './report-scene';

test('how many moved, and each with its way; that others moved, too, is said', () => {
  const { account, history } = dead();
  const move = moveWithin(account.id, history, { from: '2000-01-01', before: '2100-01-01' });
  if (move === null) throw new Error('nothing moved');
  const page = {
    rows: [moveRow(move, () => '2026-07-01 09:30')],
    more: true,
    period: { from: '2026-04-01', to: '2026-06-30' },
    madeAt: '2026-07-01 10:00',
    zone: 'Asia/Tokyo',
    reader: { language: 'en', members: MEMBERS },
    links: ({ accountId }: { accountId: string }) => `https://x/${accountId}`,
  } as const;
  const scene = aReportScene();
  scene.apply(movesTabRequests(null, { title: 'Moves', index: 1 }, page));
  const [summary, , , first] = scene.lines(MOVES_TAB);
  expect(summary?.[0]).toMatch(/^2026-04-01 to 2026-06-30: 0 moved, 1 new, .* \(the newest only/);
  expect(first?.slice(0, 3)).toEqual([account.name, '(not there)', 'Dead Opportunity']);
  expect(scene.link(MOVES_TAB, 3, 0)).toBe(`https://x/${account.id}`);
});
