/** Every command of everybody by every channel: who may not give it is told so, whatever stands in it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CommandRequest, CommandResult } from '../../functions/contract/commands';
import { UNKNOWN_EDITOR } from '../../functions/domain/account/unknown-editor';
import type { RegisterRow } from '../../functions/domain/register/row';
import { PUBLISHED_FILE } from '../published-document';
import { aCommandRequest, aRegisterRequest, rowOf, type TestSuite, type Who } from '../suite';
import { fittingValue, type PublishedSchema, type SchemaOf } from './schema-values';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const CHANNELS = ['menu', 'sidebar', 'cell', 'trigger', 'api'] as const;
type OpenChannel = (typeof CHANNELS)[number];
/** Of the functions themselves: no caller may say that a command came by them. */
const OWN_CHANNELS = ['import', 'schedule'] as const;
const MEMBERS: readonly Who[] = ['viewer', 'is', 'fs', 'manager', 'admin'];
/** Who is no active member gives no command at all. */
const OUTSIDERS: readonly Who[] = ['left', 'stranger', 'scheduler'];

// Who may give what is said here once more, after the specification (and rules 1 and 10), and not
// read from the rights that `decide` asks and docs/roles.md shows: a mistake in those would be right here, too.

/** Approval, what takes back what is for ever, and what erases. */
const OF_MANAGERS: ReadonlySet<string> = new Set([
  ...['approve', 'reject', 'correctMeeting', 'cutLink', 'eraseContact'],
]);
/** Field sales run opportunities, and decide what the account becomes when one closes. */
const OF_FIELD_SALES: ReadonlySet<string> = new Set([
  'closeOpportunity',
  'editOpportunity',
  'handOverOpportunity',
]);
const OF_FIELD_SALES_WHILE_PURSUED: ReadonlySet<string> = new Set(['changeStatus', 'putOnFile']);
/** What stands in a cell: all that somebody may ask for whom nobody knows. */
const OF_CELLS: ReadonlySet<string> = new Set([
  ...['register', 'changeStatus', 'handOver', 'setNextCheck', 'setAwaited', 'editDetails', 'quickEntry'],
]);

/** On an account of nobody: field sales, too, run its quarterly check. */
interface RoleCase {
  type: string;
  channel: OpenChannel;
  /** By field sales: an ACTIVE_OPPORTUNITY. */
  isPursued: boolean;
}

/** A trigger speaks for whoever installed it, and no manager's work is done in its name. */
const isAllowed = (who: Who, { type, channel, isPursued }: RoleCase): boolean => {
  const role = (who === 'manager' || who === 'admin') && channel === 'trigger' ? 'is' : who;
  const isManager = role === 'manager' || role === 'admin';
  if (role === 'viewer') return false;
  if (OF_MANAGERS.has(type)) return isManager;
  if (OF_FIELD_SALES.has(type) || (isPursued && OF_FIELD_SALES_WHILE_PURSUED.has(type)))
    return isManager || role === 'fs';
  return true;
};

/** By the name of each command its schema. */
const commandSchemas = (): { schemas: Map<string, PublishedSchema>; schemaOf: SchemaOf } => {
  const named: Record<string, PublishedSchema> = JSON.parse(readFileSync(PUBLISHED_FILE, 'utf8')).components
    .schemas;
  const schemas = (named.Command?.oneOf ?? []).map((schema): [string, PublishedSchema] => [
    String(schema.properties?.type?.const),
    schema,
  ]);
  return { schemas: new Map(schemas), schemaOf: (reference) => named[reference.replace(/^.*\//, '')] ?? {} };
};

/** A cold company, or one that field sales pursue; of nobody. */
const register = async (suite: TestSuite, name: string, isPursued: boolean): Promise<RegisterRow> => {
  if (!isPursued) return rowOf((await suite.submit('is', aRegisterRequest(name)))[0]);
  const file = `会社名,ステータス\n${name},アクティブ案件\n`;
  await suite.call('manager', 'import', { file, query: { list: name } });
  const { body } = await suite.call('is', 'accounts', { query: { status: 'ACTIVE_OPPORTUNITY' } });
  const row = body.rows.find((one: RegisterRow) => one.name === name);
  if (row === undefined) throw new Error(`${name} was not imported.`);
  return row;
};

/** `channels`: those that are tried; `some`: of so many commands, instead of all. */
export const everyRole = async (
  suite: TestSuite,
  run: TortureRun,
  round: string,
  channels: readonly OpenChannel[] = CHANNELS,
  some?: number,
): Promise<void> => {
  const { schemas, schemaOf } = commandSchemas();
  const tried = [...schemas];
  for (const [type, schema] of some === undefined ? tried : run.random.shuffled(tried).slice(0, some)) {
    const command = fittingValue(schema, {
      schemaOf,
      random: run.random,
      full: 0.1,
    }) as CommandRequest['command'];
    for (const isPursued of [false, true]) {
      const row = await register(suite, `株式会社役割 ${round} ${type} ${isPursued}`, isPursued);
      const request = { ...aCommandRequest(command, row), ...(type === 'register' ? NEW : {}) };
      for (const channel of channels) await byEverybody(suite, run, request, { type, channel, isPursued });
      await byUnknownEditor(suite, run, request, { type, channel: 'trigger', isPursued });
      await byOwnChannels(suite, run, request);
    }
  }
};

const NEW = { accountId: null, expectedVersion: 0 };

/** On the account as it is now: a stale version would be told before the role. */
const decided = async (
  suite: TestSuite,
  who: Who,
  channel: OpenChannel,
  request: CommandRequest,
): Promise<CommandResult | undefined> => {
  const commands = [{ ...request, requestId: randomUUID() }];
  const { body } = await suite.call(who, 'commands', { body: { channel, commands } });
  const [result]: readonly (CommandResult | undefined)[] = body.outcomes ?? [];
  const isStale = result !== undefined && 'refusal' in result && result.refusal.code === 'CONFLICT';
  const row = isStale ? result.row : null;
  return row !== null && row.version !== request.expectedVersion
    ? decided(suite, who, channel, { ...request, expectedVersion: row.version })
    : result;
};

const byEverybody = async (
  suite: TestSuite,
  run: TortureRun,
  request: CommandRequest,
  given: RoleCase,
): Promise<void> => {
  const { type, channel } = given;
  for (const who of MEMBERS) {
    const result = await decided(suite, who, channel, request);
    judge(run, result, isAllowed(who, given), `${who} by ${channel}: ${JSON.stringify(request.command)}`);
  }
  for (const who of OUTSIDERS) {
    const { status } = await suite.call(who, 'commands', { body: { channel, commands: [request] } });
    run.expect(status === 403, () => `${who} gives ${type} by ${channel}: ${status}`);
  }
};

/** The sheet's time trigger sends the cells of an unknown editor: commands of cells only, with a rep's rights. */
const byUnknownEditor = async (
  suite: TestSuite,
  run: TortureRun,
  request: CommandRequest,
  given: RoleCase,
): Promise<void> => {
  const result = await decided(suite, 'manager', 'trigger', { ...request, editor: UNKNOWN_EDITOR });
  const told = `unknown editor by the time trigger: ${JSON.stringify(request.command)}`;
  if (OF_CELLS.has(given.type)) judge(run, result, isAllowed('is', given), told);
  else run.expect(result?.status === 400, () => `${told}: ${JSON.stringify(result)}`);
};

const byOwnChannels = async (suite: TestSuite, run: TortureRun, request: CommandRequest): Promise<void> => {
  for (const channel of OWN_CHANNELS) {
    const { status } = await suite.call('admin', 'commands', { body: { channel, commands: [request] } });
    run.expect(status === 400, () => `an admin gives ${request.command.type} by ${channel}: ${status}`);
  }
};

/** Whoever may give it may be refused for other reasons, and of two reasons only one is answered. */
const judge = (run: TortureRun, result: CommandResult | undefined, isGiver: boolean, told: string): void => {
  const code = result === undefined ? 'none' : 'refusal' in result ? result.refusal.code : 'accepted';
  run.count('commands');
  if (result?.status === 400) {
    run.count('commands that do not fit');
    return;
  }
  if (isGiver) run.expect(code !== 'ROLE_NOT_ALLOWED', () => `${told} was refused for the role`);
  else run.expect(code === 'ROLE_NOT_ALLOWED', () => `${told} was ${code}`);
};

export const roles =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    let round = 0;
    do {
      round += 1;
      await everyRole(suite, run, `${run.random.below(1e9)}-${round}`);
    } while (run.hasTime());
    await expectSoundStore(suite.db, run);
  };
