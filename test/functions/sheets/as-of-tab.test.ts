import { registerRow } from '../../../functions/domain/register/row';
import { AS_OF_TAB } from '../../../functions/domain/register/tabs';
import { asOfTabRequests } from '../../../functions/sheets/as-of-tab';
import { MEMBERS } from '../../builders';
import { quarterly } from '../domain/account-lives';
import { aReportScene } from './report-scene';

const row = registerRow({ ...quarterly().account, name: '=1+1' });
const page = {
  rows: [row],
  more: false,
  view: { language: 'en', members: MEMBERS, today: row.statusSince },
  madeAt: '2026-12-01 07:00',
  zone: 'Asia/Tokyo',
  filter: { ownerId: 'is' },
  links: ({ accountId }: { accountId: string }) => `https://x/${accountId}`,
} as const;

test('the day, how many had which status, and the register as it stood, with links to what it is now', () => {
  const scene = aReportScene();
  scene.apply(asOfTabRequests(null, { title: 'As of', index: 1 }, page));
  const [summary, stamp, labels = [], first = []] = scene.lines(AS_OF_TAB);
  expect(summary?.[0]).toBe(
    `The register at the end of ${row.statusSince}: 1 account (Check Back Quarterly 1)`,
  );
  expect(stamp?.[0]).toBe('Made 2026-12-01 07:00 (Asia/Tokyo); filter: Owner: is');
  expect(first[labels.indexOf('Company')]).toBe('=1+1');
  expect(first[labels.indexOf('Days in status')]).toBe('0');
  expect(scene.link(AS_OF_TAB, 3, labels.indexOf('Company'))).toBe(`https://x/${row.id}`);
  expect(asOfTabRequests(scene.content(AS_OF_TAB), { title: '', index: 0 }, page)).toEqual([]);
});
