import type { z } from 'zod';
import {
  dateSchema,
  ISSUE_CODES,
  idSchema,
  multiLineText,
  nameSchema,
  RESERVED_NAME,
  shortText,
  singleLineText,
  statusSchema,
} from '../../../functions/schema/scalars';

const issuesOf = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

test.each([
  ['山田 太郎', []],
  ['👨‍👩‍👧', []],
  ['一\n二\t三', []],
  ['\u0000', [ISSUE_CODES.control]],
  ['a\u007f', [ISSUE_CODES.control]],
  ['\r', [ISSUE_CODES.control]],
  // Half of a surrogate pair: no text, and not stored as it is.
  ['\ud83d', [ISSUE_CODES.control]],
])('text of several lines, %j: %j', (value, issues) => {
  expect(issuesOf(multiLineText(100), value)).toEqual(issues);
});

test('a single line has neither line breaks nor tabs, which is one fault, whatever else is in it', () => {
  for (const value of ['一\n二', '一\t二', '\u0000\t'])
    expect(issuesOf(singleLineText(100), value)).toEqual([ISSUE_CODES.control]);
  expect(singleLineText(100).parse('一 二')).toBe('一 二');
});

test.each([
  [nameSchema, 300],
  [shortText, 200],
])('a text has so many characters at most: %#', (schema, most) => {
  expect(schema.safeParse('あ'.repeat(most)).success).toBe(true);
  expect(schema.safeParse('あ'.repeat(most + 1)).success).toBe(false);
});

test.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-2-8', false],
  ['2026/02/28', false],
  ['', false],
])('the day %s exists: %p', (day, exists) => {
  expect(issuesOf(dateSchema, day)).toEqual(exists ? [] : [ISSUE_CODES.date]);
});

test.each(['__name__', '____'])('%s is a name that Firestore keeps for itself', (name) => {
  expect(RESERVED_NAME.test(name)).toBe(true);
  expect(RESERVED_NAME.test(`x${name}`)).toBe(false);
});

test('an ID is no path, and a status is a code', () => {
  for (const id of ['a/b', '..', '', 'あ']) expect([id, idSchema.safeParse(id).success]).toEqual([id, false]);
  expect(idSchema.parse('a_1-B')).toBe('a_1-B');
  for (const status of ['cold', '1', 'constructor'])
    expect(statusSchema.safeParse(status).success).toBe(false);
});
