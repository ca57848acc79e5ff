/** What is measured runs in processes of its own: Firestore, and functions under the framework's own command. */
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { bundleForDeployment } from '../../deploy/prepared-folder';
import { startOfficialFirestore } from '../../emulator/firestore/official';
import type { RunningFirestore } from '../../emulator/firestore/server';

export type FirestoreKind = RunningFirestore['kind'];

/** As seen from the bundle, build/test/bench/bench.js. */
const ROOT = join(__dirname, '../../..');
const FRAMEWORK = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js');

const BUNDLE_SOURCES = {
  firestore: 'test/bench/firestore-process',
  transitionFloor: 'test/bench/transition-floor',
  startFloor: 'test/bench/start-floor',
  importFloor: 'test/bench/import-floor',
  lookupFloor: 'test/bench/lookup-floor',
  suite: 'test/bench/suite-process',
} as const;
export type BundleSource = keyof typeof BUNDLE_SOURCES | 'ours';

let folder: string | null = null;

/** Below the project, where the bundles find their packages; removed at the end. */
const bundleFolder = (): string => {
  if (folder === null) {
    const made = mkdtempSync(join(ROOT, 'build/bench-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
};

/** Ours as it is deployed, at its first use. */
const deployedBundle = async (): Promise<string> => {
  const main = join(bundleFolder(), 'functions/index.mjs');
  if (existsSync(main)) return main;
  for (const [name, text] of Object.entries(await bundleForDeployment('functions/index.ts'))) {
    mkdirSync(dirname(join(bundleFolder(), name)), { recursive: true });
    writeFileSync(join(bundleFolder(), name), text);
  }
  return main;
};

/** A floor as one writes a function, bundled at its first use: its packages are those that are installed. */
const bundleOf = async (source: BundleSource): Promise<string> => {
  if (source === 'ours') return deployedBundle();
  const outfile = join(bundleFolder(), `${BUNDLE_SOURCES[source]}.js`);
  if (!existsSync(outfile))
    buildSync({
      entryPoints: [join(ROOT, `${BUNDLE_SOURCES[source]}.ts`)],
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      outfile,
      logLevel: 'warning',
    });
  return outfile;
};

export interface RunningProcess {
  stop: () => Promise<void>;
}

export const serveFirestore = async (kind: FirestoreKind): Promise<RunningProcess & { host: string }> => {
  if (kind === 'official') return startOfficialFirestore();
  const child = fork(await bundleOf('firestore'));
  const stop = stopOf(child);
  const [host] = (await Promise.race([once(child, 'message'), rejectOnExit(child)])) as [string];
  return { host, stop };
};

export interface RunningSuite extends RunningProcess {
  /** By name, the URLs of its functions. */
  functions: Readonly<Record<string, string>>;
  /** URL of its helpers. */
  local: string;
  adminEmail: string;
  /** Kilobytes of memory that the process holds now. */
  residentSize: () => number;
}

/** The whole local suite on a data folder, with nothing of the demonstration in it. */
export const serveSuite = async (dataDir: string): Promise<RunningSuite> => {
  const child = fork(await bundleOf('suite'), [dataDir], { stdio: ['ignore', 2, 2, 'ipc'] });
  const stop = stopOf(child);
  const [about] = (await Promise.race([once(child, 'message'), rejectOnExit(child)])) as [
    Pick<RunningSuite, 'functions' | 'local' | 'adminEmail'>,
  ];
  return { ...about, residentSize: () => residentSizeOf(child), stop };
};

const residentSizeOf = (child: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }));

export interface RunningFunction extends RunningProcess {
  url: string;
  /** On this process's `performance` clock. */
  spawnedAt: number;
  /** Kilobytes of memory that the process holds now. */
  residentSize: () => number;
}

/** Answers at once; `whenListening` waits for the port. */
export const spawnFunction = async (
  source: BundleSource,
  target: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningFunction & { whenListening: () => Promise<void> }> => {
  const file = await bundleOf(source);
  const port = await freePort();
  const args = [FRAMEWORK, `--source=${file}`, `--target=${target}`, `--port=${port}`];
  const { PATH } = process.env;
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH, NODE_ENV: 'production', METADATA_SERVER_DETECTION: 'none', ...env },
    // Standard output of this process belongs to the report.
    stdio: ['ignore', 2, 2],
  });
  const ended = rejectOnExit(child);
  ended.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}/`,
    spawnedAt,
    residentSize: () => residentSizeOf(child),
    stop: stopOf(child),
    whenListening: () => Promise.race([waitUntilListening(port), ended]),
  };
};

export const serveFunction = async (
  source: BundleSource,
  target: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningFunction> => {
  const running = await spawnFunction(source, target, env);
  await running.whenListening();
  return running;
};

/** Rejects when the process ends. */
const rejectOnExit = async (child: ChildProcess): Promise<never> => {
  await once(child, 'exit');
  throw new Error(`A process under measurement ended: ${child.spawnargs.join(' ')}`);
};

/** Ends the process, also when this one ends before. */
const stopOf = (child: ChildProcess): (() => Promise<void>) => {
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    kill();
    await once(child, 'exit');
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const waitUntilListening = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const answers = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (answers) return;
    await pause(10);
  }
};
