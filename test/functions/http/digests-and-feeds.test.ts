/** What leaves the product: digests, which a job sends, and calendars, which a program asks for by a secret link. */
import { FieldPath } from '@google-cloud/firestore';
import { calendarFeedsOf, teamRef } from '../../../functions/store/firestore';
import { sendRequest } from '../../emulator/send-request';
import { idOf, usingSuite, type Who } from '../../suite';
import { readCalendarFile } from '../outbound/read-calendar-file';

const suite = usingSuite();

beforeAll(async () => {
  const rows = [
    '株式会社いろは,四半期チェック,2026-04-02,is',
    '株式会社ほへと,四半期チェック,2026-04-02,is2',
  ];
  const file = `会社名,ステータス,最終連絡日,担当者\n${rows.join('\n')}\n`;
  expect((await suite().call('is', 'import', { file, query: { list: 'L' } })).status).toBe(200);
});

describe('digests', () => {
  const run = (who: Who | null) => suite().call(who, 'digests', { body: {} });
  const set = async (settings: object) => {
    const { version } = (await suite().call('manager', 'settings')).body;
    const saved = await suite().call('manager', 'settings', { body: { expectedVersion: version, settings } });
    expect(saved.status).toBe(200);
  };

  test.each<Who>(['scheduler', 'manager', 'admin'])(
    '%s may have them sent; none are, before a channel is set',
    async (who) => {
      const { status, body } = await run(who);
      expect([status, body.pause, body.results]).toEqual([200, 'OFF', []]);
    },
  );

  test.each<[Who | null, number, string]>([
    ['is', 403, 'ROLE_NOT_ALLOWED'],
    ['viewer', 403, 'ROLE_NOT_ALLOWED'],
    ['left', 403, 'MEMBER_LEFT'],
    ['stranger', 403, 'NOT_A_MEMBER'],
    [null, 401, 'NOT_SIGNED_IN'],
  ])('%s may not', async (who, status, code) => {
    const answer = await run(who);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test('a mail and a message to each room arrive once, with a link that leads to the very company; what fails is said and logged without an address', async () => {
    const email = new FieldPath('members', idOf('is2'), 'email');
    await teamRef(suite().db).update(email, 'is2@hachi.example, evil@example.net');
    await set({
      digestChannels: ['mail', 'slack', 'googleChat', 'chatwork'],
      digestTime: '00:00',
      language: 'en',
    });
    suite().clock.set(new Date('2026-07-02T00:00:00Z'));
    const { body } = await run('scheduler');
    expect([body.date, body.pause, body.sent, body.failed]).toEqual(['2026-07-02', null, 7, 1]);
    expect(body.results.find(({ result }: { result: string }) => result === 'failed')).toEqual({
      memberId: expect.any(String),
      channel: 'mail',
      result: 'failed',
      problem: 'ADDRESS_INVALID',
      message: { ja: expect.any(String), en: expect.any(String) },
      status: null,
    });
    const line = suite().logged().at(-1);
    expect(line).toMatchObject({ severity: 'ERROR', function: 'digests' });
    expect(JSON.stringify(line)).not.toContain('@');
    await teamRef(suite().db).update(email, 'is2@hachi.example');
    expect((await run('manager')).body).toMatchObject({ sent: 1, failed: 0, uncertain: 0 });
    expect((await run('manager')).body).toMatchObject({ sent: 0, failed: 0, uncertain: 0 });

    const page = await (await fetch(`${suite().local}mails`)).text();
    expect(page).toMatch(/→ is@hachi\.example/);
    const linked = /• &#60;http:\/\/\S+\|株式会社いろは&#62; /;
    for (const [program, line] of [
      ['Slack', linked],
      ['Google Chat', linked],
      ['Chatwork', /・株式会社いろは .*\nhttp:\/\/\S+account=/],
    ] as const) {
      const messages = page.split('<article').filter((one) => one.includes(`<strong>${program}</strong>`));
      expect(messages).toHaveLength(2);
      expect(messages.filter((one) => line.test(one))).toHaveLength(1);
    }
    const html = await (await fetch(`${suite().local}mails/1.html`)).text();
    const link = /<a href="([^"]+)">株式会社/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await suite().call('manager', 'layout', { body: {} })).status).toBe(200);
    const { status, headers } = await fetch(link, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([
      302,
      expect.stringMatching(/#gid=8001&range=\d+:\d+$/),
    ]);
    // Google has no spreadsheet of this machine: who follows the link in a browser is led to the local page, at that row.
    const browsed = await sendRequest(link, { headers: { 'sec-fetch-mode': 'navigate' } });
    expect([browsed.status, browsed.headers.location]).toEqual([
      302,
      headers.get('location')?.replace(/^.*#/, '/#'),
    ]);
    const forged = await sendRequest(link.replace('account=', 'account=x'), {
      headers: { 'sec-fetch-mode': 'navigate' },
    });
    expect([forged.status, forged.body]).toEqual([404, expect.stringContaining('This link cannot be used')]);
  });

  test.each([
    { digestChannels: ['fax'] },
    { digestChannels: ['mail', 'mail'] },
    { digestAudiences: ['everybody'] },
    { digestTime: '7:00' },
    { digestTime: '24:00' },
    { managerDigestWeekday: 6 },
  ])('the setting %j is refused', async (settings) => {
    const { status, body } = await suite().call('manager', 'settings', {
      body: { expectedVersion: 1, settings },
    });
    expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
  });
});

describe('calendar links', () => {
  const change = (who: Who, body: object) => suite().call(who, 'feeds', { body });
  const renew = async (who: Who): Promise<string> => (await change(who, { action: 'renew' })).body.url;
  const open = (url: string, init: RequestInit = {}) => fetch(url, init);

  test('a member gets one, and a calendar program reads the own checks by it, and nothing of others', async () => {
    const url = await renew('is');
    const answer = await open(url);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    const file = await answer.text();
    const { events } = readCalendarFile(file);
    expect(events.map((event) => [event.SUMMARY, event['DTSTART;VALUE=DATE']])).toEqual([
      [expect.stringContaining('株式会社いろは'), '20260702'],
    ]);
    expect(await (await open(url)).text()).toBe(file);
    expect((await open(url, { method: 'HEAD' })).status).toBe(200);
    expect((await open(url, { method: 'POST' })).status).toBe(405);
  });

  test('the link is told once, and its secret is not stored', async () => {
    const url = await renew('is');
    const secret = new URL(url).searchParams.get('feed')?.split('.')[1] ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify((await suite().call('is', 'feeds')).body)).not.toContain(secret);
    const { docs } = await calendarFeedsOf(suite().db).get();
    expect(JSON.stringify(docs.map((doc) => doc.data()))).not.toContain(secret);
    expect(JSON.stringify(suite().logged())).not.toContain(secret);
  });

  test('a new one makes the old one worth nothing, and so does revoking', async () => {
    const first = await renew('is');
    const second = await renew('is');
    expect([(await open(first)).status, (await open(second)).status]).toEqual([404, 200]);
    const revoked = await change('is', { action: 'revoke' });
    expect([revoked.status, revoked.body.own, revoked.body.url]).toEqual([200, null, null]);
    expect((await change('is', { action: 'revoke' })).status).toBe(200);
    expect((await open(second)).status).toBe(404);
  });

  test('whatever else is asked for is the same "no", whoever exists', async () => {
    const url = new URL(await renew('is'));
    const [memberId = '', secret = ''] = url.searchParams.get('feed')?.split('.') ?? [];
    const answers = [
      `${memberId}.${'A'.repeat(43)}`,
      `${memberId}.`,
      `${idOf('fs')}.${secret}`,
      `m_nobody.${secret}`,
      `__x__.${secret}`,
      `a/b.${secret}`,
      `${memberId}.${secret}.x`,
      secret,
      '',
      '\u0000.x',
      `${'m'.repeat(2_000)}.x`,
    ].map(async (feed) => {
      const answer = await open(`${url.origin}/calendar?feed=${encodeURIComponent(feed)}`);
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      return JSON.stringify([answer.status, headers, await answer.text()]);
    });
    expect(new Set(await Promise.all(answers)).size).toBe(1);
    expect((await open(`${url.origin}/calendar`)).status).toBe(404);
    expect((await open(`${url.origin}/calendar/x${url.search}`)).status).toBe(404);
  });

  test("a manager sees who has one and revokes it; nobody makes or revokes another one's", async () => {
    const url = await renew('is2');
    expect((await suite().call('manager', 'feeds')).body.others).toContainEqual({
      memberId: idOf('is2'),
      at: expect.any(String),
    });
    expect((await suite().call('is', 'feeds')).body.others).toEqual([]);
    for (const [who, action] of [
      ['is', 'revoke'],
      ['is', 'renew'],
      ['manager', 'renew'],
    ] as const) {
      const { status, body } = await change(who, { action, member: idOf('is2') });
      expect([status, body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
    }
    expect((await open(url)).status).toBe(200);
    expect((await change('manager', { action: 'revoke', member: idOf('is2') })).status).toBe(200);
    expect((await open(url)).status).toBe(404);
    const unknown = await change('manager', { action: 'revoke', member: 'm_nobody' });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'MEMBER_UNKNOWN']);
  });

  test('the calendar of somebody who leaves closes', async () => {
    const url = await renew('fs');
    const { version } = (await suite().call('admin', 'members')).body;
    const member = { id: idOf('fs'), email: 'fs@hachi.example', name: 'fs', role: 'fs', active: false };
    await suite().call('admin', 'members', { body: { expectedVersion: version, member } });
    expect((await open(url)).status).toBe(404);
  });
});
