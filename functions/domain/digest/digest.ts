/** What a person is told of a day: from the queue, what waits for them and, for managers once a week, for the team. */
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
} from './digest-texts';
import { memberStep } from './member-step';
import { plainLine } from './plain-line';

interface DigestPart {
  label: Text;
  ofTeam: boolean;
  rows: readonly QueueRow[];
}

/** Parts or answers. */
export interface Digest {
  /** Null: the managers together. */
  member: Member | null;
  parts: readonly DigestPart[];
  answers: readonly AnsweredProposal[];
  /** Rows of each band of the team; null where the member gets none of the team. */
  teamCounts: Readonly<Record<Band, number>> | null;
}

export interface DigestDay {
  today: CalendarDate;
  /** The day of the week on which managers get theirs, and reps are reminded of what has no date. */
  isManagerDay: boolean;
  audiences: readonly ('reps' | 'managers')[];
  /** Proposals of whomever that managers have answered since the digests before. */
  answered: readonly AnsweredProposal[];
}

/** Null where there is nothing to say. */
export const digestFor = (member: Member, queue: Queue, day: DigestDay): Digest | null => {
  const own = ownDigest(member, queue, day);
  const ofTeam = isManager(member) ? teamDigest(queue, day) : null;
  if (own === null || ofTeam === null) return own ?? (ofTeam && { ...ofTeam, member });
  return { ...own, parts: [...own.parts, ...ofTeam.parts], teamCounts: ofTeam.teamCounts };
};

/** Of what waits for the member alone: in a room, what waits for the team is told once to all its managers. */
export const ownDigest = (member: Member, queue: Queue, day: DigestDay): Digest | null => {
  if (!day.audiences.includes('reps') || !mayWrite(member)) return null;
  const parts = ownParts(
    queue.rows.filter((row) => waitsFor(member, row)),
    day,
  );
  const answers = answeredTo(member, day.answered);
  return parts.length + answers.length === 0 ? null : { member, parts, answers, teamCounts: null };
};

/** Of what waits for the team, on the day of its managers. */
export const teamDigest = (queue: Queue, { audiences, isManagerDay }: DigestDay): Digest | null => {
  const parts = audiences.includes('managers') && isManagerDay ? teamParts(queue.rows) : [];
  return parts.length === 0 ? null : { member: null, parts, answers: [], teamCounts: queue.counts };
};

/** What the member has to do, for somebody on leave too; and what is so late that it is a manager's, which they are told of until it is answered. */
export const waitsFor = ({ id }: Member, { actorId, askedId, actingId, band, missed }: QueueRow): boolean =>
  actorId === id || askedId === id || (actingId === id && (band === 'overdue' || missed > 0));

/** Due later than today: nothing waits yet. */
const COMING: readonly Band[] = ['dueIn7', 'dueIn30', 'later'];

/** An account whose data is incomplete waits without a day: said of each on each day, it would hide the rest. */
const WEEKLY: readonly Band[] = ['debt'];

const ownParts = (rows: readonly QueueRow[], { today, isManagerDay }: DigestDay): DigestPart[] => {
  const dueToday = rows.filter(({ band, due }) => COMING.includes(band) && due === today);
  const parts = partsByBand(rows, false).filter(
    ({ band }) => !COMING.includes(band) && (isManagerDay || !WEEKLY.includes(band)),
  );
  const beforeToday = parts.filter(({ band }) => BAND_ORDER.indexOf(band) <= BAND_ORDER.indexOf('overdue'));
  const behindToday = parts.filter((part) => !beforeToday.includes(part));
  const ofToday = dueToday.length === 0 ? [] : [{ label: TODAY_LABEL, ofTeam: false, rows: dueToday }];
  return [...beforeToday, ...ofToday, ...behindToday];
};

/** What managers decide themselves, and what is overdue anywhere. */
const teamParts = (rows: readonly QueueRow[]): DigestPart[] =>
  partsByBand(
    rows.filter(({ band, actorId }) => band === 'overdue' || (actorId === null && !COMING.includes(band))),
    true,
  );

const partsByBand = (rows: readonly QueueRow[], ofTeam: boolean): (DigestPart & { band: Band })[] =>
  BAND_ORDER.flatMap((band) => {
    const ofBand = rows.filter((row) => row.band === band);
    return ofBand.length === 0 ? [] : [{ band, label: BANDS[band], ofTeam, rows: ofBand }];
  });

/** Rows of one part that are listed; the others are counted. */
const MAX_ITEMS = 20;

/** The digest in the language. It holds company names and next steps: no contact's name, and nothing that somebody has noted. */
export const digestMessage = (
  { member, parts, answers, teamCounts }: Digest,
  today: CalendarDate,
  language: keyof Text,
  linkTo: MakeRowLink,
): DigestMessage => {
  const reader: Reader = { member, today, language, linkTo };
  const word = (words: Text): string => plainLine(words[language], 400);
  const moreItems = (count: number): string => word(moreItemsText(count));
  const counts = countsText([
    ...parts.filter(({ ofTeam }) => !ofTeam).map(countOf),
    ...countAnswers(answers),
  ]);
  const ofTeam = countsText(parts.filter((part) => part.ofTeam).map(countOf));
  const headCounts = counts[language] === '' ? ofTeam : counts;
  const sections = parts.map(
    (part): DigestSection => ({
      title: word(sectionTitle(part.label, part.rows.length, part.ofTeam)),
      items: part.rows.slice(0, MAX_ITEMS).map((row) => itemOf(row, part.ofTeam, reader)),
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
    title: plainLine(sectionTitle(part, count, false)[language]),
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

const itemOf = (row: QueueRow, ofTeam: boolean, { member, today, language, linkTo }: Reader): DigestItem => {
  const { accountId, name, due, daysOver, missed, owners, ownerId, actingId } = row;
  const next = ofTeam || member === null ? row.next : memberStep(row, member);
  const facts = [
    ...(ofTeam || actingId !== ownerId ? [ownersText(owners)] : []),
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
