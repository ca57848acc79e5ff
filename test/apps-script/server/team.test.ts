import { buildSync } from 'esbuild';
import { aMember } from '../../builders';
import { aScript, stopScripts } from '../../emulator/apps-script/a-script';

/** The module as it runs in the script: its cache is that of the spreadsheet. */
const [MODULE] = buildSync({
  stdin: { contents: "export * from './apps-script/server/team'", resolveDir: process.cwd() },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'team',
  target: 'es2020',
}).outputFiles;
const CODE = `${MODULE?.text}
  function cache(view) { return team.cacheTeam(view); }
  function cached() { return team.cachedTeam(); }
  function today(view) { return team.todayOf(view); }`;

// In Tokyo it is Thursday already, in New York still Wednesday.
const NOW = '2026-07-01T22:00:00.000Z';
const scene = () => aScript(CODE, { now: () => new Date(NOW) });

const VIEW = {
  zone: 'America/New_York',
  language: 'ja',
  fiscalYearStartMonth: 4,
  members: { is: aMember(), left: aMember({ id: 'left', role: 'viewer', active: false }) },
  today: '2020-01-01',
};

afterEach(stopScripts);

test('a team is read again as it was cached, with the day that it is in its zone', async () => {
  const { run } = await scene();
  expect(await run('cached')).toBeNull();
  expect(await run('cache', VIEW)).toEqual(VIEW);
  const team = await run('cached');
  expect(team).toEqual({ ...VIEW, today: '2026-07-01' });
  // Where nothing is known of the team, the day is that of the spreadsheet.
  expect([await run('today', team), await run('today', null)]).toEqual(['2026-07-01', '2026-07-02']);
});

test('what another version of the script has cached is not read', async () => {
  const { run } = await scene();
  const spoilt: unknown[] = [
    null,
    [],
    { ...VIEW, zone: null },
    { ...VIEW, language: 'fr' },
    { ...VIEW, fiscalYearStartMonth: '4' },
    { ...VIEW, members: [aMember()] },
    { ...VIEW, members: { is: null } },
    { ...VIEW, members: { is: { ...aMember(), role: 'constructor' } } },
    { ...VIEW, members: { is: { ...aMember(), active: 'yes' } } },
    { ...VIEW, members: { is: { ...aMember(), name: 7 } } },
    { ...VIEW, members: { is: { ...aMember(), language: 'fr' } } },
  ];
  for (const view of spoilt) {
    await run('cache', view);
    expect([view, await run('cached')]).toEqual([view, null]);
  }
});

test('a team that is too large for the cache is asked for each time', async () => {
  const { run } = await scene();
  const large = { ...VIEW, members: { is: aMember({ name: 'あ'.repeat(110_000) }) } };
  expect(await run('cache', large)).toEqual(large);
  expect(await run('cached')).toBeNull();
});
