/** Calls the suite's functions as one person. */
import { z } from 'zod';
import type { AccountsAnswer } from '../../functions/contract/accounts';
import {
  type CallAnswer,
  type CallInput,
  CONTRACT,
  type FunctionName,
  type MethodOf,
} from '../../functions/contract/contract';
import type { Operations } from '../../functions/contract/operation';
import type { RegisterRow } from '../../functions/domain/register/row';
import type { Suite } from '../suite';

const textSchema = z.object({ ja: z.string(), en: z.string() });
const refusalSchema = z.object({
  error: z.object({
    code: z.string(),
    message: textSchema,
    /** Of a list, line by line. */
    problems: z
      .array(z.object({ line: z.int().nullable(), message: textSchema, detail: z.string().optional() }))
      .default([]),
  }),
});

export class CallRefusedError extends Error {
  constructor(
    call: string,
    readonly refusal: z.output<typeof refusalSchema>['error'],
  ) {
    super(`${call}: ${refusal.code} ${refusal.message.en}`);
  }
}

/** Throws a CallRefusedError where the function refuses. */
export type FunctionsClient = <Name extends FunctionName, M extends MethodOf<Name>>(
  name: Name,
  method: M,
  input: CallInput<Name, M, Uint8Array>,
) => Promise<CallAnswer<Name, M>>;

export const functionsClientFor = async (suite: Suite, email: string): Promise<FunctionsClient> => {
  const authorization = `Bearer ${await suite.identity.issue({ email })}`;
  return async <Name extends FunctionName, M extends MethodOf<Name>>(
    name: Name,
    method: M,
    input: CallInput<Name, M, Uint8Array>,
  ): Promise<CallAnswer<Name, M>> => {
    const { query = {}, body, csv } = input;
    const parameters = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
    const search = new URLSearchParams(parameters).toString();
    const type = csv === undefined ? 'application/json' : 'text/csv';
    const response = await fetch(`${suite.functions[name]}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: { authorization, ...(method === 'POST' ? { 'content-type': type } : {}) },
      ...(method === 'POST' ? { body: csv ?? JSON.stringify(body) } : {}),
    });
    const answered: unknown = await response.json();
    if (!response.ok) throw new CallRefusedError(`${name} (${email})`, refusalSchema.parse(answered).error);
    const operations: Operations = CONTRACT[name];
    // The contract's own schema has read it, which the compiler cannot follow by the names of a function and a method.
    return operations[method]?.answer.parse(answered) as CallAnswer<Name, M>;
  };
};

/** The rows of all accounts, page by page. */
export const allAccounts = async (client: FunctionsClient): Promise<RegisterRow[]> => {
  const rows: RegisterRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = { limit: 1000, ...(cursor === '' ? {} : { cursor }) };
    const page: AccountsAnswer = await client('accounts', 'GET', { query });
    rows.push(...page.rows);
    cursor = page.cursor;
  }
  return rows;
};
