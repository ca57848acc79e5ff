/** A function on the real endpoint with a team of three, for the tests of what comes before any handler. */
import { z } from 'zod';
import type { Config } from '../../../functions/config';
import { type Endpoint, type EndpointDeps, endpoint } from '../../../functions/http/endpoint';
import type { Log } from '../../../functions/http/log';
import { Problem } from '../../../functions/http/problems';
import { makeSignIn, type TokenIdentity } from '../../../functions/http/sign-in';

export const MAX_BYTES = 2000;

const member = async ({ email }: TokenIdentity): Promise<string> => {
  if (email === 'left@example.com') throw new Problem('MEMBER_LEFT');
  if (!['rep@example.com', 'jobs@project.iam.gserviceaccount.com'].includes(email)) {
    throw new Problem('NOT_A_MEMBER', { facts: { email } });
  }
  return email;
};

export const sampleDeps = (config: Config, log: Log): EndpointDeps<string> => ({
  signIn: makeSignIn(config),
  spreadsheet: config.registerSheet,
  authorise: member,
  log,
});

const echoInput = z.strictObject({
  name: z.string().max(20).optional(),
  anything: z.unknown().optional(),
  record: z.record(z.string(), z.number()).optional(),
  fail: z.enum(['bug', 'store', 'problem', 'unprintable']).optional(),
});

const echo: Endpoint<z.output<typeof echoInput>, string> = {
  method: 'POST',
  accepts: 'json',
  maxBytes: MAX_BYTES,
  input: echoInput,
  handle: async (input, caller) => {
    if (input.fail === 'bug') throw new Error('secret internals of the store');
    if (input.fail === 'store') throw Object.assign(new Error('secret host unreachable'), { code: 14 });
    if (input.fail === 'problem') throw new Problem('MEMBER_LEFT', { facts: { since: '2026-04-01' } });
    return { status: 200, body: input.fail === 'unprintable' ? { big: 1n } : { caller, input } };
  },
};

const page = z.strictObject({
  limit: z.coerce.number<string>().int().max(100).default(10),
  q: z.string().optional(),
});

const list: Endpoint<z.output<typeof page>, string> = {
  method: 'GET',
  input: page,
  handle: async (input, caller) => ({ status: 200, body: { caller, input } }),
};

const upload: Endpoint<z.output<typeof page>, string> = {
  method: 'POST',
  accepts: 'file',
  maxBytes: MAX_BYTES,
  input: page,
  handle: async (input, caller, file) => ({
    status: 201,
    headers: { 'X-Bytes': `${file.length}` },
    body: { caller, input, hex: file.toString('hex') },
  }),
};

export const sampleFunctions = (config: Config, log: Log) => ({
  echo: endpoint(echo, sampleDeps(config, log)),
  list: endpoint(list, sampleDeps(config, log)),
  upload: endpoint(upload, sampleDeps(config, log)),
});
