/** How often each member judges a company a bad fit, and why, against the rest of the team: where criteria are uneven, it shows. */
import type { BadFitsAnswer } from '../contract/bad-fits';
import { badFitReasons } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { type ComparedRate, compareRates } from '../domain/statistics/compare-rates';
import { keysOf } from '../domain/status/table-keys';
import { countJudgements, type MemberJudgements } from '../store/bad-fit-counts';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';

export const rateBadFits = async (
  db: Database,
  { members, settings }: Team,
  today: CalendarDate,
): Promise<BadFitsAnswer> => {
  const labels = badFitReasons(settings);
  const reasons = keysOf(labels);
  const counted = await countJudgements(db, Object.keys(members), reasons);
  const judges = counted.filter(({ badFits, fitting }) => badFits + fitting > 0);
  const [byMember = []] = compareRates([judges.map(rateOfMember)]);
  const given = reasons.filter((reason) => judges.some(({ byReason }) => byReason[reason] !== undefined));
  const byReason = compareRates(given.map((reason) => judges.map((judge) => rateOfReason(judge, reason))));
  return {
    date: today,
    members: byMember.map(publishedRate),
    reasons: given.map((code, index) => ({
      code,
      label: labels[code] ?? { ja: code, en: code },
      members: (byReason[index] ?? []).filter(({ total }) => total > 0).map(publishedRate),
    })),
  };
};

/** The member's bad fits among all companies that they have judged. */
const rateOfMember = ({ memberId, badFits, fitting }: MemberJudgements) => ({
  ...{ id: memberId, count: badFits, total: badFits + fitting },
});

/** The member's bad fits with that reason among all their bad fits. */
const rateOfReason = ({ memberId, badFits, byReason }: MemberJudgements, reason: string) => ({
  ...{ id: memberId, count: byReason[reason] ?? 0, total: badFits },
});

const publishedRate = ({ id, ...rate }: ComparedRate) => ({ memberId: id, ...rate });
