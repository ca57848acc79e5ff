/**
 * The functions answer when the script has long given up, after Google's sixty seconds for a call, or even carry out by then what
 * it asked for: nothing that was typed is lost, nothing has two effects, and the row says what became of it.
 */
import { bundleScript } from '../../../emulator/apps-script/bundle';
import { startScriptHost } from '../../../emulator/apps-script/script-host';
import type { SheetSession } from '../../../emulator/apps-script/session';
import type { ColumnKey } from '../../../functions/domain/register/column-keys';
import { emailOf } from '../../suite';
import { type FaultyProxy, type ProxyFate, startFaultyProxy } from '../faulty-proxy';
import { firstRow, registerClients, usingSheet } from '../sheet-scene';

const sheet = usingSheet();
let wire: FaultyProxy;
let session: SheetSession;
let manager: SheetSession;
let stopHost: () => Promise<void>;
/** Of people who need not wait for a minute until a call has taken too long, nor between two tries. */
beforeAll(async () => {
  const { suite } = sheet();
  wire = await startFaultyProxy(`http://127.0.0.1:${suite.port}`);
  const { code, manifest, files } = await bundleScript({ entry: 'apps-script/main.ts' });
  const host = await startScriptHost({
    ...{ workbooks: suite.workbooks, spreadsheetId: suite.sheets.registerId, dataDir: null },
    ...{ code, manifest, files, now: suite.clock.now, sleep: async () => {}, limits: { fetchMs: 3_000 } },
    identity: (email) => suite.identity.issue({ email }),
  });
  host.setProperties({ FUNCTIONS_URL: wire.url });
  session = host.openAs({ email: emailOf('is'), locale: 'ja' });
  manager = host.openAs({ email: emailOf('manager'), locale: 'ja' });
  stopHost = () => host.stop();
});
afterAll(async () => {
  await stopHost();
  await wire.stop();
});
beforeEach(() => {
  wire.calls.length = 0;
  wire.fates.length = 0;
});

/** After a minute there is no time for another try. */
const gaveUpAfter = (fate: ProxyFate): void => {
  wire.fates.push(fate, 'refused', 'refused', 'refused');
};

const sold = async (name: string) => firstRow(await registerClients(sheet(), name));
const type = (id: string, key: ColumnKey, value: string, by = session) =>
  by.edit(`'${sheet().tab().properties.title}'!${sheet().a1(id, key)}`, [[value]]);
const send = () => session.run('sendPending');
const changesOf = async (id: string, version: number): Promise<number> => {
  const { body } = await sheet().suite.call('is', 'account', { query: { id } });
  return body.history[0].version - version;
};

test.each<[string, ProxyFate]>([
  ['was carried out in time', 'late'],
  ['is carried out later', 'held'],
])(
  'what %s and was not answered stays marked, and has one effect when it is sent again',
  async (what, fate) => {
    const { cell } = sheet();
    const { id, version } = await sold(`株式会社${what}`);
    await type(id, 'status', '6');
    gaveUpAfter(fate);
    expect(await send()).toMatchObject({ error: { code: 'OFFLINE' } });
    expect(cell(id, 'requestState')).toBe('未送信');
    expect(await changesOf(id, version)).toBe(fate === 'late' ? 1 : 0);
    expect(await send()).toMatchObject({ value: { accepted: 1, refused: 0 } });
    await wire.release();
    expect(await changesOf(id, version)).toBe(1);
    expect([cell(id, 'status'), cell(id, 'requestState')]).toEqual(['現在の顧客', '']);
    expect(await sheet().layout()).toMatchObject({ written: 0 });
  },
);

test.each([
  ['somebody else', () => manager],
  ['the same person', () => session],
])(
  'what is carried out only when %s has typed over it is refused, and takes nothing back',
  async (who, by) => {
    const { cell } = sheet();
    const { id, version } = await sold(`株式会社追い越し${who}`);
    await type(id, 'name', `株式会社${who}に追い越され`);
    gaveUpAfter('held');
    expect(await send()).toMatchObject({ error: { code: 'OFFLINE' } });
    await type(id, 'name', `株式会社${who}が追い越した`, by());
    expect(await by().run('sendPending')).toMatchObject({ value: { accepted: 1, refused: 0 } });
    await wire.release();
    expect(await changesOf(id, version)).toBe(1);
    expect((await sheet().account(id)).name).toBe(`株式会社${who}が追い越した`);
    expect(await sheet().layout()).toMatchObject({ written: 0 });
    expect(cell(id, 'requestState')).toBe('');
  },
);

test('what was taken back in the sheet and is carried out later stands in the row after the next refresh', async () => {
  const { cell } = sheet();
  const { id, version } = await sold('株式会社取り消し');
  await type(id, 'status', '6');
  gaveUpAfter('held');
  expect(await send()).toMatchObject({ error: { code: 'OFFLINE' } });
  await type(id, 'status', 'ワーキング');
  expect(cell(id, 'requestState')).toBe('');
  await wire.release();
  expect(await changesOf(id, version)).toBe(1);
  await sheet().layout();
  expect([cell(id, 'status'), cell(id, 'requestState')]).toEqual(['現在の顧客', '']);
});

test.each<ProxyFate>(['late', 'held'])(
  'a refresh whose answer is %s keeps what is typed meanwhile',
  async (fate) => {
    const { cell } = sheet();
    const { id, version } = await sold(`株式会社更新${fate}`);
    gaveUpAfter(fate);
    await session.run('menuRefresh');
    await type(id, 'status', '6');
    await wire.release();
    expect([cell(id, 'status'), cell(id, 'requestState')]).toEqual([6, '未送信']);
    expect(await send()).toMatchObject({ value: { accepted: 1 } });
    expect(await changesOf(id, version)).toBe(1);
  },
);
