import { DEFAULT_SETTINGS, type Settings } from '../../../functions/domain/account/team';
import { type Reply, usingSuite, type Who } from '../../suite';

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

test('a manager and an admin change them, nobody else', async () => {
  for (const who of ['viewer', 'is', 'fs'] as const) {
    const { status, body } = await save({ workingDays: 60 }, who);
    expect([status, body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  }
  expect((await save({ workingDays: 60 })).body.settings.workingDays).toBe(60);
  expect((await save({ language: 'en' }, 'admin')).body.settings).toEqual({
    ...DEFAULT_SETTINGS,
    workingDays: 60,
    language: 'en',
  });
});

test('the same change again is no change; one on older settings is told so', async () => {
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
  { extraHolidays: ['2026-02-30'] },
  { lostReasons: { price: { ja: '価格', en: 'Price' } } },
  { lostReasons: { PRICE: { ja: '価格' } } },
  { colour: 'red' },
  { workingDays: '60' },
])('%j is refused', async (settings) => {
  const { status, body } = await save(settings);
  expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
});
