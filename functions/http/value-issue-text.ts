/** What does not fit of a value, in words for whoever has filled it in: its kind, its size, or the choice of its values. */
import type * as z from 'zod';
import { type Text, text } from '../domain/text/text';

type Issue = z.core.$ZodIssue;

const FILL_IN = text('入力してください。', 'Fill this in.');
const NEEDED = text('この項目は必要です。', 'This field is needed.');
const NONE_FITS = text(
  'どの形にも当てはまりません。公開している仕様(openapi.json)を確認してください。',
  'It has none of the forms that there are: see the published description (openapi.json).',
);

/** More choices than these would hide the sentence. */
const MAX_CHOICES = 12;

const EXPECTED: Readonly<Record<string, Text>> = {
  string: text('文字で入れてください。', 'Give a text.'),
  number: text('数字で入れてください。', 'Give a number.'),
  int: text('整数で入れてください。', 'Give a whole number.'),
  boolean: text('true か false を入れてください。', 'Give true or false.'),
  array: text('一覧(配列)で入れてください。', 'Give a list (an array).'),
  object: text('項目の組(オブジェクト)で入れてください。', 'Give fields with their values (an object).'),
  record: text('項目の組(オブジェクト)で入れてください。', 'Give fields with their values (an object).'),
};

const FORMATS: Readonly<Record<string, Text>> = {
  email: text(
    'メールアドレスの形にしてください(例: sato@example.com)。',
    'Give an e-mail address, as in sato@example.com.',
  ),
};

/** Null for a code that says nothing of a value. */
export function valueIssueText(issue: Issue): Text | null {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? NEEDED : (EXPECTED[issue.expected] ?? null);
    case 'too_small':
      return smallestText(issue);
    case 'too_big':
      return largestText(issue);
    case 'invalid_value':
      return choicesText(issue.values.map(String));
    case 'invalid_format':
      return FORMATS[issue.format] ?? formText(issue.pattern);
    case 'invalid_union':
      return NONE_FITS;
    default:
      return null;
  }
}

function smallestText({ origin, minimum }: z.core.$ZodIssueTooSmall): Text {
  if (origin === 'string')
    return minimum === 1
      ? FILL_IN
      : text(`${minimum} 文字以上にしてください。`, `Give ${minimum} characters at least.`);
  if (origin === 'array') return text(`${minimum} 件以上にしてください。`, `Give ${minimum} at least.`);
  return text(`${minimum} 以上にしてください。`, `It is ${minimum} at least.`);
}

function largestText({ origin, maximum }: z.core.$ZodIssueTooBig): Text {
  if (origin === 'string')
    return text(`${maximum} 文字以内にしてください。`, `Give ${maximum} characters at most.`);
  if (origin === 'array') return text(`${maximum} 件以内にしてください。`, `Give ${maximum} at most.`);
  return text(`${maximum} 以下にしてください。`, `It is ${maximum} at most.`);
}

function choicesText(values: readonly string[]): Text {
  const more = values.length > MAX_CHOICES;
  const shown = values.slice(0, MAX_CHOICES);
  const [ja, en] = more ? [' など', ' and others'] : ['', ''];
  return text(
    `次のどれかにしてください: ${shown.join('・')}${ja}`,
    `Give one of these: ${shown.join(', ')}${en}.`,
  );
}

/** A form that has no sentence of its own is that of a key or a token, which a program writes. */
const formText = (pattern: string | undefined): Text =>
  pattern === undefined
    ? text('形が正しくありません。', 'The form is not right.')
    : text(`形が正しくありません(${pattern})。`, `The form is not right (${pattern}).`);
