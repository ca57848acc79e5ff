/** A function on the real endpoint with a team of three, for the tests of what comes before any handler. */
import { z } from 'zod';
import type { Config } from '../../../functions/config';
import { type Endpoint, type Entrance, endpoint } from '../../../functions/http/endpoint';
import type { Log } from '../../../functions/http/log';
import { Problem } from '../../../functions/http/problems';
import { type Identity, makeSignIn } from '../../../functions/http/sign-in';

export const MOST_BYTES = 2000;

const member = async ({ email }: Identity): Promise<string> => {
  if (email === 'left@example.com') throw new Problem('MEMBER_LEFT');
  if (!['rep@example.com', 'jobs@project.iam.gserviceaccount.com'].includes(email)) {
    throw new Problem('NOT_A_MEMBER', { facts: { email } });
  }
  return email;
};

export const entrance = (config: Config, log: Log): Entrance<string> => ({
  signIn: makeSignIn(config),
  spreadsheet: config.registerSheet,
  authorise: member,
  log,
});

const ask = z.strictObject({
  name: z.string().max(20).optional(),
  anything: z.unknown().optional(),
  record: z.record(z.string(), z.number()).optional(),
  fail: z.enum(['bug', 'store', 'problem', 'unprintable']).optional(),
});

const echo: Endpoint<z.output<typeof ask>, string> = {
  method: 'POST',
  accepts: 'json',
  maxBytes: MOST_BYTES,
  input: ask,
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
  maxBytes: MOST_BYTES,
  input: page,
  handle: async (input, caller, file) => ({
    status: 201,
    headers: { 'X-Bytes': `${file.length}` },
    body: { caller, input, hex: file.toString('hex') },
  }),
};

export const samples = (config: Config, log: Log) => ({
  echo: endpoint(echo, entrance(config, log)),
  list: endpoint(list, entrance(config, log)),
  upload: endpoint(upload, entrance(config, log)),
});
