/** Which story each company of the demonstration has. All made up. */
import {
  acquiredCompany,
  badFitAfterLoss,
  badFitFoundByCheck,
  churnedClient,
  clientOfTwoLists,
  clientWithExpiredContract,
  clientWithNewOpportunity,
  clientWithOneLoss,
  confirmedPurchasedClient,
  dissolvedCompany,
  judgedBadFit,
  longStandingClient,
  registeredDuplicate,
  restoreRequested,
  untouchedCold,
  wonClient,
} from './avoid-stories';
import {
  activeOpportunity,
  checkBecameOpportunity,
  checkedRepeatedly,
  checkOnCustomerDate,
  contactLeft,
  foundByFieldSales,
  handedOver,
  lostBeforeOpportunity,
  lostOpportunity,
  needGone,
  reopenedAfterLoss,
  revisitOverdue,
  revisitSoon,
  revivedAfterLoss,
  twoOpportunities,
  waitingForCheck,
} from './nurture-stories';
import {
  correctedMeeting,
  returnedToInsideSales,
  undoneBant,
  unresponsive,
  workingProspect,
} from './prospect-stories';
import { type DemoCompany, type DemoScene, type DemoStory, pickNth, type StoryStep } from './story-kit';
import { type DemoPerson, FIELD_SALES, INSIDE_SALES, LEAVER, MANAGERS } from './team';

/** The story, how many companies have it, and their owner where it must be a certain person. */
type StoryCount = readonly [count: number, story: DemoStory, owner?: DemoPerson];

/** The stories of listed companies; those of the first twelve belong to the purchased list. */
const STORIES: readonly StoryCount[] = [
  [3, clientOfTwoLists],
  [2, confirmedPurchasedClient],
  [1, clientWithExpiredContract],
  [6, untouchedCold],
  [3, workingProspect(45, 30, 12)],
  [3, workingProspect(20, 12)],
  [3, workingProspect(5)],
  [3, workingProspect(110, 95, 60)],
  [2, workingProspect(45, 20), LEAVER],
  [1, returnedToInsideSales],
  [1, correctedMeeting],
  [1, undoneBant],
  [2, unresponsive],
  [4, activeOpportunity(45, 20)],
  [3, activeOpportunity(12, 5)],
  [1, foundByFieldSales],
  [1, twoOpportunities],
  [3, checkBecameOpportunity],
  [1, reopenedAfterLoss],
  [3, waitingForCheck(125)],
  [5, waitingForCheck(110)],
  [2, waitingForCheck(205)],
  [2, waitingForCheck(300)],
  [1, checkedRepeatedly(205, [110, 'noAnswer'], [95, 'noAnswer'], [80, 'noAnswer'])],
  [2, checkedRepeatedly(125, [20, 'noAnswer'])],
  [2, checkedRepeatedly(125, [30, 'noAnswer'], [12, 'noAnswer'])],
  [2, checkedRepeatedly(300, [205, 'stillWaiting'], [110, 'stillWaiting'], [12, 'stillWaiting'])],
  [4, checkOnCustomerDate(60, 'dueIn7')],
  [4, checkOnCustomerDate(80, 'dueIn30')],
  [4, checkOnCustomerDate(45, 'later')],
  [2, waitingForCheck(60)],
  [2, waitingForCheck(20)],
  [1, waitingForCheck(110), LEAVER],
  [1, checkOnCustomerDate(95, 'dueIn7'), LEAVER],
  [1, checkOnCustomerDate(60, 'later'), LEAVER],
  [1, handedOver(false), LEAVER],
  [1, handedOver(true), 'tanaka'],
  [2, contactLeft],
  [1, revivedAfterLoss],
  [1, churnedClient],
  [3, lostBeforeOpportunity(150, revisitOverdue)],
  [2, lostBeforeOpportunity(80, revisitSoon)],
  [2, lostBeforeOpportunity(95)],
  [3, lostOpportunity(180, 110, revisitSoon)],
  [2, lostOpportunity(80, 45)],
  [2, needGone],
  [4, wonClient(205, 150)],
  [2, wonClient(80, 45)],
  [2, clientWithOneLoss],
  [2, clientWithNewOpportunity],
  [2, longStandingClient],
  [3, judgedBadFit(20)],
  [3, judgedBadFit(95, 80)],
  [2, judgedBadFit(230, 205)],
  [1, badFitAfterLoss(true)],
  [1, badFitAfterLoss(false)],
  [1, badFitFoundByCheck],
];

/** The stories of accounts that are registered by hand, each with a listed company. */
const REGISTERED_STORIES: readonly StoryCount[] = [
  [3, registeredDuplicate],
  [1, acquiredCompany],
  [1, dissolvedCompany],
  [1, restoreRequested],
];

const repeatStories = (counts: readonly StoryCount[]): [DemoStory, DemoPerson | undefined][] =>
  counts.flatMap(([count, story, owner]) =>
    Array.from({ length: count }, (): [DemoStory, DemoPerson | undefined] => [story, owner]),
  );

/** How many companies the purchased list has: those of the first stories. */
export const PURCHASED_COMPANIES = 12;

/** The company of the n-th story: every second one of the list, so that all industries occur. */
export const companyAt = <T>(companies: readonly T[], n: number): T => {
  const company = companies[n * 2];
  if (company === undefined) throw new Error(`the list has no company for story ${n}`);
  return company;
};

/** The steps of all stories; the same scene has the same steps. */
export const storySteps = (scene: DemoScene): StoryStep[] => {
  const steps: StoryStep[] = [];
  const addStory = (
    n: number,
    story: DemoStory,
    company: DemoCompany,
    { subject, version: first, owner }: { subject: string; version: number; owner?: DemoPerson },
  ): void => {
    let version = first;
    story({
      ...scene,
      n,
      company,
      is: owner ?? pickNth(INSIDE_SALES, n),
      fs: pickNth(FIELD_SALES, n + Math.floor(n / 3)),
      manager: pickNth(MANAGERS, n),
      addStep: (daysAgo, by, command) => {
        steps.push({ subject, version, daysAgo, by, command });
        version += 1;
        return version;
      },
    });
  };
  const listed = repeatStories(STORIES);
  listed.forEach(([story, owner], n) => {
    const company = companyAt(scene.companies, n);
    // The version after the imports: one for each list that has the company.
    const version = n < PURCHASED_COMPANIES ? 2 : 1;
    addStory(n, story, company, { subject: company.id, version, ...(owner && { owner }) });
  });
  repeatStories(REGISTERED_STORIES).forEach(([story], index) => {
    const company = companyAt(scene.companies, index);
    addStory(listed.length + index, story, company, { subject: `registered-${index}`, version: 0 });
  });
  return steps;
};
