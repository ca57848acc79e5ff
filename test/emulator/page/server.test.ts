import { sendRequest } from '../send-request';
import { servePage, stopPages } from './serve-page';

afterEach(stopPages);

test('the page and its files come with a policy and a name of their content', async () => {
  const { page } = await servePage();
  const { status, headers, body } = await sendRequest(page);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'self'"),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const [, script = ''] = /src="\/(page\/assets\/[0-9a-f]+\.js)"/.exec(body) ?? [];
  const file = await sendRequest(page + script, { headers: { 'accept-encoding': 'gzip' } });
  expect(file.status).toBe(200);
  expect(file.headers).toMatchObject({ 'content-encoding': 'gzip' });
  expect(file.headers['cache-control']).toContain('immutable');
  // With the hyphenation of seventy languages it would be three million.
  expect(Number(file.headers['content-length'])).toBeLessThan(2_200_000);
});

test('everything of it is kept from the pages of other sites', async () => {
  const { page } = await servePage();
  for (const path of ['', 'page/sheet?book=register', 'page/events?window=12345678', 'page/none']) {
    const { status, body } = await sendRequest(page + path, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(status).toBe(403);
    expect(JSON.parse(body).error.code).toBe('FORBIDDEN');
  }
});

const JSON_TYPE = { 'content-type': 'application/json' };
test.each([
  ['nothing', 'page/edit', { headers: JSON_TYPE }, 400, 'BAD_REQUEST'],
  ['no JSON', 'page/edit', { headers: JSON_TYPE, body: '{' }, 400, 'BAD_REQUEST'],
  ['a form', 'page/edit', { headers: { 'content-type': 'text/plain' }, body: '{}' }, 400, 'BAD_REQUEST'],
  [
    'another shape',
    'page/answer',
    { headers: JSON_TYPE, body: '{"id":1,"button":"MAYBE","text":""}' },
    400,
    'BAD_REQUEST',
  ],
  [
    'a window that is not open',
    'page/answer?window=gone',
    { headers: JSON_TYPE, body: '{"id":1,"button":"OK","text":""}' },
    410,
    'NO_WINDOW',
  ],
  ['too much', 'page/edit', { headers: JSON_TYPE, body: ' '.repeat(17 * 1024 * 1024) }, 413, 'TOO_LARGE'],
  ['another path', 'page/constructor', { headers: JSON_TYPE, body: '{}' }, 404, 'NOT_FOUND'],
] as const)('%s is refused with a code', async (_, path, options, status, code) => {
  const { page } = await servePage();
  const answer = await sendRequest(page + path, { method: 'POST', ...options });
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body).error).toMatchObject({
    code,
    message: { ja: expect.any(String), en: expect.any(String) },
  });
});

test.each([
  ['page/sheet?book=none', 404],
  ['page/events?window=x', 400],
  ['page/assets/none.js', 404],
  ['page/..%2f..%2fpackage.json', 404],
])('GET %s answers %d', async (path, status) => {
  const { page } = await servePage();
  expect((await sendRequest(page + path)).status).toBe(status);
});
