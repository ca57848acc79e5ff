/** Calls functions over HTTP on connections that stay open. */
import { Agent, request } from 'node:http';
import { milliseconds, quantile } from './measure';

export interface LoadReply {
  status: number;
  text: string;
}

export interface LoadCall {
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Behind the URL of the function. */
  path?: string;
}

/** To be used without pauses: the framework closes a connection that rests for five seconds. */
export const openAgent = (clients: number): Agent => new Agent({ keepAlive: true, maxSockets: clients });

export const sendCall = (
  agent: Agent,
  url: string,
  { method, headers, body }: LoadCall,
): Promise<LoadReply> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const outgoing = request(url, { agent, method, headers: { ...headers, ...length } }, (incoming) => {
      let text = '';
      incoming
        .setEncoding('utf8')
        .on('data', (chunk: string) => {
          text += chunk;
        })
        .on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
        .on('error', reject);
    });
    outgoing.on('error', reject).end(body);
  });

/** Only an accepted request counts: anything else ends the bench. */
export const sendOrThrow = async (agent: Agent, url: string, call: LoadCall): Promise<string> => {
  const { status, text } = await sendCall(agent, url, call);
  if (status !== 200) throw new Error(`${call.method} ${url} answered ${status}: ${text.slice(0, 500)}`);
  return text;
};

export interface LoadResult {
  perSecond: number;
  /** Milliseconds. */
  p95: number;
}

/** Each client has a connection of its own, which stays open, and sends its next call as soon as it has the answer to the one before. */
export const runLoad = async (
  url: string,
  calls: readonly LoadCall[],
  clients: number,
): Promise<LoadResult> => {
  const agent = openAgent(clients);
  const left = calls[Symbol.iterator]();
  const times: number[] = [];
  const client = async (): Promise<void> => {
    for (const call of left)
      times.push(await milliseconds(() => sendOrThrow(agent, `${url}${call.path ?? ''}`, call)));
  };
  const all = await milliseconds(() => Promise.all(Array.from({ length: clients }, client)));
  agent.destroy();
  return { perSecond: (calls.length / all) * 1000, p95: quantile(times, 0.95) };
};
