/** A Firestore in its own process with a team and accounts in it, and what our functions are told of it. */

import { FieldValue } from '@google-cloud/firestore';
import { startIdentity } from '../../emulator/identity';
import { type Account, blankAccount } from '../../functions/domain/account/account';
import { type AccountRecord, fromRecord, toRecord } from '../../functions/domain/account/account-record';
import { accountDocument } from '../../functions/store/account-fields';
import { accountRef, type Database, openFirestore } from '../../functions/store/firestore';
import { changeTeam, memberId } from '../../functions/store/team';
import { type FirestoreKind, type RunningProcess, serveFirestore } from './processes';

export const PROJECT = 'demo-bench';
const EMAILS = Array.from({ length: 12 }, (_, index) => `member${index}@hachi.example`);
const REP = 'member0@hachi.example';
export const REP_ID = memberId(REP);

export interface BenchTeam extends RunningProcess {
  db: Database;
  /** For the processes of functions, ours and floors. */
  env: Readonly<Record<string, string>>;
  /** Authorization of a member who may do what the benches do. */
  authorization: string;
}

export const openBenchTeam = async (kind: FirestoreKind): Promise<BenchTeam> => {
  const firestore = await serveFirestore(kind);
  const identity = await startIdentity({});
  process.env.FIRESTORE_EMULATOR_HOST = firestore.host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  const db = openFirestore(PROJECT);
  await changeTeam(db, 'bench', new Date().toISOString(), (team) => ({
    ...team,
    members: Object.fromEntries(
      EMAILS.map((email) => {
        const id = memberId(email);
        return [id, { id, email, name: email, role: 'is', active: true, sub: null }];
      }),
    ),
  }));
  return {
    db,
    env: {
      FIRESTORE_EMULATOR_HOST: firestore.host,
      GOOGLE_CLOUD_PROJECT: PROJECT,
      HACHI_AUDIENCES: identity.audience,
      HACHI_CERTS_URL: identity.certsUrl,
    },
    authorization: `Bearer ${await identity.issue({ email: REP })}`,
    stop: async () => {
      await db.terminate();
      await identity.stop();
      await firestore.stop();
    },
  };
};

/** A registered account as an import leaves it. */
export const aCompany = (id: string, over: Partial<AccountRecord> = {}): Account =>
  fromRecord({
    ...toRecord(blankAccount(id)),
    version: 1,
    name: `株式会社テスト${id}`,
    address: '東京都千代田区丸の内一丁目1番1号',
    statusSince: '2026-04-01',
    ...over,
  });

const BATCH = 250;
const AT_ONCE = 4;

/** Writes the account documents alone, as the store makes them. */
export const writeAccounts = async (db: Database, accounts: Iterable<Account>): Promise<void> => {
  const left = accounts[Symbol.iterator]();
  const writer = async (): Promise<void> => {
    for (;;) {
      const batch = db.batch();
      let size = 0;
      for (; size < BATCH; size += 1) {
        const next = left.next();
        if (next.done === true) break;
        const document = { ...accountDocument(next.value, []), changedAt: FieldValue.serverTimestamp() };
        batch.set(accountRef(db, next.value.id), document);
      }
      if (size === 0) return;
      await batch.commit();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
};
