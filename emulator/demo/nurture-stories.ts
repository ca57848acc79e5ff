/** Stories of accounts that are nurtured: open opportunities, quarterly checks, lost opportunities. All made up. */
import type { CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { CONTACTS } from './sample-texts';
import {
  contactLabel,
  type DemoScene,
  type DemoStory,
  enterQuarterlyCheck,
  foreseeDecision,
  handToFieldSales,
  logFieldMeeting,
  logMeeting,
  loseOpportunity,
  lossData,
  opportunityInput,
  partIdAt,
  pickNth,
  previousStoryDay,
  quarterlyCheckData,
  recordCheckResult,
  type StoryContext,
  type StoryDay,
  startWorking,
} from './story-kit';
import { STORY_NOTES } from './story-notes';
import { OWN_PRODUCTS } from './team';

export const activeOpportunity =
  (since: StoryDay, ...meetings: StoryDay[]): DemoStory =>
  (story) => {
    const opened = handToFieldSales(story, since);
    for (const day of meetings) logFieldMeeting(story, day);
    const last = meetings.at(-1);
    if (last !== undefined) foreseeDecision(story, opened, last);
  };

export const foundByFieldSales: DemoStory = (story) => {
  story.addStep(5, story.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(story, 5),
    data: {
      ownerId: story.memberIds[story.fs],
      meeting: { date: story.on(5), with: contactLabel(story), note: STORY_NOTES.referral },
    },
  });
};

export const twoOpportunities: DemoStory = (story) => {
  const opened = handToFieldSales(story, 45);
  foreseeDecision(story, opened, 30);
  story.addStep(30, story.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(story, 30, pickNth(OWN_PRODUCTS, story.n + 1)),
  });
  logFieldMeeting(story, 12);
};

export const checkBecameOpportunity: DemoStory = (story) => {
  enterQuarterlyCheck(story, 125);
  story.addStep(20, story.is, {
    type: 'recordCheck',
    result: 'becameDeal',
    activity: {
      kind: 'call',
      date: story.on(20),
      with: contactLabel(story),
      note: STORY_NOTES.budgetApproved,
    },
    data: { opportunity: opportunityInput(story, 20), bant: { budget: 'yes' } },
  });
};

export const reopenedAfterLoss: DemoStory = (story) => {
  const opened = handToFieldSales(story, 205);
  loseOpportunity(story, opened, 150);
  story.addStep(20, story.is, {
    type: 'addOpportunity',
    opportunity: {
      ...opportunityInput(story, 20),
      follows: partIdAt('o', opened),
      note: STORY_NOTES.newRequest,
    },
  });
};

export const checkOnCustomerDate =
  (since: StoryDay, when: keyof DemoScene['free']): DemoStory =>
  (story) => {
    enterQuarterlyCheck(story, since, when);
  };
export const waitingForCheck =
  (since: StoryDay): DemoStory =>
  (story) => {
    enterQuarterlyCheck(story, since);
  };
export const checkedRepeatedly =
  (since: StoryDay, ...checks: [StoryDay, 'stillWaiting' | 'noAnswer'][]): DemoStory =>
  (story) => {
    const saved = enterQuarterlyCheck(story, since);
    for (const [day, result] of checks) recordCheckResult(story, day, result, saved);
  };

export const contactLeft: DemoStory = (story) => {
  const { name } = pickNth(CONTACTS, story.n);
  const saved = enterQuarterlyCheck(story, 80);
  story.addStep(12, story.is, {
    type: 'saveContact',
    contact: { id: partIdAt('c', saved), name, state: story.n % 2 === 0 ? 'left' : 'moved' },
  });
};

export const handedOver =
  (acknowledged: boolean): DemoStory =>
  (story) => {
    enterQuarterlyCheck(story, 60, 'later');
    const toId = story.memberIds[acknowledged ? 'ito' : 'sato'];
    story.addStep(12, story.manager, {
      type: 'handOver',
      toId,
      note: STORY_NOTES.handOver,
      promises: STORY_NOTES.handOverPromises,
    });
    if (acknowledged) story.addStep(5, 'ito', { type: 'acknowledgeHandOver', accept: true });
  };

export const revivedAfterLoss: DemoStory = (story) => {
  const opened = handToFieldSales(story, 230);
  loseOpportunity(story, opened, 180);
  story.addStep(60, story.is, {
    type: 'logActivity',
    activity: {
      kind: 'call',
      twoWay: true,
      date: story.on(60),
      with: contactLabel(story),
      note: STORY_NOTES.needHeardAgain,
    },
  });
  story.addStep(45, story.is, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: quarterlyCheckData(story),
  });
};

export const lostBeforeOpportunity =
  (day: StoryDay, revisit?: (story: StoryContext) => CalendarDate): DemoStory =>
  (story) => {
    startWorking(story, previousStoryDay(previousStoryDay(day)));
    logMeeting(story, previousStoryDay(day));
    story.addStep(day, story.is, {
      type: 'changeStatus',
      to: 'DEAD_OPPORTUNITY',
      data: lossData(story, day, revisit?.(story)),
    });
  };
export const lostOpportunity =
  (since: StoryDay, day: StoryDay, revisit?: (story: StoryContext) => CalendarDate): DemoStory =>
  (story) => {
    loseOpportunity(story, handToFieldSales(story, since), day, revisit?.(story));
  };
export const needGone: DemoStory = (story) => {
  enterQuarterlyCheck(story, 125);
  story.addStep(30, story.is, {
    type: 'recordCheck',
    result: 'needGone',
    activity: {
      kind: 'call',
      date: story.on(30),
      with: contactLabel(story),
      note: STORY_NOTES.needGone,
    },
    data: { ...lossData(story, 30), bant: { need: 'no' } },
  });
};

export const revisitSoon = ({ free, n }: StoryContext): CalendarDate =>
  pickNth([...free.dueIn7, ...free.dueIn30, ...free.later], n);
export const revisitOverdue = ({ on }: StoryContext): CalendarDate => on(12);
