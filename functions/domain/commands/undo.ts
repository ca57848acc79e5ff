import type { Account } from '../account/account';
import type { DecisionContext } from '../account/decision-context';
import { append } from '../account/draft';
import { type HistoryEntry, revertEntry } from '../account/history';
import { refuse } from '../account/refusals';
import { createsAccount, undoObstacle } from '../account/undo-obstacle';
import { isLinkValid, isParentValid, obeysRules } from '../account/undo-rules';
import { goneVersions } from '../account/undone-entries';
import { defineCommand, type Needs } from './command';

interface UndoInput {
  version: number;
}

/** How many entries after the one to undo are looked at. */
const MAX_LATER_ENTRIES = 100;

const changedPaths = (entry: HistoryEntry): string[] =>
  entry.events.flatMap(({ changes }) => changes.map(({ path }) => path));

/** Entries whose effect is still there: one and its undo are both gone, and so is an undo that was itself undone. */
const entriesInEffect = (entries: readonly HistoryEntry[]): HistoryEntry[] => {
  const versions = new Set(entries.map(({ version }) => version));
  const pairs = entries.flatMap(({ version, undoes }) =>
    undoes !== null && versions.has(undoes) ? { undoes, by: version } : [],
  );
  const gone = goneVersions(pairs);
  return entries.filter(({ version }) => !gone.has(version));
};

/**
 * Takes an entry back: reps their own within 24 hours, managers any. Later changes to other parts of the account do not stand in the way; a
 * meeting is never undone but corrected by a manager; a registration or an import that is undone withdraws the account.
 * An approval or rejection that was undone is given anew, not brought back: its manager has taken it back.
 * An undo is no move: it takes one back as if it had not been made, so that the matrix's X does not bind it, and a check that was
 * overdue is overdue again. Its M does, but for a rep's own bad fit before its review (rule 13).
 */
export const undo = defineCommand<'undo', UndoInput, { type: 'undo' } & UndoInput>({
  type: 'undo',
  givenBy: 'knownRep',
  ofImports: true,
  reads: () => [],
  needs: ({ version }, { history }) => ({
    history: { from: Math.max(1, version), to: Math.max(1, version) + MAX_LATER_ENTRIES },
    ...linksBefore(history.find((entry) => entry.version === version)),
  }),
  undoes: ({ version }) => version,
  counterpart: (_, __, events) => {
    const other = events.flatMap((event) => (event.type === 'undone' ? (event.data.other ?? []) : []))[0];
    return other === undefined
      ? null
      : {
          accountId: other.accountId,
          command: { type: 'undo', version: other.version },
          historyFrom: other.version,
        };
  },
  decide: (draft, { version }, context) => {
    const { account } = draft;
    const [entry, ...later] = context.history.filter((candidate) => candidate.version >= version);
    const newest = later[later.length - 1] ?? entry;
    if (entry === undefined || entry.version !== version || newest?.version !== account.version)
      return refuse('UNDO_UNKNOWN', { facts: { version } });
    const obstacle = undoObstacle(entry, context);
    if (obstacle === 'UNDO_TOO_LATE') return refuse(obstacle, { facts: { by: entry.by, at: entry.at } });
    if (obstacle === 'UNDO_REOPENS') return refuse(obstacle, { facts: { status: account.standing.status } });
    if (obstacle === 'UNDO_ERASED') return refuse(obstacle);
    if (obstacle === 'UNDO_LINKED') return refuse(obstacle, { facts: { version } });
    const creates = createsAccount(entry);
    const touched = new Set(changedPaths(entry));
    const other = otherHalf(entry);
    const inTheWay = entriesInEffect(later).find(
      (one) =>
        creates ||
        (other !== null && copiesContacts(one)) ||
        changedPaths(one).some((path) => touched.has(path)),
    );
    if (inTheWay !== undefined)
      return refuse('UNDO_LATER_CHANGES', {
        facts: { version: inTheWay.version, by: inTheWay.by, at: inTheWay.at, command: inTheWay.command },
      });
    const data = { undoes: version, command: entry.command, ...(other === null ? {} : { other }) };
    if (creates) return append(draft, 'undone', { ...account, withdrawn: true }, { data });
    if (obstacle === 'UNDO_MEETING') return refuse(obstacle);
    const before = revertEntry(account, entry);
    if (!mayComeBack(before, account, context) || undoesAnswer(entry))
      return refuse('UNDO_BREAKS_RULE', { facts: { status: before.standing.status } });
    return append(draft, 'undone', before, { data });
  },
});

/** The entry on the other account of a change of job; null for any other entry. */
const otherHalf = ({ accountId, events }: HistoryEntry): { accountId: string; version: number } | null => {
  const move = events.flatMap((event) => (event.type === 'contactMoved' ? event.data : []))[0];
  if (move === undefined) return null;
  return move.fromId === accountId
    ? { accountId: move.toId, version: move.toVersion }
    : { accountId: move.fromId, version: move.fromVersion };
};

/** Whether a merge has copied the contacts to a third account since, which would keep the person. */
const copiesContacts = ({ events }: HistoryEntry): boolean => events.some(({ type }) => type === 'merged');

/** The undo of an approval, rejection or review: it is answered anew instead. */
const undoesAnswer = ({ events }: HistoryEntry): boolean =>
  events.some(
    ({ type, data }) => type === 'undone' && ['approve', 'reject', 'reviewBadFit'].includes(data.command),
  );

const mayComeBack = (before: Account, now: Account, context: DecisionContext): boolean =>
  obeysRules(before, now, context) &&
  isLinkValid(before, now, context) &&
  isParentValid(before, now, context);

/** The successor and the parent that an undo may bring back. */
const linksBefore = (entry: HistoryEntry | undefined): Pick<Needs, 'successorId' | 'parentId'> => {
  const changes = (entry?.events ?? []).flatMap((event) => event.changes);
  const onFile = changes.find((change) => change.path === 'onFile');
  const parent = changes.find((change) => change.path === 'parentId');
  return { successorId: onFile?.before?.successorId ?? null, parentId: parent?.before ?? null };
};
