/** Each kind of document beside accounts and their history: what could not be read again is not written. */
import type { Firestore } from '@google-cloud/firestore';
import { registerRow } from '../../../functions/domain/register/row';
import { noFacts } from '../../../functions/domain/statistics/account-facts';
import { renewCalendarFeed } from '../../../functions/store/calendar-feeds';
import { numberDocument } from '../../../functions/store/corporate-numbers';
import { saveDashboardState } from '../../../functions/store/dashboard-state';
import { claimDigest } from '../../../functions/store/digest-marks';
import { NEW_DUPLICATE_SEARCH, saveDuplicateSearch } from '../../../functions/store/duplicate-searches';
import { StoredFacts } from '../../../functions/store/history-facts';
import { startImportBatch } from '../../../functions/store/import-batches';
import { recordJobRun } from '../../../functions/store/job-runs';
import { mergeQueueNotes } from '../../../functions/store/queue-notes';
import { acquireRegisterLease } from '../../../functions/store/register-state';
import { saveSentBack } from '../../../functions/store/sent-back';
import { replyDocument } from '../../../functions/store/stored-reply';
import { changeTeam } from '../../../functions/store/team';
import { NO_TEAM } from '../../../functions/store/team-document';
import { UnwritableDocumentError } from '../../../functions/store/unreadable-document';
import { anAccount } from '../../builders';
import { freshClient, usingFirestore } from '../../firestores';

const firestore = usingFirestore('embedded');
let db: Firestore;
beforeEach(() => {
  db = freshClient(firestore().host, { ignoreUndefinedProperties: true });
});
afterEach(() => db.terminate());

/** What no caller can give by the types. */
const wrong = (value: unknown) => value as never;
const AT = '2026-07-01T00:00:00.000Z';
const BATCH = {
  ...{
    id: 'b_1',
    list: 'L',
    mode: 'add' as const,
    total: 1,
    done: 0,
    changes: null,
    closed: [],
    toCheck: false,
    twice: 0,
    state: 'running' as const,
  },
  counts: { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 },
};
const NOT_COUNTED = { serving: null, counting: null, newest: 0, madeAt: null, loads: null, updateTime: null };
const REPLY = { hash: 'h', by: 'is', row: registerRow(anAccount()) };
const SENT_BACK = {
  ...{ id: 'x', by: 'is', accountId: 'a_1', key: 'status' as const, command: 'changeStatus', version: 1 },
  ...{ status: 'COLD' as const, words: { ja: '', en: '' }, retry: null, at: AT },
};

test.each<[string, string[], () => unknown]>([
  [
    'request',
    ['row.status'],
    () => replyDocument('request-1', { ...REPLY, row: { ...REPLY.row, status: wrong('HOT') } }, AT),
  ],
  ['number', ['accountId'], () => numberDocument('1234567890123', wrong(undefined))],
  [
    'batch',
    ['total'],
    () => startImportBatch(db, null, { ...BATCH, total: Number.NaN }, { by: 'is', at: AT }),
  ],
  ['batch', ['by'], () => startImportBatch(db, null, BATCH, { by: wrong(undefined), at: AT })],
  [
    'team',
    ['members.m_1'],
    () => changeTeam(db, 'is', AT, () => ({ ...NO_TEAM, members: { m_1: wrong({ id: 'm_1' }) } })),
  ],
  [
    'team',
    ['settings.zone'],
    () => changeTeam(db, 'is', AT, () => ({ ...NO_TEAM, settings: { ...NO_TEAM.settings, zone: wrong(7) } })),
  ],
  [
    'teamEntry',
    ['by'],
    () =>
      changeTeam(db, wrong(undefined), AT, (team) => ({
        ...team,
        settings: { ...team.settings, retries: 1 },
      })),
  ],
  [
    'register',
    ['rows'],
    async () => {
      const lease = await acquireRegisterLease(db, 'sheet-1');
      await lease?.release({ ...lease.state, rows: Number.NaN });
    },
  ],
  [
    'duplicateSearch',
    ['read'],
    () => saveDuplicateSearch(db, 'sheet-1', { ...NEW_DUPLICATE_SEARCH, read: wrong('x') }),
  ],
  [
    'digestMark',
    ['memberId'],
    () => claimDigest(db, { date: '2026-07-01', memberId: wrong(undefined), channel: 'mail' }, AT),
  ],
  ['sentBack', ['status'], () => saveSentBack(db, [{ ...SENT_BACK, status: wrong('HOT') }])],
  ['calendarFeed', ['at'], () => renewCalendarFeed(db, { memberId: 'is', at: wrong(undefined) })],
  [
    'historyFacts',
    ['0.version'],
    async () => {
      const facts = await StoredFacts.read(db, { generation: 1, parts: 1 });
      facts.put({ ...noFacts('a_1'), version: wrong('x') });
      await facts.save();
    },
  ],
  ['dashboard', ['newest'], () => saveDashboardState(db, { ...NOT_COUNTED, newest: wrong(undefined) })],
  ['jobRuns', ['queue'], () => recordJobRun(db, 'queue', wrong(1))],
  ['queueNotes', ['notes.a_1'], () => mergeQueueNotes(db, { a_1: wrong(new Uint8Array(1)) })],
])('a document of the kind %s with a wrong %j', async (kind, fields, write) => {
  const error: unknown = await (async () => write())().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnwritableDocumentError);
  expect(error).toMatchObject({ document: { kind, fields } });
  const collections = (await db.listCollections()).filter(({ id }) => id !== 'registers');
  expect(collections).toEqual([]);
});
