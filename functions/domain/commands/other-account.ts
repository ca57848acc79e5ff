/**
 * Whether a command writes another account beside its own. The sheet has to know it of a command that it has sent, and
 * cannot carry the commands' own files, which bring all rules along: so it stands here once more, exhaustive, and its
 * test holds it against the counterparts of COMMANDS.
 */
import type { TransitionData } from '../account/command-inputs';
import type { CallerCommand, CommandOf } from './command-table';

/** `perhaps`: it depends on what the account holds, which the sheet does not know. */
type OtherAccount = boolean | 'perhaps';

type CallerCommandType = CallerCommand['type'];

/** Those that write their own account alone. */
type SingleAccountCommandType =
  | 'register'
  | 'propose'
  | 'restore'
  | 'reject'
  | 'cutLink'
  | 'markNotDuplicate'
  | 'logActivity'
  | 'correctMeeting'
  | 'recordCheck'
  | 'setNextCheck'
  | 'setRevisit'
  | 'setAwaited'
  | 'addOpportunity'
  | 'editOpportunity'
  | 'saveContact'
  | 'setBant'
  | 'editDetails'
  | 'addFormerName'
  | 'handOver'
  | 'handOverInsideSales'
  | 'handOverOpportunity'
  | 'acknowledgeHandOver'
  | 'keepPromises'
  | 'fillIn'
  | 'quickEntry';

const ifMovedToSuccessor = (data: TransitionData | undefined): OtherAccount =>
  data?.onFile?.products === 'successor' || data?.onFile?.opportunities === 'successor' ? 'perhaps' : false;

type OtherAccounts = {
  readonly [T in CallerCommandType]?: OtherAccount | ((command: CommandOf<T>) => OtherAccount);
};

const OTHER_ACCOUNTS: OtherAccounts = {
  changeStatus: ({ data }) => ifMovedToSuccessor(data),
  putOnFile: ({ onFile }) => ifMovedToSuccessor({ onFile }),
  reviewBadFit: ({ data }) => ifMovedToSuccessor(data),
  approve: 'perhaps',
  // A preview changes nothing.
  merge: ({ preview }) => preview !== true,
  unmerge: true,
  closeOpportunity: ({ decision }) => ifMovedToSuccessor(decision?.data),
  // Other accounts may have the same person since a merge or a change of job.
  eraseContact: 'perhaps',
  // Where the move is done already, nothing is written. Its undo takes back both halves.
  moveContact: 'perhaps',
  saveProduct: ({ decision }) => ifMovedToSuccessor(decision?.data),
  undo: 'perhaps',
} satisfies Required<Omit<OtherAccounts, SingleAccountCommandType>>;

const writtenBeside = <T extends CallerCommandType>(command: CommandOf<T>): OtherAccount => {
  const type: T = command.type;
  const other = OTHER_ACCOUNTS[type];
  return typeof other === 'function' ? other(command) : (other ?? false);
};

/** False only where no other account can have been written. */
export const mayWriteOtherAccount = (command: CallerCommand): boolean => writtenBeside(command) !== false;

/** True where an accepted one has written two accounts, whatever they held. */
export const writesTwoAccounts = (command: CallerCommand): boolean => writtenBeside(command) === true;
