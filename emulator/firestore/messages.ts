/** The protobuf messages of google.firestore.v1 that the embedded server reads and writes, and the service definition. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type ServiceDefinition, status } from '@grpc/grpc-js';
import { fromJSON, type MessageTypeDefinition } from '@grpc/proto-loader';

export type FirestoreValue =
  | { valueType: 'nullValue'; nullValue: 'NULL_VALUE' }
  | { valueType: 'booleanValue'; booleanValue: boolean }
  | { valueType: 'integerValue'; integerValue: string }
  | { valueType: 'doubleValue'; doubleValue: number }
  | { valueType: 'timestampValue'; timestampValue: Timestamp }
  | { valueType: 'stringValue'; stringValue: string }
  | { valueType: 'bytesValue'; bytesValue: Buffer }
  | { valueType: 'referenceValue'; referenceValue: string }
  | { valueType: 'geoPointValue'; geoPointValue: { latitude?: number; longitude?: number } }
  | { valueType: 'arrayValue'; arrayValue: { values?: FirestoreValue[] } }
  | { valueType: 'mapValue'; mapValue: { fields?: DocumentFields } };

export type DocumentFields = Record<string, FirestoreValue>;
/** Seconds as a decimal string (int64); both parts are absent when zero. */
export type Timestamp = { seconds?: string; nanos?: number };

export type DocumentMessage = {
  name: string;
  fields?: DocumentFields;
  createTime?: Timestamp;
  updateTime?: Timestamp;
};

export type Precondition =
  | { conditionType: 'exists'; exists: boolean }
  | { conditionType: 'updateTime'; updateTime: Timestamp };

export type FieldTransform = { fieldPath: string } & (
  | { transformType: 'setToServerValue'; setToServerValue: string }
  | { transformType: 'increment'; increment: FirestoreValue }
  | { transformType: 'maximum'; maximum: FirestoreValue }
  | { transformType: 'minimum'; minimum: FirestoreValue }
  | { transformType: 'appendMissingElements'; appendMissingElements: { values?: FirestoreValue[] } }
  | { transformType: 'removeAllFromArray'; removeAllFromArray: { values?: FirestoreValue[] } }
);

type DocumentMask = { fieldPaths?: string[] };

export type FirestoreWrite = {
  updateMask?: DocumentMask;
  updateTransforms?: FieldTransform[];
  currentDocument?: Precondition;
} & (
  | { operation: 'update'; update: DocumentMessage }
  | { operation: 'delete'; delete: string }
  | { operation: 'transform'; transform: { document?: string; fieldTransforms?: FieldTransform[] } }
);

export type FieldOperator =
  | 'LESS_THAN'
  | 'LESS_THAN_OR_EQUAL'
  | 'GREATER_THAN'
  | 'GREATER_THAN_OR_EQUAL'
  | 'EQUAL'
  | 'NOT_EQUAL'
  | 'ARRAY_CONTAINS'
  | 'IN'
  | 'ARRAY_CONTAINS_ANY'
  | 'NOT_IN';

export type FilterMessage =
  | { filterType: 'compositeFilter'; compositeFilter: { op?: 'AND' | 'OR'; filters?: FilterMessage[] } }
  | {
      filterType: 'fieldFilter';
      fieldFilter: { field?: { fieldPath?: string }; op?: FieldOperator; value?: FirestoreValue };
    }
  | {
      filterType: 'unaryFilter';
      unaryFilter: {
        field?: { fieldPath?: string };
        op?: 'IS_NAN' | 'IS_NULL' | 'IS_NOT_NAN' | 'IS_NOT_NULL';
      };
    };

export type CursorMessage = { values?: FirestoreValue[]; before?: boolean };

export type StructuredQuery = {
  select?: { fields?: { fieldPath?: string }[] };
  from?: { collectionId?: string; allDescendants?: boolean }[];
  where?: FilterMessage;
  orderBy?: { field?: { fieldPath?: string }; direction?: 'ASCENDING' | 'DESCENDING' }[];
  startAt?: CursorMessage;
  endAt?: CursorMessage;
  offset?: number;
  limit?: { value?: number };
  findNearest?: object;
};

export type AggregationMessage = { alias?: string } & (
  | { operator: 'count'; count: { upTo?: { value?: string } } }
  | { operator: 'sum'; sum: { field?: { fieldPath?: string } } }
  | { operator: 'avg'; avg: { field?: { fieldPath?: string } } }
);

export type TransactionOptions = {
  readOnly?: { readTime?: Timestamp };
  readWrite?: { retryTransaction?: Buffer };
};

/** Which state of the data a read sees. */
export type ReadConsistency = {
  transaction?: Buffer;
  newTransaction?: TransactionOptions;
  readTime?: Timestamp;
};

export type BatchGetDocumentsRequest = ReadConsistency & {
  database?: string;
  documents?: string[];
  mask?: DocumentMask;
};
export type RunQueryRequest = ReadConsistency & {
  parent?: string;
  structuredQuery?: StructuredQuery;
  explainOptions?: object;
};
export type RunAggregationQueryRequest = ReadConsistency & {
  parent?: string;
  structuredAggregationQuery?: {
    structuredQuery?: StructuredQuery;
    aggregations?: AggregationMessage[];
  };
  explainOptions?: object;
};
export type CommitRequest = { database?: string; writes?: FirestoreWrite[]; transaction?: Buffer };
export type BatchWriteRequest = { database?: string; writes?: FirestoreWrite[] };
export type BeginTransactionRequest = { database?: string; options?: TransactionOptions };
export type RollbackRequest = { database?: string; transaction?: Buffer };
export type ListDocumentsRequest = ReadConsistency & {
  parent?: string;
  collectionId?: string;
  pageSize?: number;
  pageToken?: string;
  orderBy?: string;
  mask?: DocumentMask;
  showMissing?: boolean;
};
export type ListCollectionIdsRequest = {
  parent?: string;
  pageSize?: number;
  pageToken?: string;
  readTime?: Timestamp;
};

/** A refusal, which the caller receives as a gRPC status. */
export class GrpcRefusal extends Error {
  constructor(
    readonly code: status,
    readonly details: string,
  ) {
    super(details);
  }
}

export const invalidArgument = (details: string) => new GrpcRefusal(status.INVALID_ARGUMENT, details);

/** Refuses by name what the server does not emulate, instead of returning nothing. */
export const unimplemented = (feature: string) =>
  new GrpcRefusal(status.UNIMPLEMENTED, `The embedded Firestore does not emulate ${feature}.`);

/** Loads the protos of the installed client, which its package does not export. */
const definitions = once(() => {
  const clientMain = createRequire(__filename).resolve('@google-cloud/firestore');
  const protos = JSON.parse(readFileSync(join(dirname(clientMain), '../protos/v1.json'), 'utf8'));
  return fromJSON(protos, { longs: String, enums: String, oneofs: true });
});

export const firestoreService = (): ServiceDefinition =>
  definitions()['google.firestore.v1.Firestore'] as ServiceDefinition;

export const documentCodec = once(
  () =>
    definitions()['google.firestore.v1.Document'] as MessageTypeDefinition<
      Partial<DocumentMessage>,
      Partial<DocumentMessage>
    >,
);

export const valueCodec = once(
  () => definitions()['google.firestore.v1.Value'] as MessageTypeDefinition<FirestoreValue, FirestoreValue>,
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
