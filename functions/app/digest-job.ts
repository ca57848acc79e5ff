/** The digest job: tells each person of the day's work, by each channel that is set, once a day at most. */
import { dateIn, minuteIn } from '../clock';
import type { DigestChannel } from '../domain/account/digest-choices';
import { calendarOf, type Member } from '../domain/account/team';
import { previousBusinessDay } from '../domain/calendar/business-days';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import type { DeliveryProblem } from '../domain/digest/delivery-texts';
import {
  type Digest,
  type DigestDay,
  digestFor,
  digestMessage,
  ownDigest,
  teamDigest,
} from '../domain/digest/digest';
import { type DigestPause, digestPause, isManagerDay } from '../domain/digest/digest-day';
import type { DigestMessage } from '../domain/digest/digest-message';
import type { Queue } from '../domain/queue/queue';
import type { MakeRowLink } from '../domain/register/row-target';
import type { DigestSenders } from '../outbound/channels';
import { japanesePublicHolidays } from '../public-holidays';
import { claimDigest, completeDigest, type DigestKey, digestMarkId } from '../store/digest-marks';
import type { Database } from '../store/firestore';
import { loadTeam } from '../store/team';
import { readAnsweredProposals } from './read-answered-proposals';
import { readQueue } from './read-queue';

export interface DigestJobDeps {
  db: Database;
  senders: DigestSenders;
  links: MakeRowLink;
  /** Asked before each message; true ends the run, and the next one goes on. */
  isTimeUp: () => boolean;
}

interface DigestResult {
  /** Null: the managers of the team together, in a room. */
  memberId: string | null;
  channel: DigestChannel;
  /** `sentBefore`: by an earlier run of the day. `uncertain`: it may have arrived, so it is not sent again. */
  result: 'sent' | 'sentBefore' | 'failed' | 'uncertain';
  problem: DeliveryProblem | null;
  /** Of the server, by SMTP or HTTP. */
  status: number | null;
}

export interface DigestRun {
  /** The team's day. */
  date: CalendarDate;
  /** Why nobody gets any; null where they are due. */
  pause: DigestPause | null;
  results: readonly DigestResult[];
  /** Members for whom there was nothing to say. */
  nothingToSay: number;
  /** False where the time was up. */
  done: boolean;
}

/**
 * Run twice, at once with another, late, or again after a crash, it sends each digest once at most: a mark is made before it is
 * sent. One that fails takes no other along, and is tried again by the next run of the day.
 */
export const runDigestJob = async (now: Date, deps: DigestJobDeps): Promise<DigestRun> => {
  const { members, settings } = await loadTeam(deps.db);
  const today = dateIn(settings.zone, now);
  const calendar = calendarOf(settings, japanesePublicHolidays());
  const time = minuteIn(settings.zone, now).slice(-5);
  const pause = digestPause({ today, time }, settings, calendar);
  if (pause !== null) return { date: today, pause, results: [], nothingToSay: 0, done: true };
  const yesterday = addDays(today, -1);
  const sinceLast = { from: previousBusinessDay(yesterday, calendar), to: yesterday };
  const [queue, answered] = await Promise.all([
    readQueue(deps.db, { members, settings }, today),
    readAnsweredProposals(deps.db, sinceLast, { members, settings }),
  ]);
  const day = {
    today,
    answered,
    isManagerDay: isManagerDay(today, settings.managerDigestWeekday, calendar),
    audiences: settings.digestAudiences,
  };
  const receivers = Object.values(members)
    .filter(({ active }) => active)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const nothingToSay = receivers.filter((member) => digestFor(member, queue, day) === null).length;
  const run = { date: today, pause, results: [] as DigestResult[], nothingToSay, done: true };
  for (const { channel, digest } of digestsToSend(receivers, settings.digestChannels, queue, day)) {
    if (deps.isTimeUp()) return { ...run, done: false };
    const { member } = digest;
    const language = member?.language ?? settings.language;
    const message = digestMessage(digest, today, language, deps.links);
    const key = { date: today, memberId: member?.id ?? null, channel };
    run.results.push(await sendOnce(deps, key, member?.email ?? '', { message, language }, now));
  }
  return run;
};

interface DigestToSend {
  channel: DigestChannel;
  digest: Digest;
}

/** Where all read what is told to one. */
const isRoom = (channel: DigestChannel): boolean => channel !== 'mail';

/** By mail each person gets all that is for them. A room gets what waits for the team once, however many managers there are. */
const digestsToSend = (
  receivers: readonly Member[],
  channels: readonly DigestChannel[],
  queue: Queue,
  day: DigestDay,
): DigestToSend[] => {
  const by = (channel: DigestChannel, digest: Digest | null): DigestToSend[] =>
    digest === null ? [] : [{ channel, digest }];
  return [
    ...receivers.flatMap((member) =>
      channels.flatMap((channel) =>
        by(channel, (isRoom(channel) ? ownDigest : digestFor)(member, queue, day)),
      ),
    ),
    ...channels.filter(isRoom).flatMap((channel) => by(channel, teamDigest(queue, day))),
  ];
};

/** `address` is that of a mail; a room needs none. */
const sendOnce = async (
  { db, senders }: DigestJobDeps,
  key: DigestKey,
  address: string,
  words: { message: DigestMessage; language: 'ja' | 'en' },
  now: Date,
): Promise<DigestResult> => {
  const { memberId, channel } = key;
  const at = now.toISOString();
  const send = senders[channel];
  const result = (
    outcome: DigestResult['result'],
    problem: DeliveryProblem | null = null,
    status: number | null = null,
  ): DigestResult => ({ memberId, channel, result: outcome, problem, status });
  if (send === undefined) return result('failed', 'NOT_SET_UP');
  const state = await claimDigest(db, key, at);
  if (state === 'sent') return result('sentBefore');
  if (state !== null) return result('uncertain', 'UNCONFIRMED');
  const delivery = await send({ id: digestMarkId(key), address, ...words });
  await completeDigest(db, key, delivery.outcome, at);
  return delivery.outcome === 'sent'
    ? result('sent')
    : result(delivery.outcome, delivery.problem, delivery.status);
};
