/** What people have decided about a list: which account each row is, by itself or by a rule, and what its words for statuses and owners mean. Kept for the list's next file. */
import * as z from 'zod';
import { STATUSES, type Status } from '../domain/status/statuses';
import { retryOnContention } from './contention';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, rowChoicesRef } from './firestore';
import { StoreWrite } from './store-write';

/** The row is an account, an earlier row of its file, or a company of its own. */
export type RowChoice = { accountId: string } | 'earlierRow' | 'another';
/** By the row's key, the oldest decision first. */
export type RowChoices = ReadonlyMap<string, RowChoice>;
/** The status or the member that a word stands for, or that the cell counts as empty. */
export type WordChoice = { status: Status } | { memberId: string } | 'empty';
/** By the kind and the folded word, as in `owner 佐藤`, the oldest decision first. */
export type WordChoices = ReadonlyMap<string, WordChoice>;

export interface KeptDecisions {
  rows: RowChoices;
  /** What rules for groups have made of rows that nobody has decided by themselves, while the import that did it stands. */
  ruled: RowChoices;
  words: WordChoices;
}

const choiceList = z.array(
  z.tuple([z.string(), z.union([z.enum(['earlierRow', 'another']), z.object({ accountId: z.string() })])]),
);
const wordList = z.array(
  z.tuple([
    z.string(),
    z.union([z.literal('empty'), z.object({ status: z.enum(STATUSES) }), z.object({ memberId: z.string() })]),
  ]),
);

/** One text: Firestore would make index entries for each of them. */
const inOneText = <Parsed>(schema: z.ZodType<Parsed>) =>
  z.string().transform((text, context) => {
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const choicesFields = z.object({
  list: z.string(),
  choices: inOneText(choiceList),
  // By the import's batch; absent in documents that were written before the outcome of rules was kept.
  ruled: inOneText(z.array(z.tuple([z.string(), choiceList]))).default([]),
  // Absent in documents that were written before words were kept.
  words: inOneText(wordList).default([]),
});

export const ROW_CHOICES_DOCUMENT = documentKind({
  kind: 'rowChoices',
  parse: (data) => choicesFields.parse(data),
});

/** Some 600 KB, by people and by rules; with more the oldest ones are forgotten, and asked again should the row still be unknown. */
export const MAX_ROW_CHOICES = 10_000;
/** Some 350 KB at most; beyond them as with the rows. */
const MAX_WORD_CHOICES = 1_000;

/** As it is stored: what rules have made of rows stands with the batch of the import that did it. */
type StoredDecisions = Omit<KeptDecisions, 'ruled'> & { ruled: ReadonlyMap<string, RowChoices> };

const choicesPlace = (list: string) => ({ accountId: null, id: list });

const storedIn = (list: string, data: unknown): StoredDecisions => {
  const fields = readDocumentOrNull(ROW_CHOICES_DOCUMENT, choicesPlace(list), data);
  return {
    rows: new Map(fields?.choices),
    ruled: new Map(fields?.ruled.map(([batch, choices]) => [batch, new Map(choices)])),
    words: new Map(fields?.words),
  };
};

const keptOf = ({ rows, ruled, words }: StoredDecisions): KeptDecisions => ({
  rows,
  ruled: new Map([...ruled.values()].flatMap((choices) => [...choices])),
  words,
});

/** None where none can be read: the rows and words are asked about again. */
export const readListDecisions = async (db: Database, list: string): Promise<KeptDecisions> =>
  keptOf(storedIn(list, (await rowChoicesRef(db, list).get()).data()));

/** Decisions to add; null takes one back. */
export interface NewDecisions {
  rows: ReadonlyMap<string, RowChoice | null>;
  words: ReadonlyMap<string, WordChoice | null>;
}

/** All that is kept then. What a person says of a row comes in place of what a rule has made of it. */
export const saveListDecisions = async (
  db: Database,
  list: string,
  decided: NewDecisions,
): Promise<KeptDecisions> =>
  keptOf(
    await changeDecisions(db, list, ({ rows, ruled, words }) => ({
      rows: withDecided(rows, decided.rows, MAX_ROW_CHOICES),
      ruled: withoutRows(ruled, decided.rows),
      words: withDecided(words, decided.words, MAX_WORD_CHOICES),
    })),
  );

/** What rules have made of the rows of an import. */
export const saveRuledChoices = async (
  db: Database,
  list: string,
  batch: string,
  choices: RowChoices,
): Promise<void> => {
  await changeDecisions(db, list, ({ ruled, ...others }) => {
    const kept = new Map(withoutRows(ruled, choices));
    const ofBatch = new Map([...(kept.get(batch) ?? []), ...choices]);
    // Set again, so that the newest stands last.
    kept.delete(batch);
    return { ...others, ruled: kept.set(batch, ofBatch) };
  });
};

/** Forgets what rules made of rows in an import that is undone. */
export const forgetRuledChoices = async (db: Database, list: string, batch: string): Promise<void> => {
  if (!storedIn(list, (await rowChoicesRef(db, list).get()).data()).ruled.has(batch)) return;
  await changeDecisions(db, list, ({ ruled, ...others }) => ({
    ...others,
    ruled: new Map([...ruled].filter(([one]) => one !== batch)),
  }));
};

/** Changes the stored decisions. Of two people who decide at once both decisions are kept, for the same row or word the later one. */
const changeDecisions = (
  db: Database,
  list: string,
  change: (before: StoredDecisions) => StoredDecisions,
): Promise<StoredDecisions> =>
  retryOnContention(`the decisions on ${list}`, async () => {
    const ref = rowChoicesRef(db, list);
    const snapshot = await ref.get();
    const changed = change(storedIn(list, snapshot.data()));
    const after = { ...changed, ruled: newestOf(changed.ruled, MAX_ROW_CHOICES - changed.rows.size) };
    const document = checkedDocument(ROW_CHOICES_DOCUMENT, choicesPlace(list), {
      list,
      choices: JSON.stringify([...after.rows]),
      ruled: JSON.stringify([...after.ruled].map(([batch, choices]) => [batch, [...choices]])),
      words: JSON.stringify([...after.words]),
    });
    const write = new StoreWrite(db);
    const { updateTime } = snapshot;
    if (updateTime === undefined) write.createDocument(ref, document);
    else write.updateDocument(ref, document, { lastUpdateTime: updateTime });
    return (await write.commitIfFirst()) ? after : null;
  });

const withDecided = <Choice>(
  before: ReadonlyMap<string, Choice>,
  decided: ReadonlyMap<string, Choice | null>,
  most: number,
): ReadonlyMap<string, Choice> => {
  const choices = new Map(before);
  for (const [key, choice] of decided) {
    choices.delete(key);
    if (choice !== null) choices.set(key, choice);
  }
  return new Map([...choices].slice(-most));
};

const withoutRows = (
  ruled: StoredDecisions['ruled'],
  rows: ReadonlyMap<string, unknown>,
): StoredDecisions['ruled'] =>
  new Map(
    [...ruled].map(([batch, choices]) => [batch, new Map([...choices].filter(([key]) => !rows.has(key)))]),
  );

const newestOf = (ruled: StoredDecisions['ruled'], most: number): StoredDecisions['ruled'] => {
  const newest = new Map<string, RowChoices>();
  let room = most;
  for (const [batch, choices] of [...ruled].reverse()) {
    const kept = [...choices].slice(Math.max(0, choices.size - room));
    room -= kept.length;
    if (kept.length > 0) newest.set(batch, new Map(kept));
  }
  return new Map([...newest].reverse());
};
