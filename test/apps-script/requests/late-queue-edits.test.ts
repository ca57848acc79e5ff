/** Edits of the queue that reach the functions when the script has long given up, and something else was typed into their cell since. */
import { bundleScript } from '../../../emulator/apps-script/bundle';
import { startScriptHost } from '../../../emulator/apps-script/script-host';
import type { SheetSession } from '../../../emulator/apps-script/session';
import { QUEUE_ID } from '../../../emulator/suite';
import { columnName } from '../../../emulator/workbook/a1';
import { emailOf, usingSuite, type Who } from '../../suite';
import { type FaultyProxy, startFaultyProxy } from '../faulty-proxy';
import { queueSeats } from '../queue-seats';

const suite = usingSuite();
const { store, write, rowOf, columnOf, cell } = queueSeats(suite);
const TAB = '今日';

let wire: FaultyProxy;
let open: (who: Who) => SheetSession;
let stopHost: () => Promise<void>;
/** Of people who need not wait for a minute until a call has taken too long, nor between two tries. */
beforeAll(async () => {
  wire = await startFaultyProxy(`http://127.0.0.1:${suite().port}`);
  const { code, manifest, files } = await bundleScript({ entry: 'apps-script/main.ts' });
  const { workbooks, clock, identity } = suite();
  const host = await startScriptHost({
    ...{ workbooks, spreadsheetId: QUEUE_ID, dataDir: null, code, manifest, files },
    ...{ now: clock.now, sleep: async () => {}, limits: { fetchMs: 3_000 } },
    identity: (email) => identity.issue({ email }),
  });
  host.setProperties({ FUNCTIONS_URL: wire.url });
  open = (who) => host.openAs({ email: emailOf(who), locale: 'ja' });
  stopHost = () => host.stop();
});
afterAll(async () => {
  await stopHost();
  await wire.stop();
});

test.each<[string, Who]>([
  ['the same person', 'is'],
  ['somebody else', 'manager'],
])('what is carried out only when %s has typed over it is refused, and takes nothing back', async (_, by) => {
  const id = `a_late_${by}`;
  await store(id, { due: '2026-06-22' });
  await write();
  const type = (session: SheetSession, day: string) =>
    session.edit(`'${TAB}'!${columnName(columnOf(TAB, 'due'))}${rowOf(TAB, id)}`, [[day]]);
  const [first, second] = [open('is'), open(by)];
  await type(first, '2026-08-03');
  wire.fates.push('held', 'refused', 'refused', 'refused');
  expect(await first.run('sendPending')).toMatchObject({ error: { code: 'OFFLINE' } });
  await type(second, '2026-08-04');
  expect(await second.run('sendPending')).toMatchObject({ value: { accepted: 1 } });
  await wire.release();
  const { row } = (await suite().call('manager', 'lookup', { body: { id } })).body.hits[0];
  expect([row.nextCheck, row.version]).toEqual(['2026-08-04', 2]);
  await write();
  expect(cell(TAB, id, 'request')).not.toMatch(/未送信/);
});
