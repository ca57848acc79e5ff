/** Mail by the real client to a real server, over real sockets. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { type MailSettings, type OutgoingMail, openMail } from '../../../functions/outbound/mail';
import { CERTIFICATE, CERTIFICATE_KEY } from './local-certificate';
import { startTestMailServer, type TestMailServer } from './mail-server';

const LIMITS = { connectMilliseconds: 2_000, silenceMilliseconds: 2_000 };
const IMPATIENT = { connectMilliseconds: 60, silenceMilliseconds: 60 };
const MAIL: OutgoingMail = {
  to: 'sato@example.jp',
  id: 'd-1',
  subject: '今日の予定 3 件',
  text: '・株式会社甲 連絡する\r\n',
  html: '<p>株式会社甲 &amp; 乙</p>',
};
const settings = (port: number, over: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: null,
  password: null,
  from: 'hachi@example.com',
  ...over,
});
const TLS = { key: CERTIFICATE_KEY, cert: CERTIFICATE, disabledCommands: [] };

const servers: TestMailServer[] = [];
const serve = async (...options: Parameters<typeof startTestMailServer>): Promise<TestMailServer> => {
  const server = await startTestMailServer(...options);
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

test('it arrives as it was written, from the functions, at one person, and no program answers it', async () => {
  const { port, mails } = await serve();
  expect(await openMail(settings(port), LIMITS)(MAIL)).toEqual({ outcome: 'sent' });
  expect(mails).toEqual([
    expect.objectContaining({
      envelopeTo: ['sato@example.jp'],
      from: 'Hachi <hachi@example.com>',
      to: 'sato@example.jp',
      subject: '今日の予定 3 件',
      messageId: '<d-1@example.com>',
      text: expect.stringMatching(/^・株式会社甲 連絡する\r?\n$/),
      html: MAIL.html,
      headers: expect.objectContaining({ 'auto-submitted': 'auto-generated' }),
    }),
  ]);
});

test('a subject makes no header', async () => {
  const { port, mails } = await serve();
  await openMail(settings(port), LIMITS)({ ...MAIL, subject: 'A\r\nBcc: evil@example.net\r\n\r\nB' });
  expect(mails[0]?.envelopeTo).toEqual(['sato@example.jp']);
  expect(Object.keys(mails[0]?.headers ?? {})).not.toContain('bcc');
  expect(mails[0]?.text).toContain('連絡する');
});

test.each([
  'a@example.jp, b@example.jp',
  'a@example.jp>\r\nRCPT TO:<b@example.jp',
  '"A" <a@example.jp>',
  '',
  'a',
])('%j is no address: nothing is sent', async (to) => {
  const { port, mails } = await serve();
  const sent = await openMail(settings(port), LIMITS)({ ...MAIL, to });
  expect([sent, mails]).toEqual([{ outcome: 'failed', problem: 'ADDRESS_INVALID', status: null }, []]);
});

describe('encrypted', () => {
  const local = { host: 'localhost' };
  test.each([
    ['starttls', false],
    ['tls', true],
  ] as const)('%s, with a user', async (security, secure) => {
    const { port, mails } = await serve({
      ...{ ...TLS, secure, authOptional: false },
      onAuth: ({ username, password }, _, done) =>
        username === 'hachi' && password === 's3cret' ? done(null, { user: 'hachi' }) : done(new Error('no')),
    });
    const limits = { ...LIMITS, ca: CERTIFICATE };
    const signedIn = { ...local, security, user: 'hachi', password: 's3cret' };
    expect(await openMail(settings(port, signedIn), limits)(MAIL)).toEqual({ outcome: 'sent' });
    const wrong = openMail(settings(port, { ...signedIn, password: 'other' }), limits);
    expect(await wrong(MAIL)).toEqual({ outcome: 'failed', problem: 'SIGN_IN_REFUSED', status: 535 });
    expect(mails).toHaveLength(1);
  });

  test('a certificate that nobody trusts gets nothing', async () => {
    const { port, mails } = await serve(TLS);
    const send = openMail(settings(port, { ...local, security: 'starttls' }), LIMITS);
    expect(await send(MAIL)).toMatchObject({ outcome: 'failed', problem: 'INSECURE' });
    expect(mails).toEqual([]);
  });

  test('nor does a server without STARTTLS, or one that offers no sign-in to a user', async () => {
    const { port, mails } = await serve();
    const plain = openMail(settings(port, { ...local, security: 'starttls' }), LIMITS);
    expect(await plain(MAIL)).toMatchObject({ outcome: 'failed', problem: 'INSECURE' });
    const { port: open } = await serve({ disabledCommands: ['STARTTLS', 'AUTH'] });
    const user = openMail(settings(open, { user: 'hachi', password: 's3cret' }), LIMITS);
    expect(await user(MAIL)).toMatchObject({ outcome: 'failed', problem: 'SIGN_IN_REFUSED' });
    expect(mails).toEqual([]);
  });
});

const refusal = (responseCode: number) => Object.assign(new Error('secret words'), { responseCode });

test.each([
  [
    'the receiver',
    550,
    { onRcptTo: (_: unknown, __: unknown, done: (e: Error) => void) => done(refusal(550)) },
  ],
  ['for now', 451, { onMailFrom: (_: unknown, __: unknown, done: (e: Error) => void) => done(refusal(451)) }],
  [
    'the message itself',
    554,
    {
      onData: (stream: NodeJS.ReadableStream, _: unknown, done: (e: Error) => void) => {
        stream.resume().on('end', () => done(refusal(554)));
      },
    },
  ],
])('a server that refuses %s has not got it, and its words go no further', async (_, status, options) => {
  const { port } = await serve(options);
  const delivery = await openMail(settings(port), LIMITS)(MAIL);
  expect(delivery).toEqual({ outcome: 'failed', problem: 'REFUSED', status });
});

describe('a server that is not well', () => {
  /** Answers each line that fits with what the script says; null hangs up. */
  const serveLines = async (
    answers: readonly [RegExp, string | null][],
    greeting: string | null = '220 x\r\n',
  ): Promise<{ port: number; stop: () => void }> => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      if (greeting === null) return socket.destroy();
      socket.write(greeting);
      let message: string | null = null;
      socket.on('data', (data) => {
        if (message !== null) message += String(data);
        const line = message ?? String(data);
        if (message !== null && !line.endsWith('\r\n.\r\n')) return;
        if (line.startsWith('DATA')) message = '';
        const [, answer] = answers.find(([pattern]) => pattern.test(line)) ?? [null, '250 ok\r\n'];
        if (answer === null) socket.destroy();
        else socket.write(answer);
      });
      return undefined;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    return { port: (server.address() as AddressInfo).port, stop };
  };

  test.each<[string, string, string, Parameters<typeof serveLines>]>([
    ['hangs up before it greets', 'failed', 'UNREACHABLE', [[], null]],
    ['says nothing', 'failed', 'UNREACHABLE', [[], '']],
    ['hangs up before the message', 'failed', 'UNREACHABLE', [[[/^RCPT/, null]]]],
    ['is silent before the message', 'failed', 'UNREACHABLE', [[[/^MAIL/, '']]]],
    ['goes down with an answer', 'failed', 'REFUSED', [[[/^MAIL/, '421 bye\r\n']]]],
    [
      'hangs up behind the message',
      'uncertain',
      'UNCONFIRMED',
      [
        [
          [/^DATA/, '354 go\r\n'],
          [/\r\n\.\r\n$/, null],
        ],
      ],
    ],
    [
      'is silent behind the message',
      'uncertain',
      'UNCONFIRMED',
      [
        [
          [/^DATA/, '354 go\r\n'],
          [/\r\n\.\r\n$/, ''],
        ],
      ],
    ],
  ])('%s: %s', async (_, outcome, problem, script) => {
    const server = await serveLines(...script);
    const delivery = await openMail(settings(server.port), IMPATIENT)(MAIL);
    server.stop();
    expect(delivery).toMatchObject({ outcome, problem });
  });

  test('is not there', async () => {
    const { port, stop } = await serveLines([]);
    stop();
    const gone = { outcome: 'failed', problem: 'UNREACHABLE', status: null };
    expect(await openMail(settings(port), LIMITS)(MAIL)).toEqual(gone);
    expect(await openMail(settings(port, { host: 'no.such.host.invalid' }), LIMITS)(MAIL)).toEqual(gone);
  });
});
