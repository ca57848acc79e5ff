/** Members and settings: made at the beginning, changed on the way, and refused in every way there is. */
import type { Json } from './json';
import { PRODUCTS, TEAM } from './people';
import type { World } from './world';

const memberOf = ({ who, name, role, active }: (typeof TEAM)[number]): Json => ({
  email: `${who}@hachi.example`,
  name,
  role,
  active,
});

const versionOf = async ({ recorder }: World, to: 'members' | 'settings'): Promise<number> =>
  ((await recorder.look({ as: 'admin', to })).body as Json).version;

/** Before there is a team, and while it is made. */
export const makeTeam = async (world: World): Promise<void> => {
  const { recorder } = world;
  for (const as of [null, 'stranger', 'scheduler', 'manager']) await recorder.call({ as, to: 'members' });
  await recorder.call({ as: 'admin', to: 'members' });
  const [, ...others] = TEAM;
  for (const one of others)
    await recorder.call({
      as: 'admin',
      to: 'members',
      json: { expectedVersion: await versionOf(world, 'members'), member: memberOf(one) },
    });
  await recorder.call({
    as: 'manager',
    to: 'settings',
    json: { expectedVersion: await versionOf(world, 'settings'), settings: { products: PRODUCTS } },
  });
  for (const { who } of TEAM) await recorder.call({ as: who, to: 'members' });
  await recorder.call({ as: 'is', to: 'settings' });
  await world.meetTeam();
};

/** Each is the member, without a version. */
const WRONG_MEMBERS: readonly Json[] = [
  { email: 'no address', name: '誰か', role: 'is', active: true },
  { email: 'new@hachi.example', name: '', role: 'is', active: true },
  { email: 'new@hachi.example', name: '新人', role: 'chief', active: true },
  { email: 'is@hachi.example', name: '二人目', role: 'is', active: true },
  { id: 'm_nobody', email: 'new@hachi.example', name: '新人', role: 'is', active: true },
  { email: 'new@hachi.example', name: '新人', role: 'is' },
];

export const refusedTeamCalls = async (world: World): Promise<void> => {
  const { recorder } = world;
  const expectedVersion = await versionOf(world, 'members');
  for (const member of WRONG_MEMBERS)
    await recorder.call({ as: 'admin', to: 'members', json: { expectedVersion, member } });
  const fresh = { email: 'new@hachi.example', name: '新人', role: 'is', active: true };
  await recorder.call({ as: 'manager', to: 'members', json: { expectedVersion, member: fresh } });
  await recorder.call({ as: 'admin', to: 'members', json: { expectedVersion: 1, member: fresh } });
  const admin = {
    id: world.idOf('admin'),
    email: 'admin@hachi.example',
    name: '管理 一郎',
    role: 'is',
    active: true,
  };
  await recorder.call({ as: 'admin', to: 'members', json: { expectedVersion, member: admin } });
  const wrong: Json[] = [
    { zone: 'Mars/Olympus' },
    { workingDays: 0 },
    { cadence: 'weekly' },
    { companyDays: [{ from: '02-30', to: '13-01' }] },
    { lostReasons: { lower: { ja: '小', en: 'Small' } } },
    { colour: 'red' },
    { products: [''] },
  ];
  for (const settings of wrong)
    await recorder.call({ as: 'manager', to: 'settings', json: { expectedVersion, settings } });
  await recorder.call({ as: 'is', to: 'settings', json: { expectedVersion, settings: { workingDays: 60 } } });
  await recorder.call({
    as: 'manager',
    to: 'settings',
    json: { expectedVersion: 2, settings: { workingDays: 60 } },
  });
};

export const changeSettings = async (world: World, settings: Json, as = 'manager'): Promise<void> => {
  await world.recorder.call({
    as,
    to: 'settings',
    json: { expectedVersion: await versionOf(world, 'settings'), settings },
  });
  const { body } = await world.recorder.look({ as: 'admin', to: 'settings' });
  world.products = (body as Json).settings.products;
};

/** One of the members as somebody who has changed. */
export const changeMember = async (
  world: World,
  who: (typeof TEAM)[number]['who'],
  change: Json,
): Promise<void> => {
  const known = TEAM.find((one) => one.who === who);
  if (known === undefined) throw new Error(`nobody is ${who}`);
  const member = { id: world.idOf(who), ...memberOf(known), ...change };
  await world.recorder.call({
    as: 'admin',
    to: 'members',
    json: { expectedVersion: await versionOf(world, 'members'), member },
  });
  const actor = world.actor(who);
  world.actors.set(who, { ...actor, role: change.role ?? actor.role });
};

/** What a team sets in the course of a year, one after the other. */
export const SETTINGS: readonly Json[] = [
  {
    lostReasons: { EXIT: { ja: '撤退', en: 'Left the market' } },
    badFitReasons: { SMALL: { ja: '小規模', en: 'Too small' } },
  },
  { workingDays: 60, extraHolidays: ['2026-09-18'], extraWorkdays: ['2026-09-19'] },
  { cadence: 'fiscal', fiscalYearStartMonth: 4 },
  { language: 'en' },
  { products: [...PRODUCTS, 'Analytics'] },
  { zone: 'Pacific/Auckland' },
  { zone: 'Asia/Tokyo', language: 'ja' },
  { cadence: 'rolling', retries: 1, retryBusinessDays: 5 },
  {
    badFitReviewMonths: 3,
    companyDays: [
      { from: '12-28', to: '01-05' },
      { from: '08-12', to: '08-16' },
    ],
  },
  { onFileReasons: { AUDIT: { ja: '監査', en: 'Audit' } }, singleManagerMayApprove: true },
];
