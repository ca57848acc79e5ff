/** The calls of the recording as they go over the wire, and what is answered to them. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Product } from './start-product';

export interface Call {
  /** What the product's clock is set to before the call: an instant, ISO 8601 in UTC. */
  at: string;
  /** Who calls: the part of the e-mail address in front of @. Null sends no token. */
  as: string | null;
  /** Name of an HTTP function, or `sheets` for the Sheets API. */
  to: string;
  /** Of the Sheets API: what stands behind /v4/spreadsheets/. */
  path?: string;
  /** GET or, where there is something to send, POST, unless it says otherwise. */
  method?: string;
  /** Pairs or, for what pairs cannot say, the text behind the question mark. */
  query?: Readonly<Record<string, string>> | string;
  /** One of these three is the body: sent as JSON, as it is, or as the bytes that it stands for. */
  json?: unknown;
  text?: string;
  base64?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Recorded {
  call: Call;
  answer: Answer;
}

export type Send = (call: Call) => Promise<Answer>;

/** A connection that is kept may be closed by the server at the moment in which a busy machine uses it again. */
const AGENT = new Agent({ keepAlive: false });

/** Sends calls one after the other; every person signs in once. */
export const sendTo = (product: Product): Send => {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (who: string): Promise<string> => {
    const token = tokens.get(who) ?? product.tokenOf(`${who}@hachi.example`);
    tokens.set(who, token);
    return token;
  };
  return async (call) => {
    const { as, to, query = {}, headers = {} } = call;
    product.setClock(new Date(call.at));
    const body = bodyOf(call);
    const url =
      to === 'sheets' ? `${product.sheetsRoot}v4/spreadsheets/${call.path}` : `${product.functions[to]}`;
    const search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
    return answerTo(
      search === '' ? url : `${url}?${search}`,
      call.method ?? (body === undefined ? 'GET' : 'POST'),
      {
        ...(as === null ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
        ...(body === undefined
          ? {}
          : {
              'content-type': call.json === undefined ? 'text/csv' : 'application/json',
              'content-length': String(body.length),
            }),
        ...headers,
      },
      body,
    );
  };
};

const answerTo = (
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer | undefined,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: AGENT }, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, body: parsed(answer) }),
        reject,
      );
    });
    sent.on('error', (cause) => reject(new Error(`${method} ${url}`, { cause })));
    sent.end(body);
  });

const bodyOf = ({ json, text: words, base64 }: Call): Buffer | undefined => {
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  return words === undefined ? undefined : Buffer.from(words);
};

const parsed = (answer: string): unknown => {
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
};
