/** Undo: a compensating entry that brings back the state before, where that state obeys the rules. */
import { type Account, meetingsOf, openOpportunities, partById, productsInUse } from '../account/account';
import { computeNextCheck } from '../account/account-mutations';
import type { DecisionContext } from '../account/decision-context';
import { isBantComplete, isCheckDate, linkProblem } from '../account/guards';
import { append, type Draft, type HistoryEntry, revertEntry } from '../account/history';
import { refuseParent } from '../account/parent-company';
import { type Refusal, refuse } from '../account/refusals';
import { isManager } from '../account/team';
import type { GuardCode } from '../status/transitions';

const DAY_MS = 86_400_000;

/** Own change within 24 hours. */
export const isOwnRecentChange = (
  { by, at }: { by: string; at: string },
  { actor, now }: DecisionContext,
): boolean => by === actor.id && Date.parse(now) - Date.parse(at) <= DAY_MS;

const changedPaths = (entry: HistoryEntry): string[] =>
  entry.events.flatMap(({ changes }) => changes.map(({ path }) => path));

/**
 * Whether the hard rules allow an undo to bring `before` back in place of `now`. A debt excuses what an import never had,
 * not what somebody has answered since; what did not hold before the undo either is not its fault.
 */
export const obeysRules = (before: Account, now: Account, context: DecisionContext): boolean => {
  const entering = before.status !== now.status;
  const open = openOpportunities(before).length > 0;
  const { need } = before.bant;
  const excused = (code: GuardCode): boolean => before.debts.includes(code);
  if (before.everMet && before.status === 'COLD') return false;
  if (!isProposalValid(before)) return false;
  switch (before.status) {
    case 'ACTIVE_OPPORTUNITY':
      return open || excused('OPPORTUNITY');
    case 'CURRENT_CLIENT':
      return (
        productsInUse(before, context.today).length > 0 ||
        excused('EVIDENCE') ||
        (!entering && productsInUse(now, context.today).length === 0)
      );
    case 'QUARTERLY_CHECK':
      if (open || before.nextCheck === null) return false;
      return (
        !entering ||
        (need.value === 'yes' && !isBantComplete(before)) ||
        (need.on === null && excused('NEED'))
      );
    case 'DEAD_OPPORTUNITY':
      return !open && (!entering || need.value !== 'yes');
    default:
      return !open;
  }
};

/** A proposal that would come back must still be about the account as it stands. */
const isProposalValid = ({ proposal, status }: Account): boolean =>
  proposal === null || status === (proposal.inEffect ? proposal.to : proposal.from);

/** A link that would come back must not close a circle with links made since. */
const isLinkValid = (before: Account, now: Account, context: DecisionContext): boolean => {
  const successorId = before.onFile?.successorId ?? null;
  return (
    successorId === null ||
    successorId === now.onFile?.successorId ||
    linkProblem(now.id, successorId, context) === null
  );
};

/** A parent that would come back must not close a circle with parents given since. */
const isParentValid = (before: Account, now: Account, context: DecisionContext): boolean =>
  before.parentId === now.parentId || refuseParent(now.id, before.parentId, context) === null;

/** Back on the quarterly queue with a date that lies ahead (guard NEXT_CHECK). */
const withCheckAhead = (before: Account, now: Account, context: DecisionContext): Account =>
  before.status === 'QUARTERLY_CHECK' &&
  now.status !== 'QUARTERLY_CHECK' &&
  before.nextCheck !== null &&
  !isCheckDate(before.nextCheck.date, context)
    ? { ...before, nextCheck: computeNextCheck(before, context) }
    : before;

/** Entries whose effect is still there: one and its undo are both gone, and so is an undo that was itself undone. */
const entriesInEffect = (entries: readonly HistoryEntry[]): HistoryEntry[] => {
  const gone = new Set<number>();
  for (const { version, undoes } of [...entries].reverse())
    if (undoes !== null && !gone.has(version) && entries.some((other) => other.version === undoes)) {
      gone.add(version);
      gone.add(undoes);
    }
  return entries.filter(({ version }) => !gone.has(version));
};

/**
 * Own change within 24 hours, else a manager. Later changes to other parts of the account do not stand in the way; a
 * meeting is never undone but corrected by a manager; a registration or an import that is undone withdraws the account.
 * An approval or rejection that was undone is given anew, not brought back: its manager has taken it back.
 */
export const undo = (story: Draft, version: number, context: DecisionContext): Draft | Refusal => {
  const { account } = story;
  const [entry, ...later] = context.history.filter((candidate) => candidate.version >= version);
  const told = later[later.length - 1] ?? entry;
  if (entry === undefined || entry.version !== version || told?.version !== account.version)
    return refuse('UNDO_UNKNOWN', { facts: { version } });
  const mine = isOwnRecentChange(entry, context);
  const needsManager = entry.events.some(({ type }) => type === 'moveApproved' || type === 'moveRejected');
  if ((!mine || needsManager) && !isManager(context.actor))
    return refuse('UNDO_TOO_LATE', { facts: { by: entry.by, at: entry.at } });
  if (entry.events.some(({ data: { movedTo, fromId } }) => movedTo !== undefined || fromId !== undefined))
    return refuse('UNDO_LINKED', { facts: { version } });
  const making = entry.events.some(({ type }) => type === 'registered' || type === 'imported');
  const touched = new Set(changedPaths(entry));
  const inTheWay = entriesInEffect(later).find(
    (other) => making || changedPaths(other).some((path) => touched.has(path)),
  );
  if (inTheWay !== undefined)
    return refuse('UNDO_LATER_CHANGES', {
      facts: { version: inTheWay.version, by: inTheWay.by, at: inTheWay.at, command: inTheWay.command },
    });
  const data = { undoes: version, command: entry.command };
  if (making) return append(story, 'undone', { ...account, withdrawn: true }, { data });
  const before = revertEntry(account, entry);
  const unmade = meetingsOf(account).some(({ id }) => partById(before.activities, id) === undefined);
  if (unmade || (account.everMet && !before.everMet)) return refuse('UNDO_MEETING');
  const answersAnew = entry.events.some(
    ({ data: { command } }) => command === 'approve' || command === 'reject',
  );
  const isPlaced = isLinkValid(before, account, context) && isParentValid(before, account, context);
  if (answersAnew || !obeysRules(before, account, context) || !isPlaced)
    return refuse('UNDO_BREAKS_RULE', { facts: { status: before.status } });
  return append(story, 'undone', withCheckAhead(before, account, context), { data });
};
