/** A journal that has grown is written anew while it is in use. */
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type DocumentChange, FirestoreJournal } from '../../../emulator/firestore/journal';
import { StoredDocument } from '../../../emulator/firestore/stored-document';
import { JOURNAL_PROJECT, usingJournalFolder } from './journal-folder';
import { int } from './sample-values';

const { folder, journal } = usingJournalFolder();

const COUNT = 700;
const nameOf = (id: number): string => `projects/${JOURNAL_PROJECT}/databases/(default)/documents/c/${id}`;
const change = (id: number, n: number): DocumentChange =>
  n % 11 === 0 ? nameOf(id) : StoredDocument.of(nameOf(id), { n: int(String(n)) }, 1, n);
const apply = (live: Map<string, StoredDocument>, one: DocumentChange): void => {
  if (typeof one === 'string') live.delete(one);
  else live.set(one.name, one);
};
/** Written anew when it has grown by so many bytes. */
const emptyJournal = (live: Map<string, StoredDocument>, bytes: number): FirestoreJournal =>
  new FirestoreJournal(
    folder(),
    () => {},
    () => live.values(),
    bytes,
  );
/** What a start finds after a crash at this moment. */
const afterCrash = (): Map<string, StoredDocument> => {
  const copy = mkdtempSync(join(tmpdir(), 'hachi-journal-'));
  cpSync(journal(), join(copy, 'firestore.jsonl'));
  const found = new Map<string, StoredDocument>();
  new FirestoreJournal(
    copy,
    (one) => apply(found, one),
    () => found.values(),
  ).close();
  rmSync(copy, { recursive: true });
  return found;
};

/** Commits in each turn; `check` between turns, until it is content. */
const grow = async (check: (live: Map<string, StoredDocument>) => boolean): Promise<void> => {
  const live = new Map<string, StoredDocument>();
  const grown = emptyJournal(live, 40_000);
  const commit = (id: number, n: number): void => {
    const one = change(id, n);
    grown.append([one]);
    apply(live, one);
  };
  for (let id = 0; id < COUNT; id++) commit(id, id + 1);
  for (let n = 0; ; n++) {
    await setImmediate();
    if (check(live)) break;
    for (let more = 0; more < 20; more++) commit((n * 37 + more * 61) % (COUNT + 50), COUNT + n * 20 + more);
  }
  grown.close();
  expect(afterCrash()).toEqual(live);
};

test('a few documents in each turn, and a crash between any two loses nothing', async () => {
  let [turns, copying, before] = [0, 0, 0];
  await grow((live) => {
    turns += 1;
    if (existsSync(`${journal()}.new`)) copying += 1;
    const { size } = statSync(journal());
    const isDone = size < before;
    before = size;
    // The system may take its time until the new file lasts.
    if (turns < 20 || turns % 20 === 0 || isDone) expect(afterCrash()).toEqual(live);
    return isDone;
  });
  expect(copying).toBeGreaterThan(COUNT / 200 - 2);
});

test('closed meanwhile, the old one stays, and nothing is left beside it', async () => {
  const live = new Map<string, StoredDocument>();
  const grown = emptyJournal(live, 1000);
  for (let n = 1; n < 100; n++) {
    const one = change(n % 7, n);
    grown.append([one]);
    apply(live, one);
  }
  expect(existsSync(`${journal()}.new`)).toBe(true);
  grown.close();
  await setImmediate();
  expect(existsSync(`${journal()}.new`)).toBe(false);
  expect(afterCrash()).toEqual(live);
});
