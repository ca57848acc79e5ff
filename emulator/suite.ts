/** The whole product on one machine: Firestore, workbook, Sheets API, sign-in, functions, script, page, and the local helpers. */
import type { KeyObject } from 'node:crypto';
import { OPEN_FUNCTION } from '../functions/app/open-functions';
import { type Config, readConfig } from '../functions/config';
import { identifyDeps } from '../functions/http/identify';
import { makeLog } from '../functions/http/log';
import { makeService, type Service } from '../functions/http/service';
import { type DigestSenders, openChannels } from '../functions/outbound/channels';
import { openSheets } from '../functions/sheets/client';
import { type Database, openFirestore } from '../functions/store/firestore';
import type { EditHabits } from './apps-script/edit-habits';
import type { ScriptHost } from './apps-script/script-host';
import type { Sleep } from './apps-script/utilities';
import { buildLookupIndexes } from './build-lookup-indexes';
import type { FirestoreStart } from './choose-firestore';
import type { LocalClock } from './clock';
import type { DataPart } from './data-folder/known-files';
import type { RunningFirestore } from './firestore/server';
import { functionsListener, functionUrls } from './functions-server';
import { type LocalIdentity, startIdentity } from './identity';
import { type JobName, makeLocalHelpers } from './local-helpers';
import { startChatRooms } from './mailbox/chat-rooms';
import { startMailServer } from './mailbox/mail-server';
import { type Mailbox, openMailbox } from './mailbox/mailbox';
import { makePageServer } from './page/server';
import { rowNavigation } from './row-navigation';
import { RunningCalls } from './running-calls';
import { runTriggersByClock, startSheetScript } from './sheet-script';
import { type SheetsApi, startSheetsApi } from './sheets-api/server';
import { type Stops, type SuitePlace, stopAll, TEAM_ZONE } from './suite-place';
import { openWorkbooks, type Workbooks } from './workbook/workbook';

/** What `npm start` leaves as it is, and tests and benches may want otherwise. */
export interface PartOptions {
  /** Of a suite in memory: what it signs identity tokens with (RSA); a new one unless given. */
  signingKey?: KeyObject;
  /** Of Firestore; begins with demo-, so that no client of the suite can ever reach a real project. */
  project?: string;
  /** How the script sleeps; for as long as it says, unless given. */
  sleep?: Sleep;
  /** As of SheetScriptDeps; a Workspace's, unless given. */
  workspaceDomain?: string | null;
  /** The scopes that a person has left out when Google asked; none unless given. */
  refusedScopes?: (email: string) => readonly string[];
  /** What Google Sheets does with edits; none of it unless given. */
  editHabits?: EditHabits;
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
  /** Of the queue: the same code. */
  queueScript: ScriptHost;
  service: Service;
  stop(): Promise<void>;
}

export const REGISTER_ID = 'hachi-register';
export const QUEUE_ID = 'hachi-queue';
export const FIRST_ADMIN_EMAIL = 'admin@hachi.example';
const SCHEDULER_EMAIL = 'scheduler@hachi.example';
const MAIL_FROM = 'hachi@hachi.example';
const PROJECT_ID = 'demo-hachi';
/** How long a stop waits for calls: a person's takes no longer, and what a job has not done, its next run does. */
const LONGEST_END_MS = 20_000;
/** No secret: links of the suite stay good when it starts again. */
const LINK_KEY = 'the links of every local suite, no secret';
/** A spreadsheet has a tab of the team's own before anything is written to it. */
const FIRST_TABS = [{ title: 'メモ', sheetId: 0 }];

/** On failure, the place's stops end what has been started by then. */
export const startParts = async (place: SuitePlace, options: PartOptions): Promise<Suite> => {
  const { dataDir, data, server, clock, startFirestore, stops } = place;
  const { project = PROJECT_ID } = options;
  const pathOf: PathOf = (part) => data?.pathOf(part) ?? null;
  const cloud = await startCloud(startFirestore, pathOf, options.signingKey, stops);
  const mailbox = openMailbox(pathOf('mails'));
  const chats = openMailbox(pathOf('chats'), 'json');
  const calls = new RunningCalls();
  const service = openService(
    cloud,
    { clock, project, functionsUrl: server.root, mailbox, chats, calls, write: options.write },
    stops,
  );
  const urls = functionUrls(server.root);
  const { workbooks, identity, api, firestore } = cloud;
  const startScript = async (spreadsheetId: string, dataDir: string | null): Promise<ScriptHost> => {
    const { sleep, workspaceDomain, refusedScopes, editHabits } = options;
    const started = await startSheetScript({
      ...{ workbooks, identity, clock, sleep, workspaceDomain, spreadsheetId, dataDir },
      ...(refusedScopes && { refusedScopes }),
      ...(editHabits && { editHabits }),
    });
    stops.push(() => started.stop());
    started.setProperties({ FUNCTIONS_URL: server.root });
    return started;
  };
  const script = await startScript(REGISTER_ID, pathOf('script'));
  const queueScript = await startScript(QUEUE_ID, pathOf('queue-script'));
  const page = makePageServer({
    ...{ workbooks, script, queueScript, clock, zone: TEAM_ZONE },
    ...{ registerId: REGISTER_ID, queueId: QUEUE_ID, linkStart: `${server.root}/${OPEN_FUNCTION}?` },
  });
  stops.push(() => page.stop());
  const runJob = jobRunner(urls, identity);
  const helpers = makeLocalHelpers({
    ...{ identity, clock, workbooks, mailbox, chats, runJob },
    zone: TEAM_ZONE,
  });
  const functions = functionsListener(service, calls, (request, response) => {
    if (!page.handle(request, response)) helpers(request, response);
  });
  const navigation = { sheets: await service.sheets(), registerId: REGISTER_ID, linkKey: LINK_KEY };
  server.serve(rowNavigation(navigation, functions));
  // Stopped before what it answers from.
  stops.push(server.stop);
  clock.onSet(page.clockChanged);
  for (const each of [script, queueScript]) stops.push(runTriggersByClock(each, clock));
  if (data !== null) stops.push(buildLookupIndexes(service.db));
  return {
    page: `${server.root}/`,
    functions: urls,
    sheets: { rootUrl: api.rootUrl, registerId: REGISTER_ID, queueId: QUEUE_ID },
    firestore: firestore.host,
    firestoreKind: firestore.kind,
    local: `${server.root}/local/`,
    dataDir,
    port: server.port,
    adminEmail: FIRST_ADMIN_EMAIL,
    ...{ clock, identity, workbooks, script, queueScript, service },
    stop: () => stopAll(stops),
  };
};

/** The path of a part in the data folder; null where everything is kept in memory. */
type PathOf = (part: DataPart) => string | null;

/** What stands for Google: Firestore, sign-in, and the spreadsheets behind their API. */
interface LocalCloud {
  firestore: RunningFirestore;
  identity: LocalIdentity;
  workbooks: Workbooks;
  api: SheetsApi;
}

const startCloud = async (
  startFirestore: FirestoreStart,
  pathOf: PathOf,
  privateKey: KeyObject | undefined,
  stops: Stops,
): Promise<LocalCloud> => {
  const identity = await startIdentity({ keyFile: pathOf('identity.pem'), privateKey });
  stops.push(identity.stop);
  const firestore = await startFirestore(pathOf('firestore'));
  stops.push(firestore.stop);
  const workbooks = openWorkbooks({ dataDir: pathOf('sheets'), timeZone: TEAM_ZONE });
  stops.push(() => workbooks.close());
  const api = await startSheetsApi({ workbooks });
  stops.push(api.stop);
  if (!workbooks.has(REGISTER_ID)) workbooks.create(REGISTER_ID, { title: 'アカウント台帳' }, FIRST_TABS);
  if (!workbooks.has(QUEUE_ID)) workbooks.create(QUEUE_ID, { title: 'キュー' }, FIRST_TABS);
  return { firestore, identity, workbooks, api };
};

interface ServiceOptions {
  clock: LocalClock;
  project: string;
  functionsUrl: string;
  mailbox: Mailbox;
  chats: Mailbox;
  calls: RunningCalls;
  write: ((line: string) => void) | undefined;
}

/** The functions as they would be deployed, on what stands for Google. */
const openService = (
  { firestore, identity, api }: LocalCloud,
  { clock, project, functionsUrl, mailbox, chats, calls, write }: ServiceOptions,
  stops: Stops,
): Service => {
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
    HACHI_FUNCTIONS_URL: functionsUrl,
    HACHI_LINK_KEY: LINK_KEY,
  });
  const db = openFirestore(project);
  stops.push(() => closeBehindCalls(db, calls));
  const sheets = openSheets(config.sheetsRoot);
  return makeService({
    ...{ config, clock: clock.now, db },
    sheets: async () => sheets,
    digestSenders: localSenders(config, { mailbox, chats }, stops),
    identifyDeps: identifyDeps(config, makeLog(config.project, write)),
  });
};

/**
 * Its server is stopped by then, so that no call comes any more; one whose caller was cut off goes on to its end. The client of a
 * call that does not end stays open: asked for anything once it is closed, it throws where nobody can catch it.
 */
const closeBehindCalls = async (db: Database, calls: RunningCalls): Promise<void> => {
  if (await calls.haveEnded(LONGEST_END_MS)) await db.terminate();
};

/** The real channels, to servers on this machine, which are started when the first digest goes. */
const localSenders = (
  config: Config,
  { mailbox, chats }: Pick<ServiceOptions, 'mailbox' | 'chats'>,
  stops: Stops,
): Service['digestSenders'] => {
  const open = async (): Promise<DigestSenders> => {
    const { port, stop } = await startMailServer(mailbox.keep);
    stops.push(stop);
    const rooms = await startChatRooms((message) => chats.keep(JSON.stringify(message)));
    stops.push(rooms.stop);
    return openChannels({
      ...config,
      ...rooms.settings,
      ...{ mailHost: '127.0.0.1', mailPort: String(port), mailSecurity: 'none', mailFrom: MAIL_FROM },
    });
  };
  let senders: Promise<DigestSenders> | undefined;
  return () => {
    senders ??= open();
    return senders;
  };
};

const jobRunner = (urls: Record<string, string>, identity: LocalIdentity) => async (name: JobName) => {
  const authorization = `Bearer ${await identity.issue({ email: SCHEDULER_EMAIL })}`;
  const answer = await fetch(urls[name] ?? '', {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  });
  return { status: answer.status, body: await answer.json() };
};
