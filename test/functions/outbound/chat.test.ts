/** Messages to a real HTTP server, over real sockets: each program in its own form. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DigestMessage } from '../../../functions/domain/digest/digest-message';
import {
  type ChatLimits,
  chatworkRoom,
  googleChatRoom,
  postToRoom,
  slackRoom,
} from '../../../functions/outbound/chat';
import { chatText } from '../../../functions/outbound/chat-text';

const MESSAGE: DigestMessage = {
  title: '予定 1 件',
  sections: [
    { title: '期限超過', items: [{ company: '株式会社甲', link: null, detail: '連絡する & 聞く' }], left: 0 },
  ],
  moreItems: String,
  footer: ['Hachi'],
};

interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}
/** What the server does with the n-th call. */
type Answer = { status: number; headers?: Record<string, string> } | 'hang up' | 'be silent';

let server: Server;
let root: string;
let received: Received[];
let answers: Answer[];
const pauses: number[] = [];
const LIMITS: ChatLimits = { milliseconds: 2_000, pause: async (milliseconds) => pauses.push(milliseconds) };

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const answer = answers[received.length] ?? { status: 200 };
      received.push({ path, headers, body: Buffer.concat(chunks).toString('utf8') });
      if (answer === 'hang up') request.socket.destroy();
      else if (answer !== 'be silent') response.writeHead(answer.status, answer.headers).end('secret words');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received = [];
  answers = [];
  pauses.length = 0;
});
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

test('Slack and Google Chat get JSON at the address of the webhook, and no preview is made of a link', async () => {
  expect(await postToRoom(slackRoom(`${root}/services/T/B/x`), MESSAGE, LIMITS)).toEqual({ outcome: 'sent' });
  const google = googleChatRoom(`${root}/v1/spaces/A/messages?key=k&token=t`);
  expect(await postToRoom(google, MESSAGE, LIMITS)).toEqual({ outcome: 'sent' });
  expect(received.map(({ path, headers }) => [path, headers['content-type']])).toEqual([
    ['/services/T/B/x', 'application/json; charset=UTF-8'],
    ['/v1/spaces/A/messages?key=k&token=t', 'application/json; charset=UTF-8'],
  ]);
  expect(received.map(({ body }) => JSON.parse(body))).toEqual([
    { text: chatText(MESSAGE, 'slack'), unfurl_links: false, unfurl_media: false },
    { text: chatText(MESSAGE, 'googleChat') },
  ]);
});

test('Chatwork gets a form, and the token in a header of its own', async () => {
  const delivery = await postToRoom(chatworkRoom(`${root}/v2`, '123', 't0ken'), MESSAGE, LIMITS);
  expect(delivery).toEqual({ outcome: 'sent' });
  const [call] = received;
  expect([call?.path, call?.headers['content-type'], call?.headers['x-chatworktoken']]).toEqual([
    '/v2/rooms/123/messages',
    'application/x-www-form-urlencoded',
    't0ken',
  ]);
  expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
    body: chatText(MESSAGE, 'chatwork'),
    self_unread: '1',
  });
});

test.each<[Answer, object]>([
  [{ status: 204 }, { outcome: 'sent' }],
  [{ status: 400 }, { outcome: 'failed', problem: 'REFUSED', status: 400 }],
  [{ status: 401 }, { outcome: 'failed', problem: 'SIGN_IN_REFUSED', status: 401 }],
  [{ status: 403 }, { outcome: 'failed', problem: 'SIGN_IN_REFUSED', status: 403 }],
  [{ status: 404 }, { outcome: 'failed', problem: 'REFUSED', status: 404 }],
  [{ status: 500 }, { outcome: 'uncertain', problem: 'UNCONFIRMED', status: 500 }],
  [{ status: 503 }, { outcome: 'uncertain', problem: 'UNCONFIRMED', status: 503 }],
  ['hang up', { outcome: 'uncertain', problem: 'UNCONFIRMED', status: null }],
])('the answer %j is %j, once', async (answer, delivery) => {
  answers = [answer];
  expect(await postToRoom(slackRoom(root), MESSAGE, LIMITS)).toEqual(delivery);
  expect(received).toHaveLength(1);
});

test('no redirect is followed: it may lead anywhere', async () => {
  answers = [{ status: 307, headers: { location: `${root}/elsewhere` } }];
  const delivery = await postToRoom(slackRoom(root), MESSAGE, LIMITS);
  expect(delivery).toEqual({ outcome: 'failed', problem: 'REFUSED', status: 307 });
  expect(received.map(({ path }) => path)).toEqual(['/']);
});

test('who writes too fast waits for as long as the program says, three times at most', async () => {
  answers = [{ status: 429, headers: { 'retry-after': '2' } }, { status: 429 }];
  expect(await postToRoom(slackRoom(root), MESSAGE, LIMITS)).toEqual({ outcome: 'sent' });
  expect(pauses).toEqual([2_000, 1_000]);
  answers = Array.from({ length: 9 }, () => ({ status: 429, headers: { 'retry-after': '9999' } }));
  const before = received.length;
  const refused = { outcome: 'failed', problem: 'REFUSED', status: 429 };
  expect(await postToRoom(slackRoom(root), MESSAGE, LIMITS)).toEqual(refused);
  expect([received.length - before, pauses.slice(2)]).toEqual([3, [10_000, 10_000]]);
});

test('a silent server may have taken it', async () => {
  answers = ['be silent'];
  const delivery = await postToRoom(slackRoom(root), MESSAGE, { ...LIMITS, milliseconds: 60 });
  expect(delivery).toEqual({ outcome: 'uncertain', problem: 'UNCONFIRMED', status: null });
});

test('one that is not there has not, nor one that proves not who it is', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const unreachable = { outcome: 'failed', problem: 'UNREACHABLE', status: null };
  expect(await postToRoom(slackRoom(`http://127.0.0.1:${port}`), MESSAGE, LIMITS)).toEqual(unreachable);
  const plain = root.replace('http:', 'https:');
  expect(await postToRoom(slackRoom(plain), MESSAGE, LIMITS)).toMatchObject({
    outcome: 'failed',
    problem: 'INSECURE',
  });
});
