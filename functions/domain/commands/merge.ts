/** Two accounts become one: the one goes on file with a link, the other takes over what it had. Nothing is deleted. */
import type { Account } from '../account/account';
import type { DecisionContext } from '../account/decision-context';
import { definedFields } from '../account/defined-fields';
import { append } from '../account/draft';
import { accountInStatus } from '../account/enter-status';
import { isRefusal, refuse } from '../account/refusals';
import { filing, onFileStanding } from '../account/standing';
import { isManager } from '../account/team';
import type { AbsorbInput } from './absorb';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { bringsCorporateNumber } from './merge-data';
import { buildPreview, managerReasons, mergePair, mergePreview, statusChoices } from './merge-preview';
import { type MergeInput, mergedNames } from './merge-terms';

/** The merge as it is given: on the account that goes. `absorb` is the half of the account that stays. */
export const merge = defineCommand<'merge', MergeInput, { type: 'absorb' } & AbsorbInput>({
  type: 'merge',
  givenBy: 'knownRep',
  reads: () => RULE_FIELDS,
  basedOn: ({ intoId, intoVersion }) =>
    intoVersion === undefined ? null : { accountId: intoId, version: intoVersion },
  needs: ({ intoId }) => ({ accountIds: [intoId], successorId: intoId }),
  preview: (account, input, context) =>
    input.preview === true ? mergePreview(account, input, context) : null,
  counterpart: (account, { intoId, reason, survivorStatus, data, note }) => ({
    accountId: intoId,
    command: { type: 'absorb', from: account, reason, ...definedFields({ survivorStatus, data, note }) },
  }),
  decide: (draft, input, context) => {
    const { account } = draft;
    const { reason, survivorStatus, note } = input;
    const pair = mergePair(account, input, context);
    if (isRefusal(pair)) return pair;
    if (input.preview === true) return draft;
    const { into, first } = pair;
    const because = managerReasons([account, into], context);
    if (because.length > 0 && !isManager(context.actor))
      return refuse('ROLE_NOT_ALLOWED', { facts: { role: context.actor.role, because } });
    const choices = statusChoices(account, into, first);
    if (survivorStatus === undefined)
      return refuse('MERGE_CONFIRM', { facts: buildPreview(account, pair, input, context) });
    if (!choices.includes(survivorStatus))
      return refuse('MERGE_STATUS', { facts: { survivorStatus, choices } });
    return append(draft, 'merged', filedInto(account, into, input, context), {
      reason: note ?? null,
      data: { ...mergedNames(account, into), reason, survivorStatus },
    });
  },
});

/** The account that goes: on file with a link to the survivor, and with what un-merging has to know of both. */
const filedInto = (
  account: Account,
  into: Account,
  { reason, note }: MergeInput,
  context: DecisionContext,
): Account => {
  const filed = accountInStatus(
    account,
    'ON_FILE',
    {
      onFile: {
        reason,
        ...(note === undefined ? {} : { reasonText: note }),
        successorId: into.id,
        products: 'successor',
        opportunities: 'successor',
      },
    },
    context,
    { requester: context.actor, approver: null },
  );
  const onFile = filing(filed.standing);
  return {
    ...filed,
    corporateNumber: bringsCorporateNumber(into, account, reason) ? null : account.corporateNumber,
    standing: onFileStanding({
      since: context.today,
      onFile: onFile === null ? null : { ...onFile, from: filing(account.standing)?.from ?? onFile.from },
      merged: {
        intoId: into.id,
        version: account.version + 1,
        intoVersion: into.version + 1,
        by: context.actor.id,
        at: context.now,
      },
    }),
  };
};
