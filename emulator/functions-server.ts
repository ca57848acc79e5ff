/** The real functions framework on one port: each function under its own name, the page and the local helpers beside them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { FUNCTION_NAMES } from '../functions/contract/contract';
import { registerFunctions } from '../functions/http/functions';
import type { Service } from '../functions/http/service';
import type { LocalHelpers } from './local-helpers';
import type { PageServer } from './page/server';

export interface FunctionsServer {
  port: number;
  /** The URL without a slash at its end. */
  root: string;
  /** URLs by the functions' names. */
  urls: Record<string, string>;
  /** Serves the page at `/` and `/page/` from now on. */
  mountPage(page: PageServer): void;
  stop(): Promise<void>;
}

export const startFunctionsServer = async (
  service: Service,
  port: number,
  helpers: LocalHelpers,
): Promise<FunctionsServer> => {
  registerFunctions(service);
  const servers = new Map<string, ReturnType<typeof getTestServer>>(
    FUNCTION_NAMES.map((name) => [name, getTestServer(name)]),
  );
  let page: PageServer | undefined;
  const server = createServer((request, response) => {
    const [, name = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(request.url ?? '/') ?? [];
    const target = servers.get(name);
    if (target === undefined) {
      if (page?.handle(request, response)) return;
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
    root,
    urls: Object.fromEntries(FUNCTION_NAMES.map((name) => [name, `${root}/${name}`])),
    mountPage: (mounted) => {
      page = mounted;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
