/**
 * A new file of the journal while it is being made, beside the old one, which stays the journal until then: the documents as they stand,
 * a few at a time, and every commit that comes meanwhile. A document that changes behind its copy has the change in a later line;
 * one that changes before it is copied is copied as it is then.
 */
import { closeSync, fsync, fsyncSync, renameSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { openPrivateFile } from '../data-folder/private-files';

const fsyncLater = promisify(fsync);

/** Written at once; other work waits for so long. */
const LINES_AT_ONCE = 200;

/** All of it, however the system divides it. Throws where the disk is full, with a part of it written. */
export const writeAllBytes = (file: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
};

export class JournalRewrite {
  readonly file: number;
  length = 0;
  private readonly fresh: string;
  private readonly lines: Iterator<string>;

  /** `lines` are those of all documents, each made when it is asked for. Throws where no file can be made. */
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

  /** Lasts, so that it may take the place of the old one. */
  flushNow(): void {
    fsyncSync(this.file);
  }

  /** As `flushNow`, while others work on. */
  flush(): Promise<void> {
    return fsyncLater(this.file);
  }

  /** Takes the place of the old file; a crash leaves either of them whole. */
  replaceOld(): void {
    renameSync(this.fresh, this.path);
  }

  abandon(): void {
    closeSync(this.file);
    rmSync(this.fresh, { force: true });
  }
}
