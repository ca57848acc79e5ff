/** One HTTP request of which a test chooses everything, also the headers that `fetch` keeps for itself. */
import { type OutgoingHttpHeaders, request } from 'node:http';

export interface PlainAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

export const sendRequest = (
  url: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<PlainAnswer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
