/** Performs a random operation on a Firestore; the outcome can be compared with another's. */
import {
  AggregateField,
  type AggregateSpec,
  DocumentReference,
  FieldPath,
  Filter,
  type Firestore,
  GeoPoint,
  type Precondition,
  type Query,
  Timestamp,
  VectorValue,
  type WriteBatch,
} from '@google-cloud/firestore';
import type {
  FilterTree,
  MakeValue,
  QueryOperation,
  RandomOperation,
  WriteOperation,
} from './random-operations';

const makeFields = (firestore: Firestore, fields: Record<string, MakeValue>) =>
  Object.fromEntries(Object.entries(fields).map(([key, make]) => [key, make(firestore)]));

/** The outcome as plain data that is the same on both sides, or the error's code. */
export async function performOperation(firestore: Firestore, operation: RandomOperation): Promise<unknown> {
  try {
    switch (operation.do) {
      case 'batch':
        return await commit(firestore, operation.writes);
      case 'query': {
        const { docs } = await buildQuery(firestore, operation.query).get();
        return docs.map((document) => [document.ref.path, comparable(document.data())]);
      }
      case 'aggregate': {
        const spec: AggregateSpec = {
          count: AggregateField.count(),
          sum: AggregateField.sum(operation.field),
          average: AggregateField.average(operation.field),
        };
        const snapshot = await buildQuery(firestore, operation.query).aggregate(spec).get();
        return comparable(snapshot.data());
      }
      case 'getAll': {
        const references = operation.paths.map((path) => firestore.doc(path));
        const options = operation.mask ? [{ fieldMask: operation.mask }] : [];
        const snapshots = await firestore.getAll(...references, ...options);
        return snapshots.map((snapshot) => [snapshot.ref.path, comparable(snapshot.data())]);
      }
      case 'list': {
        const references = await firestore.collection(operation.parent).listDocuments();
        return references.map(({ path }) => path);
      }
    }
  } catch (error) {
    const { code, message } = error as { code?: number; message: string };
    return code === undefined ? `refused by the client: ${message}` : { code };
  }
}

async function commit(firestore: Firestore, writes: WriteOperation[]): Promise<unknown> {
  const batch = firestore.batch();
  for (const operation of writes) await addWrite(firestore, batch, operation);
  const results = await batch.commit();
  const snapshots = await firestore.getAll(...writes.map(({ path }) => firestore.doc(path)));
  return snapshots.map((snapshot, i) => [
    snapshot.exists && snapshot.updateTime?.isEqual(results[i]?.writeTime ?? Timestamp.fromMillis(0)),
    snapshot.exists && snapshot.updateTime?.isEqual(snapshot.createTime ?? Timestamp.fromMillis(0)),
    comparable(snapshot.data()),
  ]);
}

async function addWrite(firestore: Firestore, batch: WriteBatch, operation: WriteOperation): Promise<void> {
  const reference = firestore.doc(operation.path);
  switch (operation.kind) {
    case 'set':
      batch.set(reference, makeFields(firestore, operation.data));
      return;
    case 'create':
      batch.create(reference, makeFields(firestore, operation.data));
      return;
    case 'merge':
      batch.set(reference, makeFields(firestore, operation.data), { merge: true });
      return;
    case 'update': {
      const condition = await preconditionOf(reference, operation.precondition);
      batch.update(reference, makeFields(firestore, operation.data), condition);
      return;
    }
    case 'delete':
      batch.delete(reference, await preconditionOf(reference, operation.precondition));
      return;
  }
}

async function preconditionOf(reference: DocumentReference, kind: string): Promise<Precondition> {
  switch (kind) {
    case 'current':
      return { lastUpdateTime: (await reference.get()).updateTime ?? Timestamp.fromMillis(1) };
    case 'stale':
      return { lastUpdateTime: Timestamp.fromMillis(5) };
    case 'exists':
      return { exists: true };
    case 'missing':
      return { exists: false };
    default:
      return {};
  }
}

function buildQuery(firestore: Firestore, operation: QueryOperation): Query {
  const path = (name: string) => (name === '__name__' ? FieldPath.documentId() : name);
  let query: Query =
    operation.source === 'group' ? firestore.collectionGroup('c') : firestore.collection(operation.source);
  if (operation.filter) query = query.where(buildFilter(firestore, operation));
  for (const { field, descending } of operation.orders)
    query = query.orderBy(path(field), descending ? 'desc' : 'asc');
  if (operation.limit !== undefined) {
    query =
      operation.last && operation.orders.length > 0
        ? query.limitToLast(operation.limit)
        : query.limit(operation.limit);
  }
  if (operation.offset !== undefined) query = query.offset(operation.offset);
  const cursor = (values: MakeValue[]) =>
    values.slice(0, operation.orders.length).map((make, i) => {
      if (operation.orders[i]?.field !== '__name__') return make(firestore);
      return operation.source === 'group' ? 'c/b' : 'b';
    });
  if (operation.start && operation.orders.length > 0) {
    const values = cursor(operation.start.values);
    query = operation.start.after ? query.startAfter(...values) : query.startAt(...values);
  }
  if (operation.end && operation.orders.length > 0) {
    const values = cursor(operation.end.values);
    query = operation.end.before ? query.endBefore(...values) : query.endAt(...values);
  }
  return operation.select ? query.select(...operation.select) : query;
}

function buildFilter(firestore: Firestore, { filter, source }: QueryOperation): Filter {
  const name = source === 'group' ? 'c/b' : 'b';
  const walk = (part: FilterTree): Filter => {
    if ('parts' in part) return (part.all ? Filter.and : Filter.or)(...part.parts.map(walk));
    const isList = part.op === 'in' || part.op === 'not-in' || part.op === 'array-contains-any';
    if (part.field === '__name__')
      return Filter.where(FieldPath.documentId(), part.op, isList ? [name] : name);
    const operand = isList ? part.values.map((make) => make(firestore)) : part.scalar(firestore);
    return Filter.where(part.field, part.op, operand);
  };
  return walk(filter as FilterTree);
}

/** Values without what belongs to one server or client: references become paths. */
function comparable(value: unknown): unknown {
  if (value instanceof DocumentReference) return { reference: value.path };
  if (value instanceof VectorValue) return { vector: value.toArray() };
  if (value instanceof Timestamp) return { seconds: value.seconds, nanos: value.nanoseconds };
  if (value instanceof GeoPoint) return { latitude: value.latitude, longitude: value.longitude };
  if (Buffer.isBuffer(value)) return { bytes: value.toString('hex') };
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? '-0' : value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, comparable(part)]));
}
