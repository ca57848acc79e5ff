/** The documents that result from writes: preconditions, update masks, field transforms and limits. Nothing is stored here. */
import { status } from '@grpc/grpc-js';
import { bytesToKeep, decodeFields, encodeFields, fieldsBeside, selectFields } from './field-bytes';
import { checkSize, checkValues } from './limits';
import {
  type DocumentFields,
  type FirestoreValue,
  type FirestoreWrite,
  GrpcRefusal,
  invalidArgument,
  type Precondition,
} from './messages';
import { type FieldPath, isNamePath, parseDocumentName, parseFieldPath } from './resource-names';
import { StoredDocument, toTimestamp, valueAt } from './stored-document';
import { applyTransform } from './transforms';
import { compareTimestamps, fieldAt, mapFields } from './values';

export type AppliedWrite = {
  name: string;
  /** Undefined where the write deletes the document. */
  after: StoredDocument | undefined;
  transformResults: FirestoreValue[];
};

/** The name of the document that a write changes. */
export function documentNameOf(write: FirestoreWrite): string {
  switch (write.operation) {
    case 'update':
      return write.update.name ?? '';
    case 'delete':
      return write.delete;
    case 'transform':
      return write.transform.document ?? '';
    default:
      throw invalidArgument('A write must have an operation.');
  }
}

/** The verb that Firestore uses for a write in its refusals. */
function writeVerb({
  operation,
  currentDocument,
}: FirestoreWrite): 'insert' | 'update' | 'upsert' | 'delete' {
  if (operation === 'delete') return 'delete';
  if (!currentDocument?.conditionType) return 'upsert';
  return currentDocument.conditionType === 'exists' && !currentDocument.exists ? 'insert' : 'update';
}

/** Throws for writes of one document that cannot follow each other, whatever is stored. */
export function checkWriteSequence(writes: FirestoreWrite[]): void {
  const formerWrites = new Map<string, { verb: ReturnType<typeof writeVerb>; version: string | undefined }>();
  for (const write of writes) {
    const name = documentNameOf(write);
    const verb = writeVerb(write);
    const condition = write.currentDocument;
    const version =
      condition?.conditionType === 'updateTime' ? JSON.stringify(condition.updateTime) : undefined;
    const former = formerWrites.get(name);
    formerWrites.set(name, { verb, version: former?.version ?? version });
    if (!former) continue;
    const needsNone = condition?.conditionType === 'exists' && !condition.exists;
    const needsOne = verb === 'update' || (condition?.conditionType === 'exists' && condition.exists);
    if (former.verb === 'delete' ? needsOne : needsNone) {
      throw invalidArgument(`Cannot ${former.verb} then ${verb} an entity in the same request.`);
    }
    if (version !== undefined && version !== former.version) {
      throw invalidArgument('Cannot collapse mutations with different version preconditions.');
    }
  }
}

/**
 * The document that results from a write on `before` at `now` (microseconds since 1970). `stored` is the document before
 * the whole commit, with which update times are compared. Throws a GrpcRefusal.
 */
export function applyWrite(
  write: FirestoreWrite,
  before: StoredDocument | undefined,
  stored: StoredDocument | undefined,
  now: number,
): AppliedWrite {
  const { name } = parseDocumentName(documentNameOf(write));
  const condition = write.currentDocument;
  checkPrecondition(condition, condition?.conditionType === 'updateTime' ? stored : before, name);
  if (write.operation === 'delete') return { name, after: undefined, transformResults: [] };

  const transforms =
    (write.operation === 'update' ? write.updateTransforms : write.transform.fieldTransforms) ?? [];
  const transformPaths = transforms.map(({ fieldPath }) => parseFieldPath(fieldPath));
  const mask =
    write.operation === 'transform'
      ? []
      : write.updateMask && (write.updateMask.fieldPaths ?? []).map(parseFieldPath);
  const written = write.operation === 'update' ? (write.update.fields ?? {}) : {};
  checkValues(written);
  // A large document mostly stays encoded, and a field that is replaced completely is not decoded.
  const changedPaths = [...(mask ?? []), ...transformPaths];
  const stays = mask && before ? fieldsBeside(before.fieldBytes, changedPaths.map(headOf)) : Buffer.alloc(0);
  const neededPaths = [...(mask ?? []).filter((path) => path.length > 1), ...transformPaths];
  const changed =
    mask && before ? decodeFields(selectFields(before.fieldBytes, neededPaths.map(headOf))) : {};
  let fields = mask ? applyMask(changed, written, mask) : written;
  const transformResults: FirestoreValue[] = [];
  for (const [index, transform] of transforms.entries()) {
    const path = transformPaths[index] ?? [];
    const { value, result } = applyTransform(transform, fieldAt(fields, path), now);
    checkValues({ [path[path.length - 1] ?? '']: value });
    fields = withField(fields, path, value);
    transformResults.push(result);
  }
  const fieldBytes = bytesToKeep([stays, encodeFields(fields)]);
  checkSize(name, fieldBytes);
  const after = new StoredDocument(name, fieldBytes, before?.createTime ?? now, now);
  return { name, after, transformResults };
}

function checkPrecondition(
  condition: Precondition | undefined,
  before: StoredDocument | undefined,
  name: string,
): void {
  if (!condition?.conditionType) return;
  if (condition.conditionType === 'updateTime') {
    if (before && compareTimestamps(toTimestamp(before.updateTime), condition.updateTime) === 0) return;
    const stored = before ? before.updateTime : 0;
    const { seconds = '0', nanos = 0 } = condition.updateTime;
    const required = Number(seconds) * 1e6 + nanos / 1000;
    throw new GrpcRefusal(
      status.FAILED_PRECONDITION,
      `the stored version (${stored}) does not match the required base version (${required})`,
    );
  }
  if (condition.exists && !before) throw new GrpcRefusal(status.NOT_FOUND, `No document to update: ${name}`);
  if (!condition.exists && before)
    throw new GrpcRefusal(status.ALREADY_EXISTS, `Document already exists: ${name}`);
}

const headOf = ([head = '']: FieldPath): string => head;

/** Changes `base`, which nobody else uses: it takes the masked paths from `written` and loses those that `written` lacks. */
function applyMask(base: DocumentFields, written: DocumentFields, mask: FieldPath[]): DocumentFields {
  for (const path of mask) {
    if (path.includes('__name__')) throw invalidArgument('__name__ cannot be in an update mask.');
    const value = fieldAt(written, path);
    if (value) setField(base, path, value);
    else removeField(base, path);
  }
  return base;
}

/** In the form of a decoded message, where an empty map has no `fields`. */
const mapOf = (fields: DocumentFields): FirestoreValue => ({
  valueType: 'mapValue',
  mapValue: Object.keys(fields).length > 0 ? { fields } : {},
});

function withField(fields: DocumentFields, path: FieldPath, value: FirestoreValue): DocumentFields {
  const [head = '', ...rest] = path;
  if (rest.length === 0) return { ...fields, [head]: value };
  return { ...fields, [head]: mapOf(withField(mapFields(fields[head]) ?? {}, rest, value)) };
}

/** Changes the fields in place: a copy for each of many paths would take as long as there are fields. */
function setField(fields: DocumentFields, path: FieldPath, value: FirestoreValue): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    fields[head] = value;
    return;
  }
  const inner = mapFields(fields[head]) ?? {};
  setField(inner, rest, value);
  fields[head] = mapOf(inner);
}

function removeField(fields: DocumentFields, path: FieldPath): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    delete fields[head];
    return;
  }
  const inner = mapFields(fields[head]);
  if (!inner) return;
  removeField(inner, rest);
  fields[head] = mapOf(inner);
}

/** The masked part of a document, for reads with a mask and for projections. */
export function projectDocument(document: StoredDocument, mask: FieldPath[]): StoredDocument {
  const { name, createTime, updateTime } = document;
  const isOfWholeFields = mask.every((path) => path.length === 1);
  if (isOfWholeFields) {
    const selected = selectFields(document.fieldBytes, mask.flat());
    return new StoredDocument(name, selected, createTime, updateTime);
  }
  let projected: DocumentFields = {};
  for (const path of mask) {
    const value = isNamePath(path) ? undefined : valueAt(document, path);
    if (value) projected = withField(projected, path, value);
  }
  return StoredDocument.of(name, projected, createTime, updateTime);
}
