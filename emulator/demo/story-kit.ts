/** What the stories of the demonstration are made of: days, steps, and events that occur in many of them. */
import { blankAccount } from '../../functions/domain/account/account';
import type {
  ActivityInput,
  OpportunityInput,
  TransitionData,
} from '../../functions/domain/account/command-inputs';
import { nextPartId } from '../../functions/domain/account/decision-context';
import { definedFields } from '../../functions/domain/account/defined-fields';
import type { CalendarDate } from '../../functions/domain/calendar/calendar-date';
import type { Command } from '../../functions/domain/commands/command-table';
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
  OPPORTUNITY_STEPS,
} from './sample-texts';
import { type DemoPerson, OWN_PRODUCTS, PRODUCTS } from './team';

/** The days on which something happens, counted back from today. They are few, so that few calls are made. */
export const STORY_DAYS = [
  330, 300, 260, 230, 205, 180, 150, 125, 110, 95, 80, 60, 45, 30, 20, 12, 5,
] as const;
export type StoryDay = (typeof STORY_DAYS)[number];

/** One command; the steps of an account are in their order. */
export interface StoryStep {
  /** ID of the account; of one that a step registers, a name for it among the steps. */
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
  /** The day that many days ago or, if it is no business day, the last one before it. */
  on: (daysAgo: number) => CalendarDate;
  /** The business days in each part of the queue. There may be none, as in the rest of the week on a Sunday. */
  free: Readonly<Record<'dueIn7' | 'dueIn30' | 'later', readonly CalendarDate[]>>;
}

export const pickNth = <T>(from: readonly T[], n: number): T => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** One story for one company. */
export interface StoryContext extends DemoScene {
  /** A number that makes the story differ from others of its kind. */
  n: number;
  company: DemoCompany;
  is: DemoPerson;
  fs: DemoPerson;
  manager: DemoPerson;
  /** Adds a step; returns the account's version after it. */
  addStep: (daysAgo: StoryDay, by: DemoPerson, command: Command) => number;
}
export type DemoStory = (story: StoryContext) => void;

/** The ID that the domain gives to a part (contact, opportunity …) added in this version of the account. */
export const partIdAt = (prefix: 'a' | 'c' | 'o' | 'p' | 'r', version: number): string =>
  nextPartId(prefix, { ...blankAccount(''), version: version - 1 });

export const previousStoryDay = (day: StoryDay): StoryDay => {
  const before = STORY_DAYS[STORY_DAYS.indexOf(day) - 1];
  if (before === undefined) throw new Error(`nothing happens before ${day} days ago`);
  return before;
};

export const contactLabel = (story: StoryContext): string => {
  const { department, name, title } = pickNth(CONTACTS, story.n);
  return `${department} ${name.split(' ')[0]}${title}`;
};

export const startWorking = (story: StoryContext, day: StoryDay, by = story.is): number =>
  story.addStep(day, by, {
    type: 'changeStatus',
    to: 'WORKING',
    data: { ownerId: story.memberIds[by], action: firstActionInput(story, day) },
  });
export const firstActionInput = (story: StoryContext, day: StoryDay): ActivityInput => ({
  ...pickNth(FIRST_ACTIONS, story.n),
  date: story.on(day),
  with: pickNth(FRONT_DESKS, story.n),
});

export const logFollowUp = (story: StoryContext, day: StoryDay): number =>
  story.addStep(day, story.is, {
    type: 'logActivity',
    activity: { ...pickNth(FOLLOW_UPS, story.n + day), date: story.on(day), with: contactLabel(story) },
  });

export const logMeeting = (story: StoryContext, day: StoryDay, by = story.is): number =>
  story.addStep(day, by, {
    type: 'logActivity',
    activity: {
      kind: 'meeting',
      date: story.on(day),
      with: contactLabel(story),
      note: pickNth(CONDITIONS, story.n).note,
    },
  });

export const quarterlyCheckData = (story: StoryContext): TransitionData => {
  const { condition, bant } = pickNth(CONDITIONS, story.n);
  return { awaitedCondition: condition, bant, contact: pickNth(CONTACTS, story.n) };
};

/** A meeting, then the quarterly check. With `when` the next check is on a day that the customer names, if there is a free one. */
export const enterQuarterlyCheck = (
  story: StoryContext,
  day: StoryDay,
  when?: keyof DemoScene['free'],
): number => {
  startWorking(story, previousStoryDay(day));
  const days = when === undefined ? [] : story.free[when];
  return story.addStep(day, story.is, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: {
      ...quarterlyCheckData(story),
      meeting: { date: story.on(day), with: contactLabel(story), note: pickNth(CONDITIONS, story.n).note },
      ...(days.length === 0 ? {} : { nextCheckDate: pickNth(days, story.n) }),
    },
  });
};

/** With the contact that the account has kept since it entered the quarterly check; `saved` is the version that this made of it. */
export const recordCheckResult = (
  story: StoryContext,
  day: StoryDay,
  result: 'stillWaiting' | 'noAnswer',
  saved: number,
): number =>
  story.addStep(day, story.is, {
    type: 'recordCheck',
    result,
    activity: {
      kind: 'call',
      date: story.on(day),
      contactId: partIdAt('c', saved),
      note: pickNth(result === 'noAnswer' ? NO_ANSWER_NOTES : CHECK_NOTES, story.n + day),
    },
  });

export const opportunityInput = (
  story: StoryContext,
  day: StoryDay,
  product = pickNth(OWN_PRODUCTS, story.n),
): OpportunityInput => ({
  product,
  fsOwnerId: story.memberIds[story.fs],
  since: story.on(day),
  handOverNote: { metWith: contactLabel(story), ...pickNth(HAND_OVER_NOTES, story.n) },
  amount: 600_000 + (story.n % 7) * 450_000,
});

export const handToFieldSales = (story: StoryContext, day: StoryDay): number => {
  startWorking(story, previousStoryDay(previousStoryDay(day)));
  logMeeting(story, previousStoryDay(day));
  const opened = story.addStep(day, story.is, {
    type: 'addOpportunity',
    opportunity: opportunityInput(story, day),
  });
  // Some forget to say that it has arrived.
  if (story.n % 4 > 0) story.addStep(day, story.fs, { type: 'acknowledgeHandOver', accept: true });
  return opened;
};

export const logFieldMeeting = (story: StoryContext, day: StoryDay): number =>
  story.addStep(day, story.fs, {
    type: 'logActivity',
    activity: {
      kind: 'meeting',
      date: story.on(day),
      with: contactLabel(story),
      note: pickNth(FIELD_NOTES, story.n),
    },
  });

export const lossData = (story: StoryContext, day: StoryDay, revisitOn?: CalendarDate): TransitionData => {
  const { reason, latentNeed, trigger } = pickNth(LOSS_REASONS, story.n);
  return {
    latentNeed,
    bant: { need: 'unclear' },
    lost: { on: story.on(day), reason, ...(revisitOn ? { revisitOn } : { revisitTrigger: trigger }) },
  };
};

/** `recordedNeed`: of an account that had a need until now. */
export const badFitData = (story: StoryContext, recordedNeed?: 'gone'): TransitionData => {
  const { reason, note } = pickNth(BAD_FIT_NOTES, story.n);
  return {
    fit: {
      reason,
      explicitNeed: 'none',
      latentNeed: 'none',
      products: [...PRODUCTS],
      ...definedFields({ recordedNeed }),
    },
    reason: note,
  };
};

/** What its owner expects of it, from that day on; the decision lies some weeks ahead of today, of one in five it is overdue. */
export const foreseeDecision = (story: StoryContext, opened: number, day: StoryDay): number =>
  story.addStep(day, story.fs, {
    type: 'editOpportunity',
    opportunityId: partIdAt('o', opened),
    nextStep: pickNth(OPPORTUNITY_STEPS, story.n),
    department: pickNth(CONTACTS, story.n).department,
    expectedOn: story.on(story.n % 5 === 0 ? Math.floor(day / 2) : -14 * ((story.n % 4) + 1)),
    probability: 20 + 10 * (story.n % 7),
  });

export const winOpportunity = (story: StoryContext, opened: number, day: StoryDay): number =>
  story.addStep(day, story.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: partIdAt('o', opened), outcome: 'won', on: story.on(day) },
    decision: { to: 'CURRENT_CLIENT' },
  });

export const loseOpportunity = (
  story: StoryContext,
  opened: number,
  day: StoryDay,
  revisitOn?: CalendarDate,
): number =>
  story.addStep(day, story.fs, {
    type: 'closeOpportunity',
    closing: {
      opportunityId: partIdAt('o', opened),
      outcome: 'lost',
      on: story.on(day),
      lostReason: pickNth(LOSS_REASONS, story.n).reason,
    },
    decision: { to: 'DEAD_OPPORTUNITY', data: lossData(story, day, revisitOn) },
  });
