/** What the lives of the demonstration are told with: days, steps, and what happens in many of them. */
import { blankAccount } from '../../functions/domain/account';
import type { CalendarDate } from '../../functions/domain/calendar';
import type { ActivityInput, Command, MoveData, OpportunityInput } from '../../functions/domain/commands';
import { partId } from '../../functions/domain/context';
import type { Bucket } from '../../functions/domain/queue';
import { OWN_PRODUCTS, type Person, PRODUCTS } from './team';
import {
  CHECK_NOTES,
  CONDITIONS,
  CONTACTS,
  DESKS,
  FIELD_NOTES,
  FIRST_ACTIONS,
  FOLLOW_UPS,
  HAND_OVER_NOTES,
  LOSSES,
  MISFITS,
  NO_ANSWERS,
} from './words';

/** The days ago on which something happens; on the first one the lists are imported. Few, so that few calls are made. */
export const DAYS = [330, 300, 260, 230, 205, 180, 150, 125, 110, 95, 80, 60, 45, 30, 20, 12, 5] as const;
export type Day = (typeof DAYS)[number];

/** One command; those of an account in the order in which they are given. */
export interface Step {
  /** ID of the account or, of one that is registered on the way, the name that it goes by here. */
  subject: string;
  /** The account's version before the step. */
  version: number;
  daysAgo: Day;
  by: Person;
  command: Command;
}

export interface Company {
  id: string;
  name: string;
}

export interface Scene {
  /** Companies of the imported list, in its order. */
  companies: readonly Company[];
  memberIds: Readonly<Record<Person, string>>;
  /** The day so many days ago, or the last business day before it. */
  on: (daysAgo: number) => CalendarDate;
  /** Business days that each part of the queue has; it may have none, as the rest of the week on a Sunday. */
  free: Readonly<Record<Exclude<Bucket, 'overdue'>, readonly CalendarDate[]>>;
}

export const pick = <T>(from: readonly T[], n: number): T => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** A life being told. */
export interface Telling extends Scene {
  /** Makes the life differ from others of its kind. */
  n: number;
  company: Company;
  is: Person;
  fs: Person;
  manager: Person;
  /** Notes the step, and gives the version that it makes. */
  tell: (daysAgo: Day, by: Person, command: Command) => number;
}
export type Life = (it: Telling) => void;

/** The ID that the domain gave to a part which came with the account's version. */
export const part = (prefix: 'a' | 'c' | 'o' | 'p' | 'r', version: number): string =>
  partId(prefix, { ...blankAccount(''), version: version - 1 });

export const earlier = (day: Day): Day => {
  const before = DAYS[DAYS.indexOf(day) - 1];
  if (before === undefined) throw new Error(`nothing happens before ${day} days ago`);
  return before;
};

export const whom = (it: Telling): string => {
  const { department, name, title } = pick(CONTACTS, it.n);
  return `${department} ${name.split(' ')[0]}${title}`;
};

export const startWorking = (it: Telling, day: Day, by = it.is): number =>
  it.tell(day, by, {
    type: 'changeStatus',
    to: 'WORKING',
    data: { ownerId: it.memberIds[by], action: firstAction(it, day) },
  });
export const firstAction = (it: Telling, day: Day): ActivityInput => ({
  ...pick(FIRST_ACTIONS, it.n),
  date: it.on(day),
  with: pick(DESKS, it.n),
});

export const followUp = (it: Telling, day: Day): number =>
  it.tell(day, it.is, {
    type: 'logActivity',
    activity: { ...pick(FOLLOW_UPS, it.n + day), date: it.on(day), with: whom(it) },
  });

export const meet = (it: Telling, day: Day, by = it.is): number =>
  it.tell(day, by, {
    type: 'logActivity',
    activity: { kind: 'meeting', date: it.on(day), with: whom(it), note: pick(CONDITIONS, it.n).note },
  });

export const awaiting = (it: Telling): MoveData => {
  const { condition, bant } = pick(CONDITIONS, it.n);
  return { awaitedCondition: condition, bant, contact: pick(CONTACTS, it.n) };
};

/** Met and agreed; the next check is three months after or, where there is a day left there, on the customer's own date. */
export const agree = (it: Telling, day: Day, when?: keyof Scene['free']): number => {
  startWorking(it, earlier(day));
  const days = when === undefined ? [] : it.free[when];
  return it.tell(day, it.is, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: {
      ...awaiting(it),
      meeting: { date: it.on(day), with: whom(it), note: pick(CONDITIONS, it.n).note },
      ...(days.length === 0 ? {} : { nextCheckDate: pick(days, it.n) }),
    },
  });
};

export const check = (it: Telling, day: Day, result: 'stillWaiting' | 'noAnswer'): number =>
  it.tell(day, it.is, {
    type: 'recordCheck',
    result,
    activity: {
      kind: 'call',
      date: it.on(day),
      with: whom(it),
      note: pick(result === 'noAnswer' ? NO_ANSWERS : CHECK_NOTES, it.n + day),
    },
  });

export const opportunity = (it: Telling, day: Day, product = pick(OWN_PRODUCTS, it.n)): OpportunityInput => ({
  product,
  fsOwnerId: it.memberIds[it.fs],
  since: it.on(day),
  handOverNote: { metWith: whom(it), ...pick(HAND_OVER_NOTES, it.n) },
  amount: 600_000 + (it.n % 7) * 450_000,
});

export const passOn = (it: Telling, day: Day): number => {
  startWorking(it, earlier(earlier(day)));
  meet(it, earlier(day));
  return it.tell(day, it.is, { type: 'addOpportunity', opportunity: opportunity(it, day) });
};

export const pursue = (it: Telling, day: Day): number =>
  it.tell(day, it.fs, {
    type: 'logActivity',
    activity: { kind: 'meeting', date: it.on(day), with: whom(it), note: pick(FIELD_NOTES, it.n) },
  });

export const lostData = (it: Telling, day: Day, revisitOn?: CalendarDate): MoveData => {
  const { reason, latentNeed, trigger } = pick(LOSSES, it.n);
  return {
    latentNeed,
    bant: { need: 'unclear' },
    lost: { on: it.on(day), reason, ...(revisitOn ? { revisitOn } : { revisitTrigger: trigger }) },
  };
};

export const misfit = (it: Telling): MoveData => {
  const { reason, note } = pick(MISFITS, it.n);
  return {
    fit: { reason, explicitNeed: 'none', latentNeed: 'none', products: [...PRODUCTS] },
    reason: note,
  };
};

export const win = (it: Telling, opened: number, day: Day): number =>
  it.tell(day, it.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: part('o', opened), outcome: 'won', on: it.on(day) },
    decision: { to: 'CURRENT_CLIENT' },
  });

export const lose = (it: Telling, opened: number, day: Day, revisitOn?: CalendarDate): number =>
  it.tell(day, it.fs, {
    type: 'closeOpportunity',
    closing: {
      opportunityId: part('o', opened),
      outcome: 'lost',
      on: it.on(day),
      lostReason: pick(LOSSES, it.n).reason,
    },
    decision: { to: 'DEAD_OPPORTUNITY', data: lostData(it, day, revisitOn) },
  });
