/** Which facts the dashboard is made of, how far they are, how far a count of the whole history is, and what each member owns. */
import type { Timestamp } from '@google-cloud/firestore';
import * as z from 'zod';
import type { MemberLoad } from '../domain/account/split-by-load';
import { instantSchema } from '../schema/scalars';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, dashboardRef } from './firestore';
import { StoreWrite } from './store-write';

const factsProgress = z.object({
  generation: z.int(),
  parts: z.int().min(1),
  /** Changes up to here are in the facts; null before the first ones. */
  cursor: z.string().nullable(),
  /** Accounts with entries that could not be read. */
  again: z.array(z.string()),
  /** They have outgrown their documents: nothing is added to them. */
  isFull: z.boolean(),
});
export type FactsProgress = z.output<typeof factsProgress>;

const storedState = z.object({
  /** What the dashboard is made of; null before the first count is done. */
  serving: factsProgress.nullable(),
  /** A count of the whole history that is not done; null where none is. */
  counting: factsProgress.nullable(),
  /** The newest generation that there was. */
  newest: z.int(),
  /** When the facts that serve were brought up to date. */
  madeAt: instantSchema.nullable(),
  /** Of the facts that serve; null before the first count is done. */
  loads: z
    .array(z.object({ id: z.string(), accounts: z.int(), open: z.int() }))
    .nullable()
    .default(null),
});
const DASHBOARD_DOCUMENT = documentKind({ kind: 'dashboard', parse: (data) => storedState.parse(data) });
const PLACE = { accountId: null, id: 'dashboard' };

export interface DashboardState extends z.output<typeof storedState> {
  updateTime: Timestamp | null;
}

/** Of a state that cannot be read only the generation is kept, since its documents are there. */
const generationOf = z
  .looseObject({ newest: z.int() })
  .transform(({ newest }) => newest)
  .catch(0);

/** Nothing is counted where there is none, and none that can be read. */
export const readDashboardState = async (db: Database): Promise<DashboardState> => {
  const snapshot = await dashboardRef(db).get();
  const { updateTime = null } = snapshot;
  const stored = readDocumentOrNull(DASHBOARD_DOCUMENT, PLACE, snapshot.data());
  if (stored !== null) return { ...stored, updateTime };
  return {
    serving: null,
    counting: null,
    newest: generationOf.parse(snapshot.data()),
    madeAt: null,
    loads: null,
    updateTime,
  };
};

export interface KeptLoads {
  /** Of each member who owns accounts. */
  loads: readonly MemberLoad[];
  countedAt: string;
}

/** As the dashboard's job has counted them last; null before it has. One read, however many accounts there are. */
export const readKeptLoads = async (db: Database): Promise<KeptLoads | null> => {
  const { loads, madeAt } = await readDashboardState(db);
  return loads === null || madeAt === null ? null : { loads, countedAt: madeAt };
};

/** Saves the state and answers it as it is stored; null where another run has written it since. */
export const saveDashboardState = async (
  db: Database,
  { updateTime: lastUpdateTime, ...state }: DashboardState,
): Promise<DashboardState | null> => {
  const document = checkedDocument(DASHBOARD_DOCUMENT, PLACE, state);
  const write = new StoreWrite(db);
  if (lastUpdateTime === null) write.createDocument(dashboardRef(db), document);
  else write.updateDocument(dashboardRef(db), document, { lastUpdateTime });
  const updateTime = await write.commitTimeIfFirst();
  return updateTime === null ? null : { ...state, updateTime };
};
