/**
 * Whether a command writes another account beside its own. The sheet has to know it of a command that it has sent, and
 * cannot carry the commands' own files, which bring all rules along: so it stands here once more, exhaustive, and its
 * test holds it against the counterparts of COMMANDS.
 */
import type { TransitionData } from '../account/command-inputs';
import type { CallerCommand, CommandOf } from './command-table';

/** `perhaps`: what the account holds decides it. */
type OtherAccount = boolean | 'perhaps';

type CallerCommandType = CallerCommand['type'];

const ifMovedToSuccessor = (data: TransitionData | undefined): OtherAccount =>
  data?.onFile?.products === 'successor' || data?.onFile?.opportunities === 'successor' ? 'perhaps' : false;

const OTHER_ACCOUNTS: {
  readonly [T in CallerCommandType]: OtherAccount | ((command: CommandOf<T>) => OtherAccount);
} = {
  register: false,
  changeStatus: ({ data }) => ifMovedToSuccessor(data),
  putOnFile: ({ onFile }) => ifMovedToSuccessor({ onFile }),
  propose: false,
  restore: false,
  approve: 'perhaps',
  reject: false,
  cutLink: false,
  // A preview changes nothing.
  merge: ({ preview }) => preview !== true,
  unmerge: true,
  markNotDuplicate: false,
  logActivity: false,
  correctMeeting: false,
  recordCheck: false,
  setNextCheck: false,
  setAwaited: false,
  addOpportunity: false,
  closeOpportunity: ({ decision }) => ifMovedToSuccessor(decision?.data),
  saveContact: false,
  saveProduct: ({ decision }) => ifMovedToSuccessor(decision?.data),
  setBant: false,
  editDetails: false,
  addFormerName: false,
  handOver: false,
  acknowledgeHandOver: false,
  fillIn: false,
  undo: false,
};

const writtenBeside = <T extends CallerCommandType>(command: CommandOf<T>): OtherAccount => {
  const type: T = command.type;
  const other = OTHER_ACCOUNTS[type];
  return typeof other === 'function' ? other(command) : other;
};

/** False only where no other account can have been written. */
export const mayWriteOtherAccount = (command: CallerCommand): boolean => writtenBeside(command) !== false;

/** True where an accepted one has written two accounts, whatever they held. */
export const writesTwoAccounts = (command: CallerCommand): boolean => writtenBeside(command) === true;
