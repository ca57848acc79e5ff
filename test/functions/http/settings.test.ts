import { DEFAULT_SETTINGS, type Settings } from '../../../functions/domain/account/team';
import { teamRef } from '../../../functions/store/firestore';
import {
  aCommandRequest,
  aRegisterRequest,
  type CallOptions,
  idOf,
  type Reply,
  rowOf,
  TODAY,
  usingSuite,
  type Who,
} from '../../suite';

const suite = usingSuite();
const read = async () =>
  (await suite().call('viewer', 'settings')).body as { version: number; settings: Settings };
const save = async (settings: object, who: Who = 'manager', expectedVersion?: number): Promise<Reply> =>
  suite().call(who, 'settings', {
    body: { expectedVersion: expectedVersion ?? (await read()).version, settings },
  });

test('everybody reads them; at first they are the defaults', async () => {
  expect((await read()).settings).toEqual(DEFAULT_SETTINGS);
});

test('without a product that is a problem which everybody sees; the last one stays', async () => {
  const codes = async () =>
    (await suite().call('is', 'settings')).body.problems.map(({ code }: { code: string }) => code);
  expect(await codes()).toEqual(['no_product']);
  expect((await save({ products: ['Hachi'] })).status).toBe(200);
  expect(await codes()).toEqual([]);
  const { status, body } = await save({ products: [] });
  expect([status, body.error.code, body.error.issues[0].code]).toEqual([
    422,
    'SETTINGS_INVALID',
    'no_product',
  ]);
});

test('a manager and an admin change them, nobody else', async () => {
  for (const who of ['viewer', 'is', 'fs'] as const) {
    const { status, body } = await save({ workingDays: 60 }, who);
    expect([status, body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  }
  expect((await save({ workingDays: 60 })).body.settings.workingDays).toBe(60);
  expect((await save({ language: 'en' }, 'admin')).body.settings).toEqual({
    ...DEFAULT_SETTINGS,
    products: ['Hachi'],
    workingDays: 60,
    language: 'en',
  });
});

test('the same change again is no change; one on older settings is refused', async () => {
  const { version } = await read();
  expect((await save({ retries: 5 }, 'manager', version)).body.version).toBe(version + 1);
  expect((await save({ retries: 5 }, 'manager', version)).body.version).toBe(version + 1);
  const { status, body } = await save({ retries: 6 }, 'manager', version);
  expect([status, body.error]).toMatchObject([409, { code: 'TEAM_CHANGED', version: version + 1 }]);
});

test('own reasons are offered and accepted', async () => {
  const lostReasons = { PRICE: { ja: '価格', en: 'Price' } };
  expect((await save({ lostReasons })).body.settings.lostReasons).toEqual(lostReasons);
});

test.each([
  { zone: 'Mars/Olympus' },
  { cadence: 'weekly' },
  { fiscalYearStartMonth: 13 },
  { companyDays: [{ from: '13-01', to: '01-03' }] },
  { companyDays: [{ from: '02-30', to: '03-01' }] },
  { products: ['Hachi', 'ＨＡＣＨＩ'] },
  { extraHolidays: ['2026-02-30'] },
  { lostReasons: { price: { ja: '価格', en: 'Price' } } },
  { lostReasons: { PRICE: { ja: '価格' } } },
  { colour: 'red' },
  { workingDays: '60' },
])('%j is refused', async (settings) => {
  const { status, body } = await save(settings);
  expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
});

test.each<[object, string, string]>([
  [{ companyDays: [{ from: '01-01', to: '12-31' }] }, 'companyDays', 'month_without_business_day'],
  [{ lostReasons: { MONEY: { ja: '予算', en: 'Money' } } }, 'lostReasons', 'label_doubled'],
  [{ extraHolidays: ['2026-10-01'], extraWorkdays: ['2026-10-01'] }, 'extraWorkdays', 'holiday_and_workday'],
])('%j do not go together, and nothing is changed', async (settings, setting, code) => {
  const before = await read();
  const { status, body } = await save(settings);
  expect([status, body.error.code, body.error.issues]).toEqual([
    ...[422, 'SETTINGS_INVALID'],
    [{ path: `settings.${setting}`, code, message: { ja: expect.any(String), en: expect.any(String) } }],
  ]);
  expect(await read()).toEqual(before);
});

const store = (settings: object) =>
  teamRef(suite().db).update(
    Object.fromEntries(Object.entries(settings).map(([name, value]) => [`settings.${name}`, value])),
  );
const action = { kind: 'call', date: TODAY, with: '総務部' } as const;
const WORKING = { status: 'WORKING', data: { ownerId: idOf('is'), action } } as const;
const READS: [Who, string, CallOptions][] = [
  ['is', 'accounts', {}],
  ['is', 'members', {}],
  ['is', 'lookup', { body: { q: '株式会社旧設定' } }],
  ['manager', 'layout', { body: {} }],
  ['scheduler', 'queue', { body: {} }],
  ['manager', 'duplicates', { body: {} }],
];

test('bad settings of an earlier version are problems that everybody sees; everything answers; saving mends them', async () => {
  const row = rowOf((await suite().submit('is', aRegisterRequest('株式会社旧設定', WORKING)))[0]);
  const bad = {
    companyDays: [{ from: '01-01', to: '12-31' }],
    products: ['Hachi', 'HACHI'],
    zone: 'Mars/Olympus',
    extraHolidays: ['2026-02-30'],
    workingDays: 'many',
  };
  await store(bad);
  const { settings, problems } = (await suite().call('is', 'settings')).body;
  expect(settings).toMatchObject({ products: ['Hachi'], zone: 'Asia/Tokyo', extraHolidays: [] });
  expect(problems.map(({ path }: { path: string }) => path).sort()).toEqual(
    ['companyDays', 'extraHolidays.0', 'products.1', 'workingDays', 'zone'].sort(),
  );
  for (const [who, name, call] of READS)
    expect([name, (await suite().call(who, name, call)).status]).toEqual([name, 200]);
  const { status, body } = await suite().call('is', 'account', { query: { id: row.id } });
  expect([status, body.offers.length > 0]).toEqual([200, true]);
  // Another setting can be changed meanwhile, and what is stored of the bad ones stays.
  expect((await save({ retries: 3 })).status).toBe(200);
  expect((await teamRef(suite().db).get()).get('settings')).toMatchObject({ ...bad, retries: 3 });
  const mended = await save({ ...DEFAULT_SETTINGS, products: ['Hachi'] });
  expect([mended.status, mended.body.problems]).toEqual([200, []]);
});

test('a product and a reason that are not offered any more stay readable at the accounts that have them', async () => {
  const lostReasons = { COLOUR: { ja: '色', en: 'Colour' } };
  await save({ products: ['Rex', 'Max'], lostReasons });
  const row = rowOf((await suite().submit('is', aRegisterRequest('株式会社旧商品', WORKING)))[0]);
  const data = {
    meeting: { date: TODAY, with: '山田' },
    latentNeed: '色の選び方がわからない',
    lost: { on: TODAY, reason: 'COLOUR', revisitOn: '2026-10-01' },
  };
  const change = { type: 'changeStatus', to: 'DEAD_OPPORTUNITY', data } as const;
  const dead = rowOf((await suite().submit('is', aCommandRequest(change, row)))[0]);
  expect((await save({ products: ['Max'], lostReasons: {} })).status).toBe(200);
  for (const [who, name, call] of READS)
    expect([name, (await suite().call(who, name, call)).status]).toEqual([name, 200]);
  const { body } = await suite().call('is', 'account', { query: { id: dead.id } });
  expect(body.account.lost.reason).toBe('COLOUR');
});
