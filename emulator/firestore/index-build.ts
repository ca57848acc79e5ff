/** An index of many documents, made little by little between other work while they go on changing. */
import type { Index, Slots } from './indexes';
import type { StoredDocument } from './stored-document';

/** Documents in one turn: an account has a hundred keys, and nobody should wait long for a turn to end. */
const IN_ONE_TURN = 64;

export class IndexBuild {
  /** Slots whose documents the index has, and those of documents that were deleted since. */
  private readonly handled = new Set<number>();
  /** How often somebody has needed the index. */
  needed = 0;
  private isStopped = false;

  /** `index` is empty, and `members` are the slots of its documents, as they are when they are come to. */
  constructor(
    private readonly index: Index,
    private readonly slots: Slots,
    private readonly members: Iterator<number>,
    private readonly done: (index: Index) => void,
  ) {
    this.goOnLater();
  }

  /** To be called with every change of a document; see `SortedIndex.replace`. */
  replace(slot: number, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    this.index.replace(slot, this.handled.has(slot) ? before : undefined, after);
    this.handled.add(slot);
  }

  stop(): void {
    this.isStopped = true;
  }

  /** It keeps its process until it is made, for where there is nothing else to do, nothing else would give it a turn. */
  private goOnLater(): void {
    setImmediate(() => this.goOn());
  }

  private goOn(): void {
    if (this.isStopped) return;
    for (let count = 0; count < IN_ONE_TURN; count++) {
      const next = this.members.next();
      if (next.done) {
        this.done(this.index);
        return;
      }
      const slot = next.value;
      if (!this.handled.has(slot)) this.replace(slot, undefined, this.slots[slot]);
    }
    this.goOnLater();
  }
}
