/** What people have decided about rows of a list: which account each one is, or that it is a company of its own. Kept for the list's next file. */
import { z } from 'zod';
import { retryOnContention } from './contention';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, rowChoicesRef } from './firestore';
import { StoreWrite } from './store-write';

/** The row is an account, an earlier row of its file, or a company of its own. */
export type RowChoice = { accountId: string } | 'earlierRow' | 'another';
/** By the row's key, the oldest decision first. */
export type RowChoices = ReadonlyMap<string, RowChoice>;

const choiceList = z.array(
  z.tuple([z.string(), z.union([z.enum(['earlierRow', 'another']), z.object({ accountId: z.string() })])]),
);
const choicesFields = z.object({
  list: z.string(),
  /** One text: Firestore would make index entries for each of them. */
  choices: z.string().transform((text, context) => {
    const parsed = choiceList.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const ROW_CHOICES_DOCUMENT = documentKind({
  kind: 'rowChoices',
  parse: (data) => choicesFields.parse(data),
});

/** Some 600 KB; with more the oldest ones are forgotten, and asked again should the row still be unknown. */
export const MAX_ROW_CHOICES = 10_000;

const choicesPlace = (list: string) => ({ accountId: null, id: list });

const choicesIn = (list: string, data: unknown): Map<string, RowChoice> =>
  new Map(readDocumentOrNull(ROW_CHOICES_DOCUMENT, choicesPlace(list), data)?.choices ?? []);

/** None where none can be read: the rows are asked about again. */
export const readRowChoices = async (db: Database, list: string): Promise<RowChoices> =>
  choicesIn(list, (await rowChoicesRef(db, list).get()).data());

/** How many are kept then. Null takes a decision back. Of two who decide at once, both are kept; of one row, the later one. */
export const saveRowChoices = (
  db: Database,
  list: string,
  decided: ReadonlyMap<string, RowChoice | null>,
): Promise<number> =>
  retryOnContention(`the decisions on ${list}`, async () => {
    const ref = rowChoicesRef(db, list);
    const snapshot = await ref.get();
    const choices = choicesIn(list, snapshot.data());
    for (const [key, choice] of decided) {
      choices.delete(key);
      if (choice !== null) choices.set(key, choice);
    }
    const kept = [...choices].slice(-MAX_ROW_CHOICES);
    const document = checkedDocument(ROW_CHOICES_DOCUMENT, choicesPlace(list), {
      list,
      choices: JSON.stringify(kept),
    });
    const write = new StoreWrite(db);
    const { updateTime } = snapshot;
    if (updateTime === undefined) write.createDocument(ref, document);
    else write.updateDocument(ref, document, { lastUpdateTime: updateTime });
    return (await write.commitIfFirst()) ? kept.length : null;
  });
