/** Every command, under the name that it has in requests and in the history. */
import { absorb } from './absorb';
import { acknowledgeHandOver } from './acknowledge-hand-over';
import { addFormerName } from './add-former-name';
import { addOpportunity } from './add-opportunity';
import { approve } from './approve';
import { changeStatus } from './change-status';
import { closeOpportunity } from './close-opportunity';
import type { CommandDefinition } from './command';
import { correctMeeting } from './correct-meeting';
import { cutLink } from './cut-link';
import { editDetails } from './edit-details';
import { editOpportunity } from './edit-opportunity';
import { eraseContact } from './erase-contact';
import { fillIn } from './fill-in';
import { handOver } from './hand-over';
import { handOverInsideSales } from './hand-over-inside-sales';
import { handOverOpportunity } from './hand-over-opportunity';
import { importRow } from './import-row';
import { keepPromises } from './keep-promises';
import { logActivity } from './log-activity';
import { markNotDuplicate } from './mark-not-duplicate';
import { merge } from './merge';
import { moveContact } from './move-contact';
import { propose } from './propose';
import { putOnFile } from './put-on-file';
import { quickEntry } from './quick-entry';
import { receive } from './receive';
import { receiveContact } from './receive-contact';
import { recordCheck } from './record-check';
import { register } from './register';
import { reject } from './reject';
import { release } from './release';
import { restore } from './restore';
import { reviewBadFit } from './review-bad-fit';
import { saveContact } from './save-contact';
import { saveProduct } from './save-product';
import { setAwaited } from './set-awaited';
import { setBant } from './set-bant';
import { setNextCheck } from './set-next-check';
import { setRevisit } from './set-revisit';
import { undo } from './undo';
import { unmerge } from './unmerge';

const DEFINITIONS = {
  register,
  import: importRow,
  changeStatus,
  putOnFile,
  propose,
  restore,
  approve,
  reject,
  reviewBadFit,
  cutLink,
  merge,
  unmerge,
  markNotDuplicate,
  logActivity,
  correctMeeting,
  recordCheck,
  setNextCheck,
  setRevisit,
  setAwaited,
  addOpportunity,
  editOpportunity,
  closeOpportunity,
  saveContact,
  eraseContact,
  moveContact,
  saveProduct,
  setBant,
  editDetails,
  addFormerName,
  handOver,
  handOverInsideSales,
  handOverOpportunity,
  acknowledgeHandOver,
  keepPromises,
  fillIn,
  quickEntry,
  undo,
  receive,
  absorb,
  release,
  receiveContact,
};

type Definitions = typeof DEFINITIONS;
type InputOf<Definition> = Definition extends CommandDefinition<string, infer Input, infer _> ? Input : never;

export type CommandType = keyof Definitions;

/** A command as it is sent: its name, and its input beside it. */
export type CommandOf<T extends CommandType> = {
  [K in T]: { type: K } & InputOf<Definitions[K]>;
}[T];
export type Command = CommandOf<CommandType>;

type SystemCommandType = {
  [T in CommandType]: Definitions[T] extends { givenBy: 'system' } ? T : never;
}[CommandType];

/** What a caller may send: all but what the functions give themselves. */
export type CallerCommand = CommandOf<Exclude<CommandType, SystemCommandType>>;

type CommandTable = {
  readonly [T in CommandType]: CommandDefinition<T, CommandOf<T>, Command>;
};

export const COMMANDS: CommandTable = DEFINITIONS;

/** The definition of any command: its functions take the command itself as their input. */
export const definitionOf = <T extends CommandType>(
  command: CommandOf<T>,
): CommandDefinition<T, CommandOf<T>, Command> => {
  const type: T = command.type;
  return COMMANDS[type];
};
