import { z } from 'zod';
import { inputIssue, parseInput } from '../../../functions/http/input-issues';
import { ISSUE_CODES } from '../../../functions/schema/scalars';

const schema = z.strictObject({
  name: z.string().min(1),
  parts: z
    .array(z.strictObject({ on: z.string().refine(() => false, { error: ISSUE_CODES.date }) }))
    .optional(),
  codes: z.record(z.string().regex(/^[A-Z]+$/, { error: ISSUE_CODES.ownCode }), z.int()).optional(),
  free: z
    .string()
    .refine((value) => value !== 'secret', { error: 'A sentence with the secret' })
    .optional(),
});

const issuesOf = (value: unknown) => {
  const result = parseInput(schema, value);
  return 'issues' in result ? result.issues.map(({ path, code }) => [path, code]) : result;
};

test('a value that fits is given as the schema makes it', () => {
  expect(parseInput(z.strictObject({ n: z.string().transform(Number) }), { n: '7' })).toEqual({
    value: { n: 7 },
  });
});

test.each<[unknown, [string, string][]]>([
  [{}, [['name', 'invalid_type']]],
  [{ name: '' }, [['name', 'too_small']]],
  [{ name: 'a', parts: [{ on: 'x' }] }, [['parts.0.on', 'date_does_not_exist']]],
  [
    { name: 'a', more: 1, parts: [{ on: 1, off: 2 }] },
    [
      ['parts.0.on', 'invalid_type'],
      ['parts.0.off', 'unrecognized_keys'],
      ['more', 'unrecognized_keys'],
    ],
  ],
  [{ name: 'a', codes: { lower: 1 } }, [['codes.lower', 'own_code_form']]],
  // A rule without a code of its own has none to send.
  [{ name: 'a', free: 'secret' }, [['free', 'custom']]],
  [null, [['', 'invalid_type']]],
])('%j: %j', (value, issues) => {
  expect(issuesOf(value)).toEqual(issues);
});

test('a sentence in both languages, which names the fields of the whole but no value', () => {
  const result = parseInput(schema, { name: '', secret: 'secret value' });
  if (!('issues' in result)) throw new Error('accepted');
  for (const { message } of result.issues) {
    expect(message.ja).toMatch(/[ぁ-ん一-龠]/);
    expect(message.en).toMatch(/^[A-Z]/);
  }
  expect(JSON.stringify(result)).not.toContain('secret value');
  expect(result.issues.find(({ code }) => code === 'unrecognized_keys')?.message.en).toContain('parts');
});

test('twenty at most, and no long path of the caller’s own names', () => {
  const result = parseInput(schema, Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, 1])));
  expect('issues' in result && result.issues).toHaveLength(20);
  expect(inputIssue(['x'.repeat(200), 1], 'blank').path).toHaveLength(100);
  expect(inputIssue([], 'no such code').message.ja).not.toBe('');
});
