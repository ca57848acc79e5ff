/** Every command of everybody by every channel: who may not give it is told so, whatever stands in it. */
import { readFileSync } from 'node:fs';
import type { CommandRequest, CommandResult } from '../../functions/contract/commands';
import { PUBLISHED_FILE } from '../published-document';
import { aRegisterRequest, rowOf, type TestSuite, type Who } from '../suite';
import { fittingValue, type PublishedSchema, type SchemaOf } from './schema-values';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const CHANNELS = ['menu', 'sidebar', 'cell', 'trigger', 'api'] as const;
const MEMBERS: readonly Who[] = ['viewer', 'is', 'fs', 'manager', 'admin'];
/** Who is no active member gives no command at all. */
const OUTSIDERS: readonly Who[] = ['left', 'stranger', 'scheduler'];
/** Approval, and what takes back what is for ever (product specification, sections 2 and 3). */
const OF_MANAGERS: ReadonlySet<string> = new Set(['approve', 'reject', 'correctMeeting', 'cutLink']);

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

/** A trigger speaks for whoever installed it, and no manager's work is done in its name. */
const isAllowed = (who: Who, type: string, channel: (typeof CHANNELS)[number]): boolean =>
  who !== 'viewer' &&
  (!OF_MANAGERS.has(type) || ((who === 'manager' || who === 'admin') && channel !== 'trigger'));

/** `channels`: those that are tried. */
export const everyRole = async (
  suite: TestSuite,
  run: TortureRun,
  round: string,
  channels: readonly (typeof CHANNELS)[number][] = CHANNELS,
): Promise<void> => {
  const { schemas, schemaOf } = commandSchemas();
  const [registered] = await suite.submit('is', aRegisterRequest(`株式会社役割 ${round}`));
  const { id, version } = rowOf(registered);
  for (const [type, schema] of schemas)
    for (const channel of channels) {
      const command = fittingValue(schema, {
        schemaOf,
        random: run.random,
        full: 0.1,
      }) as CommandRequest['command'];
      const requestOf = (who: Who): CommandRequest => ({
        requestId: `${round}-${type}-${channel}-${who}`,
        accountId: type === 'register' ? null : id,
        expectedVersion: type === 'register' ? 0 : version,
        command,
      });
      for (const who of MEMBERS) {
        const { body } = await suite.call(who, 'commands', { body: { channel, commands: [requestOf(who)] } });
        const [result]: readonly (CommandResult | undefined)[] = body.outcomes ?? [];
        judge(run, { who, type, channel }, result, JSON.stringify(command));
      }
      for (const who of OUTSIDERS) {
        const { status } = await suite.call(who, 'commands', {
          body: { channel, commands: [requestOf(who)] },
        });
        run.expect(status === 403, () => `${who} gives ${type} by ${channel}: ${status}`);
      }
    }
};

const judge = (
  run: TortureRun,
  { who, type, channel }: { who: Who; type: string; channel: (typeof CHANNELS)[number] },
  result: CommandResult | undefined,
  command: string,
): void => {
  const code = result === undefined ? 'none' : 'refusal' in result ? result.refusal.code : 'accepted';
  run.count('commands');
  const isTold = code === 'ROLE_NOT_ALLOWED';
  const isDecided = isTold || code === 'accepted' || (result?.status ?? 0) !== 400;
  if (!isDecided) {
    run.count('commands that do not fit');
    return;
  }
  run.expect(
    isAllowed(who, type, channel) ? true : code !== 'accepted',
    () => `${who} may not give ${type} by ${channel}, and it was ${code}: ${command}`,
  );
  run.expect(
    who !== 'viewer' || isTold || code === 'CONFLICT',
    () => `a viewer’s ${type} by ${channel} was ${code}: ${command}`,
  );
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
