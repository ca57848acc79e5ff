import { z } from 'zod';
import { valueIssueText } from '../../../functions/http/value-issue-text';

const COLOURS = z.enum(['RED', 'BLUE']);

const textOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value, { reportInput: true });
  const [issue] = error?.issues ?? [];
  if (issue === undefined) throw new Error('accepted');
  return valueIssueText(issue);
};

test.each<[z.ZodType, unknown, string, string]>([
  [z.object({ name: z.string() }), {}, 'この項目は必要です。', 'This field is needed.'],
  [z.string(), 7, '文字で入れてください。', 'Give a text.'],
  [z.number(), '7', '数字で入れてください。', 'Give a number.'],
  [z.int(), 1.5, '整数で入れてください。', 'Give a whole number.'],
  [z.boolean(), null, 'true か false を入れてください。', 'Give true or false.'],
  [z.array(z.string()), 'a', '一覧(配列)で入れてください。', 'Give a list (an array).'],
  [
    z.object({}),
    [],
    '項目の組(オブジェクト)で入れてください。',
    'Give fields with their values (an object).',
  ],
  [z.string().min(1), '', '入力してください。', 'Fill this in.'],
  [z.string().min(5), 'abc', '5 文字以上にしてください。', 'Give 5 characters at least.'],
  [z.string().max(3), 'abcd', '3 文字以内にしてください。', 'Give 3 characters at most.'],
  [z.array(z.int()).min(1), [], '1 件以上にしてください。', 'Give 1 at least.'],
  [z.array(z.int()).max(1), [1, 2], '1 件以内にしてください。', 'Give 1 at most.'],
  [z.int().min(1), 0, '1 以上にしてください。', 'It is 1 at least.'],
  [z.int().max(60), 1e9, '60 以下にしてください。', 'It is 60 at most.'],
  [COLOURS, 'GREEN', '次のどれかにしてください: RED・BLUE', 'Give one of these: RED, BLUE.'],
  [z.literal('none'), 'some', '次のどれかにしてください: none', 'Give one of these: none.'],
  [
    z.email(),
    'sato@',
    'メールアドレスの形にしてください(例: sato@example.com)。',
    'Give an e-mail address, as in sato@example.com.',
  ],
  [z.string().regex(/^a+$/), 'b', '形が正しくありません(/^a+$/)。', 'The form is not right (/^a+$/).'],
  [
    z.union([z.string(), z.int()]),
    null,
    'どの形にも当てはまりません。公開している仕様(openapi.json)を確認してください。',
    'It has none of the forms that there are: see the published description (openapi.json).',
  ],
])('%#: what does not fit, without the value', (schema, value, ja, en) => {
  expect(textOf(schema, value)).toEqual({ ja, en });
});

test('of many choices the first ones', () => {
  const codes = Array.from({ length: 30 }, (_, n) => `C${n}`);
  expect(textOf(z.enum(codes), 'X')?.en).toBe(
    `Give one of these: ${codes.slice(0, 12).join(', ')} and others.`,
  );
});

test('what says nothing of a value has its text elsewhere', () => {
  expect(textOf(z.strictObject({}), { a: 1 })).toBeNull();
});
