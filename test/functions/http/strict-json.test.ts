import { parseStrictJson } from '../../../functions/http/strict-json';

const bytes = (text: string): Buffer => Buffer.from(text);
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const problemOf = (body: Buffer): unknown => {
  try {
    return { value: parseStrictJson(body) };
  } catch (error) {
    return error;
  }
};

test.each<[string, string, unknown]>([
  ['an object', '{"name":"株式会社髙島"}', { name: '株式会社髙島' }],
  ['behind a byte order mark', '\ufeff{"a":1}', { a: 1 }],
  [
    'with colons, brackets and quotes in strings',
    '{"a":"\\":{[\\\\","b":"::\\\\"}',
    { a: '":{[\\', b: '::\\' },
  ],
  ['the same name in two objects', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ['as deep as allowed', nested(32), JSON.parse(nested(32))],
])('%s is read', (_, text, value) => {
  expect(parseStrictJson(bytes(text))).toEqual(value);
});

test.each<[string, Buffer, object]>([
  ['nothing', bytes(''), { code: 'BODY_EMPTY' }],
  ['blanks', bytes(' \n'), { code: 'BODY_EMPTY' }],
  ['a byte order mark alone', bytes('\ufeff'), { code: 'BODY_EMPTY' }],
  ['CP932', Buffer.of(0x22, 0x8a, 0x94, 0x22), { code: 'BODY_NOT_UTF8' }],
  ['a cut character', bytes('"株"').subarray(0, 3), { code: 'BODY_NOT_UTF8' }],
  ['torn JSON', bytes('{"name":'), { code: 'BODY_NOT_JSON' }],
  ['two values', bytes('{} {}'), { code: 'BODY_NOT_JSON' }],
  ['a torn string', bytes('{"name":"\\'), { code: 'BODY_NOT_JSON' }],
  ['a name twice', bytes('{"a":1,"a":2}'), { issues: [{ code: 'duplicate_field' }] }],
  ['an escaped name twice', bytes('{"a":1,"\\u0061":2}'), { issues: [{ code: 'duplicate_field' }] }],
  ['one level too deep', bytes(nested(33)), { issues: [{ code: 'too_deep' }] }],
  ['a nesting bomb', bytes('['.repeat(1_000_000)), { issues: [{ code: 'too_deep' }] }],
  [
    '__proto__ somewhere',
    bytes('{"a":[{"__proto__":{"isAdmin":true}}]}'),
    { issues: [{ path: 'a.0.__proto__', code: 'unrecognized_keys' }] },
  ],
  ['an escaped __proto__', bytes('{"\\u005f_proto__":1}'), { issues: [{ path: '__proto__' }] }],
])('%s is refused', (_, body, detail) => {
  expect(problemOf(body)).toMatchObject({ detail });
});
