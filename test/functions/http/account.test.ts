import type { CommandRequest } from '../../../functions/contract/commands';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, TODAY, usingSuite } from '../../suite';

const suite = usingSuite();
const versions = (history: readonly { version: number }[]): number[] => history.map(({ version }) => version);

test('an account, its history newest first, and what each move would ask for', async () => {
  let row = rowOf((await suite().submit('is', aRegisterRequest('株式会社履歴')))[0]);
  const commands: CommandRequest['command'][] = [
    { type: 'saveContact', contact: { name: '山田' } },
    {
      type: 'changeStatus',
      to: 'WORKING',
      data: { ownerId: idOf('is'), action: { kind: 'call', date: TODAY, with: '総務部' } },
    },
    { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } },
  ];
  for (const command of commands) row = rowOf((await suite().submit('is', aCommandRequest(command, row)))[0]);
  const { status, body } = await suite().call('viewer', 'account', { query: { id: row.id } });
  expect(status).toBe(200);
  expect(body.account).toMatchObject({ id: row.id, version: 4, status: 'WORKING', everMet: true });
  expect(body.history).toMatchObject([
    { version: 4, command: 'logActivity', by: idOf('is'), channel: 'api' },
    {
      version: 3,
      command: 'changeStatus',
      events: expect.arrayContaining([expect.objectContaining({ from: 'COLD', to: 'WORKING' })]),
    },
    { version: 2, command: 'saveContact' },
    { version: 1, command: 'register' },
  ]);
  const offered = Object.fromEntries(body.offers.map((offer: { to: string }) => [offer.to, offer]));
  expect(Object.keys(offered)).not.toContain('COLD');
  expect(offered.QUARTERLY_CHECK.asks.map(({ key }: { key: string }) => key)).toEqual(
    expect.arrayContaining(['bant.need', 'awaitedCondition', 'contactId', 'nextCheckDate']),
  );
  for (const { label } of offered.QUARTERLY_CHECK.asks)
    expect(label).toEqual({ ja: expect.any(String), en: expect.any(String) });

  const page = async (query: object) =>
    versions((await suite().call('is', 'account', { query: { id: row.id, ...query } })).body.history);
  expect(await page({ entries: 2 })).toEqual([4, 3]);
  expect(await page({ entries: 2, before: 3 })).toEqual([2, 1]);
  expect(await page({ entries: 2, before: 1 })).toEqual([]);
  expect(await page({ entries: 0 })).toEqual([]);
  expect(await page({ before: 99 })).toEqual([4, 3, 2, 1]);
});

test('one that was registered by mistake keeps its history and offers nothing', async () => {
  const row = rowOf((await suite().submit('is', aRegisterRequest('株式会社誤り')))[0]);
  rowOf((await suite().submit('is', aCommandRequest({ type: 'undo', version: 1 }, row)))[0]);
  const { body } = await suite().call('is', 'account', { query: { id: row.id } });
  expect(body).toMatchObject({
    account: { withdrawn: true },
    offers: [],
    history: [{ command: 'undo' }, { command: 'register' }],
  });
});

test('an unknown account is 404', async () => {
  for (const id of ['a_nobody', 'constructor', '__proto', 'x'.repeat(120)]) {
    const { status, body } = await suite().call('is', 'account', { query: { id } });
    expect([status, body.error.code]).toEqual([404, 'ACCOUNT_UNKNOWN']);
  }
});
