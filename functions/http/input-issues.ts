/** What exactly does not fit in a request: where, which code, and a sentence in both languages. */
import { z } from 'zod';
import type { InputIssue } from '../contract/issue';
import { type Text, text } from '../domain/text/text';
import type { ISSUE_CODES } from '../schema/scalars';

const MAX_ISSUES = 20;
/** A path is made of the caller's own names: no more of it than this is sent back. */
const LONGEST_ECHO = 100;

const ISSUE_MESSAGES: Readonly<Record<string, Text>> = {
  date_does_not_exist: text(
    '実在する日付を YYYY-MM-DD で入れてください。',
    'Give an existing date as YYYY-MM-DD.',
  ),
  control_character: text('使えない制御文字が入っています。', 'There is a control character.'),
  account_id_null_only_for_register: text(
    'accountId は register のときだけ null にします。',
    'accountId is null for register, and only then.',
  ),
  one_of_name_number_id: text(
    'q・name・number・id のどれか一つを指定してください。',
    'Give exactly one of q, name, number and id.',
  ),
  one_of_member_unbind: text(
    'member と unbind のどちらか一つを指定してください。',
    'Give either member or unbind.',
  ),
  mapping_unknown: text(
    '列の番号と項目を 0:name,3: のように指定してください。同じ列は一度だけです。',
    'Name columns and fields as in 0:name,3: and each column once.',
  ),
  unrecognized_keys: text('この項目はありません。', 'There is no such field.'),
  duplicate_field: text('同じ項目が二度書かれています。', 'A field is given twice.'),
  too_deep: text('入れ子が深すぎます。', 'The nesting is too deep.'),
  not_utf8: text('URL の文字が UTF-8 ではありません。', 'The URL is not UTF-8.'),
} satisfies Record<(typeof ISSUE_CODES)[keyof typeof ISSUE_CODES] | 'unrecognized_keys', Text> &
  Record<string, Text>;
const NOT_VALID = text('正しくない値です。', 'The value is not valid.');

const japaneseMessage = z.locales.ja().localeError;

export const inputIssue = (path: readonly PropertyKey[], code: string, message?: Text): InputIssue => ({
  path: path.map(String).join('.').slice(0, LONGEST_ECHO),
  code,
  message: message ?? ISSUE_MESSAGES[code] ?? NOT_VALID,
});

function toInputIssues(found: z.core.$ZodIssue): InputIssue[] {
  if (found.code === 'unrecognized_keys') {
    return found.keys.map((key) => inputIssue([...found.path, key], found.code));
  }
  // The contract's own rules give their code as their message.
  if (found.code === 'custom') {
    return [inputIssue(found.path, /^[a-z][a-z0-9_]+$/.test(found.message) ? found.message : 'custom')];
  }
  const said = japaneseMessage(found as z.core.$ZodRawIssue);
  const ja = (typeof said === 'string' ? said : said?.message) ?? NOT_VALID.ja;
  return [inputIssue(found.path, found.code, text(ja, found.message))];
}

export type ParsedInput<T> = { value: T } | { issues: readonly InputIssue[] };

/** The value as the schema gives it, or what is wrong with it, 20 issues at most. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): ParsedInput<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data };
  return { issues: result.error.issues.flatMap(toInputIssues).slice(0, MAX_ISSUES) };
}
