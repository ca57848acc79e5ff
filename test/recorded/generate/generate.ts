/** The recording from its first call to its last: about 3,000 random commands, and what goes on around them in a year. */
import type { Recorded } from '../calls';
import type { Product } from '../start-product';
import { Blocks } from './blocks';
import { changedList, firstLists, leads, listWithSlips, oddFiles } from './list-calls';
import { csvOf, HEADERS, rowsOf } from './list-files';
import { oddCalls } from './odd-calls';
import { accountsInFull, lookups, registerPages } from './questions';
import { randomOf } from './random';
import { Recorder } from './recorder';
import {
  bothSpreadsheets,
  disturbRegister,
  listTab,
  noteInQueue,
  runJobs,
  typeInRegister,
} from './sheet-calls';
import { changeMember, changeSettings, makeTeam, refusedTeamCalls, SETTINGS } from './team-calls';
import { World } from './world';

const SEED = 8;
/** A Wednesday. */
const FIRST_DAY = '2026-07-01';
const COMMANDS = 3000;
/** Blocks between two changes of the settings. */
const SPELL = 24;

export interface Generated {
  commands: Recorded[];
  /** The jobs once more, in both languages, and the spreadsheets that they leave. */
  sheets: Recorded[];
  report: string;
}

export const generate = async (product: Product): Promise<Generated> => {
  const recorder = new Recorder(product, FIRST_DAY);
  const world = new World(randomOf(SEED), recorder);
  const blocks = new Blocks(world);
  await makeTeam(world);
  for (const [who, count] of [
    ['is', 12],
    ['is2', 25],
    ['fs', 5],
    ['manager', 70],
    ['viewer', 1],
    ['fs2', 60],
  ] as const)
    await blocks.registrations(who, count);
  await oddCalls(world);
  await firstLists(world);
  await runJobs(world);
  const between = happenings(world);
  for (let count = 0; blocks.tally.total() < COMMANDS; count += 1) {
    await blocks.one();
    if (world.random.chance(0.3)) recorder.pass(1 + world.random.below(9));
    if (world.random.chance(0.2)) await lookups(world, 2);
    if (world.random.chance(0.1)) await accountsInFull(world, 2);
    if (count % SPELL === SPELL - 1) await between[(count + 1) / SPELL - 1]?.();
  }
  await lookups(world, 40);
  await accountsInFull(world, 40);
  await registerPages(world);
  const commands = recorder.recorded.length;
  await inBothLanguages(world);
  return {
    commands: recorder.recorded.slice(0, commands),
    sheets: recorder.recorded.slice(commands),
    report: blocks.tally.report(),
  };
};

/** One after the other, each with new settings. */
const happenings = (world: World): (() => Promise<void>)[] =>
  [
    () => refusedTeamCalls(world),
    () => changedList(world, '展示会の名簿', 40),
    async () => {
      await typeInRegister(world);
      await runJobs(world, 'scheduler', ['layout', 'queue']);
      await noteInQueue(world, '電話は午後に', 6);
    },
    () => listWithSlips(world, '代理店の顧客'),
    async () => {
      await changeMember(world, 'is2', { active: false });
      await disturbRegister(world);
      await runJobs(world, 'manager');
      await changeMember(world, 'is2', { active: true });
    },
    () => leads(world),
    () => oddFiles(world),
    async () => {
      const cells = csvOf(rowsOf(world, 15, 0.4), HEADERS.ja)
        .trim()
        .split('\r\n')
        .map((line) => line.split(','));
      await listTab(world, cells);
      await noteInQueue(world, '休みは水曜', 4);
      await runJobs(world, 'scheduler', ['layout', 'queue']);
    },
    async () => {
      await world.recorder.call({ as: 'manager', to: 'layout', json: { discardRequests: true } });
      await changeMember(world, 'fs2', { role: 'viewer' });
      await runJobs(world, 'scheduler', ['layout', 'queue']);
      // Goes on where no search was begun, and keeps how far it is.
      await world.recorder.call({ as: 'manager', to: 'duplicates', json: { from: 1 } });
      await changeMember(world, 'fs2', { role: 'fs' });
    },
    () => registerPages(world),
  ].map((happen, index) => async () => {
    await happen();
    await changeSettings(world, SETTINGS[index]);
  });

const inBothLanguages = async (world: World): Promise<void> => {
  for (const language of ['ja', 'en']) {
    await changeSettings(world, { language });
    await runJobs(world);
    await bothSpreadsheets(world);
  }
};
