/** Answers with documents, whose fields are stored as they travel: only what stands around them is encoded. */
import type { ServiceDefinition } from '@grpc/grpc-js';
import { delimitedHead, delimitedTag } from './message-bytes';
import { documentCodec } from './messages';
import { type StoredDocument, toTimestamp } from './stored-document';

/** The field of the answer that carries the document. In both answers its number is 1. */
const DOCUMENT_FIELDS = { RunQuery: 'document', BatchGetDocuments: 'found' } as const;
type DocumentField = (typeof DOCUMENT_FIELDS)[keyof typeof DOCUMENT_FIELDS];
const DOCUMENT_TAG = delimitedTag(1);

/** The service with other encoders for the answers that carry documents: these take stored ones. */
export function encodeStoredDocuments(definition: ServiceDefinition): ServiceDefinition {
  const methods = Object.entries(DOCUMENT_FIELDS).map(([name, field]) => {
    const method = definition[name];
    if (!method) throw new Error(`The service has no ${name}.`);
    return [name, { ...method, responseSerialize: answerEncoder(method.responseSerialize, field) }] as const;
  });
  return { ...definition, ...Object.fromEntries(methods) };
}

function answerEncoder(serialize: (answer: object) => Buffer, field: DocumentField) {
  return ({ [field]: document, ...rest }: { [name in DocumentField]?: StoredDocument }): Buffer =>
    // A protobuf message may be written in parts: its fields come in any order.
    document ? Buffer.concat([...encodedDocument(document), serialize(rest)]) : serialize(rest);
}

/** The document as a field of the answer, in pieces: a page of a thousand is copied once. */
function encodedDocument({ name, fieldBytes, createTime, updateTime }: StoredDocument): Buffer[] {
  const rest = documentCodec().serialize({
    name,
    createTime: toTimestamp(createTime),
    updateTime: toTimestamp(updateTime),
  });
  return [delimitedHead(DOCUMENT_TAG, rest.length + fieldBytes.length), rest, fieldBytes];
}
