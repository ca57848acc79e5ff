/** When the scheduler's run of each job last ended well. */
import * as z from 'zod';
import { retryOnContention } from './contention';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, jobRunsRef } from './firestore';
import { StoreWrite } from './store-write';

/** By the job's name an instant, ISO 8601 in UTC. */
export type JobRuns = Readonly<Record<string, string>>;

const JOB_RUNS_DOCUMENT = documentKind<JobRuns>({
  kind: 'jobRuns',
  parse: (data) => z.record(z.string(), z.string()).parse(data),
});
const PLACE = { accountId: null, id: 'jobs' };

/** None where they cannot be read: the next runs tell again. */
export const readJobRuns = async (db: Database): Promise<JobRuns> =>
  readDocumentOrNull(JOB_RUNS_DOCUMENT, PLACE, (await jobRunsRef(db).get()).data() ?? {}) ?? {};

export const recordJobRun = (db: Database, job: string, at: string): Promise<true> =>
  retryOnContention('the runs of the jobs', async () => {
    const ref = jobRunsRef(db);
    const snapshot = await ref.get();
    const runs = readDocumentOrNull(JOB_RUNS_DOCUMENT, PLACE, snapshot.data() ?? {}) ?? {};
    const document = checkedDocument(JOB_RUNS_DOCUMENT, PLACE, { ...runs, [job]: at });
    const write = new StoreWrite(db);
    if (snapshot.updateTime === undefined) write.createDocument(ref, document);
    else write.updateDocument(ref, document, { lastUpdateTime: snapshot.updateTime });
    return (await write.commitIfFirst()) || null;
  });
