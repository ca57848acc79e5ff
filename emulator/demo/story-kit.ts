/** What the lives of the demonstration are told with: days, steps, and what happens in many of them. */
import { blankAccount } from '../../functions/domain/account/account';
import type {
  ActivityInput,
  OpportunityInput,
  TransitionData,
} from '../../functions/domain/account/command-inputs';
import { nextPartId } from '../../functions/domain/account/decision-context';
import type { CalendarDate } from '../../functions/domain/calendar/calendar-date';
import type { Command } from '../../functions/domain/commands/command-table';
import type { Bucket } from '../../functions/domain/queue/queue';
import {
  BAD_FIT_NOTES,
  CHECK_NOTES,
  CONDITIONS,
  CONTACTS,
  FIELD_NOTES,
  FIRST_ACTIONS,
  FOLLOW_UPS,
  FRONT_DESKS,
  HAND_OVER_NOTES,
  LOSS_REASONS,
  NO_ANSWER_NOTES,
} from './sample-texts';
import { type DemoPerson, OWN_PRODUCTS, PRODUCTS } from './team';

/** The days ago on which something happens; on the first one the lists are imported. Few, so that few calls are made. */
export const STORY_DAYS = [
  330, 300, 260, 230, 205, 180, 150, 125, 110, 95, 80, 60, 45, 30, 20, 12, 5,
] as const;
export type StoryDay = (typeof STORY_DAYS)[number];

/** One command; those of an account in the order in which they are given. */
export interface StoryStep {
  /** ID of the account or, of one that is registered on the way, the name that it goes by here. */
  subject: string;
  /** The account's version before the step. */
  version: number;
  daysAgo: StoryDay;
  by: DemoPerson;
  command: Command;
}

export interface DemoCompany {
  id: string;
  name: string;
}

export interface DemoScene {
  /** Companies of the imported list, in its order. */
  companies: readonly DemoCompany[];
  memberIds: Readonly<Record<DemoPerson, string>>;
  /** The day so many days ago, or the last business day before it. */
  on: (daysAgo: number) => CalendarDate;
  /** Business days that each part of the queue has; it may have none, as the rest of the week on a Sunday. */
  free: Readonly<Record<Exclude<Bucket, 'overdue'>, readonly CalendarDate[]>>;
}

export const pickNth = <T>(from: readonly T[], n: number): T => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** A life being told. */
export interface StoryContext extends DemoScene {
  /** Makes the life differ from others of its kind. */
  n: number;
  company: DemoCompany;
  is: DemoPerson;
  fs: DemoPerson;
  manager: DemoPerson;
  /** Notes the step, and gives the version that it makes. */
  addStep: (daysAgo: StoryDay, by: DemoPerson, command: Command) => number;
}
export type DemoStory = (it: StoryContext) => void;

/** The ID that the domain gave to a part which came with the account's version. */
export const partIdAt = (prefix: 'a' | 'c' | 'o' | 'p' | 'r', version: number): string =>
  nextPartId(prefix, { ...blankAccount(''), version: version - 1 });

export const previousStoryDay = (day: StoryDay): StoryDay => {
  const before = STORY_DAYS[STORY_DAYS.indexOf(day) - 1];
  if (before === undefined) throw new Error(`nothing happens before ${day} days ago`);
  return before;
};

export const contactLabel = (it: StoryContext): string => {
  const { department, name, title } = pickNth(CONTACTS, it.n);
  return `${department} ${name.split(' ')[0]}${title}`;
};

export const startWorking = (it: StoryContext, day: StoryDay, by = it.is): number =>
  it.addStep(day, by, {
    type: 'changeStatus',
    to: 'WORKING',
    data: { ownerId: it.memberIds[by], action: firstActionInput(it, day) },
  });
export const firstActionInput = (it: StoryContext, day: StoryDay): ActivityInput => ({
  ...pickNth(FIRST_ACTIONS, it.n),
  date: it.on(day),
  with: pickNth(FRONT_DESKS, it.n),
});

export const logFollowUp = (it: StoryContext, day: StoryDay): number =>
  it.addStep(day, it.is, {
    type: 'logActivity',
    activity: { ...pickNth(FOLLOW_UPS, it.n + day), date: it.on(day), with: contactLabel(it) },
  });

export const logMeeting = (it: StoryContext, day: StoryDay, by = it.is): number =>
  it.addStep(day, by, {
    type: 'logActivity',
    activity: {
      kind: 'meeting',
      date: it.on(day),
      with: contactLabel(it),
      note: pickNth(CONDITIONS, it.n).note,
    },
  });

export const quarterlyCheckData = (it: StoryContext): TransitionData => {
  const { condition, bant } = pickNth(CONDITIONS, it.n);
  return { awaitedCondition: condition, bant, contact: pickNth(CONTACTS, it.n) };
};

/** Met and agreed; the next check is three months after or, where there is a day left there, on the customer's own date. */
export const enterQuarterlyCheck = (
  it: StoryContext,
  day: StoryDay,
  when?: keyof DemoScene['free'],
): number => {
  startWorking(it, previousStoryDay(day));
  const days = when === undefined ? [] : it.free[when];
  return it.addStep(day, it.is, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: {
      ...quarterlyCheckData(it),
      meeting: { date: it.on(day), with: contactLabel(it), note: pickNth(CONDITIONS, it.n).note },
      ...(days.length === 0 ? {} : { nextCheckDate: pickNth(days, it.n) }),
    },
  });
};

export const recordCheckResult = (
  it: StoryContext,
  day: StoryDay,
  result: 'stillWaiting' | 'noAnswer',
): number =>
  it.addStep(day, it.is, {
    type: 'recordCheck',
    result,
    activity: {
      kind: 'call',
      date: it.on(day),
      with: contactLabel(it),
      note: pickNth(result === 'noAnswer' ? NO_ANSWER_NOTES : CHECK_NOTES, it.n + day),
    },
  });

export const opportunityInput = (
  it: StoryContext,
  day: StoryDay,
  product = pickNth(OWN_PRODUCTS, it.n),
): OpportunityInput => ({
  product,
  fsOwnerId: it.memberIds[it.fs],
  since: it.on(day),
  handOverNote: { metWith: contactLabel(it), ...pickNth(HAND_OVER_NOTES, it.n) },
  amount: 600_000 + (it.n % 7) * 450_000,
});

export const handToFieldSales = (it: StoryContext, day: StoryDay): number => {
  startWorking(it, previousStoryDay(previousStoryDay(day)));
  logMeeting(it, previousStoryDay(day));
  return it.addStep(day, it.is, { type: 'addOpportunity', opportunity: opportunityInput(it, day) });
};

export const logFieldMeeting = (it: StoryContext, day: StoryDay): number =>
  it.addStep(day, it.fs, {
    type: 'logActivity',
    activity: { kind: 'meeting', date: it.on(day), with: contactLabel(it), note: pickNth(FIELD_NOTES, it.n) },
  });

export const lossData = (it: StoryContext, day: StoryDay, revisitOn?: CalendarDate): TransitionData => {
  const { reason, latentNeed, trigger } = pickNth(LOSS_REASONS, it.n);
  return {
    latentNeed,
    bant: { need: 'unclear' },
    lost: { on: it.on(day), reason, ...(revisitOn ? { revisitOn } : { revisitTrigger: trigger }) },
  };
};

export const badFitData = (it: StoryContext): TransitionData => {
  const { reason, note } = pickNth(BAD_FIT_NOTES, it.n);
  return {
    fit: { reason, explicitNeed: 'none', latentNeed: 'none', products: [...PRODUCTS] },
    reason: note,
  };
};

export const winOpportunity = (it: StoryContext, opened: number, day: StoryDay): number =>
  it.addStep(day, it.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: partIdAt('o', opened), outcome: 'won', on: it.on(day) },
    decision: { to: 'CURRENT_CLIENT' },
  });

export const loseOpportunity = (
  it: StoryContext,
  opened: number,
  day: StoryDay,
  revisitOn?: CalendarDate,
): number =>
  it.addStep(day, it.fs, {
    type: 'closeOpportunity',
    closing: {
      opportunityId: partIdAt('o', opened),
      outcome: 'lost',
      on: it.on(day),
      lostReason: pickNth(LOSS_REASONS, it.n).reason,
    },
    decision: { to: 'DEAD_OPPORTUNITY', data: lossData(it, day, revisitOn) },
  });
