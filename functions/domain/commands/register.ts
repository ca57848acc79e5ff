/** A company enters the register, in one of the first statuses. */
import type { Account, DetailsInput } from '../account/account';
import { applyTransition } from '../account/apply-transition';
import { applyTransitionData } from '../account/apply-transition-data';
import type { TransitionData } from '../account/command-inputs';
import { COMMON_DATA } from '../account/data-uses';
import { otherAccount } from '../account/decision-context';
import { append } from '../account/draft';
import { guardFailures } from '../account/guards';
import { refuseGuardFailures } from '../account/offered-transitions';
import { refuseParent } from '../account/parent-company';
import { isRefusal, refuse } from '../account/refusals';
import { coldStanding } from '../account/standing';
import { validCorporateNumber } from '../company/corporate-number';
import { type SimilarAccount, similarAccounts } from '../company/duplicates';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS, FIRST_STATUSES } from '../status/transitions';
import { defineCommand } from './command';
import { normaliseDetails } from './details';
import type { RuleRefusal } from './rule-refusal';

interface RegisterInput {
  details: DetailsInput & { name: string };
  status: Status;
  data?: TransitionData;
  /** Accounts that the caller has looked at: they are other companies. */
  notDuplicateOf?: string[];
}

export const register = defineCommand<'register', RegisterInput>({
  type: 'register',
  givenBy: 'rep',
  cell: true,
  creates: true,
  reads: () => [],
  needs: ({ details, notDuplicateOf = [] }) => ({
    accountIds: notDuplicateOf,
    parentId: details.parentId ?? null,
    similarTo: details,
    corporateNumber: validCorporateNumber(details.corporateNumber),
  }),
  decide: (draft, input, context) => {
    const { account } = draft;
    const { status, data = {} } = input;
    if (account.version > 0) return refuse('ACCOUNT_EXISTS', { facts: { accountId: account.id } });
    if (!FIRST_STATUSES.includes(status)) return refuse('FIRST_STATUS', { legal: FIRST_STATUSES });
    const details = normaliseDetails(input.details);
    if (isRefusal(details)) return details;
    const misplaced = refuseParent(account.id, details.parentId, context);
    if (misplaced !== null) return misplaced;
    const like = similarAccounts({ ...details, id: account.id }, context);
    const apart = input.notDuplicateOf ?? [];
    const stranger = apart.find((id) => otherAccount(context, id) === null);
    if (stranger !== undefined) return refuse('NOT_DUPLICATE_ITSELF', { facts: { otherId: stranger } });
    const known = refuseDuplicate(like, details, apart);
    if (known !== null) return known;
    const made: Account = {
      ...account,
      ...details,
      notDuplicateOf: Object.fromEntries(
        apart.map((id) => [id, { on: context.today, by: context.actor.id }]),
      ),
      standing: coldStanding({ since: context.today }),
    };
    const registered = append(draft, 'registered', made, {
      reason: status === 'COLD' ? (data.reason ?? null) : null,
    });
    // A company that is registered in another status than COLD passes that status's guards, as one that moves there.
    if (status !== 'COLD') return applyTransition(registered, status, data, context);
    const step = { guards: ENTRY_GUARDS.COLD, uses: [...COMMON_DATA, 'reason'] } as const;
    const prepared = applyTransitionData(registered, data, step, context);
    if (isRefusal(prepared)) return prepared;
    const found = guardFailures(ENTRY_GUARDS.COLD, {
      before: made,
      account: prepared.account,
      data,
      context,
      approved: false,
    });
    return found.length === 0 ? prepared : refuseGuardFailures(found, made, data, context);
  },
});

/** Refuses a company that the register has: by an equal corporate number always, by likeness unless the caller names it as another company. */
const refuseDuplicate = (
  like: ReturnType<typeof similarAccounts>,
  { corporateNumber }: DetailsInput,
  apart: readonly string[],
): RuleRefusal | null => {
  const same = like.find(({ kind }) => kind === 'number');
  if (same !== undefined && corporateNumber != null)
    return refuse('DUPLICATE_CORPORATE_NUMBER', {
      facts: { corporateNumber, accountId: same.id, name: same.name, status: same.status },
    });
  const likely = like.filter(({ kind }) => kind === 'likely');
  if (likely.every(({ id }) => apart.includes(id))) return null;
  const candidates = likely.map(({ kind: _, ...candidate }): SimilarAccount => candidate);
  return refuse('DUPLICATE_LIKELY', { facts: { candidates } });
};
