/**
 * The whole product in this process, for tests over HTTP: `const suite = usingSuite()` in a describe block; within tests
 * `suite().call('is', 'account', { query: { id } })`. Its members are made through the members function itself.
 */
import { randomUUID } from 'node:crypto';
import type { Firestore } from '@google-cloud/firestore';
import { type SuiteOptions, startSuite } from '../emulator/start-suite';
import type { Suite } from '../emulator/suite';
import type { CommandRequest, CommandResult, CommandsAnswer } from '../functions/contract/commands';
import type { MembersAnswer } from '../functions/contract/members';
import type { Role } from '../functions/domain/account/team';
import type { RegisterRow } from '../functions/domain/register/row';
import type { LogEntry } from '../functions/http/log';
import { memberId } from '../functions/store/team';
import { usingFirestore } from './firestores';
import { expectPublished } from './published-document';
import { signingKey } from './signing-key';

/** A Wednesday. */
export const TODAY = '2026-07-01';

const ROLES = {
  admin: 'admin',
  manager: 'manager',
  is: 'is',
  is2: 'is',
  fs: 'fs',
  viewer: 'viewer',
  left: 'is',
} as const satisfies Record<string, Role>;
export type Who = keyof typeof ROLES | 'stranger' | 'scheduler';

export const emailOf = (who: Who): string => `${who}@hachi.example`;
export const idOf = (who: Who): string => memberId(emailOf(who));

export interface CallOptions {
  query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, as text/csv unless `headers` say otherwise. */
  file?: string | Uint8Array;
  headers?: Record<string, string>;
}

// biome-ignore lint/suspicious/noExplicitAny: what a function answers is what the tests are about.
type Json = any;
export interface Reply {
  status: number;
  headers: Headers;
  /** A text where CSV was asked for. */
  body: Json;
}

/** In what Google differs from one team, or from one moment, to another. */
export type GoogleSwitches = Pick<SuiteOptions, 'workspaceDomain' | 'refusedScopes' | 'editHabits'>;

export interface TestSuite extends Suite {
  db: Firestore;
  /** What the functions have logged so far. */
  logged(): readonly LogEntry[];
  /** GET, or POST where there is something to send. Throws where the answer is not what docs/openapi.json says. */
  call(who: Who | null, name: string, call?: CallOptions): Promise<Reply>;
  /** One block; answers its outcomes. */
  submit(who: Who, ...asked: CommandRequest[]): Promise<readonly CommandResult[]>;
}

export const aCommandRequest = (
  command: CommandRequest['command'],
  row: Pick<RegisterRow, 'id' | 'version'> | null = null,
): CommandRequest => ({
  requestId: randomUUID(),
  accountId: row?.id ?? null,
  expectedVersion: row?.version ?? 0,
  command,
});

export const aRegisterRequest = (
  name: string,
  over: Partial<Extract<CommandRequest['command'], { type: 'register' }>> = {},
): CommandRequest => aCommandRequest({ type: 'register', details: { name }, status: 'COLD', ...over });

/** The row of an accepted request; throws with the refusal. */
export const rowOf = (outcome: CommandResult | undefined): RegisterRow => {
  if (outcome?.status !== 200 || outcome.row === null) throw new Error(JSON.stringify(outcome));
  return outcome.row;
};

const started = async (suite: Suite, lines: readonly string[]): Promise<TestSuite> => {
  const tokens = new Map<Who, string>();
  const tokenOf = async (who: Who): Promise<string> => {
    const token = tokens.get(who) ?? (await suite.identity.issue({ email: emailOf(who) }));
    tokens.set(who, token);
    return token;
  };
  const call: TestSuite['call'] = async (who, name, { query = {}, body, file, headers = {} } = {}) => {
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const sent = file ?? (body === undefined ? undefined : JSON.stringify(body));
    const method = sent === undefined ? 'GET' : 'POST';
    const answer = await fetch(`${suite.functions[name]}?${search}`, {
      method,
      ...(sent === undefined ? {} : { body: sent }),
      headers: {
        ...(who === null ? {} : { authorization: `Bearer ${await tokenOf(who)}` }),
        ...(sent === undefined
          ? {}
          : { 'content-type': file === undefined ? 'application/json' : 'text/csv' }),
        ...headers,
      },
    });
    const isCsv = answer.headers.get('content-type')?.startsWith('text/csv') === true;
    const received = isCsv
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
      : await answer.json();
    const reply = { status: answer.status, headers: answer.headers, body: received };
    expectPublished(name, method, reply.status, reply.body, isCsv ? 'text/csv' : 'application/json');
    return reply;
  };
  let { version }: MembersAnswer = (await call('admin', 'members')).body;
  for (const [name, role] of Object.entries(ROLES).slice(1)) {
    const member = { email: emailOf(name as Who), name, role, active: name !== 'left' };
    const { status, body } = await call('admin', 'members', { body: { expectedVersion: version, member } });
    if (status !== 200) throw new Error(`no member ${name}: ${status}`);
    version = (body as MembersAnswer).version;
  }
  return {
    ...suite,
    db: suite.service.db,
    logged: () => lines.map((line) => JSON.parse(line) as LogEntry),
    call,
    submit: async (who, ...commands) => {
      const { body } = await call(who, 'commands', { body: { commands } });
      return (body as CommandsAnswer).outcomes;
    },
  };
};

/** The product with its team. `firestore` is HOST:PORT of a running one, or which one to start. */
export const startTestSuite = async (firestore: string, over: GoogleSwitches = {}): Promise<TestSuite> => {
  // One emulator serves several suites, each in a project of its own.
  const project = `demo-${randomUUID()}`;
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  // Nobody waits for a script that tries again later.
  const sleep = async (): Promise<void> => {};
  const own = { project, write, sleep, signingKey: signingKey() };
  const options = { port: 0, dataDir: null, now: TODAY, firestore, ...own, ...over };
  return started(await startSuite(options), lines);
};

/** To be called in a describe block or at the top of a file; the suite starts empty but for its team. */
export const usingSuite = (
  kind: 'embedded' | 'official' = 'embedded',
  options: GoogleSwitches = {},
): (() => TestSuite) => {
  const firestore = usingFirestore(kind);
  let suite: TestSuite | undefined;
  beforeAll(async () => {
    suite = await startTestSuite(firestore().host, options);
  });
  afterAll(() => suite?.stop());
  return () => {
    if (suite === undefined) throw new Error('The suite runs only within tests.');
    return suite;
  };
};
