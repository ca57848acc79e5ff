/** A function that is asked (GET) and told (POST). */
import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const ASKED_AND_TOLD = ['GET', 'POST'] as const;

export const byMethod =
  ({ GET, POST }: { GET: Handler; POST: Handler }): Handler =>
  (request, response) =>
    request.method === 'GET' ? GET(request, response) : POST(request, response);
