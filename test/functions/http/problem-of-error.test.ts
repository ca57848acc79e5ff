import { Problem } from '../../../functions/http/problem';
import { problemOfError } from '../../../functions/http/problem-of-error';
import { UnreadableDocumentError } from '../../../functions/store/unreadable-document';

const grpcError = (code: number) => Object.assign(new Error('of gRPC'), { code });
const unreadable = { kind: 'account', accountId: 'a_1', id: 'a_1', fields: ['name'] } as const;

test.each([
  [new Problem('ROLE_NOT_ALLOWED'), 'ROLE_NOT_ALLOWED', 'INFO'],
  [new Problem('REGISTER_BUSY'), 'REGISTER_BUSY', 'WARNING'],
  [new UnreadableDocumentError(unreadable), 'DOCUMENT_UNREADABLE', 'ERROR'],
  [grpcError(4), 'STORE_UNAVAILABLE', 'WARNING'],
  [grpcError(14), 'STORE_UNAVAILABLE', 'WARNING'],
  [grpcError(7), 'INTERNAL', 'ERROR'],
  [new TypeError('a bug'), 'INTERNAL', 'ERROR'],
  ['no error at all', 'INTERNAL', 'ERROR'],
  [null, 'INTERNAL', 'ERROR'],
])('%s is %s, %s in the log', (error, code, severity) => {
  const { problem, ...line } = problemOfError(error);
  expect([problem.detail.code, line.severity]).toEqual([code, severity]);
});

test('the log has what happened, the caller only an ID by which it is found there', () => {
  const { problem, message } = problemOfError(new TypeError('a bug'));
  expect(message).toContain('a bug');
  expect(problem.detail).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('an unreadable document is named with its fields', () => {
  expect(problemOfError(new UnreadableDocumentError(unreadable)).problem.detail).toMatchObject(unreadable);
});
