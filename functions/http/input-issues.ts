/** What exactly does not fit in a request: where, which code, and a sentence in both languages. */
import * as z from 'zod';
import type { InputIssue } from '../contract/issue';
import type { Text } from '../domain/text/text';
import { fieldUnknownText, INPUT_ISSUE_TEXTS, VALUE_NOT_VALID } from './input-issue-texts';
import { valueIssueText } from './value-issue-text';

const MAX_ISSUES = 20;
/** In characters. A path is made of the caller's own names: no more of it is sent back. */
const MAX_PATH_LENGTH = 100;

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
  // What is wrong with a name of the caller's own is said of the name.
  if (issue.code === 'invalid_key')
    return issue.issues.flatMap((ofKey) => toInputIssues({ ...ofKey, path: issue.path }, []));
  // The contract's own rules give their code as their message.
  if (Object.hasOwn(INPUT_ISSUE_TEXTS, issue.message)) return [inputIssue(issue.path, issue.message)];
  return [inputIssue(issue.path, issue.code, valueIssueText(issue) ?? undefined)];
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
