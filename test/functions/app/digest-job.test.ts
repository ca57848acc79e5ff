/** Digests go out once a day for each person, by a real mail server, whatever happens to a run of the job. */
import { randomUUID } from 'node:crypto';
import { FieldValue, type Firestore } from '@google-cloud/firestore';
import type { SMTPServerOptions } from 'smtp-server';
import { startChatRooms } from '../../../emulator/mailbox/chat-rooms';
import { type DigestJobDeps, type DigestRun, runDigestJob } from '../../../functions/app/digest-job';
import { rowLinks } from '../../../functions/app/row-links';
import type { Account } from '../../../functions/domain/account/account';
import type { Settings } from '../../../functions/domain/account/team';
import { openChannels } from '../../../functions/outbound/channels';
import { accountDocument } from '../../../functions/store/account-fields';
import { accountRef, digestMarksOf, teamRef } from '../../../functions/store/firestore';
import { aMember, MEMBERS } from '../../builders';
import { freshClient, usingFirestore } from '../../firestores';
import { CutWire } from '../../torture/cut-wire';
import { startFirestoreProxy } from '../../torture/firestore-proxy';
import { aCheck } from '../domain/queue/queue-scene';
import { startTestMailServer, type TestMailServer } from '../outbound/mail-server';
import { LINKS } from './queue-scene';

const firestore = usingFirestore('embedded');
let projectId: string;
let db: Firestore;
let server: TestMailServer;
/** Addresses that the server takes nothing for. */
let refused: string[];

const serve = (options: SMTPServerOptions = {}) =>
  startTestMailServer({
    onRcptTo: ({ address }, _, done) =>
      done(refused.includes(address) ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
    ...options,
  });

beforeEach(async () => {
  projectId = `demo-${randomUUID()}`;
  db = clientOf(firestore().host);
  refused = [];
  server = await serve();
  await saveTeam();
  await save(
    aCheck({ id: 'a_late', name: '株式会社遅延', due: '2026-06-19' }),
    aCheck({ id: 'a_2', name: '株式会社本日', ownerId: 'is2' }),
    aCheck({ id: 'a_3', name: '株式会社三', ownerId: 'fs' }),
  );
});
afterEach(async () => {
  await server.stop();
  await db.terminate();
});

const clientOf = (host: string): Firestore =>
  freshClient(host, { projectId, ignoreUndefinedProperties: true });
const saveTeam = async (
  settings: Partial<Settings> = {},
  over: Record<string, object> = {},
): Promise<void> => {
  const members = Object.fromEntries(
    Object.values(MEMBERS).map((member) => [member.id, { ...member, sub: null, ...over[member.id] }]),
  );
  await teamRef(db).set({ version: 1, members, settings: { digestChannels: ['mail'], ...settings } });
};
const save = async (...accounts: Account[]): Promise<void> => {
  for (const account of accounts)
    await accountRef(db, account.id).set({
      ...accountDocument(account, []),
      changedAt: FieldValue.serverTimestamp(),
    });
};

const senders = (over: { mailHost?: null; port?: number; slackWebhook?: string } = {}) =>
  openChannels({
    ...{ mailHost: '127.0.0.1', mailPort: String(over.port ?? server.port), mailSecurity: 'none' },
    ...{ mailUser: null, mailPassword: null, mailFrom: 'hachi@example.com' },
    ...{ googleChatWebhook: null, slackWebhook: null, chatworkRoom: null, chatworkToken: null },
    chatworkRoot: '',
    ...over,
  });
/** 08:00 of a Wednesday in Tokyo, which is the day before in UTC. */
const MORNING = '2026-06-30T23:00:00Z';
const run = (now = MORNING, over: Partial<DigestJobDeps> = {}): Promise<DigestRun> =>
  runDigestJob(new Date(now), {
    db,
    senders: senders(),
    links: rowLinks(LINKS),
    isTimeUp: () => false,
    ...over,
  });
const receivers = (): string[] => server.mails.map(({ to }) => to.replace('@example.jp', '')).sort();
const resultsOf = ({ results }: DigestRun) =>
  Object.fromEntries(
    results.map(({ memberId, result, problem }) => [memberId ?? 'managers', problem ?? result]),
  );

test('each rep is written to, with the link of the account, in both forms', async () => {
  const { date, pause, nothingToSay, done, ...answer } = await run();
  expect([date, pause, nothingToSay, done]).toEqual(['2026-07-01', null, 5, true]);
  expect(resultsOf({ ...answer, date, pause, nothingToSay, done })).toEqual({
    fs: 'sent',
    is: 'sent',
    is2: 'sent',
  });
  expect(receivers()).toEqual(['fs', 'is', 'is2']);
  const mail = server.mails.find(({ to }) => to === 'is@example.jp');
  expect(mail?.subject).toBe('Hachi 7月1日 isさん: 期限超過 1');
  const link = /https:\/\/functions\.example\/open\?account=a_late&signature=[\w-]+/.exec(
    mail?.text ?? '',
  )?.[0];
  expect(mail?.text).toContain('株式会社遅延');
  expect(mail?.html).toContain(`<a href="${link?.replace('&', '&amp;')}">株式会社遅延</a>`);
});

test('who has chosen a language is written to in it, the others in that of the team', async () => {
  await teamRef(db).update({ 'members.is2.language': 'en' });
  await run();
  const subjectTo = (id: string) => server.mails.find(({ to }) => to === `${id}@example.jp`)?.subject;
  expect(subjectTo('is')).toContain('期限超過');
  expect(subjectTo('is2')).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
});

test('run again on the same day, late or by several at once, it writes to nobody again; the next day it does', async () => {
  await Promise.all([run(), run(), run(), run()]);
  expect(receivers()).toEqual(['fs', 'is', 'is2']);
  expect(resultsOf(await run('2026-07-01T14:59:00Z'))).toEqual({
    fs: 'sentBefore',
    is: 'sentBefore',
    is2: 'sentBefore',
  });
  expect(receivers()).toEqual(['fs', 'is', 'is2']);
  await run('2026-07-01T23:00:00Z');
  expect(receivers()).toEqual(['fs', 'fs', 'is', 'is', 'is2', 'is2']);
  const ids = server.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(6);
});

test('a run that is killed behind the sending is not made up for: it may have arrived', async () => {
  const { mail: send } = senders();
  let calls = 0;
  const killed = run(MORNING, {
    senders: {
      mail: async (digest) => {
        const delivery = await send?.(digest);
        calls += 1;
        if (calls === 2 || delivery === undefined) throw new Error('killed');
        return delivery;
      },
    },
  });
  await expect(killed).rejects.toThrow('killed');
  expect(receivers()).toEqual(['fs', 'is']);
  expect(resultsOf(await run())).toEqual({ fs: 'sentBefore', is: 'UNCONFIRMED', is2: 'sent' });
  expect(resultsOf(await run())).toEqual({ fs: 'sentBefore', is: 'UNCONFIRMED', is2: 'sentBefore' });
  expect(receivers()).toEqual(['fs', 'is', 'is2']);
});

test('cut off from the store at any call for one person, as by a kill there, it writes to nobody twice, and says who may have it', async () => {
  const wire = new CutWire();
  const proxy = await startFirestoreProxy(firestore().host, wire);
  const cutOff = clientOf(proxy.host);
  const isWrittenTo: Record<string, readonly number[]> = { sent: [1], sentBefore: [1], UNCONFIRMED: [0, 1] };
  await run(MORNING, { db: cutOff });
  // Of each of the three: the mark is read, made and completed.
  const callsOfSecond = [5, 4, 3].map((fromEnd) => wire.count - fromEnd);
  const outcomes = new Set<string>();
  for (const call of callsOfSecond)
    for (const fate of ['refused', 'lost'] as const) {
      for (const { ref } of (await digestMarksOf(db).get()).docs) await ref.delete();
      server.mails.length = 0;
      wire.cutAt(call, fate);
      await expect(run(MORNING, { db: cutOff })).rejects.toThrow('the wire is cut');
      const results = resultsOf(await run());
      for (const [member, result] of Object.entries(results)) {
        const mails = receivers().filter((receiver) => receiver === member).length;
        expect([call, fate, member, result, isWrittenTo[result]?.includes(mails)]).toEqual([
          ...[call, fate, member, result, true],
        ]);
        outcomes.add(`${result} ${mails}`);
      }
    }
  expect([...outcomes].sort()).toEqual(['UNCONFIRMED 0', 'UNCONFIRMED 1', 'sent 1', 'sentBefore 1']);
  await cutOff.terminate();
  await proxy.stop();
});

test('one that is refused takes no other along, and goes out once it is taken', async () => {
  refused = ['is@example.jp'];
  const { results } = await run();
  expect(results).toEqual([
    { memberId: 'fs', channel: 'mail', result: 'sent', problem: null, status: null },
    { memberId: 'is', channel: 'mail', result: 'failed', problem: 'REFUSED', status: 550 },
    { memberId: 'is2', channel: 'mail', result: 'sent', problem: null, status: null },
  ]);
  refused = [];
  expect(resultsOf(await run())).toEqual({ fs: 'sentBefore', is: 'sent', is2: 'sentBefore' });
  expect(receivers()).toEqual(['fs', 'is', 'is2']);
});

test("an address that is none is that member's problem alone", async () => {
  await saveTeam({}, { is: { email: 'is@example.jp, evil@example.net' } });
  expect(resultsOf(await run())).toEqual({ fs: 'sent', is: 'ADDRESS_INVALID', is2: 'sent' });
  expect(receivers()).toEqual(['fs', 'is2']);
});

test('while the server is away all fail; when it is back, all are written to', async () => {
  await server.stop();
  expect(resultsOf(await run())).toEqual({ fs: 'UNREACHABLE', is: 'UNREACHABLE', is2: 'UNREACHABLE' });
  server = await serve();
  expect(resultsOf(await run())).toEqual({ fs: 'sent', is: 'sent', is2: 'sent' });
});

test('a server that breaks off behind the message may have it: nobody is written to twice', async () => {
  const broken: TestMailServer = await serve({
    onData: (stream, { id }) => {
      stream.resume().on('end', () => {
        for (const connection of broken.connections()) if (connection.id === id) connection.close();
      });
    },
  });
  const results = resultsOf(await run(MORNING, { senders: senders({ port: broken.port }) }));
  await broken.stop();
  expect(results).toEqual({ fs: 'UNCONFIRMED', is: 'UNCONFIRMED', is2: 'UNCONFIRMED' });
  expect(resultsOf(await run())).toEqual(results);
  expect(receivers()).toEqual([]);
});

test('a mark that cannot be read may mean that it was sent', async () => {
  await run();
  const { docs } = await digestMarksOf(db).get();
  for (const { ref } of docs) await ref.set({ state: 'lost' });
  expect(resultsOf(await run())).toEqual({ fs: 'UNCONFIRMED', is: 'UNCONFIRMED', is2: 'UNCONFIRMED' });
  expect(receivers()).toEqual(['fs', 'is', 'is2']);
});

test('when the time is up it ends, and the next run goes on', async () => {
  let left = 1;
  const first = await run(MORNING, { isTimeUp: () => left-- <= 0 });
  expect([resultsOf(first), first.done]).toEqual([{ fs: 'sent' }, false]);
  expect(resultsOf(await run())).toEqual({ fs: 'sentBefore', is: 'sent', is2: 'sent' });
});

test("a channel that is not set up is said, and stands in nobody's way", async () => {
  await saveTeam({ digestChannels: ['slack', 'mail'] });
  const { results } = await run();
  expect(results.filter(({ memberId }) => memberId === 'is')).toEqual([
    { memberId: 'is', channel: 'slack', result: 'failed', problem: 'NOT_SET_UP', status: null },
    { memberId: 'is', channel: 'mail', result: 'sent', problem: null, status: null },
  ]);
});

test.each<[string, string, Partial<Settings>, string | null]>([
  ['nothing is set', MORNING, { digestChannels: [] }, 'OFF'],
  ['it is Saturday in Tokyo', '2026-07-03T23:00:00Z', {}, 'CLOSED_DAY'],
  [
    'it is Saturday in UTC and Friday in Honolulu',
    '2026-07-04T02:00:00Z',
    { zone: 'Pacific/Honolulu' },
    null,
  ],
  ['it is Marine Day', '2026-07-19T23:00:00Z', {}, 'CLOSED_DAY'],
  ['it is a minute before seven', '2026-06-30T21:59:00Z', {}, 'TOO_EARLY'],
  ['it is seven', '2026-06-30T22:00:00Z', {}, null],
])('%s', async (_, now, settings, expected) => {
  await saveTeam(settings);
  const { pause } = await run(now);
  expect([pause, server.mails.length > 0]).toEqual([expected, expected === null]);
});

test('managers are written to on Monday', async () => {
  await run('2026-07-05T23:00:00Z');
  expect(receivers()).toEqual(['admin', 'fs', 'is', 'is2', 'manager', 'manager2']);
  const mail = server.mails.find(({ to }) => to === 'manager@example.jp');
  expect(mail?.text).toMatch(/■ チーム: 期限超過 3件/);
});

test('a room gets what waits for the team once, however many managers there are, and of each person what is theirs', async () => {
  const messages: string[] = [];
  const rooms = await startChatRooms(({ text }) => void messages.push(text));
  await saveTeam({ digestChannels: ['slack', 'mail'], language: 'en' }, { manager: { language: 'ja' } });
  const toRooms = { senders: senders({ slackWebhook: rooms.settings.slackWebhook }) };
  const monday = '2026-07-05T23:00:00Z';
  const { results } = await run(monday, toRooms);
  const inRoom = results.filter(({ channel }) => channel === 'slack');
  expect(inRoom.map(({ memberId, result }) => [memberId, result])).toEqual([
    ['fs', 'sent'],
    ['is', 'sent'],
    ['is2', 'sent'],
    [null, 'sent'],
  ]);
  expect(messages.map((message) => message.includes('Team: Overdue (3)'))).toEqual([
    ...[false, false, false, true],
  ]);
  expect(messages.at(-1)).toContain('Hachi 2026-07-06 for the managers: Overdue 3');
  expect(receivers()).toEqual(['admin', 'fs', 'is', 'is2', 'manager', 'manager2']);
  await run(monday, toRooms);
  await run('2026-07-06T23:00:00Z', toRooms);
  expect(messages.filter((message) => message.includes('Team: '))).toHaveLength(1);
  await rooms.stop();
});

test('a member who is new gets the first one on the same day', async () => {
  await run();
  const is3 = aMember({ id: 'is3' });
  await save(aCheck({ id: 'a_9', ownerId: 'is3' }));
  const members = Object.fromEntries(
    [...Object.values(MEMBERS), is3].map((member) => [member.id, { ...member, sub: null }]),
  );
  await teamRef(db).set({ version: 2, members, settings: { digestChannels: ['mail'] } });
  expect(resultsOf(await run())).toMatchObject({ is: 'sentBefore', is3: 'sent' });
});
