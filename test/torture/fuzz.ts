/** Bodies and queries made from docs/openapi.json, fitting and spoilt: every one gets an answer as published, none a 5xx. */
import { readFileSync } from 'node:fs';
import { PUBLISHED_FILE } from '../published-document';
import { aRegisterRequest, type CallOptions, type TestSuite, type Who } from '../suite';
import {
  fittingValue,
  type PublishedSchema,
  type SchemaOf,
  spoiltValue,
  type ValueMaker,
} from './schema-values';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

interface PublishedOperation {
  parameters?: readonly { name: string; required: boolean; schema: PublishedSchema }[];
  requestBody?: { content: Readonly<Record<string, { schema: PublishedSchema }>> };
}

interface Published {
  paths: Readonly<Record<string, Readonly<Record<string, PublishedOperation>>>>;
  components: { schemas: Readonly<Record<string, PublishedSchema>> };
}

const published = (): Published => JSON.parse(readFileSync(PUBLISHED_FILE, 'utf8'));

const CALLERS: readonly Who[] = ['admin', 'manager', 'is', 'fs', 'viewer'];
/** A call that takes longer hangs. */
const LIMIT_MS = 60_000;

export const fuzzCalls = async (suite: TestSuite, run: TortureRun, calls: number): Promise<void> => {
  const { paths, components } = published();
  const schemaOf: SchemaOf = (reference) => components.schemas[reference.replace(/^.*\//, '')] ?? {};
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: path.slice(1), method, operation })),
  );
  const known = await registerSome(suite);
  for (let n = 0; n < calls; n += 1) {
    const full = run.random.one([0, 0.2, 0.5, 1]);
    const { name, method, operation } = run.random.one(operations);
    const call = callFor(operation, method, { schemaOf, random: run.random, full, known });
    await sendFuzzed(suite, run, run.random.one(CALLERS), name, call);
  }
};

/** IDs of accounts, so that some calls find one. */
const registerSome = async (suite: TestSuite): Promise<string[]> => {
  const names = ['株式会社甲', '乙商事', '丙'];
  const results = await suite.submit('admin', ...names.map((name) => aRegisterRequest(name)));
  return results.flatMap(({ row }) => row?.id ?? []);
};

const callFor = (
  { parameters = [], requestBody }: PublishedOperation,
  method: string,
  maker: ValueMaker,
): CallOptions => {
  const { random, full } = maker;
  const made = (schema: PublishedSchema): unknown => {
    const value = fittingValue(schema, maker);
    return random.chance(0.5) ? spoiltValue(value, random) : value;
  };
  const query = Object.fromEntries(
    parameters
      .filter(({ required }) => required || random.chance(full))
      .map(({ name, schema }) => [name, textOf(made(schema))]),
  );
  if (method === 'get') return { query };
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined)
    return { query, file: random.one(['', '会社名\n甲\n', '"', '\u0000', 'a,b\n1\n']) };
  return { query, body: made(schema) };
};

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\ud800-\udfff]/g, '') : String(JSON.stringify(value) ?? '');

const sendFuzzed = async (
  suite: TestSuite,
  run: TortureRun,
  who: Who,
  name: string,
  call: CallOptions,
): Promise<void> => {
  run.count('calls');
  const shown = (): string => `${who} ${name} ${JSON.stringify(call).slice(0, 1500)}`;
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  try {
    // Throws where the answer is not as published.
    const { status } = await Promise.race([suite.call(who, name, call), hang]);
    run.count(`answers ${Math.floor(status / 100)}xx`);
    run.expect(status < 500, () => `${status}: ${shown()}`);
  } catch (error) {
    run.violation(`${error instanceof Error ? error.message.slice(0, 1500) : error}: ${shown()}`);
  } finally {
    clearTimeout(timer);
  }
};

const CALLS_PER_ROUND = 200;

export const fuzz =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    do await fuzzCalls(suite, run, CALLS_PER_ROUND);
    while (run.hasTime());
    await expectSoundStore(suite.db, run);
  };
