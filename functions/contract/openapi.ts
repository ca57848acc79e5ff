/** docs/openapi.json, made from the contract: what the functions accept, what they answer, and every code. */
import { z } from 'zod';
import { REFUSAL_CODES, refusalText } from '../domain/account/refusals';
import { ROLES } from '../domain/account/team';
import { FILE_TYPES } from '../http/body';
import type { FUNCTION_NAMES } from '../http/functions';
import { httpStatusOf } from '../http/http-status';
import { PROBLEMS } from '../http/problems';
import { accountSchema } from '../schema/account';
import { historyEntrySchema } from '../schema/history-entry';
import {
  importBatchSchema,
  importCountsSchema,
  listChangesSchema,
  importModeSchema as mode,
} from '../schema/import-batch';
import { statusSchema as status } from '../schema/scalars';
import { settingsSchema } from '../schema/settings';
import {
  accountQuery,
  accountsQuery,
  commandsRequest,
  duplicatesRequest,
  importProgressQuery,
  importQuery,
  layoutRequest,
  leadsQuery,
  lookupQuery,
  membersRequest,
  noQuery,
  queueRequest,
  settingsRequest,
} from './contract';

const text = z.strictObject({ ja: z.string(), en: z.string() }).meta({ id: 'Text' });
const code = z.string();
const row = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    corporateNumber: z.string().nullable(),
    status,
    statusSince: z.string(),
    everMet: z.boolean(),
    ownerId: z.string().nullable(),
    isOwnerId: z.string().nullable(),
    fsOwnerIds: z.array(z.string()),
    lastContact: z.string().nullable(),
    lastContactWith: z.string().nullable(),
    nextCheck: z.string().nullable(),
    awaitedCondition: z.string().nullable(),
    contact: z.string().nullable(),
    openOpportunities: z.int(),
    products: z.array(z.string()),
    pending: status.nullable(),
    debts: z.array(code),
    withdrawn: z.boolean(),
  })
  .meta({ id: 'RegisterRow' });
const need = z
  .strictObject({
    key: z.string(),
    label: text,
    kind: z.string(),
    choices: z.array(z.strictObject({ value: z.string(), label: text })),
    suggestion: z.string().nullable(),
  })
  .meta({ id: 'FieldNeed' });
const issues = z.array(z.strictObject({ path: z.string(), code, message: text }));
const refusal = z
  .strictObject({
    code,
    message: text,
    reasons: z.array(z.strictObject({ code, message: text })).optional(),
    missing: z.array(need).optional(),
    legal: z.array(status).optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    issues: issues.optional(),
  })
  .meta({ id: 'Refusal' });
const relative = z.strictObject({ id: z.string(), name: z.string(), status });
const part = z.strictObject({ id: z.string(), product: z.string(), state: z.string() });
const mergePreview = z
  .strictObject({
    reason: z.enum(['DUPLICATE', 'MERGED', 'ACQUIRED']),
    from: row,
    into: row,
    proposed: status,
    choices: z.array(status),
    survivor: row.nullable(),
    refusal: refusal.nullable(),
    brings: z.strictObject({
      contacts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      opportunities: z.array(part),
      products: z.array(part),
      activities: z.array(
        z.strictObject({ id: z.string(), kind: z.string(), date: z.string(), with: z.string() }),
      ),
      domains: z.array(z.string()),
      formerNames: z.array(z.string()),
      sources: z.array(z.string()),
      fills: z.array(z.string()),
    }),
    needsManager: z.array(z.enum(['client', 'opportunities', 'badFit', 'onFile'])),
  })
  .meta({
    id: 'MergePreview',
    description: 'Also the facts of MERGE_CONFIRM.',
  });
const outcome = z.union([
  z.strictObject({
    requestId: z.string(),
    status: z.literal(200),
    replayed: z.boolean(),
    row,
    sameName: z.strictObject({ accounts: z.array(relative), count: z.int() }).optional(),
    preview: mergePreview.optional(),
  }),
  z.strictObject({
    requestId: z.string().nullable(),
    status: z.int(),
    refusal,
    words: text,
    row: row.nullable(),
  }),
]);
const member = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]]),
    active: z.boolean(),
  })
  .meta({ id: 'Member' });
const team = z
  .strictObject({
    today: z.string(),
    zone: z.string(),
    language: z.enum(['ja', 'en']),
    fiscalYearStartMonth: z.int(),
  })
  .meta({ id: 'TeamView' });
const membersAnswer = z.strictObject({ version: z.int(), you: member, members: z.array(member), team });
const counts = importCountsSchema;
const changes = listChangesSchema;
const problem = z.object({ error: z.object({ code, message: text }) });
const cursor = z.string().nullable();
const remarks = z.array(
  z.strictObject({ line: z.int().nullable(), code, message: text, detail: z.string().optional() }),
);
const columns = z.array(
  z.strictObject({ header: z.string(), samples: z.array(z.string()), field: z.string().nullable() }),
);
const fields = z.array(z.strictObject({ field: z.string(), label: text }));
const sureness = z.enum(['same', 'likely', 'similar']);
/** What each function answers with status 200; the tests hold the functions to it. */
export const ANSWERS = {
  commands: {
    POST: z.strictObject({
      outcomes: z.array(outcome),
      team: team.extend({ members: z.record(z.string(), member) }),
    }),
  },
  account: {
    GET: z.strictObject({
      account: accountSchema,
      history: z.array(historyEntrySchema),
      offers: z.array(z.strictObject({ to: status, approval: z.boolean(), asks: z.array(need) })),
      group: z.strictObject({ parent: relative.nullable(), children: z.array(relative) }),
    }),
  },
  accounts: { GET: z.strictObject({ rows: z.array(row), cursor }) },
  lookup: {
    GET: z.strictObject({
      verdict: z.strictObject({
        kind: z.enum(['client', 'former', 'known', 'new']),
        sure: sureness.nullable(),
        accountId: z.string().nullable(),
        products: z.array(
          z.strictObject({
            product: z.string(),
            since: z.string().nullable(),
            endsOn: z.string().nullable(),
            source: z.string().nullable(),
          }),
        ),
        ownerId: z.string().nullable(),
        ownerName: z.string().nullable(),
        lastContact: z.string().nullable(),
        lastContactWith: z.string().nullable(),
        awaitedCondition: z.string().nullable(),
        parent: z.strictObject({ id: z.string(), name: z.string(), status }).nullable(),
        path: z.array(z.strictObject({ id: z.string(), name: z.string() })),
        text,
      }),
      asked: z.strictObject({
        as: z.enum(['id', 'corporateNumber', 'securitiesCode', 'domain', 'email', 'name']),
        value: z.string(),
        note: text.nullable(),
      }),
      hits: z.array(
        z.strictObject({
          row,
          matched: z.enum([
            'id',
            'corporateNumber',
            'securitiesCode',
            'domain',
            'name',
            'formerName',
            'englishName',
            'kana',
          ]),
          spelling: z.string(),
          how: z.enum(['equal', 'spelling', 'sound', 'slip', 'part']),
          sure: sureness,
          why: text,
        }),
      ),
      more: z.boolean(),
      count: z.int().nullable(),
    }),
  },
  import: {
    GET: importBatchSchema,
    POST: z.union([
      z.strictObject({
        batch: z.string(),
        list: z.string(),
        mode,
        encoding: z.string(),
        columns,
        fields,
        dryRun: z.boolean(),
        total: z.int(),
        done: z.int(),
        next: z.int().nullable(),
        counts,
        changes: changes.nullable(),
        problems: remarks,
        problemCount: z.int(),
        notes: remarks,
        noteCount: z.int(),
      }),
      z.strictObject({
        batch: z.string(),
        undone: z.int(),
        refused: z.array(z.strictObject({ accountId: z.string(), name: z.string(), code })),
        finished: z.boolean(),
      }),
    ]),
  },
  leads: {
    POST: z.strictObject({
      encoding: z.string(),
      columns,
      fields,
      total: z.int(),
      known: z.int(),
      byNameOnly: z.int(),
      unsure: z.int(),
      new: z.int(),
      met: z.int(),
      byStatus: z.record(status, z.int()),
      cost: z.strictObject({ price: z.int(), known: z.int(), certain: z.int() }),
      rows: z.array(
        z.strictObject({
          line: z.int(),
          name: z.string(),
          by: z.enum(['corporateNumber', 'listId', 'nameAndAddress', 'name']),
          fitting: z.int(),
          accountId: z.string(),
          accountName: z.string(),
          status,
          statusSince: z.string(),
          met: z.boolean(),
          lastMeeting: z
            .strictObject({ on: z.string(), by: z.string().nullable(), with: z.string() })
            .nullable(),
          lastContact: z.string().nullable(),
          owner: z.string().nullable(),
          awaitedCondition: z.string().nullable(),
          nextCheck: z.string().nullable(),
          products: z.array(z.string()),
        }),
      ),
      next: z.int().nullable(),
      problems: remarks,
      problemCount: z.int(),
    }),
  },
  members: {
    GET: membersAnswer,
    POST: membersAnswer,
  },
  settings: {
    GET: z.strictObject({ version: z.int(), settings: settingsSchema }),
    POST: z.strictObject({ version: z.int(), settings: settingsSchema }),
  },
  layout: {
    POST: z.strictObject({
      date: z.string(),
      read: z.int(),
      written: z.int(),
      appended: z.int(),
      unchanged: z.int(),
      pending: z.int(),
      leftAlone: z.int(),
      drafts: z.int(),
      toCheck: z.int(),
      repaired: z.int(),
      calls: z.int(),
    }),
  },
  queue: {
    POST: z.strictObject({
      date: z.string(),
      counts: z.strictObject({ overdue: z.int(), thisWeek: z.int(), thisMonth: z.int(), later: z.int() }),
      listed: z.int(),
      total: z.int(),
    }),
  },
  duplicates: {
    POST: z.strictObject({
      date: z.string(),
      read: z.int(),
      next: z.int().nullable(),
      groups: z.strictObject({ number: z.int(), likely: z.int(), name: z.int() }),
      many: z.int(),
      rows: z.int(),
      calls: z.int(),
    }),
  },
} as const satisfies Record<(typeof FUNCTION_NAMES)[number], Partial<Record<'GET' | 'POST', z.ZodType>>>;

interface Operation {
  summary: string;
  query?: z.ZodType;
  json?: z.ZodType;
  file?: true;
}

const OPERATIONS: Record<keyof typeof ANSWERS, Partial<Record<'GET' | 'POST', Operation>>> = {
  commands: {
    POST: {
      summary:
        'A block of up to 200 commands on any accounts, each with its own outcome. A block of one answers with the status of its outcome; any other block with 200.',
      json: commandsRequest,
    },
  },
  account: {
    GET: { summary: 'An account, its history, and what each legal move would ask for.', query: accountQuery },
  },
  accounts: {
    GET: { summary: 'Page through or filter the register; changes since a cursor.', query: accountsQuery },
  },
  lookup: {
    GET: {
      summary:
        'Is this company ours? By whatever is known of it (`q`), or by name, corporate number or ID alone. The verdict comes first, then the companies that it may be.',
      query: lookupQuery,
    },
  },
  import: {
    GET: {
      summary: 'How far a batch is, and what a list that came again changed and has no more.',
      query: importProgressQuery,
    },
    POST: {
      summary:
        'Imports a company list (CSV or TSV; UTF-8, UTF-16 or CP932; or a tab), as a list of clients (`product`) or as the changes of a list that came before (`mode`), or undoes a batch (`undo`, empty body). The same file again goes on where it was and changes nothing twice.',
      query: importQuery,
      file: true,
    },
  },
  leads: {
    POST: {
      summary:
        'How many leads of an inbound list are known already, in which status, met when and by whom, and what they would have cost. Nothing is written.',
      query: leadsQuery,
      file: true,
    },
  },
  members: {
    GET: { summary: 'The team and who is asking.', query: noQuery },
    POST: { summary: 'Adds or changes a member; for admins.', json: membersRequest },
  },
  settings: {
    GET: { summary: "The team's settings.", query: noQuery },
    POST: { summary: 'Changes settings; for managers.', json: settingsRequest },
  },
  layout: {
    POST: {
      summary:
        "Lays out the register's sheet, repairs it and refreshes its rows, writing only what differs; lists what only a person can mend. For the scheduler and for every member; `discardRequests` for managers.",
      json: layoutRequest,
    },
  },
  queue: {
    POST: {
      summary: 'Writes the quarterly-check queue now; for the scheduler and for managers.',
      json: queueRequest,
    },
  },
  duplicates: {
    POST: {
      summary:
        'Compares the whole register, in one or several calls, and lists possible duplicates on its tab; for the scheduler and for every member.',
      json: duplicatesRequest,
    },
  },
};

/** Schemas with a name of their own, gathered while the document is made. */
const namedSchemas: Record<string, unknown> = {};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const {
    $schema: _,
    $defs = {},
    ...json
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  Object.assign(namedSchemas, $defs);
  return json;
};

const parametersOf = (schema: z.ZodType) => {
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }));
};

const responseOf = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema: schemaOf(schema, 'output') } },
});

const operationOf = (
  name: string,
  method: 'GET' | 'POST',
  { summary, query, json, file }: Operation,
  answer: z.ZodType,
) => ({
  operationId: `${method.toLowerCase()}_${name}`,
  summary,
  ...(query === undefined ? {} : { parameters: parametersOf(query) }),
  ...(json === undefined
    ? {}
    : {
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(json, 'input') } } },
      }),
  ...(file === undefined
    ? {}
    : {
        requestBody: {
          required: false,
          content: Object.fromEntries(
            FILE_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
          ),
        },
      }),
  responses: {
    200: responseOf(answer, 'Done.'),
    default: responseOf(problem, 'A typed error; see the codes.'),
  },
});

const errorCodeTable = (): string =>
  [
    ...Object.entries(PROBLEMS).map(
      ([name, { status: http, message }]) => `| ${name} | ${http} | ${message.en} |`,
    ),
    ...REFUSAL_CODES.map((name) => `| ${name} | ${httpStatusOf(name)} | ${refusalText(name).en} |`),
  ].join('\n');

const DESCRIPTION = `Every call carries \`Authorization: Bearer <Google identity token>\`; roles are kept in the register, deny by default.
Bodies are strict JSON in UTF-8 (application/json), or a file for \`import\` and \`leads\`. Malformed JSON, other types, too large bodies and
unknown fields all get a typed error \`{"error": {"code", "message": {"ja", "en"}, …}}\`. A command that a rule refuses has the same
shape as \`refusal\` in its outcome, with \`missing\` (fields to fill in) and \`legal\` (statuses that are possible now).
The script of a sheet says which one in \`X-Hachi-Spreadsheet\`: one that is not the register is refused.
Dates are YYYY-MM-DD in the team's zone. Send a repeated request with its old \`requestId\`: it has one effect and the same answer.

| code | HTTP | meaning |
|---|---|---|
`;

const buildDocument = () => ({
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
    schemas: namedSchemas,
    securitySchemes: { identityToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  },
  paths: Object.fromEntries(
    (Object.keys(OPERATIONS) as (keyof typeof ANSWERS)[]).map((name) => [
      `/${name}`,
      Object.fromEntries(
        (Object.entries(OPERATIONS[name]) as ['GET' | 'POST', Operation][]).map(([method, operation]) => [
          method.toLowerCase(),
          operationOf(
            name,
            method,
            operation,
            (ANSWERS[name] as Record<string, z.ZodType>)[method] ?? z.unknown(),
          ),
        ]),
      ),
    ]),
  ),
});

/** References are resolved from the document's root, where the named schemas stand. */
export const buildOpenApi = (): ReturnType<typeof buildDocument> =>
  JSON.parse(JSON.stringify(buildDocument()).replaceAll('#/$defs/', '#/components/schemas/'));
