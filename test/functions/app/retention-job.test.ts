/** What is kept for a time only goes when it is over; a request that comes again later still has one effect. */
import type { Firestore } from '@google-cloud/firestore';
import { runRetentionJob } from '../../../functions/app/retention-job';
import { submit } from '../../../functions/app/submit';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { claimDigest } from '../../../functions/store/digest-marks';
import { digestMarksOf, erasuresOf, requestsOf, teamEntriesOf } from '../../../functions/store/firestore';
import { saveSentBack } from '../../../functions/store/sent-back';
import { changeTeam } from '../../../functions/store/team';
import { aMember } from '../../builders';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  mergeInto,
  refusalOfResult,
  submitAll,
  submitOne,
} from './submit-requests';

const MADE = '2026-07-01T03:00:00.000Z';
const daysLater = (days: number): Date => new Date(Date.parse(MADE) + days * 86_400_000);
const retain = (db: Firestore, days: number) => runRetentionJob(daysLater(days), db, () => false);
const CALL: CallerCommand = {
  type: 'logActivity',
  activity: { kind: 'call', twoWay: true, date: '2026-06-30', with: '総務部' },
};

eachOpenStore('retention', (db) => {
  afterEach(() => expectConsistentStore(db()));

  const saveMember = (id: string, at: string) =>
    changeTeam(db(), 'admin', at, (team) => ({
      ...team,
      members: { ...team.members, [id]: { ...aMember({ id }), sub: null } },
    }));

  test('answers go after 30 days, versions of the team after two years; a second run finds nothing', async () => {
    await saveMember('is', MADE);
    await saveMember('is2', daysLater(100).toISOString());
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    expect(await retain(db(), 29)).toMatchObject({ answers: 0, teamEntries: 0, done: true });
    expect(await retain(db(), 30)).toMatchObject({ answers: 2, teamEntries: 0 });
    expect(await retain(db(), 730)).toMatchObject({ answers: 0, teamEntries: 1 });
    expect(await retain(db(), 730)).toMatchObject({ answers: 0, teamEntries: 0 });
    expect((await requestsOf(db()).get()).size).toBe(0);
    expect((await teamEntriesOf(db()).get()).docs.map((doc) => doc.get('version'))).toEqual([2]);
  });

  test('marks of digests go after 30 days', async () => {
    const key = { memberId: 'is', channel: 'mail' } as const;
    await claimDigest(db(), { ...key, date: '2026-07-01' }, MADE);
    await claimDigest(db(), { ...key, date: '2026-07-02' }, daysLater(1).toISOString());
    expect(await retain(db(), 29)).toMatchObject({ digestMarks: 0 });
    expect(await retain(db(), 30)).toMatchObject({ digestMarks: 1, done: true });
    expect((await digestMarksOf(db()).get()).docs.map((doc) => doc.get('date'))).toEqual(['2026-07-02']);
  });

  test('requests that were sent back go after 30 days', async () => {
    const one = {
      ...{ id: 'x', by: 'is', accountId: 'a_1', key: 'status' as const, command: null, version: 1 },
      ...{ status: 'COLD' as const, words: { ja: '', en: '' }, retry: null, at: MADE },
    };
    await saveSentBack(db(), [one]);
    expect(await retain(db(), 29)).toMatchObject({ sentBack: 0 });
    expect(await retain(db(), 30)).toMatchObject({ sentBack: 1, done: true });
  });

  test('it ends where the time is up, and the next run goes on', async () => {
    for (let from = 0; from < 400; from += 200) {
      const ids = Array.from({ length: 200 }, (_, index) => `a_${from + index}`);
      await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id, { details: { name: `会社 ${id}` } })));
    }
    expect(await runRetentionJob(daysLater(31), db(), () => true)).toMatchObject({
      answers: 300,
      done: false,
    });
    expect(await retain(db(), 31)).toMatchObject({ answers: 100, done: true });
  });

  test('an erasure that was stopped is ended', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aSubmitRequest('a_1', 1, contactCommand('山田')));
    const erase = aSubmitRequest('a_1', 2, { type: 'eraseContact', contactId: 'c000002' });
    acceptedRow((await submit(db(), [erase], aCommandContext('manager')))[0]);
    expect(await retain(db(), 0)).toMatchObject({ erasures: { finished: 1, stopped: [] } });
    expect((await erasuresOf(db()).get()).size).toBe(0);
  });

  test('a request that comes again when its answer has expired has been done already', async () => {
    const [register, other] = [aRegisterSubmit('a_1'), aRegisterSubmit('a_2')];
    const call = aSubmitRequest('a_1', 1, CALL);
    const contact = aSubmitRequest('a_1', 1, contactCommand('山田'));
    const merge = aSubmitRequest('a_2', 1, mergeInto('a_1'));
    const all = [register, other, call, contact, merge];
    for (const request of all) acceptedRow(await submitOne(db(), request));
    const [one, two] = [await loadAccount(db(), 'a_1'), await loadAccount(db(), 'a_2')];
    await retain(db(), 31);
    for (const request of all)
      expect(await submitOne(db(), request)).toMatchObject({
        replayed: true,
        effect: 'none',
        row: { id: request.accountId },
      });
    expect([await loadAccount(db(), 'a_1'), await loadAccount(db(), 'a_2')]).toEqual([one, two]);
  });

  test('another request under such a key, or by somebody else, is refused', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const call = aSubmitRequest('a_1', 1, CALL);
    acceptedRow(await submitOne(db(), call));
    await retain(db(), 31);
    for (const again of [
      submitOne(db(), { ...call, command: contactCommand('山田') }),
      submitOne(db(), call, aCommandContext('is2')),
    ])
      expect(refusalOfResult(await again).code).toBe('REQUEST_KEY_REUSED');
    expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
  });
});
