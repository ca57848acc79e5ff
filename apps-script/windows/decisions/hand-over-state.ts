/** The state of a hand-over of many accounts: which, to whom, with which note, and how far it is. */
import type { AccountsAnswer } from '../../../functions/contract/accounts';
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import { isOpenStatus, type MemberLoad, splitByLoad } from '../../../functions/domain/account/split-by-load';
import { isManager, mayOwnOpportunity, mayWrite } from '../../../functions/domain/account/team';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result, SelectedRow } from '../../script-api';
import type { CommandRequestBody } from '../kit/request-ids';
import type { OpportunityMessage, OpportunityState } from './hand-over-opportunity';
import { filteredRows, type HandOverFilter, type HandOverRow, type HandOverScope } from './hand-over-rows';

export type HandOverTask = 'give' | 'accept' | 'return' | 'opportunity';

export interface MovedAccount {
  row: HandOverRow;
  /** The new owner; null where it was only acknowledged. */
  toId: string | null;
  /** The account's version after the step, which an undo takes back. */
  version: number;
  undo: 'possible' | 'sending' | 'done' | { refused: Text };
}

/** A field that still has to be filled in or corrected. */
export type HandOverWish = 'receivers' | 'note' | 'days';

export interface HandOverState {
  /** The team with the members' loads. */
  team: MembersAnswer;
  selection: readonly SelectedRow[];
  task: HandOverTask;
  scope: HandOverScope;
  /** The accounts that are left to do, whatever the filter; null until they are read. */
  rows: readonly HandOverRow[] | null;
  filter: HandOverFilter;
  /** The owner's open opportunities are handed over, too. */
  withOpportunities: boolean;
  /** A single opportunity that is handed over; null where none is. */
  opportunity: OpportunityState | null;
  receivers: readonly string[];
  note: string;
  promises: string;
  phase:
    | { kind: 'reading'; error: ApiError | null }
    | { kind: 'choosing'; wants: HandOverWish | null }
    | { kind: 'sending'; total: number; split: ReadonlyMap<string, string> }
    /** Some accounts may be done; the others can be continued with. */
    | { kind: 'stopped'; error: ApiError; total: number; split: ReadonlyMap<string, string> }
    | { kind: 'done' };
  moved: readonly MovedAccount[];
  refused: readonly { row: SelectedRow; message: Text }[];
}

export type HandOverMessage =
  | { type: 'choose'; task: HandOverTask; scope: HandOverScope }
  | { type: 'pageRead'; scope: HandOverScope; question: number; result: Result<AccountsAnswer> }
  | { type: 'filter'; filter: Partial<HandOverFilter> }
  | { type: 'takeAlong'; withOpportunities: boolean }
  | { type: 'opportunity'; message: OpportunityMessage }
  | { type: 'receive'; memberId: string; receives: boolean }
  | { type: 'write'; note?: string; promises?: string }
  | { type: 'begin' }
  | {
      type: 'blockDone';
      requests: readonly CommandRequestBody[];
      result: Result<readonly CommandResult[]>;
    }
  | { type: 'undo'; id: string }
  | { type: 'undone'; id: string; result: Result<readonly CommandResult[]> };

/** The accounts with which a task begins: one's own to hand over, or those waiting to be acknowledged. */
export const scopeOfTask = (task: HandOverTask, { team, scope }: HandOverState): HandOverScope => {
  if (scope.kind === 'selection') return scope;
  const { id } = team.you;
  if (task === 'give') return { kind: 'owner', ownerId: id, status: null };
  return task === 'opportunity' ? { kind: 'pursued', memberId: id } : { kind: 'handedTo', memberId: id };
};

/** Field sales may hand over their own opportunities, managers any. */
export const tasksToChoose = ({ team: { you } }: HandOverState): readonly HandOverTask[] =>
  mayOwnOpportunity(you) ? ['give', 'opportunity', 'accept', 'return'] : ['give', 'accept', 'return'];

/** The accounts that pass the filter. */
export const rowsInFilter = ({ rows, filter, team }: Pick<HandOverState, 'rows' | 'filter' | 'team'>) =>
  filteredRows(rows ?? [], filter, team.team.today);

/** The members whose accounts this person may hand over: reps only their own. */
export const ownersToChoose = ({ members, you }: MembersAnswer): MembersAnswer['members'] =>
  isManager(you) ? members : members.filter(({ id }) => id === you.id);

export const receiversToChoose = ({ team, scope }: HandOverState): MembersAnswer['members'] =>
  team.members.filter(
    (member) => mayWrite(member) && !(scope.kind === 'owner' && scope.ownerId === member.id),
  );

/** The load as read, plus what was handed over since. */
const loadNow = ({ team, moved }: Pick<HandOverState, 'team' | 'moved'>, id: string): MemberLoad => {
  const read = team.loads.find((load) => load.id === id) ?? { id, accounts: 0, open: 0 };
  const taken = moved.filter(({ row, toId, undo }) => toId === id && undo !== 'done' && !row.isInsideSales);
  const open = taken.filter(({ row }) => isOpenStatus(row.status)).length;
  return { id, accounts: read.accounts + taken.length, open: read.open + open };
};

/** The new owner by account ID. An inside sales role goes to inside sales, where one of the receivers is. */
export const splitOf = (
  state: Pick<HandOverState, 'rows' | 'filter' | 'receivers' | 'team' | 'moved'>,
): ReadonlyMap<string, string> => {
  const { receivers, team } = state;
  const rows = rowsInFilter(state);
  const loads = receivers.map((id) => loadNow(state, id));
  const insideSales = loads.filter(({ id }) =>
    team.members.some((member) => member.id === id && member.role === 'is'),
  );
  return new Map([
    ...splitByLoad(
      rows.filter(({ isInsideSales }) => !isInsideSales),
      loads,
    ),
    ...splitByLoad(
      rows.filter(({ isInsideSales }) => isInsideSales),
      insideSales.length === 0 ? loads : insideSales,
    ),
  ]);
};

/** Accounts are being sent block by block; closing the window would leave the rest undone. */
export const isHandingOver = ({ phase }: HandOverState): boolean => phase.kind === 'sending';

/** The choices are being sent and must not change. */
export const isLocked = ({ phase }: HandOverState): boolean =>
  phase.kind === 'sending' || phase.kind === 'stopped';
