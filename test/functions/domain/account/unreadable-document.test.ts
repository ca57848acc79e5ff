import { DOCUMENT_KINDS, documentProblem } from '../../../../functions/domain/account/unreadable-document';

test.each(DOCUMENT_KINDS)('of the kind %s: which one, what is wrong, and what mends it', (kind) => {
  const document = { kind, accountId: 'acc-1', id: '3', fields: ['events.0.data'] };
  const { message, ...problem } = documentProblem(document);
  expect(problem).toEqual({ ...document, code: 'DOCUMENT_UNREADABLE' });
  expect(message.ja).toMatch(/読み取れません。.+。$/);
  expect(message.en).toMatch(/cannot be read.+\.$/);
});
