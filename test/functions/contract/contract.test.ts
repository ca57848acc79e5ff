import { CONTRACT } from '../../../functions/contract/contract';
import type { Operation } from '../../../functions/contract/operation';
import { errorsOf } from '../../../functions/contract/operation-errors';
import { PROBLEMS } from '../../../functions/contract/problem';
import { expectPublished } from '../../published-document';

const OPERATIONS: [string, Operation][] = Object.entries(CONTRACT).flatMap(([name, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${name}`, operation]),
);

test.each(OPERATIONS)('%s: its example is a request that it accepts', (_, operation) => {
  const { query, body, publishedBody = body, example } = operation;
  expect(query?.safeParse(example.query).error).toBeUndefined();
  expect(body?.safeParse(example.body).error).toBeUndefined();
  expect(publishedBody?.safeParse(example.body).error).toBeUndefined();
  expect(Object.keys(example)).toEqual([
    ...(query === undefined ? [] : ['query']),
    ...(body === undefined ? [] : ['body']),
  ]);
});

test.each(OPERATIONS.filter(([, { scheduled }]) => scheduled))(
  '%s: the scheduler, which sends no body, is understood',
  (_, { body }) => {
    expect(body?.safeParse({}).success).toBe(true);
  },
);

test('every problem belongs to a call', () => {
  const published = new Set(OPERATIONS.flatMap(([, operation]) => errorsOf(operation)));
  // Where the function has no such method there is no operation.
  expect(Object.keys(PROBLEMS).filter((code) => !published.has(code as never))).toEqual([
    'METHOD_NOT_ALLOWED',
  ]);
});

describe('an answer is held to the published document', () => {
  const message = { ja: '別の人が変更しました。', en: 'Changed by somebody else.' };
  const error = { code: 'TEAM_CHANGED', message, version: 3 };

  test('as it is published it passes', () => {
    expectPublished('members', 'POST', 409, { error });
  });

  test.each<[string, string, string, number, unknown]>([
    ['a fact less', 'members', 'POST', 409, { error: { code: 'TEAM_CHANGED', message } }],
    ['a fact more', 'members', 'POST', 409, { error: { ...error, by: 'm_1' } }],
    ['the code of another status', 'members', 'POST', 404, { error }],
    ['a status that the function does not have', 'members', 'GET', 409, { error }],
    ['a method that it does not have', 'queue', 'GET', 200, {}],
    ['a function that there is not', 'teams', 'GET', 200, {}],
  ])('%s does not', (_, name, method, status, body) => {
    expect(() => expectPublished(name, method, status, body)).toThrow(/published/);
  });
});
