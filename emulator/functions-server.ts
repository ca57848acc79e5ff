/** The real functions framework on one port: each function under its own name. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { FUNCTION_NAMES, registerFunctions } from '../functions/functions';
import type { Service } from '../functions/service';
import type { LocalHelpers } from './local-helpers';

export interface FunctionsServer {
  port: number;
  /** Name → URL. */
  urls: Record<string, string>;
  stop(): Promise<void>;
}

export const startFunctions = async (
  service: Service,
  port: number,
  helpers: LocalHelpers,
): Promise<FunctionsServer> => {
  registerFunctions(service);
  const servers = new Map<string, ReturnType<typeof getTestServer>>(
    FUNCTION_NAMES.map((name) => [name, getTestServer(name)]),
  );
  const server = createServer((request, response) => {
    const [, name = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(request.url ?? '/') ?? [];
    const target = servers.get(name);
    if (target === undefined) {
      void helpers(request, response);
      return;
    }
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    target.emit('request', request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;
  const root = `http://127.0.0.1:${listening}`;
  return {
    port: listening,
    urls: Object.fromEntries(FUNCTION_NAMES.map((name) => [name, `${root}/${name}`])),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
