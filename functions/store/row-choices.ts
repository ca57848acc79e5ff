/** What people have decided about a list: which account each row is, and what its words for statuses and owners mean. Kept for the list's next file. */
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
  // Lists of before the words have none.
  words: inOneText(wordList).default([]),
});

export const ROW_CHOICES_DOCUMENT = documentKind({
  kind: 'rowChoices',
  parse: (data) => choicesFields.parse(data),
});

/** Some 600 KB; with more the oldest ones are forgotten, and asked again should the row still be unknown. */
export const MAX_ROW_CHOICES = 10_000;
/** Some 350 KB at most; beyond them as with the rows. */
const MAX_WORD_CHOICES = 1_000;

const choicesPlace = (list: string) => ({ accountId: null, id: list });

const decisionsIn = (list: string, data: unknown): KeptDecisions => {
  const fields = readDocumentOrNull(ROW_CHOICES_DOCUMENT, choicesPlace(list), data);
  return { rows: new Map(fields?.choices), words: new Map(fields?.words) };
};

/** None where none can be read: the rows and words are asked about again. */
export const readListDecisions = async (db: Database, list: string): Promise<KeptDecisions> =>
  decisionsIn(list, (await rowChoicesRef(db, list).get()).data());

/** Null takes a decision back. */
export interface NewDecisions {
  rows: ReadonlyMap<string, RowChoice | null>;
  words: ReadonlyMap<string, WordChoice | null>;
}

/** All that is kept then. Of two who decide at once, both are kept; of one row or word, the later one. */
export const saveListDecisions = (
  db: Database,
  list: string,
  decided: NewDecisions,
): Promise<KeptDecisions> =>
  retryOnContention(`the decisions on ${list}`, async () => {
    const ref = rowChoicesRef(db, list);
    const snapshot = await ref.get();
    const before = decisionsIn(list, snapshot.data());
    const rows = withDecided(before.rows, decided.rows, MAX_ROW_CHOICES);
    const words = withDecided(before.words, decided.words, MAX_WORD_CHOICES);
    const document = checkedDocument(ROW_CHOICES_DOCUMENT, choicesPlace(list), {
      list,
      choices: JSON.stringify([...rows]),
      words: JSON.stringify([...words]),
    });
    const write = new StoreWrite(db);
    const { updateTime } = snapshot;
    if (updateTime === undefined) write.createDocument(ref, document);
    else write.updateDocument(ref, document, { lastUpdateTime: updateTime });
    return (await write.commitIfFirst()) ? { rows, words } : null;
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
