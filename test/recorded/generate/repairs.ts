/** What a person sends after a refusal: the same again, with what the refusal asks for. */
import { withFields } from './data';
import type { Json } from './json';
import { STATUSES } from './people';
import type { World } from './world';

/** Null where there is nothing that the refusal says how to put right. */
export const repaired = (world: World, asked: Json, { refusal, row }: Json): Json | null => {
  const command = repairedCommand(world, asked, refusal);
  if (command === null) return null;
  return { ...asked, requestId: world.requestId(), expectedVersion: row?.version ?? 0, command };
};

const repairedCommand = (world: World, asked: Json, refusal: Json): Json | null => {
  const { command } = asked;
  switch (refusal.code) {
    case 'CONFLICT':
      return command;
    case 'DUPLICATE_LIKELY':
      return { ...command, notDuplicateOf: refusal.facts.candidates.map(({ id }: Json) => id) };
    case 'MERGE_CONFIRM':
      return { ...command, survivorStatus: refusal.facts.proposed };
    case 'APPROVAL_NOT_NEEDED':
      return { type: 'changeStatus', to: command.to, data: command.data };
    case 'MANAGER':
      return command.type === 'changeStatus' ? { ...command, type: 'propose' } : null;
    default: {
      const keys = (refusal.missing ?? []).map(({ key }: Json) => key);
      return keys.length === 0
        ? null
        : withKeys(world, command, world.accounts.get(asked.accountId)?.account ?? null, keys);
    }
  }
};

const withKeys = (world: World, command: Json, account: Json, keys: readonly string[]): Json => {
  const fill = (data: Json, to: string | null): Json => withFields(world, data, account, keys, to);
  switch (command.type) {
    case 'putOnFile': {
      const { onFile, ...data } = fill({ ...command.data, onFile: command.onFile }, 'ON_FILE');
      return { ...command, onFile, data };
    }
    case 'addOpportunity': {
      const { opportunity, ...data } = fill({ ...command.data, opportunity: command.opportunity }, null);
      return { ...command, opportunity, data };
    }
    case 'closeOpportunity':
    case 'saveProduct': {
      const to = command.decision?.to ?? world.random.one(STATUSES);
      return { ...command, decision: { to, data: fill(command.decision?.data, to) } };
    }
    case 'logActivity':
      return { ...command, coordinatedWith: '佐藤さん' };
    case 'setNextCheck':
      return {
        ...command,
        date: withFields(world, {}, account, ['nextCheckDate'], null).nextCheckDate ?? command.date,
      };
    case 'correctMeeting':
      return { ...command, reason: '日付の入れ違いのため' };
    case 'setAwaited': {
      const { awaitedCondition, contact, contactId } = fill({}, null);
      return { ...command, awaitedCondition, contact, contactId };
    }
    default:
      return {
        ...command,
        data: fill(
          command.data,
          command.to ?? command.survivorStatus ?? command.status ?? account?.status ?? null,
        ),
      };
  }
};
