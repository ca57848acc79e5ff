/** Sends what was recorded and tells what has changed; records anew. */
import { type Answer, type Call, type Recorded, sendTo } from './calls';
import { type Changed, differencesOf, isObject, reportOf } from './differences';
import { allDocuments, putDocuments, type StoredDocument } from './documents';
import { fixtureNames, readFixture, writeFixture } from './fixtures';
import { documentCalls } from './generate/document-calls';
import { generate } from './generate/generate';
import { sampleOf } from './generate/sample';
import { StableNames } from './stable-names';
import { type Product, startProduct } from './start-product';

const COMMANDS = 'commands.jsonl.br';
const SHEETS = 'sheets.jsonl.br';

/** Each schema that there are documents of: their file, and that of the calls on them. */
const schemas = (): { schema: string; documents: string; calls: string }[] =>
  fixtureNames().flatMap((documents) => {
    const schema = /^documents-schema-(\d+)\./.exec(documents)?.[1];
    return schema === undefined ? [] : [{ schema, documents, calls: `calls-schema-${schema}.jsonl.br` }];
  });

/** Runs on a product of its own, which is stopped in any case. */
const withProduct = async <T>(act: (product: Product) => Promise<T>): Promise<T> => {
  const product = await startProduct();
  try {
    return await act(product);
  } finally {
    await product.stop();
  }
};

/**
 * A list of more than 50 rows is imported in several commits at once, which end in any order: so do the changes that are read.
 * Everything else is compared in the order in which it was answered.
 */
const inAnyOrder = ({ to, query }: Call, { status, body }: Answer): Answer => {
  const isOfChanges = to === 'accounts' && typeof query === 'object' && query.changes === 'true';
  if (!isOfChanges || !isObject(body) || !Array.isArray(body.rows)) return { status, body };
  const rows = body.rows.map((row) => ({ row, text: JSON.stringify(row) }));
  rows.sort((a, b) => (a.text < b.text ? -1 : 1));
  return { status, body: { ...body, rows: rows.map(({ row }) => row) } };
};

/** One run: its calls follow each other on one product. */
class Replay {
  private readonly names = new StableNames();
  private readonly send: ReturnType<typeof sendTo>;

  constructor(product: Product) {
    this.send = sendTo(product);
  }

  async answers(recorded: readonly Recorded[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const { call } of recorded) answers.push(this.names.answer(await this.send(this.names.sent(call))));
    return answers;
  }

  /** Empty where every answer is the recorded one. */
  async report(fixture: string): Promise<string> {
    const recorded = readFixture<Recorded>(fixture);
    const answers = await this.answers(recorded);
    const changed = recorded.flatMap(({ call, answer }, index): Changed[] => {
      const given = answers[index];
      if (given === undefined) return [];
      const [before, now] = [inAnyOrder(call, answer), inAnyOrder(call, given)];
      return differencesOf(before, now).length === 0
        ? []
        : [{ index, recorded: { call, answer: before }, now }];
    });
    return reportOf(fixture, changed, recorded.length);
  }

  /** The same calls with today's answers. */
  async withAnswers(fixture: string): Promise<Recorded[]> {
    const recorded = readFixture<Recorded>(fixture);
    const answers = await this.answers(recorded);
    return recorded.flatMap(({ call }, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [{ call, answer }];
    });
  }
}

/** What differs from what was recorded; empty where nothing does. */
export interface Reports {
  commands: string;
  sheets: string;
  documents: string;
}

export const check = async (): Promise<Reports> => {
  const { commands, sheets } = await withProduct(async (product) => {
    const replay = new Replay(product);
    return { commands: await replay.report(COMMANDS), sheets: await replay.report(SHEETS) };
  });
  const documents: string[] = [];
  for (const { documents: file, calls } of schemas())
    documents.push(
      await withProduct(async (product) => {
        await putDocuments(product.firestore, readFixture<StoredDocument>(file));
        return new Replay(product).report(calls);
      }),
    );
  if (documents.length === 0) throw new Error('There are no documents of before.');
  return { commands, sheets, documents: documents.filter((report) => report !== '').join('\n\n') };
};

/** For behaviour that was changed on purpose: the same calls, other answers. */
export const recordAnswers = async (): Promise<void> => {
  const fresh = await withProduct(async (product) => {
    const replay = new Replay(product);
    return [
      [COMMANDS, await replay.withAnswers(COMMANDS)],
      [SHEETS, await replay.withAnswers(SHEETS)],
    ] as const;
  });
  for (const [fixture, recorded] of fresh) writeFixture(fixture, recorded);
  for (const { documents, calls } of schemas()) {
    const recorded = await withProduct(async (product) => {
      await putDocuments(product.firestore, readFixture<StoredDocument>(documents));
      return new Replay(product).withAnswers(calls);
    });
    writeFixture(calls, recorded);
  }
};

/** Other calls on the documents, as they stand in their files: for one that was added by hand. */
export const recordDocumentCalls = async (): Promise<void> => {
  const earlier = readFixture<Recorded>(COMMANDS);
  for (const { documents, calls } of schemas())
    await withProduct(async (product) => {
      const stored = readFixture<StoredDocument>(documents);
      await putDocuments(product.firestore, stored);
      writeFixture(calls, await documentCalls(product, stored, earlier));
    });
};

/** Other calls throughout, and documents of today's schema; those of earlier ones stay as they were stored then. */
export const recordAll = async (): Promise<string> => {
  const report = await withProduct(async (product) => {
    const generated = await generate(product);
    writeFixture(COMMANDS, generated.commands);
    writeFixture(SHEETS, generated.sheets);
    const documents = await allDocuments(product.firestore);
    const schema = Math.max(
      ...documents.flatMap(({ data }) => (typeof data.schema === 'number' ? data.schema : [])),
    );
    writeFixture(`documents-schema-${schema}.jsonl.br`, sampleOf(documents));
    return generated.report;
  });
  await recordDocumentCalls();
  return report;
};
