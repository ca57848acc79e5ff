/** No write goes round the check of documents: StoreWrite alone writes, and its types take nothing that was not checked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../emulator/project-folder';

const WRITER = 'functions/store/store-write.ts';

/** What the client of Firestore writes by; `create` and `update` are nothing else's, but for a digest. */
const WRITES: readonly RegExp[] = [
  /\.(batch|bulkWriter)\(/,
  /\bWriteBatch\b|\bBulkWriter\b|\bFieldValue\b/,
  /(?<!createHash\('\w+'\)\s*|createHmac\([^)]*\)\s*)\.(create|update)\(/,
  /\b(ref|[a-z]\w*Ref\([^;]*?\)|doc\([^;]*?\))\s*\.(set|delete|create|update)\(/,
  /\b(transaction|batch)\.(set|delete|create|update)\(/,
];

const writesOf = (source: string): string[] =>
  WRITES.flatMap((pattern) => [...source.matchAll(new RegExp(pattern, 'g'))].map(([found]) => found));

const sources = (folder: string): string[] =>
  readdirSync(join(projectFolder(), folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });

test('documents are written in one place', () => {
  const found = ['functions/store', 'functions/app', 'functions/http']
    .flatMap(sources)
    .filter((path) => path !== WRITER)
    .flatMap((path) =>
      writesOf(readFileSync(join(projectFolder(), path), 'utf8')).map((write) => `${path}: ${write}`),
    );
  expect(found).toEqual([]);
});

test.each([
  'await accountRef(db, id).set({ a: 1 });',
  'await db.collection("team").doc("team").set(team);',
  'const write = db.batch();',
  'doc.ref.update({ a: 1 })',
  'transaction.set(ref, {})',
  'batch.create(ref, {})',
  'import { FieldValue } from',
  'ref.delete()',
])('%s is recognised', (source) => {
  expect(writesOf(source)).not.toEqual([]);
});

test.each([
  "createHash('sha256').update(text)",
  'names.set(id, name)',
  'ids.delete(id)',
  'write.createDocument(ref, checked)',
])('%s is none', (source) => {
  expect(writesOf(source)).toEqual([]);
});
