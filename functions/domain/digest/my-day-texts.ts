/** Texts of a member's day that the queue does not have. */
import type { Opportunity } from '../account/account';
import type { CalendarDate } from '../calendar/calendar-date';
import { dateText } from '../calendar/date-text';
import { OPPORTUNITY_OUTCOME_LABELS } from '../status/code-list-texts';
import { type Text, text } from '../text/text';

export const NEAR_BOX_LABEL = text('タイムボックス期限が近い', 'Time box ends soon');

/** `left` are the days until the time box ends, 0 on its last day. */
export const boxEndsText = (left: number): Text =>
  text(
    `あと ${left} 日で次のステータスを決めます。連絡して実情を確かめる`,
    `${left} ${left === 1 ? 'day' : 'days'} left to find out the truth: speak with them`,
  );

export const SENT_BACK_LABEL = text('差し戻された申請', 'Requests that were sent back');
export const PROMISES_LABEL = text('お客様への約束', 'Promised to customers');
export const PASSED_TO_LABEL = text('受け取る案件', 'Opportunities to accept');
export const PURSUED_LABEL = text('自分の進行中の案件', 'Your open opportunities');
export const PASSED_ON_LABEL = text('渡した案件のその後', 'What became of what you passed on');

/** `by` handed the account over on the day. */
export const promisesText = (promises: string, by: Text, on: CalendarDate): Text =>
  text(`${promises}(${by.ja}、${dateText(on, 'ja')})`, `${promises} (${by.en}, ${dateText(on, 'en')})`);

/** Whole yen with thousands separators. */
const yen = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');

const inBrackets = (name: string, facts: readonly string[]): string =>
  facts.length === 0 ? name : `${name} (${facts.join(', ')})`;

/** Who was met, the BANT, the next step and a note, as far as they were given. */
const wholeNote = ({ handOver, handOverNote: { metWith, bant, nextStep } }: Opportunity): string =>
  [metWith, bant, nextStep, handOver?.note ?? ''].filter((words) => words !== '').join(' / ');

export const passedToText = (opportunity: Opportunity, from: Text): Text => {
  const { product, amount, handOver } = opportunity;
  const [on, note] = [handOver?.on ?? opportunity.since, wholeNote(opportunity)];
  const ofAmount = (unit: string): string[] => (amount === null ? [] : [`${yen(amount)}${unit}`]);
  return text(
    `${inBrackets(product, [`${from.ja}から ${dateText(on, 'ja')}`, ...ofAmount('円')])}: ${note}`,
    `${inBrackets(product, [`from ${from.en}, ${dateText(on, 'en')}`, ...ofAmount(' yen')])}: ${note}`,
  );
};

/** Includes the forecast, as far as the owner has given it. */
export const pursuedText = (opportunity: Opportunity): Text => {
  const { product, amount, since, expectedOn, probability, handOverNote } = opportunity;
  const expected = (unit: string, by: (day: CalendarDate) => string): string[] => [
    ...(amount === null ? [] : [`${yen(amount)}${unit}`]),
    ...(expectedOn === undefined ? [] : [by(expectedOn)]),
    ...(probability === undefined ? [] : [`${probability}%`]),
  ];
  const ja = expected('円', (day) => `決定予定 ${dateText(day, 'ja')}`);
  const en = expected(' yen', (day) => `expected ${dateText(day, 'en')}`);
  return text(
    `${inBrackets(product, [`${dateText(since, 'ja')} から`, ...ja])}: ${handOverNote.nextStep}`,
    `${inBrackets(product, [`since ${dateText(since, 'en')}`, ...en])}: ${handOverNote.nextStep}`,
  );
};

/** A closed opportunity comes with its owner's note, which tells why it came back. */
export const passedOnText = (opportunity: Opportunity, receiver: Text): Text => {
  const { product, state, closedOn, handOver, note } = opportunity;
  if (state !== 'open') {
    const { ja, en } = OPPORTUNITY_OUTCOME_LABELS[state];
    const closed = (outcome: string, language: keyof Text): string => {
      const words = [outcome, ...(closedOn === null ? [] : [dateText(closedOn, language)])].join(' ');
      return `${inBrackets(product, [receiver[language]])}: ${note === null ? words : `${words} / ${note}`}`;
    };
    return text(closed(ja, 'ja'), closed(en, 'en'));
  }
  return handOver?.acknowledgedOn === null
    ? text(
        `${inBrackets(product, [receiver.ja])}: ${dateText(handOver.on, 'ja')} から受け取り待ち`,
        `${inBrackets(product, [receiver.en])}: not acknowledged since ${dateText(handOver.on, 'en')}`,
      )
    : text(`${inBrackets(product, [receiver.ja])}: 進行中`, `${inBrackets(product, [receiver.en])}: open`);
};
