/** Encodes a document when it is first read, and sends the same bytes again until it changes. */
import type { ServiceDefinition } from '@grpc/grpc-js';
import type { DocumentMessage } from './messages';

/** The field of the answer that carries the document. In both answers its number is 1. */
const DOCUMENT_FIELDS = { RunQuery: 'document', BatchGetDocuments: 'found' } as const;
type DocumentField = (typeof DOCUMENT_FIELDS)[keyof typeof DOCUMENT_FIELDS];

/** The service with faster encoders for the answers that carry documents; the decoded answers stay the same. */
export function cacheDocumentEncoding(definition: ServiceDefinition): ServiceDefinition {
  const methods = Object.entries(DOCUMENT_FIELDS).map(([name, field]) => {
    const method = definition[name];
    if (!method) throw new Error(`The service has no ${name}.`);
    return [
      name,
      { ...method, responseSerialize: documentEncoder(method.responseSerialize, field) },
    ] as const;
  });
  return { ...definition, ...Object.fromEntries(methods) };
}

function documentEncoder(serialize: (answer: object) => Buffer, field: DocumentField) {
  const encoded = new WeakMap<DocumentMessage, Buffer>();
  return ({ [field]: document, ...rest }: { [name in DocumentField]?: DocumentMessage }): Buffer => {
    if (!document) return serialize(rest);
    let bytes = encoded.get(document);
    if (!bytes) {
      bytes = serialize({ [field]: document });
      encoded.set(document, bytes);
    }
    // A protobuf message may be written in parts: its fields come in any order.
    return Buffer.concat([bytes, serialize(rest)]);
  };
}
