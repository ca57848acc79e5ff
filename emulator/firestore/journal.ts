/**
 * The file that keeps the documents: one line of JSON for each commit, with the resulting documents. A line is written
 * before its commit is answered, so that only a crash of the whole machine can lose it.
 */
import { closeSync, existsSync, ftruncateSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPrivateFile } from '../data-folder/private-files';
import { suiteProblem } from '../problems/suite-problem';
import { bytesToKeep, encodeFields } from './field-bytes';
import { JournalRewrite, writeAllBytes } from './journal-rewrite';
import { fieldsOfJson } from './json-fields';
import { StoredDocument } from './stored-document';

/** A document, or the name of a deleted one. */
export type DocumentChange = StoredDocument | string;

/**
 * [name] for a deleted document, [name, createTime, updateTime, fields] for any other. Times are microseconds since 1970; fields
 * are the bytes of StoredDocument in base64. Earlier versions wrote the fields as JSON, see json-fields.ts.
 */
type JournalRow = [string] | [string, number, number, string];

/** The file is rewritten when it has doubled and has also grown by this many bytes. */
const COMPACTION_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 10;

export class FirestoreJournal {
  private readonly path: string;
  private file: number;
  private length = 0;
  private compactedLength: number;
  /** The new file while it is written. */
  private rewrite: JournalRewrite | null = null;

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
      for (const change of this.parse(bytes.toString('utf8', this.length, end), number)) {
        restore(change);
        rows++;
      }
      this.length = end + 1;
    }
    this.file = openPrivateFile(this.path, 'a');
    if (this.length < bytes.length) ftruncateSync(this.file, this.length);
    this.compactedLength = this.length;
    let count = 0;
    for (const _document of live()) count++;
    if (rows > 2 * count) this.compact();
  }

  /** Must be called before the changes are made in memory, in the same turn: the file may be rewritten between turns. */
  append(changes: DocumentChange[]): void {
    const line = `${JSON.stringify(changes.map(encodeRow))}\n`;
    this.write(line);
    if (this.rewrite !== null) this.orAbandon(this.rewrite, (rewrite) => rewrite.write(line));
    else if (this.length > 2 * this.compactedLength + this.compactionBytes) this.beginRewrite();
  }

  close(): void {
    this.rewrite?.abandon();
    this.rewrite = null;
    closeSync(this.file);
  }

  /** Rewrites the file at once; only used while nobody is served. */
  private compact(): void {
    this.beginRewrite();
    if (this.rewrite === null) return;
    this.orAbandon(this.rewrite, (rewrite) => {
      while (rewrite.copyNext());
      rewrite.flushNow();
      this.adopt(rewrite);
    });
  }

  /** Where there is no room for another file, the old one is kept, and the rewrite is tried again when it has doubled. */
  private beginRewrite(): void {
    try {
      this.rewrite = new JournalRewrite(this.path, this.liveLines());
    } catch (error) {
      this.reportFailure(error);
      return;
    }
    setImmediate(this.goOn, this.rewrite);
  }

  /** Copies a few documents in each turn, so that commits and reads continue between them. */
  private readonly goOn = (rewrite: JournalRewrite): void => {
    if (this.rewrite !== rewrite) return;
    this.orAbandon(rewrite, () => {
      if (rewrite.copyNext()) setImmediate(this.goOn, rewrite);
      else
        void rewrite.flush().then(
          () => this.orAbandon(rewrite, () => this.adopt(rewrite)),
          (error) => this.abandon(rewrite, error),
        );
    });
  };

  private *liveLines(): Generator<string> {
    for (const document of this.live()) yield `${JSON.stringify([encodeRow(document)])}\n`;
  }

  private adopt(rewrite: JournalRewrite): void {
    if (this.rewrite !== rewrite) return;
    rewrite.replaceOld();
    closeSync(this.file);
    this.file = rewrite.file;
    this.length = rewrite.length;
    this.compactedLength = rewrite.length;
    this.rewrite = null;
  }

  private orAbandon(rewrite: JournalRewrite, step: (rewrite: JournalRewrite) => void): void {
    try {
      step(rewrite);
    } catch (error) {
      this.abandon(rewrite, error);
    }
  }

  private abandon(rewrite: JournalRewrite, error: unknown): void {
    // The journal was closed or the rewrite given up meanwhile.
    if (this.rewrite !== rewrite) return;
    this.rewrite = null;
    rewrite.abandon();
    this.reportFailure(error);
  }

  private reportFailure(error: unknown): void {
    console.error(`${this.path} was not written anew:`, error);
    this.compactedLength = this.length;
  }

  /** Writes all of it or nothing, so that a full disk leaves no half line before later ones. */
  private write(lines: string): void {
    const bytes = Buffer.from(lines);
    try {
      writeAllBytes(this.file, bytes);
    } catch (error) {
      ftruncateSync(this.file, this.length);
      throw error;
    }
    this.length += bytes.length;
  }

  /** Throws DATA_DAMAGED for an invalid line. */
  private parse(line: string, number: number): DocumentChange[] {
    try {
      const rows: unknown = JSON.parse(line);
      if (Array.isArray(rows)) return rows.map(decodeRow);
    } catch {
      // Reported below like any other invalid line.
    }
    throw suiteProblem('DATA_DAMAGED', this.path, `Line ${number}`);
  }
}

function encodeRow(change: DocumentChange): JournalRow {
  if (typeof change === 'string') return [change];
  return [change.name, change.createTime, change.updateTime, change.fieldBytes.toString('base64')];
}

/** Throws for an invalid row. */
function decodeRow(row: unknown): DocumentChange {
  if (!Array.isArray(row)) throw new TypeError('A row of the journal is an array.');
  const [name, createTime, updateTime, fields]: unknown[] = row;
  if (typeof name !== 'string') throw new TypeError('A row of the journal begins with a name.');
  if (row.length === 1) return name;
  if (typeof createTime !== 'number' || typeof updateTime !== 'number')
    throw new TypeError('A document has two times.');
  const bytes =
    typeof fields === 'string' ? Buffer.from(fields, 'base64') : encodeFields(fieldsOfJson(fields));
  return new StoredDocument(name, bytesToKeep([bytes]), createTime, updateTime);
}
