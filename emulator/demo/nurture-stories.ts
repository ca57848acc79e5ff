/** Lives of what is nurtured: open opportunities, quarterly checks, lost ones. All made up. */
import type { CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { CONTACTS } from './sample-texts';
import {
  contactLabel,
  type DemoScene,
  type DemoStory,
  enterQuarterlyCheck,
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
import { OWN_PRODUCTS } from './team';

export const activeOpportunity =
  (since: StoryDay, ...meetings: StoryDay[]): DemoStory =>
  (it) => {
    handToFieldSales(it, since);
    for (const day of meetings) logFieldMeeting(it, day);
  };

export const foundByFieldSales: DemoStory = (it) => {
  it.addStep(5, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(it, 5),
    data: {
      ownerId: it.memberIds[it.fs],
      meeting: { date: it.on(5), with: contactLabel(it), note: '既存のお客様からの紹介でお会いした。' },
    },
  });
};

export const twoOpportunities: DemoStory = (it) => {
  handToFieldSales(it, 45);
  it.addStep(30, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(it, 30, pickNth(OWN_PRODUCTS, it.n + 1)),
  });
  logFieldMeeting(it, 12);
};

export const checkBecameOpportunity: DemoStory = (it) => {
  enterQuarterlyCheck(it, 125);
  it.addStep(20, it.is, {
    type: 'recordCheck',
    result: 'becameDeal',
    activity: {
      kind: 'call',
      date: it.on(20),
      with: contactLabel(it),
      note: '予算が承認された。商談に進む。',
    },
    data: { opportunity: opportunityInput(it, 20), bant: { budget: 'yes' } },
  });
};

export const reopenedAfterLoss: DemoStory = (it) => {
  const opened = handToFieldSales(it, 205);
  loseOpportunity(it, opened, 150);
  it.addStep(20, it.is, {
    type: 'addOpportunity',
    opportunity: {
      ...opportunityInput(it, 20),
      follows: partIdAt('o', opened),
      note: '前回の失注から改めて相談あり。',
    },
  });
};

export const checkOnCustomerDate =
  (since: StoryDay, when: keyof DemoScene['free']): DemoStory =>
  (it) => {
    enterQuarterlyCheck(it, since, when);
  };
export const waitingForCheck =
  (since: StoryDay): DemoStory =>
  (it) => {
    enterQuarterlyCheck(it, since);
  };
export const checkedRepeatedly =
  (since: StoryDay, ...checks: [StoryDay, 'stillWaiting' | 'noAnswer'][]): DemoStory =>
  (it) => {
    enterQuarterlyCheck(it, since);
    for (const [day, result] of checks) recordCheckResult(it, day, result);
  };

export const contactLeft: DemoStory = (it) => {
  const { name } = pickNth(CONTACTS, it.n);
  const saved = enterQuarterlyCheck(it, 80);
  it.addStep(12, it.is, {
    type: 'saveContact',
    contact: { id: partIdAt('c', saved), name, state: it.n % 2 === 0 ? 'left' : 'moved' },
  });
};

export const handedOver =
  (acknowledged: boolean): DemoStory =>
  (it) => {
    enterQuarterlyCheck(it, 60, 'later');
    const toId = it.memberIds[acknowledged ? 'ito' : 'sato'];
    it.addStep(12, it.manager, {
      type: 'handOver',
      toId,
      note: '窓口の方は午前中が繋がりやすいです。これまでの経緯は商談メモをご覧ください。',
      promises: '導入効果の試算を次回までに送る約束をしています。',
    });
    if (acknowledged) it.addStep(5, 'ito', { type: 'acknowledgeHandOver', accept: true });
  };

export const revivedAfterLoss: DemoStory = (it) => {
  const opened = handToFieldSales(it, 230);
  loseOpportunity(it, opened, 180);
  it.addStep(60, it.is, {
    type: 'logActivity',
    activity: {
      kind: 'call',
      twoWay: true,
      date: it.on(60),
      with: contactLabel(it),
      note: '課題を改めて伺えた。',
    },
  });
  it.addStep(45, it.is, { type: 'changeStatus', to: 'QUARTERLY_CHECK', data: quarterlyCheckData(it) });
};

export const lostBeforeOpportunity =
  (day: StoryDay, revisit?: (it: StoryContext) => CalendarDate): DemoStory =>
  (it) => {
    startWorking(it, previousStoryDay(previousStoryDay(day)));
    logMeeting(it, previousStoryDay(day));
    it.addStep(day, it.is, {
      type: 'changeStatus',
      to: 'DEAD_OPPORTUNITY',
      data: lossData(it, day, revisit?.(it)),
    });
  };
export const lostOpportunity =
  (since: StoryDay, day: StoryDay, revisit?: (it: StoryContext) => CalendarDate): DemoStory =>
  (it) => {
    loseOpportunity(it, handToFieldSales(it, since), day, revisit?.(it));
  };
export const needGone: DemoStory = (it) => {
  enterQuarterlyCheck(it, 125);
  it.addStep(30, it.is, {
    type: 'recordCheck',
    result: 'needGone',
    activity: {
      kind: 'call',
      date: it.on(30),
      with: contactLabel(it),
      note: '組織が変わり、対象の業務がなくなった。',
    },
    data: { ...lossData(it, 30), bant: { need: 'no' } },
  });
};

export const revisitSoon = ({ free, n }: StoryContext): CalendarDate =>
  pickNth([...free.thisWeek, ...free.thisMonth, ...free.later], n);
export const revisitOverdue = ({ on }: StoryContext): CalendarDate => on(12);
