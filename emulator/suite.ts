/** The whole product on one machine: Firestore, workbook, Sheets API, sign-in, functions, script, page, and the local helpers. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../functions/config';
import { makeLog } from '../functions/http/log';
import { makeService, type Service } from '../functions/http/service';
import { openSheets } from '../functions/sheets/client';
import { openFirestore } from '../functions/store/firestore';
import { bundleScript } from './apps-script/bundle';
import { type ScriptHost, startScriptHost } from './apps-script/script-host';
import type { Sleep } from './apps-script/utilities';
import { type LocalClock, startClock } from './clock';
import { findOfficialFirestore, startOfficialFirestore } from './firestore/official';
import { type RunningFirestore, startFirestore } from './firestore/server';
import { startFunctionsServer } from './functions-server';
import { type LocalIdentity, startIdentity } from './identity';
import { makeLocalHelpers, parseInstant } from './local-helpers';
import { makePageServer } from './page/server';
import { projectFolder } from './project-folder';
import { startSheetsApi } from './sheets-api/server';
import { openWorkbooks, type Workbooks } from './workbook/workbook';

export interface SuiteOptions {
  /** Of the functions; 0 takes any free one. */
  port: number;
  /** Null keeps everything in memory. */
  dataDir: string | null;
  reset?: boolean;
  /** A day or an instant. */
  now?: string | null;
  /** HOST:PORT of a running emulator, or which one to start. */
  firestore: string;
  /** Of Firestore; begins with demo-, so that no client of the suite can ever reach a real project. */
  project?: string;
  /** How the script sleeps; for as long as it says, unless given. */
  sleep?: Sleep;
  /** Lines that the functions log. */
  write?: (line: string) => void;
}

export interface Suite {
  /** The spreadsheets in the browser. */
  page: string;
  functions: Record<string, string>;
  sheets: { rootUrl: string; registerId: string; queueId: string };
  /** HOST:PORT, for FIRESTORE_EMULATOR_HOST. */
  firestore: string;
  firestoreKind: string;
  local: string;
  dataDir: string | null;
  port: number;
  adminEmail: string;
  clock: LocalClock;
  identity: LocalIdentity;
  workbooks: Workbooks;
  /** Of the register. */
  script: ScriptHost;
  service: Service;
  stop(): Promise<void>;
}

export const REGISTER_ID = 'hachi-register';
export const QUEUE_ID = 'hachi-queue';
export const FIRST_ADMIN_EMAIL = 'admin@hachi.example';
const SCHEDULER_EMAIL = 'scheduler@hachi.example';
export const TEAM_ZONE = 'Asia/Tokyo';
const PROJECT_ID = 'demo-hachi';
const WORKSPACE_DOMAIN = 'hachi.example';
/** A spreadsheet has a tab of the team's own before anything is written to it. */
const FIRST_TABS = [{ title: 'メモ', sheetId: 0 }];
/** How often clock triggers are looked for. */
const TRIGGER_CHECK_MS = 30_000;

export const startSuite = async (options: SuiteOptions): Promise<Suite> => {
  const { dataDir, project = PROJECT_ID } = options;
  if (dataDir !== null && options.reset === true) rmSync(dataDir, { recursive: true, force: true });
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const folder = (name: string): string | null => (dataDir === null ? null : join(dataDir, name));

  const stops: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const [firestore, identity] = await Promise.all([
      openFirestoreEmulator(options.firestore, folder('firestore')),
      startIdentity({ keyFile: folder('identity.pem') }),
    ]);
    stops.push(firestore.stop, identity.stop);
    const workbooks = openWorkbooks({ dataDir: folder('sheets'), timeZone: TEAM_ZONE });
    stops.push(() => workbooks.close());
    const api = await startSheetsApi({ workbooks });
    stops.push(api.stop);
    if (!workbooks.has(REGISTER_ID)) workbooks.create(REGISTER_ID, { title: 'アカウント台帳' }, FIRST_TABS);
    if (!workbooks.has(QUEUE_ID)) workbooks.create(QUEUE_ID, { title: '四半期チェック' }, FIRST_TABS);

    const clock = startClock();
    if (options.now != null) clock.set(parseInstant(options.now, TEAM_ZONE));
    // The clients obey these in this process, as they would obey them in a shell.
    process.env.FIRESTORE_EMULATOR_HOST = firestore.host;
    process.env.METADATA_SERVER_DETECTION = 'none';
    const config = readConfig({
      FIRESTORE_EMULATOR_HOST: firestore.host,
      GOOGLE_CLOUD_PROJECT: project,
      HACHI_AUDIENCES: identity.audience,
      HACHI_CERTS_URL: identity.certsUrl,
      HACHI_FIRST_ADMIN: FIRST_ADMIN_EMAIL,
      HACHI_SCHEDULER: SCHEDULER_EMAIL,
      HACHI_SHEETS_ROOT: api.rootUrl,
      HACHI_REGISTER_SHEET: REGISTER_ID,
      HACHI_QUEUE_SHEET: QUEUE_ID,
    });
    const db = openFirestore(project);
    stops.push(() => db.terminate());
    const sheets = openSheets(config.sheetsRoot);
    const service = makeService({
      config,
      clock: clock.now,
      db,
      sheets: async () => sheets,
      log: makeLog(config.project, options.write),
    });
    const urls: Record<string, string> = {};
    const helpers = makeLocalHelpers({
      identity,
      clock,
      workbooks,
      zone: TEAM_ZONE,
      runJob: async (name) => {
        const authorization = `Bearer ${await identity.issue({ email: SCHEDULER_EMAIL })}`;
        const answer = await fetch(urls[name] ?? '', {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: '{}',
        });
        return { status: answer.status, body: await answer.json() };
      },
    });
    const functions = await startFunctionsServer(service, options.port, helpers);
    stops.push(functions.stop);
    Object.assign(urls, functions.urls);
    const script = await startRegisterScript({
      ...{ workbooks, identity, clock, sleep: options.sleep },
      dataDir: folder('script'),
    });
    stops.push(() => script.stop());
    script.setProperties({ FUNCTIONS_URL: functions.root });
    const page = makePageServer({
      workbooks,
      script,
      clock,
      zone: TEAM_ZONE,
      registerId: REGISTER_ID,
      queueId: QUEUE_ID,
    });
    stops.push(() => page.stop());
    functions.mountPage(page);
    const runDueTriggers = (): void => void script.runDueTriggers();
    const triggers = setInterval(runDueTriggers, TRIGGER_CHECK_MS).unref();
    stops.push(() => clearInterval(triggers));
    clock.onSet(() => {
      page.clockChanged();
      runDueTriggers();
    });
    return {
      page: `${functions.root}/`,
      functions: urls,
      sheets: { rootUrl: api.rootUrl, registerId: REGISTER_ID, queueId: QUEUE_ID },
      firestore: firestore.host,
      firestoreKind: firestore.kind,
      local: `http://127.0.0.1:${functions.port}/local/`,
      dataDir,
      port: functions.port,
      adminEmail: FIRST_ADMIN_EMAIL,
      clock,
      identity,
      workbooks,
      script,
      service,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The very files that clasp would push, running for everybody who has the register open. */
const startRegisterScript = async ({
  workbooks,
  identity,
  clock,
  dataDir,
  sleep,
}: Pick<Suite, 'workbooks' | 'identity' | 'clock' | 'dataDir'> & {
  sleep: Sleep | undefined;
}): Promise<ScriptHost> => {
  const { code, manifest, files } = await bundleScript({
    entry: join(projectFolder(), 'apps-script/main.ts'),
  });
  return startScriptHost({
    workbooks,
    spreadsheetId: REGISTER_ID,
    code,
    manifest,
    files,
    identity: (email) => identity.issue({ email }),
    dataDir,
    now: clock.now,
    sleep,
    workspaceDomain: WORKSPACE_DOMAIN,
  });
};

const openFirestoreEmulator = async (wanted: string, dataDir: string | null): Promise<RunningFirestore> => {
  if (wanted === 'embedded') return startFirestore({ dataDir });
  if (wanted === 'official') {
    if (findOfficialFirestore() === null)
      throw new Error(
        'The official Firestore emulator was not found: install the Google Cloud SDK component cloud-firestore-emulator and Java, or leave --firestore out.',
      );
    return startOfficialFirestore();
  }
  const port = Number(/^[^:]+:(\d+)$/.exec(wanted)?.[1]);
  if (!Number.isInteger(port))
    throw new Error(`--firestore takes embedded, official or HOST:PORT, not "${wanted}".`);
  return { host: wanted, port, kind: 'official', stop: async () => undefined };
};
