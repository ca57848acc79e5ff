import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { aScript, evaluateInScript, stopScripts } from './a-script';

afterEach(stopScripts);

const AT = 'new Date("2026-04-01T00:05:09.042Z")';

test.each([
  ['yyyy-MM-dd', 'Asia/Tokyo', '2026-04-01'],
  ['yyyy-MM-dd', 'America/New_York', '2026-03-31'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'Asia/Tokyo', '2026-04-01T09:05:09.042+09:00'],
  ["yyyy-MM-dd'T'HH:mm:ssX", 'UTC', '2026-04-01T00:05:09Z'],
  ['yyyy年M月d日 (EEE)', 'Asia/Tokyo', '2026年4月1日 (Wed)'],
  ['EEEE, MMMM d, yy h:mm a Z', 'America/New_York', 'Tuesday, March 31, 26 8:05 PM -0400'],
  ["h 'o''clock'", 'Asia/Tokyo', "9 o'clock"],
])('formatDate as %s in %s', async (pattern, zone, expected) => {
  expect(
    await evaluateInScript(
      `Utilities.formatDate(${AT}, ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`,
    ),
  ).toBe(expected);
});

test.each<[string, unknown]>([
  [`${AT}.getHours()`, 9],
  [`${AT}.getTimezoneOffset()`, -540],
  [`String(${AT})`, 'Wed Apr 01 2026 09:05:09 GMT+0900'],
  ['new Date(2026, 3, 1).toISOString()', '2026-03-31T15:00:00.000Z'],
  ['new Date("2026-04-01T00:00:00").toISOString()', '2026-03-31T15:00:00.000Z'],
  ['new Date("2026/4/1").toISOString()', '2026-03-31T15:00:00.000Z'],
  ['new Date("2026-04-01").toISOString()', '2026-04-01T00:00:00.000Z'],
  ['new Date(new Date(5)).getTime()', 5],
  [
    '(d => { d.setMonth(1, 31); return d.toISOString(); })(new Date(2026, 0, 31))',
    '2026-03-02T15:00:00.000Z',
  ],
  [
    '(d => { d.setHours(0, 0, 0, 0); return d.getTime(); })(new Date("2026-04-01T20:00:00Z"))',
    Date.parse('2026-04-01T15:00:00Z'),
  ],
  ['new Date(0) instanceof Date', true],
  ['(class X extends Date {}, typeof Date.UTC(2026, 0))', 'number'],
  ['String(new Date(NaN))', 'Invalid Date'],
  ['new Date("nonsense").getDay()', null],
  ['Session.getScriptTimeZone()', 'Asia/Tokyo'],
])('a date goes by the manifest’s zone: %s', async (expression, expected) => {
  expect(await evaluateInScript(expression)).toEqual(expected);
});

test('now is the suite’s', async () => {
  const now = () => new Date('2027-01-15T03:00:00Z');
  const { run } = await aScript('function probe() { return [Date.now(), new Date().getTime(), Date()]; }', {
    now,
  });
  const [a, b, text] = (await run('probe')) as [number, number, string];
  for (const time of [a, b]) expect(new Date(time).toISOString().slice(0, 15)).toBe('2027-01-15T03:0');
  expect(text).toContain('Fri Jan 15 2027 12:0');
});

test('bytes, digests and base64 are as elsewhere', async () => {
  const { run } = await aScript(`function probe(text) {
    const u = Utilities;
    const bytes = u.newBlob(text).getBytes();
    return {
      base64: u.base64Encode(text),
      same: u.base64Encode(bytes) === u.base64Encode(text),
      safe: u.base64EncodeWebSafe(text),
      back: u.newBlob(u.base64Decode(u.base64Encode(text))).getDataAsString(),
      safeBack: u.newBlob(u.base64DecodeWebSafe(u.base64EncodeWebSafe(text))).getDataAsString(),
      digest: u.base64Encode(u.computeDigest(u.DigestAlgorithm.SHA_256, text)),
      hmac: u.base64Encode(u.computeHmacSha256Signature(text, 'key')),
      signed: bytes.every(b => b >= -128 && b <= 127),
      uuid: u.getUuid(),
    };
  }`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), async (text) => {
      const base64 = Buffer.from(text).toString('base64');
      expect(await run('probe', text)).toEqual({
        base64,
        same: true,
        safe: base64.replaceAll('+', '-').replaceAll('/', '_'),
        back: text,
        safeBack: text,
        digest: createHash('sha256').update(text).digest('base64'),
        hmac: createHmac('sha256', 'key').update(text).digest('base64'),
        signed: true,
        uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }),
    { numRuns: 20 },
  );
});
