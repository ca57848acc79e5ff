/** Encodes answers with documents. Their fields are stored as encoded bytes, so only what surrounds them is encoded here. */
import type { ServiceDefinition } from '@grpc/grpc-js';
import { delimitedHead, delimitedTag, numberField, textField, varintTag } from './message-bytes';
import type { StoredDocument } from './stored-document';

/** The field of each answer that carries the document; its number is 1 in both. */
const DOCUMENT_FIELDS = { RunQuery: 'document', BatchGetDocuments: 'found' } as const;
type DocumentField = (typeof DOCUMENT_FIELDS)[keyof typeof DOCUMENT_FIELDS];
const DOCUMENT_TAG = delimitedTag(1);

/** Tag of the message Document. */
const NAME_TAG = delimitedTag(1);
const CREATE_TIME_TAG = delimitedTag(3);
const UPDATE_TIME_TAG = delimitedTag(4);
/** Tag of the message Timestamp. */
const SECONDS_TAG = varintTag(1);
const NANOS_TAG = varintTag(2);

/** Replaces the encoders of answers with documents by ones that take stored documents. */
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
    // The fields of a protobuf message may come in any order, so a message can be written in parts.
    document ? Buffer.concat([...encodedDocument(document), serialize(rest)]) : serialize(rest);
}

/**
 * The document as a field of the answer, in pieces, so that a page of a thousand documents is copied only once. The remaining
 * parts are written without the codec, which would make an object of each number.
 */
function encodedDocument({ name, fieldBytes, createTime, updateTime }: StoredDocument): Buffer[] {
  const parts = [
    textField(NAME_TAG, name),
    timestampField(CREATE_TIME_TAG, createTime),
    timestampField(UPDATE_TIME_TAG, updateTime),
    fieldBytes,
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [delimitedHead(DOCUMENT_TAG, length), ...parts];
}

/** `micros` are microseconds since 1970. */
function timestampField(tag: number, micros: number): Buffer {
  const seconds = Math.floor(micros / 1e6);
  const content = [
    ...numberField(SECONDS_TAG, seconds),
    ...numberField(NANOS_TAG, (micros - seconds * 1e6) * 1000),
  ];
  return Buffer.concat([delimitedHead(tag, content.length), Buffer.from(content)]);
}
