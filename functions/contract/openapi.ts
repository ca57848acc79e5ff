/** docs/openapi.json, made from the contract: what the functions accept, what they answer, and every code. */
import * as z from 'zod';
import { REFUSAL_CODES, refusalText } from '../domain/account/refusals';
import { keysOf } from '../domain/status/table-keys';
import { CONTRACT, FUNCTION_NAMES } from './contract';
import { CURSOR_HEADER, PROBLEMS_HEADER } from './csv-headers';
import { FILE_TYPES } from './file-types';
import type { Method, Operation } from './operation';
import { errorsOf } from './operation-errors';
import { PROBLEMS } from './problem';
import { problemSchema } from './problem-schema';
import { PROBLEM_TEXTS } from './problem-texts';
import { httpStatusOf } from './refusal-status';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Makes JSON schemas, and gathers those that have a name of their own. */
const schemaMaker = () => {
  const namedSchemas: Record<string, JsonSchema> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const {
      $schema: _,
      $defs = {},
      ...json
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
    Object.assign(namedSchemas, $defs);
    return json;
  };
  return { namedSchemas, schemaOf };
};
type SchemaMaker = ReturnType<typeof schemaMaker>;

const jsonContent = (schema: JsonSchema, example?: object) => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});

const parametersOf = ({ query, example }: Operation, { schemaOf }: SchemaMaker) => {
  if (query === undefined) return {};
  const { properties = {}, required = [] } = schemaOf(query, 'input');
  const examples = new Map(Object.entries(example.query ?? {}));
  return {
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
      ...(examples.has(name) ? { example: examples.get(name) } : {}),
    })),
  };
};

const requestBodyOf = (operation: Operation, { schemaOf }: SchemaMaker) => {
  const { body, publishedBody = body, file, scheduled = false, maxBytes, example } = operation;
  const description = `At most ${maxBytes} bytes.`;
  if (publishedBody !== undefined) {
    const content = jsonContent(schemaOf(publishedBody, 'input'), example.body);
    return { requestBody: { description, required: !scheduled, content } };
  }
  if (file !== true) return {};
  const schema = { type: 'string', format: 'binary' };
  const content = Object.fromEntries(FILE_TYPES.map((type) => [type, { schema }]));
  return { requestBody: { description, required: false, content } };
};

const CSV_CONTENT = {
  'text/csv': {
    schema: {
      type: 'string',
      description:
        'UTF-8 with a byte order mark, a line of headings; what is like a formula begins with an apostrophe.',
    },
  },
};
const CSV_HEADERS = {
  [CURSOR_HEADER]: {
    schema: { type: 'string' },
    description: 'With text/csv: the cursor of the next page; absent where there is none.',
  },
  [PROBLEMS_HEADER]: {
    schema: { type: 'string' },
    description: 'With text/csv: how many documents of the page cannot be read.',
  },
};

/** Every status with the one schema of what comes with it: the answer, a problem, or either. */
const responsesOf = (operation: Operation, { schemaOf }: SchemaMaker) => {
  const problems = errorsOf(operation);
  const answered: readonly number[] = operation.statuses?.all ?? [200];
  const statuses = [...new Set([...answered, ...problems.map((code) => PROBLEMS[code].status)])];
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = problems.filter((code) => PROBLEMS[code].status === status);
      const schemas = [
        ...(answered.includes(status) ? [operation.answer] : []),
        ...(codes.length === 0 ? [] : [problemSchema(codes)]),
      ];
      const [only = z.never(), ...others] = schemas;
      const schema = schemaOf(others.length === 0 ? only : z.union(schemas), 'output');
      const description = [...(answered.includes(status) ? ['The answer'] : []), ...codes].join(', ');
      const isCsv = operation.csv === true && answered.includes(status);
      const content = { ...jsonContent(schema), ...(isCsv ? CSV_CONTENT : {}) };
      return [status, { description, content, ...(isCsv ? { headers: CSV_HEADERS } : {}) }];
    }),
  );
};

const operationOf = (name: string, method: string, operation: Operation, maker: SchemaMaker) => ({
  operationId: `${method.toLowerCase()}_${name}`,
  summary: operation.summary,
  ...parametersOf(operation, maker),
  ...requestBodyOf(operation, maker),
  responses: responsesOf(operation, maker),
});

const pathsOf = (maker: SchemaMaker) =>
  Object.fromEntries(
    FUNCTION_NAMES.map((name) => {
      const operations: Partial<Record<Method, Operation>> = CONTRACT[name];
      return [
        `/${name}`,
        Object.fromEntries(
          keysOf(operations).flatMap((method) => {
            const operation = operations[method];
            return operation === undefined
              ? []
              : [[method.toLowerCase(), operationOf(name, method, operation, maker)]];
          }),
        ),
      ];
    }),
  );

/** A line of a table has no other in it. */
const inOneLine = (sentences: string): string => sentences.replaceAll('\n', ' ');

const errorCodeTable = (): string =>
  [
    ...keysOf(PROBLEMS).map(
      (code) => `| ${code} | ${PROBLEMS[code].status} | ${inOneLine(PROBLEM_TEXTS[code].en)} |`,
    ),
    ...REFUSAL_CODES.map(
      (code) => `| ${code} | ${httpStatusOf(code)} | ${inOneLine(refusalText(code).en)} |`,
    ),
  ].join('\n');

const DESCRIPTION = `Every call carries \`Authorization: Bearer <Google identity token>\`; roles are kept in the register, deny by default.
Bodies are strict JSON in UTF-8 (application/json), or a file for \`import\` and \`leads\`. What is wrong with a call itself (malformed JSON,
other types, too large bodies, unknown fields) is a problem, \`{"error": {"code", "message": {"ja", "en"}, …}}\`, with the facts of its code.
A command that a rule refuses has a \`refusal\` in its result, with \`missing\` (fields to fill in) and \`legal\` (statuses that are possible now).
A method that a function does not have is METHOD_NOT_ALLOWED. The script of a sheet says which one in \`X-Hachi-Spreadsheet\`: one that is not
the register is refused. A query that is too long for a URL may stand in \`X-Hachi-Query\` instead. Dates are YYYY-MM-DD in the team's zone. Send a repeated request with its old \`requestId\`: it has one effect and the
same answer.

| code | HTTP | meaning |
|---|---|---|
`;

const buildDocument = () => {
  const maker = schemaMaker();
  const paths = pathsOf(maker);
  const problem = maker.schemaOf(problemSchema(keysOf(PROBLEMS)), 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hachi',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description: DESCRIPTION + errorCodeTable(),
    },
    servers: [{ url: 'http://127.0.0.1:8080', description: 'The local suite' }],
    security: [{ identityToken: [] }],
    components: {
      schemas: { ...maker.namedSchemas, Problem: problem },
      securitySchemes: { identityToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    paths,
  };
};

/** References are resolved from the document's root, where the named schemas stand. */
export const buildOpenApi = (): ReturnType<typeof buildDocument> =>
  JSON.parse(JSON.stringify(buildDocument()).replaceAll('#/$defs/', '#/components/schemas/'));
