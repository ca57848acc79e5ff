/** A function on the real endpoint with a team of three, for the tests of what comes before any handler. */
import { z } from 'zod';
import type { Config } from '../../../functions/config';
import type { Operations } from '../../../functions/contract/operation';
import { type EndpointDeps, endpoint } from '../../../functions/http/endpoint';
import type { Log } from '../../../functions/http/log';
import { Problem } from '../../../functions/http/problem';
import { makeSignIn, type TokenIdentity } from '../../../functions/http/sign-in';

export const MAX_BYTES = 2000;

const member = async ({ email }: TokenIdentity): Promise<string> => {
  if (email === 'left@example.com') throw new Problem('MEMBER_LEFT');
  if (!['rep@example.com', 'kei@example.com', 'jobs@project.iam.gserviceaccount.com'].includes(email)) {
    throw new Problem('NOT_A_MEMBER');
  }
  return email;
};

export const sampleDeps = (config: Config, log: Log): EndpointDeps<string> => ({
  signIn: makeSignIn(config),
  spreadsheets: config.registerSheet === null ? [] : [config.registerSheet],
  authorise: member,
  callerId: (email) => `caller:${email.length}`,
  log,
});

const echoBody = z.strictObject({
  name: z.string().max(20).optional(),
  anything: z.unknown().optional(),
  record: z.record(z.string(), z.number()).optional(),
  fail: z.enum(['bug', 'store', 'problem', 'unprintable']).optional(),
});
const page = z.strictObject({
  limit: z.coerce.number<string>().int().max(100).default(10),
  q: z.string().optional(),
});

const OPERATIONS = {
  echo: {
    POST: {
      summary: 'Answers what was sent.',
      body: echoBody,
      maxBytes: MAX_BYTES,
      answer: z.unknown(),
      errors: [],
      example: { body: {} },
    },
  },
  job: {
    POST: {
      summary: 'Answers what the scheduler sent.',
      body: echoBody,
      scheduled: true,
      maxBytes: MAX_BYTES,
      answer: z.unknown(),
      errors: [],
      example: { body: {} },
    },
  },
  list: {
    GET: { summary: 'Answers the query.', query: page, answer: z.unknown(), errors: [], example: {} },
  },
  upload: {
    POST: {
      summary: 'Answers the bytes that were sent.',
      query: page,
      file: true,
      maxBytes: MAX_BYTES,
      answer: z.unknown(),
      statuses: { all: [201], of: () => 201 },
      errors: [],
      example: {},
    },
  },
} as const satisfies Record<string, Operations>;

const echo = async ({ caller, body }: { caller: string; body: z.output<typeof echoBody> }) => {
  if (body.fail === 'bug') throw new Error('secret internals of the store');
  if (body.fail === 'store') throw Object.assign(new Error('secret host unreachable'), { code: 14 });
  if (body.fail === 'problem') throw new Problem({ code: 'TEAM_CHANGED', version: 7 });
  return body.fail === 'unprintable' ? { big: 1n } : { caller, input: body };
};

export const sampleFunctions = (config: Config, log: Log) => {
  const deps = sampleDeps(config, log);
  return {
    echo: endpoint(OPERATIONS.echo, { POST: echo }, deps),
    job: endpoint(OPERATIONS.job, { POST: echo }, deps),
    list: endpoint(OPERATIONS.list, { GET: async ({ caller, query }) => ({ caller, input: query }) }, deps),
    upload: endpoint(
      OPERATIONS.upload,
      {
        POST: async ({ caller, query, file }) => ({
          caller,
          input: query,
          hex: file.toString('hex'),
        }),
      },
      deps,
    ),
  };
};
