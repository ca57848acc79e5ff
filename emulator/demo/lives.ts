/** Which company of the demonstration has which life. All made up. */
import {
  acquired,
  badFit,
  badFitAfterLoss,
  badFitFoundByCheck,
  churned,
  clientOfTwoLists,
  confirmedClient,
  dissolved,
  duplicate,
  longClient,
  moreBusiness,
  oneWonOneLost,
  restoreAsked,
  untouched,
  useRanOut,
  won,
} from './avoided';
import {
  active,
  agreed,
  asked,
  becameDeal,
  checked,
  contactLeft,
  dead,
  deadAfterOpportunity,
  foundByFieldSales,
  handedOver,
  needGone,
  passed,
  revived,
  soon,
  twoOpportunities,
  wonBack,
} from './nurtured';
import { returned, unresponsive, working, wronglyAnswered, wronglyMet } from './prospects';
import { FIELD_SALES, INSIDE_SALES, LEAVER, MANAGERS, type Person } from './team';
import { type Company, type Life, pick, type Scene, type Step } from './telling';

/** How many live it, and by whom they are looked after where it matters. */
type Lived = readonly [times: number, life: Life, owner?: Person];

/** How many companies live which life; the first twelve are those of the purchased list. */
const LIVES: readonly Lived[] = [
  [3, clientOfTwoLists],
  [2, confirmedClient],
  [1, useRanOut],
  [6, untouched],
  [3, working(45, 30, 12)],
  [3, working(20, 12)],
  [3, working(5)],
  [3, working(110, 95, 60)],
  [2, working(45, 20), LEAVER],
  [1, returned],
  [1, wronglyMet],
  [1, wronglyAnswered],
  [2, unresponsive],
  [4, active(45, 20)],
  [3, active(12, 5)],
  [1, foundByFieldSales],
  [1, twoOpportunities],
  [3, becameDeal],
  [1, wonBack],
  [3, agreed(125)],
  [5, agreed(110)],
  [2, agreed(205)],
  [2, agreed(300)],
  [1, checked(205, [110, 'noAnswer'], [95, 'noAnswer'], [80, 'noAnswer'])],
  [2, checked(125, [20, 'noAnswer'])],
  [2, checked(125, [30, 'noAnswer'], [12, 'noAnswer'])],
  [2, checked(300, [205, 'stillWaiting'], [110, 'stillWaiting'], [12, 'stillWaiting'])],
  [4, asked(60, 'thisWeek')],
  [4, asked(80, 'thisMonth')],
  [4, asked(45, 'later')],
  [2, agreed(60)],
  [2, agreed(20)],
  [1, agreed(110), LEAVER],
  [1, asked(95, 'thisWeek'), LEAVER],
  [1, asked(60, 'later'), LEAVER],
  [1, handedOver(false), LEAVER],
  [1, handedOver(true), 'tanaka'],
  [2, contactLeft],
  [1, revived],
  [1, churned],
  [3, dead(150, passed)],
  [2, dead(80, soon)],
  [2, dead(95)],
  [3, deadAfterOpportunity(180, 110, soon)],
  [2, deadAfterOpportunity(80, 45)],
  [2, needGone],
  [4, won(205, 150)],
  [2, won(80, 45)],
  [2, oneWonOneLost],
  [2, moreBusiness],
  [2, longClient],
  [3, badFit(20)],
  [3, badFit(95, 80)],
  [2, badFit(230, 205)],
  [1, badFitAfterLoss(true)],
  [1, badFitAfterLoss(false)],
  [1, badFitFoundByCheck],
];

/** Lives of accounts that are registered by hand, beside a company of the list. */
const REGISTERED: readonly Lived[] = [
  [3, duplicate],
  [1, acquired],
  [1, dissolved],
  [1, restoreAsked],
];

const spread = (lives: readonly Lived[]): [Life, Person | undefined][] =>
  lives.flatMap(([times, life, owner]) =>
    Array.from({ length: times }, (): [Life, Person | undefined] => [life, owner]),
  );

/** Companies of the purchased list: the first ones that have a life. */
export const PURCHASED_COMPANIES = 12;

/** Every second company of the list, so that the lives are spread over its industries. */
export const companyAt = <T>(companies: readonly T[], n: number): T => {
  const company = companies[n * 2];
  if (company === undefined) throw new Error(`the list has no company for life ${n}`);
  return company;
};

/** All steps; the same scene gives the same ones. */
export const tellLives = (scene: Scene): Step[] => {
  const steps: Step[] = [];
  const tellOne = (
    n: number,
    life: Life,
    company: Company,
    { subject, version: first, owner }: { subject: string; version: number; owner?: Person },
  ): void => {
    let version = first;
    life({
      ...scene,
      n,
      company,
      is: owner ?? pick(INSIDE_SALES, n),
      fs: pick(FIELD_SALES, n + Math.floor(n / 3)),
      manager: pick(MANAGERS, n),
      tell: (daysAgo, by, command) => {
        steps.push({ subject, version, daysAgo, by, command });
        version += 1;
        return version;
      },
    });
  };
  const listed = spread(LIVES);
  listed.forEach(([life, owner], n) => {
    const company = companyAt(scene.companies, n);
    // Imported once from each list that has it.
    const version = n < PURCHASED_COMPANIES ? 2 : 1;
    tellOne(n, life, company, { subject: company.id, version, owner });
  });
  spread(REGISTERED).forEach(([life], index) => {
    const beside = companyAt(scene.companies, index);
    tellOne(listed.length + index, life, beside, { subject: `registered-${index}`, version: 0 });
  });
  return steps;
};
