/**
 * The file that outlives the process: one line of JSON a commit, holding the resulting documents. A line is with
 * the operating system before its commit is answered, so only a crash of the whole machine can lose it.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { StoredDocument } from './documents';
import type { DocumentFields, FirestoreValue } from './messages';
import { parentOf } from './resource-names';

/** A document, or the name of one that is gone. */
export type DocumentChange = StoredDocument | string;

/** [name] for a removed document, [name, created, updated, fields] for another; times are microseconds. */
type JournalRow = [string] | [string, number, number, object];

/** The file is written anew when it has grown by this, and to double of what it was. */
const COMPACTION_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 10;

export class FirestoreJournal {
  private readonly path: string;
  private file: number;
  private length = 0;
  private compactedLength: number;

  /** Opens the folder's journal, hands every recorded change to `restore`, and drops a last line that is torn. */
  constructor(
    folder: string,
    restore: (change: DocumentChange) => void,
    /** All documents that now exist, for writing the file anew. */
    private readonly live: () => Iterable<StoredDocument>,
    private readonly compactionBytes = COMPACTION_BYTES,
  ) {
    this.path = join(folder, 'firestore.jsonl');
    const bytes = existsSync(this.path) ? readFileSync(this.path) : Buffer.alloc(0);
    let rows = 0;
    for (let number = 1; ; number++) {
      const end = bytes.indexOf(LINE_FEED, this.length);
      if (end < 0) break;
      for (const row of this.parse(bytes.toString('utf8', this.length, end), number)) {
        restore(decodeRow(row));
        rows++;
      }
      this.length = end + 1;
    }
    this.file = openSync(this.path, 'a');
    if (this.length < bytes.length) ftruncateSync(this.file, this.length);
    this.compactedLength = this.length;
    let count = 0;
    for (const _document of live()) count++;
    if (rows > 2 * count) this.compact();
  }

  /** To be called before the changes are made in memory: what is live then is what the file already holds. */
  append(changes: DocumentChange[]): void {
    if (this.length > 2 * this.compactedLength + this.compactionBytes) this.compact();
    this.write(`${JSON.stringify(changes.map(encodeRow))}\n`);
  }

  close(): void {
    closeSync(this.file);
  }

  /** Puts a whole new file in the place of the old one; a crash leaves the one or the other. */
  private compact(): void {
    const old = this.file;
    const oldLength = this.length;
    const fresh = `${this.path}.new`;
    this.file = openSync(fresh, 'w');
    this.length = 0;
    try {
      for (const document of this.live()) this.write(`${JSON.stringify([encodeRow(document)])}\n`);
      fsyncSync(this.file);
      renameSync(fresh, this.path);
    } catch (error) {
      closeSync(this.file);
      this.file = old;
      this.length = oldLength;
      throw error;
    }
    closeSync(old);
    this.compactedLength = this.length;
  }

  /** All of the line or nothing: a disk that is full leaves no half line to later ones. */
  private write(line: string): void {
    const bytes = Buffer.from(line);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    } catch (error) {
      ftruncateSync(this.file, this.length);
      throw error;
    }
    this.length += bytes.length;
  }

  private parse(line: string, number: number): JournalRow[] {
    try {
      return JSON.parse(line) as JournalRow[];
    } catch {
      throw new Error(`Line ${number} of ${this.path} is damaged; the file was not changed.`);
    }
  }
}

function encodeRow(change: DocumentChange): JournalRow {
  if (typeof change === 'string') return [change];
  return [change.name, change.createTime, change.updateTime, encodeFields(change.fields)];
}

function decodeRow([name, createTime, updateTime, fields]: JournalRow): DocumentChange {
  if (createTime === undefined || updateTime === undefined) return name;
  return {
    name,
    collection: parentOf(name),
    id: name.slice(name.lastIndexOf('/') + 1),
    fields: decodeFields((fields ?? {}) as JsonFields),
    createTime,
    updateTime,
  };
}

/** Values as in Firestore's JSON: bytes in base64, and in words what JSON's numbers lack. */
type JsonValue = { [type: string]: unknown };
type JsonFields = { [field: string]: JsonValue };

const NON_JSON_NUMBERS = new Map<string, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

function encodeFields(fields: DocumentFields): JsonFields {
  const encoded: JsonFields = {};
  for (const key of Object.keys(fields)) encoded[key] = encodeValue(fields[key] as FirestoreValue);
  return encoded;
}

function encodeValue(value: FirestoreValue): JsonValue {
  switch (value.valueType) {
    case 'bytesValue':
      return { bytesValue: value.bytesValue.toString('base64') };
    case 'doubleValue':
      return { doubleValue: encodeDouble(value.doubleValue) };
    case 'arrayValue': {
      const { values } = value.arrayValue;
      return { arrayValue: values ? { values: values.map(encodeValue) } : {} };
    }
    case 'mapValue': {
      const { fields } = value.mapValue;
      return { mapValue: fields ? { fields: encodeFields(fields) } : {} };
    }
    default: {
      const { valueType: _type, ...rest } = value;
      return rest;
    }
  }
}

function encodeDouble(number: number): number | string {
  for (const [word, meant] of NON_JSON_NUMBERS) if (Object.is(meant, number)) return word;
  return number;
}

/** Completes the parsed JSON in place: a copy of every value would double the time of a start. */
function decodeFields(fields: JsonFields): DocumentFields {
  for (const key of Object.keys(fields)) completeValue(fields[key] as JsonValue);
  return fields as DocumentFields;
}

function completeValue(json: JsonValue): void {
  json.valueType = Object.keys(json)[0];
  const value = json as FirestoreValue;
  switch (value.valueType) {
    case 'bytesValue':
      value.bytesValue = Buffer.from(String(json.bytesValue), 'base64');
      return;
    case 'doubleValue':
      if (typeof json.doubleValue === 'string')
        value.doubleValue = NON_JSON_NUMBERS.get(json.doubleValue) ?? Number.NaN;
      return;
    case 'arrayValue':
      for (const element of value.arrayValue.values ?? []) completeValue(element);
      return;
    case 'mapValue':
      decodeFields(value.mapValue.fields ?? {});
      return;
  }
}
