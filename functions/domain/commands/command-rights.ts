/**
 * Who may give each command of a caller, for the windows. They offer nothing else, and cannot carry the commands' own files, which
 * bring all rules along: so it stands here once more, exhaustive, and its test holds it against COMMANDS.
 */
import type { CallerCommand } from './command-table';
import type { CommandRights } from './rights';

export type CallerCommandType = CallerCommand['type'];

const REP: CommandRights = { givenBy: 'rep' };
const KNOWN_REP: CommandRights = { givenBy: 'knownRep' };
const MANAGER: CommandRights = { givenBy: 'manager' };

export const COMMAND_RIGHTS: Readonly<Record<CallerCommandType, CommandRights>> = {
  register: REP,
  changeStatus: { givenBy: 'rep', givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' } },
  putOnFile: { givenBy: 'rep', givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' } },
  propose: KNOWN_REP,
  restore: KNOWN_REP,
  approve: MANAGER,
  reject: MANAGER,
  reviewBadFit: KNOWN_REP,
  cutLink: MANAGER,
  merge: KNOWN_REP,
  unmerge: KNOWN_REP,
  markNotDuplicate: REP,
  logActivity: REP,
  correctMeeting: MANAGER,
  recordCheck: { givenBy: 'insideSales' },
  setNextCheck: REP,
  setRevisit: REP,
  setAwaited: REP,
  addOpportunity: REP,
  editOpportunity: { givenBy: 'fieldSales' },
  closeOpportunity: { givenBy: 'fieldSales' },
  saveContact: REP,
  eraseContact: MANAGER,
  moveContact: REP,
  saveProduct: REP,
  setBant: REP,
  editDetails: REP,
  addFormerName: REP,
  handOver: REP,
  handOverInsideSales: REP,
  handOverOpportunity: { givenBy: 'fieldSales' },
  acknowledgeHandOver: KNOWN_REP,
  keepPromises: REP,
  fillIn: REP,
  quickEntry: REP,
  undo: { givenBy: 'knownRep', ofImports: true },
};
