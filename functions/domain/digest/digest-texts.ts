/** The texts of a digest. */
import type { CalendarDate } from '../calendar/calendar-date';
import { dateParts } from '../calendar/calendar-date';
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';

/** Whose tasks a part of a digest lists: those of its receiver, or those of the whole team. */
export type Whose = 'own' | 'team';

/** `part` names what the section lists. */
export const sectionTitle = (part: Text, count: number, whose: Whose): Text =>
  whose === 'team'
    ? text(`チーム: ${part.ja} ${count}件`, `Team: ${part.en} (${count})`)
    : text(`${part.ja} ${count}件`, `${part.en} (${count})`);

export const TODAY_LABEL = text('今日', 'Today');

/** The parts with their numbers, as in `期限超過 2・今日 1`. */
export const countsText = (parts: readonly { part: Text; count: number }[]): Text =>
  text(
    parts.map(({ part, count }) => `${part.ja} ${count}`).join('・'),
    parts.map(({ part, count }) => `${part.en} ${count}`).join(', '),
  );

export const addressText = (name: string): Text => text(`${name}さん`, name);
/** Used in a chat room, where one message is for all managers. */
export const MANAGERS_ADDRESSED = text('マネージャーの皆さん', 'the managers');

/** Names no company, since subjects are shown on locked phones. */
export const digestTitle = (today: CalendarDate, addressee: Text, counts: Text): Text => {
  const { month, day } = dateParts(today);
  return text(
    `Hachi ${month}月${day}日 ${addressee.ja}: ${counts.ja}`,
    `Hachi ${today} for ${addressee.en}: ${counts.en}`,
  );
};

export const teamCountsText = (counts: Text): Text =>
  text(`チーム全体の件数: ${counts.ja}`, `The whole team: ${counts.en}`);

export const overdueText = (days: number): Text => text(`${days}日超過`, `${counted(days, 'day')} overdue`);
export const missedTimesText = (missed: number): Text =>
  text(`見送り${missed}回`, `missed ${missed === 1 ? 'once' : `${missed} times`}`);
export const dueText = (due: CalendarDate): Text => text(`期限 ${due}`, `due ${due}`);
export const ownersText = (owners: readonly Text[]): Text =>
  owners.length === 0
    ? text('担当者なし', 'no owner')
    : text(`担当 ${owners.map(({ ja }) => ja).join('、')}`, `owner ${owners.map(({ en }) => en).join(', ')}`);

export const moreItemsText = (count: number): Text =>
  text(
    `ほか ${count}件はキューのシートにあります。`,
    `${counted(count, 'more stands', 'more stand')} in the queue's sheet.`,
  );

export const DIGEST_FOOTER = text(
  '期限超過は、結果が記録されるまで毎営業日お知らせします。送信先と時刻はマネージャーが設定で変えられます。',
  'What is overdue is told each business day until its result is recorded. A manager sets where and when digests are sent.',
);

/** Added to a company whose owner is on leave that day; where `standIn` is null, the managers stand in. */
export const standInText = (owner: string, standIn: string | null): Text =>
  text(
    `(担当 ${owner} は休暇、代理 ${standIn ?? 'マネージャー'})`,
    ` (${owner} on leave, stand-in ${standIn ?? 'managers'})`,
  );

export const CALENDAR_TEXTS = {
  check: text('四半期チェック', 'Quarterly check'),
  revisit: text('再訪', 'Revisit'),
} as const;
