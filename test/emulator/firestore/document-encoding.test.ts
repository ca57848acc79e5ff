import type { MethodDefinition } from '@grpc/grpc-js';
import { encodeStoredDocuments } from '../../../emulator/firestore/document-encoding';
import { firestoreService } from '../../../emulator/firestore/messages';
import { StoredDocument } from '../../../emulator/firestore/stored-document';
import { nameOf, str } from './sample-values';

const plain = firestoreService();
const encoding = encodeStoredDocuments(plain);
const method = (service: typeof plain, name: string): MethodDefinition<object, object> => {
  const found = service[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
};

test.each([
  ['RunQuery', 'document'],
  ['BatchGetDocuments', 'found'],
])('%s answers a stored document as the message of it would be', (name, field) => {
  const fields = { text: str('八'), long: str('x'.repeat(20_000)), empty: str('') };
  const rest = { readTime: { seconds: '10' }, transaction: Buffer.from('t') };
  const stored = StoredDocument.of(nameOf('c/a'), fields, 1_000_005, 2_000_000);
  const message = {
    name: nameOf('c/a'),
    fields,
    createTime: { seconds: '1', nanos: 5000 },
    updateTime: { seconds: '2', nanos: 0 },
  };
  const decode = method(plain, name).responseDeserialize;
  expect(decode(method(encoding, name).responseSerialize({ [field]: stored, ...rest }))).toEqual(
    decode(method(plain, name).responseSerialize({ [field]: message, ...rest })),
  );
});

test('an answer without a document is encoded as before', () => {
  for (const [name, answer] of [
    ['RunQuery', { readTime: { seconds: '3' } }],
    ['BatchGetDocuments', { missing: 'projects/p/databases/(default)/documents/c/b' }],
  ] as const)
    expect(method(encoding, name).responseSerialize(answer)).toEqual(
      method(plain, name).responseSerialize(answer),
    );
});
