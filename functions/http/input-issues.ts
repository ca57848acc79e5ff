/** What exactly does not fit in a request: where, which code, and a sentence in both languages. */
import * as z from 'zod';
import { ja } from 'zod/locales';
import type { InputIssue } from '../contract/issue';
import { type Text, text } from '../domain/text/text';
import { fieldUnknownText, INPUT_ISSUE_TEXTS, VALUE_NOT_VALID } from './input-issue-texts';

const MAX_ISSUES = 20;
/** In characters. A path is made of the caller's own names: no more of it is sent back. */
const MAX_PATH_LENGTH = 100;

const japaneseMessage = ja().localeError;

/** Where no message is given, the code has its own. */
export const inputIssue = (path: readonly PropertyKey[], code: string, message?: Text): InputIssue => ({
  path: path.map(String).join('.').slice(0, MAX_PATH_LENGTH),
  code,
  message: message ?? INPUT_ISSUE_TEXTS[code] ?? VALUE_NOT_VALID,
});

/** `fields` are those that the whole value may have; none where it is no plain object. */
function toInputIssues(issue: z.core.$ZodIssue, fields: readonly string[]): InputIssue[] {
  if (issue.code === 'unrecognized_keys') {
    const message = issue.path.length === 0 && fields.length > 0 ? fieldUnknownText(fields) : undefined;
    return issue.keys.map((key) => inputIssue([...issue.path, key], issue.code, message));
  }
  // The contract's own rules give their code as their message.
  if (issue.code === 'custom') {
    return [inputIssue(issue.path, /^[a-z][a-z0-9_]+$/.test(issue.message) ? issue.message : 'custom')];
  }
  // A raw issue has the input, too, which the sentences of the locale do not need.
  const localized = japaneseMessage(issue as z.core.$ZodRawIssue);
  const japanese = (typeof localized === 'string' ? localized : localized?.message) ?? VALUE_NOT_VALID.ja;
  return [inputIssue(issue.path, issue.code, text(japanese, issue.message))];
}

export type ParsedInput<T> = { value: T } | { issues: readonly InputIssue[] };

/** The value as the schema gives it, or what is wrong with it, 20 issues at most. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): ParsedInput<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data };
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return {
    issues: result.error.issues.flatMap((issue) => toInputIssues(issue, fields)).slice(0, MAX_ISSUES),
  };
}
