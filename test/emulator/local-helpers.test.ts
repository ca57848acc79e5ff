import type { IncomingMessage } from 'node:http';
import { type LocalClock, startClock } from '../../emulator/clock';
import { type LocalIdentity, startIdentity } from '../../emulator/identity';
import { type JobName, makeLocalHelpers } from '../../emulator/local-helpers';
import { type LocalServer, listenLocally } from '../../emulator/local-server/local-server';
import { openMailbox } from '../../emulator/mailbox/mailbox';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import { signingKey } from '../signing-key';
import { sendRequest } from './send-request';

const jobs: JobName[] = [];
const mailbox = openMailbox(null);
const chats = openMailbox(null);
let clock: LocalClock;
let identity: LocalIdentity;
let server: LocalServer;

beforeAll(async () => {
  clock = startClock();
  identity = await startIdentity({ privateKey: signingKey() });
  server = await listenLocally(0);
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('book', { title: '台帳' }, [{ title: 'a/b 50%', sheetId: 1 }]);
  const value = { userEnteredValue: { stringValue: '＝1+1' } };
  workbooks.batchUpdate(
    'book',
    [{ updateCells: { start: { sheetId: 1 }, rows: [{ values: [value] }], fields: '*' } }],
    'api',
  );
  const runJob = async (name: JobName) => {
    jobs.push(name);
    if (name === 'duplicates') throw new Error('The functions are broken.');
    return { status: 200, body: { name } };
  };
  server.serve(makeLocalHelpers({ identity, clock, workbooks, mailbox, chats, runJob, zone: 'Asia/Tokyo' }));
});
afterAll(() => Promise.all([identity.stop(), server.stop()]));
afterEach(() => {
  clock.set(null);
  jobs.length = 0;
});

const get = (path: string, headers = {}) => sendRequest(`${server.root}/local/${path}`, { headers });
const post = (path: string, body = '', headers = {}) =>
  sendRequest(`${server.root}/local/${path}`, { method: 'POST', body, headers });

test('they list themselves, issue tokens, and show sheets', async () => {
  expect(Object.keys(JSON.parse((await get('')).body))).toContain('GET /local/clock');
  expect((await get('token?email=Sato@hachi.example')).body.split('.')).toHaveLength(3);
  expect(JSON.parse((await get('sheets')).body)).toEqual([{ id: 'book', title: '台帳', tabs: ['a/b 50%'] }]);
});

test('a tab is a file to save, and no text in it is a formula', async () => {
  const { status, headers, body } = await get(`sheets/book/${encodeURIComponent('a/b 50%')}.csv`);
  expect({ status, body }).toEqual({ status: 200, body: "\uFEFF'＝1+1\r\n" });
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('a/b 50%.csv')}`,
  });
});

test('mails are shown, and nothing in them runs', async () => {
  mailbox.keep(
    'To: a@b.example\r\nSubject: <script>alert(1)</script>\r\nContent-Type: multipart/alternative; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n<b>A</b>\r\n--x\r\nContent-Type: text/html\r\n\r\n<script>alert(2)</script>\r\n--x--\r\n',
  );
  chats.keep(JSON.stringify({ program: 'Slack', text: '*予定* <https://a.example|株式会社甲>' }));
  const list = await get('mails');
  expect(list.body).toContain('&#60;script&#62;alert(1)');
  expect(list.body).toContain('&#60;b&#62;A');
  expect(list.body).not.toContain('<script>');
  expect(list.body).toContain('*予定* &#60;https://a.example|株式会社甲&#62;');
  const html = await get('mails/1.html');
  expect(html.body).toBe('<script>alert(2)</script>');
  for (const { headers } of [list, html]) {
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; frame/,
    );
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  }
  expect(html.headers['content-security-policy']).toContain('sandbox');
});

test('the clock is set and set back', async () => {
  const set = await post('clock', '{"now":"2027-01-04T09:00:00+09:00"}');
  expect(JSON.parse(set.body).now).toMatch(/^2027-01-04T00:00:0/);
  expect(JSON.parse((await get('clock')).body).now).toMatch(/^2027-01-04T00:0/);
  expect((await post('clock', '{"now":null}')).status).toBe(200);
  expect(clock.isSet()).toBe(false);
});

test.each<[string, () => ReturnType<typeof get>, number, string]>([
  ['a year that breaks jobs', () => post('clock', '{"now":"9998-01-01"}'), 400, 'CLOCK_OUT_OF_RANGE'],
  ['a year before all days', () => post('clock', '{"now":"0001-01-01"}'), 400, 'CLOCK_OUT_OF_RANGE'],
  ['no day', () => post('clock', '{"now":"soon"}'), 400, 'CLOCK_MALFORMED'],
  ['a number', () => post('clock', '{"now":8}'), 400, 'CLOCK_NOT_SAID'],
  ['nothing', () => post('clock', '{}'), 400, 'CLOCK_NOT_SAID'],
  ['no JSON', () => post('clock', '{'), 400, 'BODY_MALFORMED'],
  ['too much', () => post('clock', ' '.repeat(70_000)), 413, 'BODY_TOO_LARGE'],
  ['a token for nobody', () => get('token'), 400, 'EMAIL_NOT_SAID'],
  ['another path', () => get('constructor'), 404, 'HELPER_UNKNOWN'],
  ['a sheet that is not there', () => get('sheets/book/x.csv'), 404, 'HELPER_UNKNOWN'],
  ['an address that is none', () => get('sheets/book/%E5.csv'), 404, 'HELPER_UNKNOWN'],
  ['a mail that is not there', () => get('mails/9.html'), 404, 'HELPER_UNKNOWN'],
  ['a job by GET', () => get('jobs/queue'), 404, 'HELPER_UNKNOWN'],
])('%s is refused with a code, in both languages', async (_, send, status, code) => {
  const answer = await send();
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toEqual({
    error: { code, message: { ja: expect.any(String), en: expect.any(String) } },
  });
  expect(clock.isSet()).toBe(false);
  expect(jobs).toEqual([]);
});

test('a job runs at once; one that breaks is our failure', async () => {
  expect(JSON.parse((await post('jobs/queue')).body)).toEqual({ name: 'queue' });
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { status, body } = await post('jobs/duplicates');
  expect(status).toBe(500);
  expect(JSON.parse(body).error.code).toBe('INTERNAL');
  expect(errors).toHaveBeenCalled();
  errors.mockRestore();
});

const FOREIGN: Record<string, IncomingMessage['headers']> = {
  'a page of another site': { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  'a page of another port': { 'sec-fetch-site': 'same-site' },
  'a page that rebinds its name': { host: 'elsewhere.example' },
  'a browser without Sec-Fetch-Site': { origin: 'https://elsewhere.example' },
};
test.each(Object.entries(FOREIGN))('%s sets no clock, runs no job, gets no token', async (_, headers) => {
  for (const answer of [
    await post('clock', '{"now":"2027-01-04"}', headers),
    await post('jobs/queue', '', headers),
    await get('token?email=sato@hachi.example', headers),
  ])
    expect(answer.status).toBe(403);
  expect(clock.isSet()).toBe(false);
  expect(jobs).toEqual([]);
});
