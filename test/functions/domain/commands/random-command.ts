/** Random commands for the properties, drawn as plain numbers: what each becomes depends on the account that it meets. */
import * as fc from 'fast-check';
import type { Account } from '../../../../functions/domain/account/account';
import type { CommandType } from '../../../../functions/domain/commands/command-table';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { TRANSITIONS } from '../../../../functions/domain/status/transitions';

export const ACCOUNT_IDS = ['a', 'b', 'c'] as const;

export type RandomCommandType = Exclude<CommandType, 'receive' | 'absorb' | 'release' | 'receiveContact'>;

const WEIGHTS: Record<RandomCommandType, number> = {
  register: 3,
  import: 10,
  changeStatus: 22,
  putOnFile: 5,
  propose: 6,
  restore: 8,
  approve: 9,
  reject: 6,
  reviewBadFit: 8,
  cutLink: 2,
  merge: 8,
  unmerge: 6,
  markNotDuplicate: 1,
  logActivity: 14,
  correctMeeting: 3,
  recordCheck: 9,
  setNextCheck: 2,
  setRevisit: 3,
  setAwaited: 6,
  addOpportunity: 9,
  editOpportunity: 6,
  closeOpportunity: 14,
  saveContact: 3,
  eraseContact: 2,
  moveContact: 6,
  saveProduct: 5,
  setBant: 4,
  editDetails: 2,
  addFormerName: 1,
  handOver: 3,
  handOverInsideSales: 2,
  handOverOpportunity: 12,
  acknowledgeHandOver: 12,
  keepPromises: 4,
  fillIn: 4,
  quickEntry: 8,
  undo: 14,
};
export const RANDOM_COMMAND_TYPES = Object.keys(WEIGHTS) as RandomCommandType[];

export interface RandomCommand {
  type: RandomCommandType;
  account: (typeof ACCOUNT_IDS)[number];
  by: string;
  /** Days that pass before it; the clock may also be set back. */
  days: number;
  /** What is left out or wrong in it, mostly nothing. */
  flaw: number;
  /** Free choices. */
  pick: readonly number[];
}

export const randomCommand: fc.Arbitrary<RandomCommand> = fc.record({
  type: fc.oneof(
    ...RANDOM_COMMAND_TYPES.map((type) => ({ weight: WEIGHTS[type], arbitrary: fc.constant(type) })),
  ),
  account: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c'),
  by: fc.constantFrom('is', 'is', 'fs', 'fs2', 'manager', 'manager', 'manager2', 'admin', 'viewer', 'left'),
  days: fc.constantFrom(0, 0, 0, 0, 1, 1, 3, 30, 95, -1),
  flaw: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  pick: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
});

/** The value that the number picks; undefined where there are none. */
export const one = <T>(values: readonly T[], pick: number | undefined): T | undefined =>
  values[(pick ?? 0) % Math.max(values.length, 1)];

/** Mostly one that the account may change to. */
export const someStatus = (account: Account, pick: number | undefined): Status => {
  const legal = TRANSITIONS.filter(({ from }) => from.includes(account.standing.status)).map(({ to }) => to);
  return one([...legal, ...legal, ...STATUSES], pick) ?? 'WORKING';
};
