/** Google's own Firestore emulator: finding it on this machine, starting and stopping it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningFirestore } from './server';

export type OfficialFirestore = {
  /** Path of the JAR. */
  jar: string;
  /** Command or path of a Java that can run it. */
  java: string;
};

const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const SDK_JAR = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
/** The Cloud SDK's JAR runs on Java 17; the one that firebase-tools 15 downloads needs 21. */
const SDK_JAVA_VERSION = 17;
const FIREBASE_JAVA_VERSION = 21;
const START_LIMIT_MS = 60_000;

/** The Google Cloud SDK's component, else firebase-tools' download; null without either or without a recent Java. */
export function findOfficialFirestore(env: NodeJS.ProcessEnv = process.env): OfficialFirestore | null {
  const java = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  const version = javaVersion(java);
  const sdkJar = sdkRoots(env)
    .map((root) => join(root, SDK_JAR))
    .find(existsSync);
  if (sdkJar && version >= SDK_JAVA_VERSION) return { jar: sdkJar, java };
  const downloaded = downloadedJar(env);
  if (downloaded && version >= FIREBASE_JAVA_VERSION) return { jar: downloaded, java };
  return null;
}

function sdkRoots(env: NodeJS.ProcessEnv): string[] {
  const roots = env.CLOUDSDK_ROOT ? [env.CLOUDSDK_ROOT] : [];
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const gcloud = join(folder, process.platform === 'win32' ? 'gcloud.cmd' : 'gcloud');
    if (folder !== '' && existsSync(gcloud)) roots.push(dirname(dirname(realpathSync(gcloud))));
  }
  return roots;
}

/** The newest of the files that firebase-tools names by version: cloud-firestore-emulator-v1.19.8.jar. */
function downloadedJar(env: NodeJS.ProcessEnv): string | undefined {
  const folder = env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  if (!existsSync(folder)) return undefined;
  const jars = readdirSync(folder).filter((file) => /^cloud-firestore-emulator-v[\d.]+\.jar$/.test(file));
  const newest = jars.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest && join(folder, newest);
}

/** Major version, 0 where there is no Java. `java -version` answers on standard error. */
function javaVersion(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

/** Makes Java compile less: over a few minutes, optimizing costs more than it saves. */
const SHORT_LIVED_JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

export interface OfficialFirestoreOptions {
  port?: number;
  /** The file of rules for clients without "Bearer owner". */
  rules?: string;
  /** For a run of tests: uses less processor time at first, and is slower in the long run. */
  isShortLived?: boolean;
}

/** Resolves when the emulator answers. */
export async function startOfficialFirestore(
  options: OfficialFirestoreOptions = {},
): Promise<RunningFirestore> {
  const installed = findOfficialFirestore();
  if (!installed)
    throw new Error('The official Firestore emulator, or a Java that can run it, was not found.');
  const port = options.port || (await freePort());
  const host = `127.0.0.1:${port}`;
  const rules = options.rules ? ['--rules', options.rules] : [];
  const child = spawn(
    installed.java,
    [
      ...(options.isShortLived ? SHORT_LIVED_JAVA : []),
      '-Duser.language=en',
      '-cp',
      installed.jar,
      MAIN_CLASS,
      'start',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      ...rules,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const kill = () => child.kill();
  process.on('exit', kill);
  const output = collectOutput(child);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  void exited.then(() => process.off('exit', kill));
  const stop = async () => {
    child.kill();
    await exited;
  };
  try {
    await waitUntilAnswering(`http://${host}/`, child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, port, kind: 'official', stop };
}

/** The emulator cannot choose a free port and report it. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function waitUntilAnswering(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const isAnswering = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isAnswering) return;
    await pause(50);
  }
  throw new Error(`The official Firestore emulator did not start:\n${output()}`);
}
