import type { MethodDefinition } from '@grpc/grpc-js';
import { cacheDocumentEncoding } from '../../../emulator/firestore/document-encoding';
import { type DocumentMessage, firestoreService } from '../../../emulator/firestore/messages';

const plain = firestoreService();
const cached = cacheDocumentEncoding(plain);
const method = (service: typeof plain, name: string): MethodDefinition<object, object> => {
  const found = service[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const document = (text: string): DocumentMessage => ({
  name: 'projects/p/databases/(default)/documents/c/a',
  fields: { text: { valueType: 'stringValue', stringValue: text } },
  createTime: { seconds: '1', nanos: 5 },
  updateTime: { seconds: '2' },
});

test.each([
  ['RunQuery', 'document'],
  ['BatchGetDocuments', 'found'],
])('%s answers the same as without a cache, at the first and at the second reading', (name, field) => {
  const decode = method(plain, name).responseDeserialize;
  const stored = document('first');
  for (const seconds of ['10', '20', '30']) {
    const answer = { [field]: stored, readTime: { seconds }, transaction: Buffer.from('t') };
    const bytes = method(cached, name).responseSerialize(answer);
    expect(decode(bytes)).toEqual(decode(method(plain, name).responseSerialize(answer)));
  }
  const changed = { [field]: document('second') };
  expect(decode(method(cached, name).responseSerialize(changed))).toMatchObject({
    [field]: { fields: { text: { stringValue: 'second' } } },
  });
});

test('an answer without a document is encoded as before', () => {
  for (const [name, answer] of [
    ['RunQuery', { readTime: { seconds: '3' } }],
    ['BatchGetDocuments', { missing: 'projects/p/databases/(default)/documents/c/b' }],
  ] as const)
    expect(method(cached, name).responseSerialize(answer)).toEqual(
      method(plain, name).responseSerialize(answer),
    );
});
