/**
 * Who may give each command of a caller, for the windows. They offer nothing else, and cannot carry the commands' own files, which
 * bring all rules along: so it stands here once more, exhaustive, and its test holds it against COMMANDS.
 */
import type { CallerCommand } from './command-table';
import type { CommandRights } from './rights';

export type CallerCommandType = CallerCommand['type'];

export const COMMAND_RIGHTS: Readonly<Record<CallerCommandType, CommandRights>> = {
  register: { givenBy: 'rep' },
  changeStatus: { givenBy: 'rep', givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' } },
  putOnFile: { givenBy: 'rep', givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' } },
  propose: { givenBy: 'knownRep' },
  restore: { givenBy: 'knownRep' },
  approve: { givenBy: 'manager' },
  reject: { givenBy: 'manager' },
  reviewBadFit: { givenBy: 'knownRep' },
  cutLink: { givenBy: 'manager' },
  merge: { givenBy: 'knownRep' },
  unmerge: { givenBy: 'knownRep' },
  markNotDuplicate: { givenBy: 'rep' },
  logActivity: { givenBy: 'rep' },
  correctMeeting: { givenBy: 'manager' },
  recordCheck: { givenBy: 'insideSales' },
  setNextCheck: { givenBy: 'rep' },
  setAwaited: { givenBy: 'rep' },
  addOpportunity: { givenBy: 'rep' },
  closeOpportunity: { givenBy: 'fieldSales' },
  saveContact: { givenBy: 'rep' },
  eraseContact: { givenBy: 'manager' },
  saveProduct: { givenBy: 'rep' },
  setBant: { givenBy: 'rep' },
  editDetails: { givenBy: 'rep' },
  addFormerName: { givenBy: 'rep' },
  handOver: { givenBy: 'rep' },
  acknowledgeHandOver: { givenBy: 'knownRep' },
  fillIn: { givenBy: 'rep' },
  undo: { givenBy: 'knownRep', ofImports: true },
};
