/** Serves the sample function as the framework's test server and as its command line does, and calls it over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request, type Server } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { build } from 'esbuild';
import { readConfig } from '../../../functions/config';
import { makeLog } from '../../../functions/http/log';
import { sampleFunctions } from './sample-function';

const ROOT = join(__dirname, '../../..');

export interface RunningSample {
  port: number;
  /** Everything that it has written to its standard output and error. */
  written: () => string;
  stop: () => Promise<void>;
}

export type SampleName = keyof ReturnType<typeof sampleFunctions>;

export async function serveHere(target: SampleName, env: Record<string, string>): Promise<RunningSample> {
  const lines: string[] = [];
  const config = readConfig(env);
  http(
    target,
    sampleFunctions(
      config,
      makeLog(config.project, (line) => lines.push(line)),
    )[target],
  );
  const server: Server = getTestServer(target).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    written: () => lines.join(''),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const ENTRY = `
  import { http } from '@google-cloud/functions-framework';
  import { readConfig } from './functions/config';
  import { makeLog } from './functions/http/log';
  import { sampleFunctions } from './test/functions/http/sample-function';
  const config = readConfig(process.env);
  for (const [name, run] of Object.entries(sampleFunctions(config, makeLog(config.project)))) http(name, run);
`;

/** As it is deployed: bundled, and started by the framework's own command. */
export async function serveByCommand(
  target: SampleName,
  env: Record<string, string>,
): Promise<RunningSample> {
  const folder = await mkdtemp(join(tmpdir(), 'hachi-endpoint-'));
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    outfile: join(folder, 'index.js'),
  });
  const port = await freePort();
  const { PATH = '' } = process.env;
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js'),
      '--source',
      folder,
      '--target',
      target,
    ],
    { env: { PATH, NODE_PATH: join(ROOT, 'node_modules'), PORT: `${port}`, ...env } },
  );
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  await listening(port, child, () => written);
  return {
    port,
    written: () => written,
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
      await rm(folder, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export async function listening(port: number, child: ChildProcess, written: () => string): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const answers = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The functions framework did not start:\n${written()}`);
}

/** The line that holds the text, as soon as it is written. */
export async function lineWith(served: RunningSample, text: string): Promise<string> {
  for (;;) {
    const line = served
      .written()
      .split('\n')
      .slice(0, -1)
      .find((one) => one.includes(text));
    if (line !== undefined) return line;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface HttpCall {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
  /** Sent without Content-Length. */
  chunked?: boolean;
}

export interface HttpReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export async function sendHttp(
  port: number,
  { method = 'POST', path = '/', headers, body, chunked }: HttpCall,
): Promise<HttpReply> {
  const length = body === undefined || chunked ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const outgoing = request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { ...length, ...headers, ...(chunked ? { 'Transfer-Encoding': 'chunked' } : {}) },
    agent: false,
  });
  const replied = once(outgoing, 'response');
  outgoing.end(body);
  const [incoming] = await replied;
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
  return { status: incoming.statusCode, headers: incoming.headers, text };
}

/** The code of a typed error; throws where the answer is anything else. */
export function errorOf({ headers, text }: HttpReply): { code: string; [fact: string]: unknown } {
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const { error } = JSON.parse(text);
  expect(error).toMatchObject({
    code: expect.any(String),
    message: { ja: expect.any(String), en: expect.any(String) },
  });
  expect(text).not.toMatch(/ at .*:\d+|node_modules|secret|<html/i);
  return error;
}
