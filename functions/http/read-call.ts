/**
 * What is read of a call before anything is asked of the store: who has signed in, the method, and the input, which has to be as
 * the contract says. What it uses is small: a call that is refused here loads no client of Firestore.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Operation, Operations } from '../contract/operation';
import { JSON_TYPES, readBytes, SCHEDULED_JSON_TYPES } from './body';
import { answerError, type IdentifyDeps, identify, type Trail, trailOf } from './identify';
import { parseInput } from './input-issues';
import { invalidInput, Problem } from './problem';
import { readQuery } from './request-url';
import type { TokenIdentity } from './sign-in';
import { parseStrictJson } from './strict-json';

export interface ReadCall {
  trail: Trail;
  identity: TokenIdentity;
  operation: Operation;
  /** As the operation's schemas have parsed them; a file is read later. */
  query: unknown;
  body: unknown;
}

const NO_QUERY = z.strictObject({});

/** Throws a Problem for whoever is not known beyond doubt, and for an input that the contract does not have. */
export const readCall = async (
  request: IncomingMessage,
  operations: Operations,
  deps: IdentifyDeps,
  trail: Trail,
): Promise<ReadCall> => {
  const identity = await identify(request, deps, trail);
  const operation = operationFor(operations, request.method);
  return { trail, identity, operation, ...(await readInput(operation, request)) };
};

/** Undefined where the call was refused, and answered. */
export const readOrRefuse = async (
  request: IncomingMessage,
  response: ServerResponse,
  loadOperations: () => Promise<Operations>,
  deps: IdentifyDeps,
): Promise<ReadCall | undefined> => {
  const trail = trailOf(request);
  try {
    // Whoever is not known has nothing loaded for them.
    await identify(request, deps, trail);
    return await readCall(request, await loadOperations(), deps, trail);
  } catch (error) {
    answerError(request, response, deps.log, trail, error);
    return undefined;
  }
};

function operationFor(operations: Operations, method: string | undefined): Operation {
  const operation = method === 'GET' || method === 'POST' ? operations[method] : undefined;
  if (operation !== undefined) return operation;
  const allow = (['GET', 'POST'] as const).filter((name) => operations[name] !== undefined);
  throw new Problem({ code: 'METHOD_NOT_ALLOWED', allow });
}

async function readInput(
  { query: querySchema = NO_QUERY, body: bodySchema, scheduled, maxBytes = 0 }: Operation,
  request: IncomingMessage,
): Promise<Pick<ReadCall, 'query' | 'body'>> {
  const query = parseOrRefuse(querySchema, readQuery(request));
  if (bodySchema === undefined) return { query, body: undefined };
  const bytes = await readBytes(request, scheduled ? SCHEDULED_JSON_TYPES : JSON_TYPES, maxBytes);
  const json = scheduled && bytes.length === 0 ? {} : parseStrictJson(bytes);
  return { query, body: parseOrRefuse(bodySchema, json) };
}

function parseOrRefuse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = parseInput(schema, value);
  if ('issues' in result) throw invalidInput(result.issues);
  return result.value;
}
