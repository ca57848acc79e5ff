/**
 * Writes a new journal file beside the old one, which stays in use until then. It receives all documents, a few at a time, and
 * every commit made meanwhile. A document that changes after it was copied has the change in a later line; one that changes
 * before is copied in its new state.
 */
import { closeSync, fsync, fsyncSync, renameSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { openPrivateFile } from '../data-folder/private-files';

const fsyncLater = promisify(fsync);

/** Lines written in one turn, for which other work has to wait. */
const LINES_AT_ONCE = 200;

/** Writes all bytes, in as many calls as the system needs. Throws where the disk is full, after writing a part of them. */
export const writeAllBytes = (file: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
};

export class JournalRewrite {
  readonly file: number;
  length = 0;
  private readonly fresh: string;
  private readonly lines: Iterator<string>;

  /** `lines` yields a line for each document when asked. Throws where no file can be created. */
  constructor(
    private readonly path: string,
    lines: Iterable<string>,
  ) {
    this.fresh = `${path}.new`;
    this.lines = lines[Symbol.iterator]();
    this.file = openPrivateFile(this.fresh, 'w');
  }

  /** Copies the next documents; false where none is left. */
  copyNext(): boolean {
    const next: string[] = [];
    while (next.length < LINES_AT_ONCE) {
      const line = this.lines.next();
      if (line.done) break;
      next.push(line.value);
    }
    this.write(next.join(''));
    return next.length === LINES_AT_ONCE;
  }

  write(lines: string): void {
    const bytes = Buffer.from(lines);
    writeAllBytes(this.file, bytes);
    this.length += bytes.length;
  }

  /** Syncs the file to disk, so that it may replace the old one. */
  flushNow(): void {
    fsyncSync(this.file);
  }

  /** Like `flushNow`, without blocking other work. */
  flush(): Promise<void> {
    return fsyncLater(this.file);
  }

  /** Replaces the old file; a crash leaves one of the two complete. */
  replaceOld(): void {
    renameSync(this.fresh, this.path);
  }

  abandon(): void {
    closeSync(this.file);
    rmSync(this.fresh, { force: true });
  }
}
