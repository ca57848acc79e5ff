/** A store and two spreadsheets in which every job has something to do; a copy of them for each try, behind wires that can be cut. */
import { randomUUID } from 'node:crypto';
import type { DocumentData, DocumentReference, Firestore } from '@google-cloud/firestore';
import { type SheetsApi, startSheetsApi } from '../../emulator/sheets-api/server';
import type { Book, UpdateRequest } from '../../emulator/workbook/model';
import { spreadsheetJson } from '../../emulator/workbook/spreadsheet-json';
import { openWorkbooks, type Workbooks } from '../../emulator/workbook/workbook';
import { runCheckJob } from '../../functions/app/check-job';
import { type DuplicatesJobDeps, runDuplicatesJob } from '../../functions/app/duplicates-job';
import { layOutRegister } from '../../functions/app/lay-out-register';
import { runQueueJob } from '../../functions/app/queue-job';
import { rowLinks } from '../../functions/app/row-links';
import { openSheets } from '../../functions/sheets/client';
import { accountDocument } from '../../functions/store/account-fields';
import { accountRef, registerRef, reindexProgressRef } from '../../functions/store/firestore';
import { type FaultyProxy, startFaultyProxy } from '../apps-script/faulty-proxy';
import { anAccount } from '../builders';
import { freshClient } from '../firestores';
import { LINKS, NOW, ONE_EACH, saveTeam } from '../functions/app/queue-scene';
import { CutWire } from './cut-wire';
import { type FirestoreProxy, startFirestoreProxy } from './firestore-proxy';

export const JOBS = ['queue', 'layout', 'duplicates', 'check'] as const;
export type Job = (typeof JOBS)[number];

const REGISTER_SHEET = 8001;
/** Longer than a run that was killed keeps the register to itself, in milliseconds. */
const LEASE_MS = 25_000;
export const DAY_LATER = new Date(NOW.getTime() + 86_400_000);

interface StoredDocument {
  path: string;
  data: DocumentData;
}

/** What a job begins with. */
interface JobStart {
  documents: readonly StoredDocument[];
  books: { register: Book; queue: Book };
}

/** One copy of it. */
export interface JobTry {
  run(job: Job, now: Date): Promise<Readonly<Record<string, unknown>>>;
  /** The spreadsheets, and what the jobs keep in the store; without what no two runs have in common. */
  state(): Promise<string>;
  end(): Promise<void>;
}

export interface JobScene {
  wire: CutWire;
  copy(): Promise<JobTry>;
  stop(): Promise<void>;
}

/** `host` is that of a Firestore. */
export const openJobScene = async (host: string): Promise<JobScene> => {
  const wire = new CutWire();
  const workbooks = openWorkbooks({ dataDir: null, newId: countingIds() });
  const api = await startSheetsApi({ workbooks });
  const sheetsProxy = await startFaultyProxy(api.rootUrl.replace(/\/$/, ''));
  sheetsProxy.nextFate = () => wire.meet();
  const firestoreProxy = await startFirestoreProxy(host, wire);
  const parts: Parts = { wire, workbooks, api, sheetsProxy, firestoreProxy, host };
  const start = await makeStart(parts);
  process.on('unhandledRejection', ignoreOfEndedClient);
  return {
    wire,
    copy: () => copyOf(parts, start),
    async stop() {
      process.off('unhandledRejection', ignoreOfEndedClient);
      await sheetsProxy.stop();
      await firestoreProxy.stop();
      await api.stop();
      workbooks.close();
    },
  };
};

/**
 * A client whose stream of a query was cut asks once more by itself, although it has been ended meanwhile, and nobody hears that this
 * fails. A process that is killed says nothing either.
 */
const ignoreOfEndedClient = (error: unknown): void => {
  if (!(error instanceof Error) || !error.message.includes('client has already been terminated')) throw error;
};

interface Parts {
  wire: CutWire;
  workbooks: Workbooks;
  api: SheetsApi;
  sheetsProxy: FaultyProxy;
  firestoreProxy: FirestoreProxy;
  host: string;
}

const countingIds = (): (() => number) => {
  let last = 0;
  return () => ++last;
};

const clientOf = (host: string, projectId: string): Firestore => {
  // A client obeys this rather than its settings, and looks at it once.
  const { FIRESTORE_EMULATOR_HOST: ofSuite } = process.env;
  process.env.FIRESTORE_EMULATOR_HOST = host;
  try {
    return freshClient(host, { projectId, ignoreUndefinedProperties: true });
  } finally {
    if (ofSuite === undefined) delete process.env.FIRESTORE_EMULATOR_HOST;
    else process.env.FIRESTORE_EMULATOR_HOST = ofSuite;
  }
};

const jobRunner =
  ({ wire, sheetsProxy, firestoreProxy }: Parts, projectId: string) =>
  async (job: Job, now: Date): Promise<Readonly<Record<string, unknown>>> => {
    // Each run is a process of its own: it knows nothing of the one before.
    const db = clientOf(firestoreProxy.host, projectId);
    let waited = 0;
    const deps: DuplicatesJobDeps = {
      db,
      sheets: openSheets(`${sheetsProxy.url}/`),
      registerSheetId: registerOf(projectId),
      links: rowLinks(LINKS),
      wait: async (milliseconds) => {
        waited += milliseconds;
        if (waited >= LEASE_MS && wire.isWhole)
          await registerRef(db, registerOf(projectId)).update({ running: 0 });
      },
    };
    try {
      if (job === 'queue')
        return { ...(await runQueueJob(now, { ...deps, queueSheetId: queueOf(projectId) })) };
      if (job === 'layout') return { ...(await layOutRegister(now, deps)) };
      if (job === 'duplicates') return { ...(await runDuplicatesJob(now, deps)) };
      return { ...(await runCheckJob(now, db, null, () => false)) };
    } finally {
      await db.terminate();
    }
  };

const registerOf = (projectId: string): string => `register-of-${projectId}`;
const queueOf = (projectId: string): string => `queue-of-${projectId}`;

/** Everything has run once; since then people have typed, sorted and deleted, and the accounts have changed. */
const makeStart = async (parts: Parts): Promise<JobStart> => {
  const { workbooks, host } = parts;
  const projectId = `demo-${randomUUID()}`;
  const db = clientOf(host, projectId);
  await saveTeam(db);
  const phone = { phone: '03-5276-5850' };
  const accounts = [
    ...ONE_EACH,
    ...Array.from({ length: 6 }, (_, n) => anAccount({ id: `a_${n}`, name: `会社 ${n}`, ownerId: 'is' })),
    anAccount({ id: 'a_twin1', name: '乙商事', ...phone }),
    anAccount({ id: 'a_twin2', name: '乙商事株式会社', ...phone }),
  ];
  await saveAccounts(db, accounts);
  workbooks.create(registerOf(projectId), { title: 'Accounts' });
  workbooks.create(queueOf(projectId), { title: 'Queue' });
  const run = jobRunner(parts, projectId);
  for (const job of JOBS) await run(job, new Date(NOW.getTime() - 86_400_000));
  workbooks.batchUpdate(registerOf(projectId), handsInRegister(), 'user');
  await saveAccounts(db, [
    anAccount({ id: 'a_0', name: '会社 0 改', ownerId: 'is', version: 2 }),
    anAccount({ id: 'a_1', name: '会社 1', ownerId: 'is', version: 2, withdrawn: true }),
    anAccount({ id: 'a_new', name: '乙商事', ownerId: 'is', ...phone }),
  ]);
  // As after a new version of the product, which makes other keys.
  await accountRef(db, 'a_2').update({ matchKeys: ['old'] });
  await reindexProgressRef(db).delete();
  const documents = await documentsOf(db);
  await db.terminate();
  return {
    documents,
    books: { register: workbooks.get(registerOf(projectId)), queue: workbooks.get(queueOf(projectId)) },
  };
};

const saveAccounts = async (
  db: Firestore,
  accounts: readonly ReturnType<typeof anAccount>[],
): Promise<void> => {
  const batch = db.batch();
  for (const [n, account] of accounts.entries())
    batch.set(accountRef(db, account.id), {
      ...accountDocument(account, []),
      changedAt: new Date(Date.now() + n),
    });
  await batch.commit();
};

/** A request, a draft below, and a row deleted. */
const handsInRegister = (): UpdateRequest[] => [
  typed(4, 2, '不適合'),
  typed(20, 1, '株式会社下書き'),
  {
    deleteDimension: {
      range: { sheetId: REGISTER_SHEET, dimension: 'ROWS', startIndex: 6, endIndex: 7 },
    },
  },
];

const typed = (rowIndex: number, columnIndex: number, stringValue: string): UpdateRequest => ({
  updateCells: {
    start: { sheetId: REGISTER_SHEET, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});

/** All of them, the ones below others included. */
const documentsOf = async (db: Firestore): Promise<StoredDocument[]> => {
  const found: StoredDocument[] = [];
  const read = async (parent: Firestore | DocumentReference): Promise<void> => {
    for (const collection of await parent.listCollections())
      for (const doc of (await collection.get()).docs) {
        found.push({ path: doc.ref.path, data: doc.data() });
        await read(doc.ref);
      }
  };
  await read(db);
  return found;
};

const copyOf = async (parts: Parts, { documents, books }: JobStart): Promise<JobTry> => {
  const { workbooks, host } = parts;
  const projectId = `demo-${randomUUID()}`;
  const db = clientOf(host, projectId);
  const batch = db.batch();
  const [from, to] = [books.register.spreadsheetId, registerOf(projectId)];
  for (const { path, data } of documents) batch.set(db.doc(path.replace(from, to)), data);
  await batch.commit();
  for (const [id, book] of [
    [registerOf(projectId), books.register],
    [queueOf(projectId), books.queue],
  ] as const) {
    workbooks.create(id, { title: book.properties.title });
    workbooks.change(id, 'user', (draft) => {
      draft.book.tabs.splice(0, draft.book.tabs.length, ...book.tabs);
      Object.assign(draft.book, { developerMetadata: book.developerMetadata });
    });
  }
  return {
    run: jobRunner(parts, projectId),
    async state() {
      const kept = (await documentsOf(db)).map(({ path, data }) => [path.replace(to, from), data]);
      const shown = [registerOf(projectId), queueOf(projectId)].map((id) =>
        spreadsheetJson(workbooks.get(id), { includeGridData: true }),
      );
      return JSON.stringify([kept, shown], withoutChance);
    },
    end: () => db.terminate(),
  };
};

/** IDs that are drawn, how often the register was leased, and the number that grows with every write. */
const CHANCE: ReadonlySet<string> = new Set([
  ...['spreadsheetId', 'spreadsheetUrl', 'protectedRangeId', 'bandedRangeId', 'metadataId'],
  ...['running', 'stamp'],
]);

const withoutChance = (key: string, value: unknown): unknown =>
  CHANCE.has(key) || (typeof value === 'string' && /^Hachi: \d+$/.test(value)) ? undefined : value;
