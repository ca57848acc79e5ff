/** A function that is asked (GET) and told (POST). */
import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const GET_AND_POST = ['GET', 'POST'] as const;

export const routeByMethod =
  ({ GET, POST }: { GET: Handler; POST: Handler }): Handler =>
  (request, response) =>
    request.method === 'GET' ? GET(request, response) : POST(request, response);
