/** The facts of all accounts' histories, in a few documents: all of them are read at once, and the parts that change are written. */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Timestamp } from '@google-cloud/firestore';
import * as z from 'zod';
import type { HistoryFacts } from '../domain/statistics/account-facts';
import { historyFactsSchema } from '../schema/history-facts';
import { checkedDocument, documentKind, readDocument } from './document-kind';
import { accountsOf, type Database, digest, historyFactsOf } from './firestore';
import { StoreWrite } from './store-write';

/** A count of the whole history has facts of its own, so that those before serve until it is done. */
export interface FactsSet {
  generation: number;
  /** Documents that the accounts are spread over. */
  parts: number;
}

const storedPart = z.object({ facts: z.instanceof(Uint8Array) });
const factsList = z.array(historyFactsSchema);

export const FACTS_DOCUMENT = documentKind({
  kind: 'historyFacts',
  parse: (data) => factsList.parse(JSON.parse(inflateSync(storedPart.parse(data).facts).toString('utf8'))),
});

/** ID of the document with that part of a set. */
export const factsId = ({ generation }: Pick<FactsSet, 'generation'>, part: number): string =>
  `${String(generation).padStart(6, '0')}-${String(part).padStart(4, '0')}`;
const factsPlace = (id: string) => ({ accountId: null, id });

/** Some 300 KB with five years of history, below a third of what a document may have. */
const ACCOUNTS_PER_PART = 2500;
/** A document may have 1 MiB, with its names. */
export const MAX_FACTS_BYTES = 1_000_000;
/** A commit may have 10 MiB. */
const PARTS_PER_COMMIT = 8;

/** One read for each thousand accounts. */
export const partsForAll = async (db: Database): Promise<number> => {
  const { count } = (await accountsOf(db).count().get()).data();
  return Math.max(1, Math.ceil(count / ACCOUNTS_PER_PART));
};

const partOf = (accountId: string, { parts }: FactsSet): number =>
  Buffer.from(digest(accountId), 'base64url').readUInt32BE() % parts;

/** The facts have become too many for their documents: they are to be spread over more. */
export class FactsTooLargeError extends Error {}

/** The facts of one set, by account. */
export class StoredFacts {
  private readonly changed = new Set<number>();

  private constructor(
    private readonly db: Database,
    private readonly set: FactsSet,
    private readonly byId: Map<string, HistoryFacts>,
    private readonly times: (Timestamp | null)[],
  ) {}

  /** One read a part. Throws an UnreadableDocumentError. */
  static async read(db: Database, set: FactsSet): Promise<StoredFacts> {
    const refs = Array.from({ length: set.parts }, (_, part) => historyFactsOf(db).doc(factsId(set, part)));
    const docs = await db.getAll(...refs);
    const facts = docs
      .filter((doc) => doc.exists)
      .flatMap((doc) => readDocument(FACTS_DOCUMENT, factsPlace(doc.id), doc.data()));
    return new StoredFacts(
      db,
      set,
      new Map(facts.map((one) => [one.id, one])),
      docs.map(({ updateTime }) => updateTime ?? null),
    );
  }

  get(accountId: string): HistoryFacts | null {
    return this.byId.get(accountId) ?? null;
  }

  put(facts: HistoryFacts): void {
    this.byId.set(facts.id, facts);
    this.changed.add(partOf(facts.id, this.set));
  }

  all(): HistoryFacts[] {
    return [...this.byId.values()];
  }

  /**
   * Writes the parts that have changed. False where another run has written one of them since: then it is to be read again. Facts only
   * grow, so that a part of them that is stored is never wrong. Throws a FactsTooLargeError.
   */
  async save(): Promise<boolean> {
    const byPart = new Map<number, HistoryFacts[]>([...this.changed].map((part) => [part, []]));
    for (const facts of this.byId.values()) byPart.get(partOf(facts.id, this.set))?.push(facts);
    const parts = [...byPart];
    for (let from = 0; from < parts.length; from += PARTS_PER_COMMIT)
      if (!(await this.saveParts(parts.slice(from, from + PARTS_PER_COMMIT)))) return false;
    this.changed.clear();
    return true;
  }

  private async saveParts(parts: readonly (readonly [number, readonly HistoryFacts[]])[]): Promise<boolean> {
    const write = new StoreWrite(this.db);
    for (const [part, facts] of parts) {
      const id = factsId(this.set, part);
      const bytes = deflateSync(JSON.stringify(facts));
      if (bytes.length > MAX_FACTS_BYTES)
        throw new FactsTooLargeError(`Facts ${id} have ${bytes.length} bytes`);
      const document = checkedDocument(FACTS_DOCUMENT, factsPlace(id), { facts: bytes });
      const ref = historyFactsOf(this.db).doc(id);
      const lastUpdateTime = this.times[part] ?? null;
      if (lastUpdateTime === null) write.createDocument(ref, document);
      else write.updateDocument(ref, document, { lastUpdateTime });
    }
    const written = await write.commitTimeIfFirst();
    for (const [part] of parts) this.times[part] = written;
    return written !== null;
  }
}

/** Deletes the sets that are older than the one before. One read a document. */
export const deleteOldFacts = async (db: Database, { generation }: FactsSet): Promise<void> => {
  const before = factsId({ generation: generation - 1 }, 0);
  const { docs } = await historyFactsOf(db).select().get();
  for (const { id, ref } of docs) if (id < before) await new StoreWrite(db).deleteDocument(ref).commit();
};
