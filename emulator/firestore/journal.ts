/**
 * The file that keeps the documents: one line of JSON for each commit, with the resulting documents. A line is written
 * before its commit is answered, so that only a crash of the whole machine can lose it.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { openPrivateFile } from '../data-folder/private-files';
import { suiteProblem } from '../problems/suite-problem';
import { type JsonFields, parseJsonFields } from './json-fields';
import { StoredDocument } from './stored-document';

/** A document, or the name of a deleted one. */
export type DocumentChange = StoredDocument | string;

/**
 * [name] of a deleted document, [name, createTime, updateTime, fields] of another; times are microseconds since 1970, the fields
 * the bytes of StoredDocument in base64. Earlier versions wrote them as JSON.
 */
type JournalRow = [string] | [string, number, number, string | JsonFields];

/** The file is written anew when it has doubled and has grown by this besides. */
const COMPACTION_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 10;
/** Of the lines of a new file that are written at once. */
const LINES_AT_ONCE = 500;

export class FirestoreJournal {
  private readonly path: string;
  private file: number;
  private length = 0;
  private compactedLength: number;

  /** Opens the folder's journal, passes every recorded change to `restore`, and drops an incomplete last line. */
  constructor(
    folder: string,
    restore: (change: DocumentChange) => void,
    /** All documents that exist, for writing the file anew. */
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
    this.file = openPrivateFile(this.path, 'a');
    if (this.length < bytes.length) ftruncateSync(this.file, this.length);
    this.compactedLength = this.length;
    let count = 0;
    for (const _document of live()) count++;
    if (rows > 2 * count) this.compactIfPossible();
  }

  /** To be called before the changes are made in memory: the file is then written anew from what it holds already. */
  append(changes: DocumentChange[]): void {
    if (this.length > 2 * this.compactedLength + this.compactionBytes) this.compactIfPossible();
    this.write(`${JSON.stringify(changes.map(encodeRow))}\n`);
  }

  close(): void {
    closeSync(this.file);
  }

  /** Where there is no room for another file, the old one goes on; it is tried again when that has doubled. */
  private compactIfPossible(): void {
    try {
      this.compact();
    } catch (error) {
      console.error(`${this.path} was not written anew:`, error);
      this.compactedLength = this.length;
    }
  }

  /** Replaces the file by a new one; a crash leaves either of them whole. */
  private compact(): void {
    const old = this.file;
    const oldLength = this.length;
    const fresh = `${this.path}.new`;
    this.file = openPrivateFile(fresh, 'w');
    this.length = 0;
    try {
      let lines: string[] = [];
      for (const document of this.live()) {
        if (lines.push(`${JSON.stringify([encodeRow(document)])}\n`) < LINES_AT_ONCE) continue;
        this.write(lines.join(''));
        lines = [];
      }
      this.write(lines.join(''));
      fsyncSync(this.file);
      renameSync(fresh, this.path);
    } catch (error) {
      closeSync(this.file);
      rmSync(fresh, { force: true });
      this.file = old;
      this.length = oldLength;
      throw error;
    }
    closeSync(old);
    this.compactedLength = this.length;
  }

  /** Writes all of it or nothing, so that a full disk leaves no half line before later ones. */
  private write(lines: string): void {
    const bytes = Buffer.from(lines);
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
      throw suiteProblem('DATA_DAMAGED', this.path, `Line ${number}`);
    }
  }
}

function encodeRow(change: DocumentChange): JournalRow {
  if (typeof change === 'string') return [change];
  return [change.name, change.createTime, change.updateTime, change.fieldBytes.toString('base64')];
}

function decodeRow([name, createTime, updateTime, fields = {}]: JournalRow): DocumentChange {
  if (createTime === undefined || updateTime === undefined) return name;
  return typeof fields === 'string'
    ? new StoredDocument(name, Buffer.from(fields, 'base64'), createTime, updateTime)
    : StoredDocument.of(name, parseJsonFields(fields), createTime, updateTime);
}
