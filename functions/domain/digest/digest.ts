/** What a member is told on a day: their own tasks and, for managers once a week, the team's. */
import { isManager, type Member, mayWrite } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { BAND_ORDER, type Queue, type QueueRow } from '../queue/queue';
import { BANDS, type Band } from '../queue/queue-texts';
import { accountTarget, type MakeRowLink } from '../register/row-target';
import type { Text } from '../text/text';
import { ANSWERED_LABEL, type AnsweredProposal, answeredText, answeredTo } from './answered-proposals';
import type { DigestItem, DigestMessage, DigestSection } from './digest-message';
import {
  addressText,
  countsText,
  DIGEST_FOOTER,
  digestTitle,
  dueText,
  MANAGERS_ADDRESSED,
  missedTimesText,
  moreItemsText,
  overdueText,
  ownersText,
  sectionTitle,
  TODAY_LABEL,
  teamCountsText,
  type Whose,
} from './digest-texts';
import { memberStep } from './member-step';
import { plainLine } from './plain-line';

interface DigestPart {
  label: Text;
  whose: Whose;
  rows: readonly QueueRow[];
}

/** Has at least one part or one answer. */
export interface Digest {
  /** Null for a message to all managers. */
  member: Member | null;
  parts: readonly DigestPart[];
  answers: readonly AnsweredProposal[];
  /** Number of the team's rows in each band; null where the digest does not cover the team. */
  teamCounts: Readonly<Record<Band, number>> | null;
}

export interface DigestDay {
  today: CalendarDate;
  /** Whether today managers get their digest, and reps are reminded of what has no date. */
  isManagerDay: boolean;
  audiences: readonly ('reps' | 'managers')[];
  /** Proposals of all members that managers have answered since the last digests. */
  answered: readonly AnsweredProposal[];
}

/** Null where there is nothing to tell. */
export const digestFor = (member: Member, queue: Queue, day: DigestDay): Digest | null => {
  const own = ownDigest(member, queue, day);
  const team = isManager(member) ? teamDigest(queue, day) : null;
  if (own === null || team === null) return own ?? (team && { ...team, member });
  return { ...own, parts: [...own.parts, ...team.parts], teamCounts: team.teamCounts };
};

/** The member's own tasks alone. In a chat room the team's tasks are told once, to all managers (`teamDigest`). */
export const ownDigest = (member: Member, queue: Queue, day: DigestDay): Digest | null => {
  if (!day.audiences.includes('reps') || !mayWrite(member)) return null;
  const parts = ownParts(
    queue.rows.filter((row) => waitsFor(member, row)),
    day,
  );
  const answers = answeredTo(member, day.answered);
  return parts.length + answers.length === 0 ? null : { member, parts, answers, teamCounts: null };
};

/** The team's tasks, on the day of the managers' digest. */
export const teamDigest = (queue: Queue, { audiences, isManagerDay }: DigestDay): Digest | null => {
  const parts = audiences.includes('managers') && isManagerDay ? teamParts(queue.rows) : [];
  return parts.length === 0 ? null : { member: null, parts, answers: [], teamCounts: queue.counts };
};

/**
 * Whether the member has to act, also as a stand-in. Includes what has become a manager's turn while the member is still
 * reminded.
 */
export const waitsFor = ({ id }: Member, { actorId, askedId, actingId, band, missed }: QueueRow): boolean =>
  actorId === id || askedId === id || (actingId === id && (band === 'overdue' || missed > 0));

/** Bands of tasks that are due after today. */
const COMING: readonly Band[] = ['dueIn7', 'dueIn30', 'later'];

/** Missing data has no due day; reminded daily, it would bury everything else. */
const WEEKLY: readonly Band[] = ['debt'];

const ownParts = (rows: readonly QueueRow[], { today, isManagerDay }: DigestDay): DigestPart[] => {
  const dueToday = rows.filter(({ band, due }) => COMING.includes(band) && due === today);
  const parts = partsByBand(rows, 'own').filter(
    ({ band }) => !COMING.includes(band) && (isManagerDay || !WEEKLY.includes(band)),
  );
  const beforeToday = parts.filter(({ band }) => BAND_ORDER.indexOf(band) <= BAND_ORDER.indexOf('overdue'));
  const behindToday = parts.filter((part) => !beforeToday.includes(part));
  const ofToday: DigestPart[] =
    dueToday.length === 0 ? [] : [{ label: TODAY_LABEL, whose: 'own', rows: dueToday }];
  return [...beforeToday, ...ofToday, ...behindToday];
};

/** What only managers can do, and what is overdue for anybody. */
const teamParts = (rows: readonly QueueRow[]): DigestPart[] =>
  partsByBand(
    rows.filter(({ band, actorId }) => band === 'overdue' || (actorId === null && !COMING.includes(band))),
    'team',
  );

const partsByBand = (rows: readonly QueueRow[], whose: Whose): (DigestPart & { band: Band })[] =>
  BAND_ORDER.flatMap((band) => {
    const ofBand = rows.filter((row) => row.band === band);
    return ofBand.length === 0 ? [] : [{ band, label: BANDS[band], whose, rows: ofBand }];
  });

/** Items listed in one part; the others are only counted. */
const MAX_ITEMS = 20;

/** The digest in one language. It holds company names and next steps, but no contact's name and none of anybody's notes. */
export const digestMessage = (
  { member, parts, answers, teamCounts }: Digest,
  today: CalendarDate,
  language: keyof Text,
  linkTo: MakeRowLink,
): DigestMessage => {
  const reader: Reader = { member, today, language, linkTo };
  const word = (words: Text): string => plainLine(words[language], 400);
  const moreItems = (count: number): string => word(moreItemsText(count));
  const countsOf = (whose: Whose) => parts.filter((part) => part.whose === whose).map(countOf);
  const ownCounts = countsText([...countsOf('own'), ...countAnswers(answers)]);
  const headCounts = ownCounts[language] === '' ? countsText(countsOf('team')) : ownCounts;
  const sections = parts.map(
    (part): DigestSection => ({
      title: word(sectionTitle(part.label, part.rows.length, part.whose)),
      items: part.rows.slice(0, MAX_ITEMS).map((row) => itemOf(row, part.whose, reader)),
      left: Math.max(0, part.rows.length - MAX_ITEMS),
    }),
  );
  const teamLine = teamCounts === null ? [] : [word(teamCountsText(countsText(bandCounts(teamCounts))))];
  return {
    title: word(digestTitle(today, addressee(member), headCounts)),
    sections: [...sections, ...answersSection(answers, reader)],
    moreItems,
    footer: [...teamLine, word(DIGEST_FOOTER)],
  };
};

const addressee = (member: Member | null): Text =>
  member === null ? MANAGERS_ADDRESSED : addressText(plainLine(member.name));

const countAnswers = (answers: readonly AnsweredProposal[]) =>
  answers.length === 0 ? [] : [{ part: ANSWERED_LABEL, count: answers.length }];

const answersSection = (
  answers: readonly AnsweredProposal[],
  { language, linkTo }: Reader,
): DigestSection[] =>
  countAnswers(answers).map(({ part, count }) => ({
    title: plainLine(sectionTitle(part, count, 'own')[language]),
    items: answers.slice(0, MAX_ITEMS).map((one) => ({
      company: plainLine(one.account.name),
      link: linkTo(accountTarget(one.account.id)) ?? null,
      detail: plainLine(answeredText(one)[language], 200),
    })),
    left: Math.max(0, count - MAX_ITEMS),
  }));

const countOf = ({ label, rows }: DigestPart) => ({ part: label, count: rows.length });

const bandCounts = (counts: Readonly<Record<Band, number>>) =>
  BAND_ORDER.flatMap((band) => (counts[band] === 0 ? [] : [{ part: BANDS[band], count: counts[band] }]));

interface Reader {
  member: Member | null;
  today: CalendarDate;
  language: keyof Text;
  linkTo: MakeRowLink;
}

const itemOf = (row: QueueRow, whose: Whose, { member, today, language, linkTo }: Reader): DigestItem => {
  const { accountId, name, due, daysOver, missed, owners, ownerId, actingId } = row;
  const isTeam = whose === 'team';
  const next = isTeam || member === null ? row.next : memberStep(row, member);
  const facts = [
    ...(isTeam || actingId !== ownerId ? [ownersText(owners)] : []),
    ...(daysOver > 0 ? [overdueText(daysOver)] : due === null || due === today ? [] : [dueText(due)]),
    ...(missed > 0 ? [missedTimesText(missed)] : []),
  ].map((fact) => fact[language]);
  const detail = facts.length === 0 ? next[language] : `${next[language]} (${facts.join(', ')})`;
  return {
    company: plainLine(name),
    link: linkTo(accountTarget(accountId)) ?? null,
    detail: plainLine(detail, 200),
  };
};
