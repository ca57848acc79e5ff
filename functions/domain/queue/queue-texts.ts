/** The texts of the queue: its bands, why an account is listed, and what to do next. */
import { DECISION_LABEL } from '../account/decision-label-texts';
import type { CalendarDate } from '../calendar/calendar-date';
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';

/** In order of urgency, the worst first. Days are calendar days from today. */
export const BANDS = {
  decide: DECISION_LABEL,
  approve: text('承認待ち', 'To approve'),
  overdue: text('期限超過', 'Overdue'),
  dueIn7: text('7日以内', 'Due in 7 days'),
  dueIn30: text('30日以内', 'Due in 30 days'),
  revisit: text('再訪', 'Revisit'),
  review: text('見直し', 'Review'),
  timeBox: text('タイムボックス期限', 'Time box over'),
  handOver: text('引き継ぎ', 'Hand-over'),
  leaver: text('退職者', 'Owner left'),
  debt: text('要補完', 'To fill in'),
  later: text('それ以降', 'Later'),
} as const;

export type Band = keyof typeof BANDS;

/** Heading of the column in which the result of what is due is chosen. */
export const RESULT_LABEL = text('結果', 'Result');

export const NEXT_STEPS = {
  giveOwner: text('担当者を決める', 'Give it an owner'),
  handOverToActive: text(
    '在籍者へ引き継ぐ(それまではマネージャーが代わりに対応)',
    'Hand it over to an active member (until then a manager stands in)',
  ),
  handOverInsideSales: text(
    'IS 担当を在籍者に替える(フィールドセールスが差し戻すと、その人に戻ります)',
    'Name an active member for inside sales: whom field sales returns it to',
  ),
  passOpportunity: text(
    '案件を在籍者へ引き継ぐ(それまではマネージャーが代わりに対応)',
    'Hand the opportunity over to an active member (until then a manager stands in)',
  ),
  acknowledgeOpportunity: text(
    '案件の内容(会った人・BANT・次の一手)を読み、受け取るか差し戻す',
    'Read whom they met, BANT and the next step: acknowledge the opportunity or return it',
  ),
  makeOpportunity: text('案件化する(BANT がそろっています)', 'Make it an opportunity (all of BANT is yes)'),
  managerDecides: text(
    'マネージャーが続けるか決める(3回以上見送り)',
    'Manager decides whether to go on (missed three times or more)',
  ),
  escalate: text('マネージャーに相談して連絡する(2回見送り)', 'Escalate and call (missed twice)'),
  fillInAndCall: text(
    '窓口・条件・BANT を補ってから連絡する',
    'Fill in contact, condition and BANT, then call',
  ),
  call: text('連絡して条件が整ったか確かめる', 'Call and ask whether the condition is met'),
  answerProposal: text('承認または却下する', 'Approve or reject it'),
  revisit: text('もう一度連絡し、課題が見えるか確かめる', 'Speak with them again: is the need seen now?'),
  reviewProposed: text(
    '提案者以外のマネージャーが見直す(続ける・変える)',
    'A manager other than the proposer reviews it: keep or change',
  ),
  reviewAgain: text(
    'いまの製品で見直す(続ける・変える)',
    'Review it against what we sell now: keep or change',
  ),
  judgeAgain: text('もう一度判定する(不適合のまま・変える)', 'Judge it once more: does it stay a bad fit?'),
  endTimeBox: text(
    'マネージャーが次のステータスを決める(四半期チェック・失注・不適合など)',
    'Manager decides its next status (quarterly check, dead, bad fit …)',
  ),
  acknowledge: text(
    '引き継ぎの内容を読み、受け取るか差し戻す',
    'Read the hand-over: acknowledge or return it',
  ),
  fillIn: text('足りない項目を補う', 'Fill in what is missing'),
  giveOwnerAndFillIn: text(
    '担当者を決め、足りない項目を補う',
    'Give it an owner, and fill in what is missing',
  ),
} as const satisfies Record<string, Text>;

/** Says what is to be done, and who does it while the member is away; where `standIn` is null, the managers. */
export const byStandInText = (next: Text, member: string, standIn: string | null): Text =>
  text(
    `${next.ja}(${member} さんは休暇:${standIn === null ? 'マネージャー' : `代理の ${standIn} さん`}が対応)`,
    `${next.en} (by ${standIn ?? 'a manager'}: ${member} is on leave)`,
  );

const lateWords = (days: number): Text =>
  text(`期限から${days}営業日以上`, `${counted(days, 'business day')} late or more`);

/** `days` are the business days after which a manager asks; the manager asks `standIn` where the owner is away. */
export const managerAsksText = (days: number, standIn: string | null): Text =>
  text(
    `マネージャーが${standIn === null ? '担当者' : `代理の ${standIn} さん`}に確かめる(${lateWords(days).ja})`,
    `Manager asks ${standIn === null ? 'the owner' : `${standIn}, who stands in`} (${lateWords(days).en})`,
  );

export const managerAsksReceiverText = (receiver: string, days: number): Text =>
  text(
    `マネージャーが受け取り手の ${receiver} さんに確かめる(${lateWords(days).ja})`,
    `Manager asks ${receiver} to acknowledge or return it (${lateWords(days).en})`,
  );

/** `to` is the proposed owner; null where nobody else has the owner's role. */
export const reassignText = (to: Text | null, days: number): Text =>
  text(
    `${to === null ? 'マネージャーが担当替えを決める' : `${to.ja} さんへの担当替えをマネージャーが決める`}(${lateWords(days).ja})`,
    `Manager decides whether ${to === null ? 'somebody else' : to.en} takes over (${lateWords(days).en})`,
  );

interface UnansweredCheck {
  /** The day of the next attempt. */
  day: CalendarDate;
  /** That day is over without another attempt. */
  isOver: boolean;
  unanswered: number;
  retries: number;
}

/** Goes with the reason, where the next step is not to try again. */
export const unansweredText = ({ day, isOver, unanswered, retries }: UnansweredCheck): Text =>
  isOver
    ? text(
        `応答なし ${unanswered}/${retries} 回、${day} の再連絡もまだ`,
        `No answer ${unanswered} of ${retries}, and not tried again on ${day}`,
      )
    : text(
        `応答なし ${unanswered}/${retries} 回、次は ${day}`,
        `No answer ${unanswered} of ${retries}, again on ${day}`,
      );

export const tryAgainText = ({ day, isOver, unanswered, retries }: UnansweredCheck): Text =>
  isOver
    ? text(
        `もう一度連絡する(${day} の予定だった。応答なし ${unanswered}/${retries} 回)`,
        `Try again: it was to be on ${day} (no answer ${unanswered} of ${retries})`,
      )
    : text(
        `${day} にもう一度連絡する(応答なし ${unanswered}/${retries} 回)`,
        `Try again on ${day} (no answer ${unanswered} of ${retries})`,
      );

/** A BANT answer that is not "yes", with what is known instead. */
export const missingBantText = (label: Text, value: Text): Text =>
  text(`${label.ja}(${value.ja})`, `${label.en} (${value.en})`);

/** What is waited for, and which BANT answers are missing. */
export const conditionText = (condition: string, lacks: readonly Text[]): Text => {
  const line = condition.trim() === '' ? [] : [condition];
  return lacks.length === 0
    ? text(condition, condition)
    : text(
        [...line, `不足: ${lacks.map(({ ja }) => ja).join('、')}`].join('\n'),
        [...line, `Missing: ${lacks.map(({ en }) => en).join(', ')}`].join('\n'),
      );
};

export const noStepText = (since: CalendarDate, days: number): Text =>
  text(
    `商談済みだが、次の一手が決まっていない(${since} から${days}日以上連絡なし)`,
    `Met, but without a next step (no contact for ${counted(days, 'day')} or more since ${since})`,
  );

export const missedText = (missed: number): Text =>
  text(`四半期チェックを${missed}回続けて見送り`, `Quarterly check missed ${missed} times in a row`);

export const proposedText = (by: Text, to: Text, on: CalendarDate, note: string | null): Text => {
  const words = note === null || note.trim() === '' ? '' : note;
  return text(
    `${by.ja} さんが「${to.ja}」を提案(${on})${words === '' ? '' : `:${words}`}`,
    `${by.en} proposes “${to.en}” (${on})${words === '' ? '' : `: ${words}`}`,
  );
};

export const revisitText = (latentNeed: string, trigger: string | null): Text => {
  const words = [latentNeed, trigger ?? ''].filter((part) => part.trim() !== '').join(' / ');
  return text(`失注からの再訪${words && `:${words}`}`, `A lost account to revisit${words && `: ${words}`}`);
};

export const REVIEW_REASONS = {
  pending: text('不適合のレビューが済んでいない', 'A bad fit that nobody else has reviewed yet'),
  unjudged: text(
    'リストから取り込んだ不適合(理由なし)',
    'A bad fit that a list brought in, without a reason',
  ),
  againstNothing: text(
    'どの製品に対する判断か、記録がない',
    'Nobody has noted against which products it was judged',
  ),
} as const;

/** `reason` is null where the team's settings no longer have it. */
export const reviewDueText = (reason: Text | null, on: CalendarDate): Text =>
  reason === null
    ? text(`不適合の見直し日 ${on}`, `Bad fit, review due on ${on}`)
    : text(`不適合(${reason.ja})の見直し日 ${on}`, `Bad fit (${reason.en}), review due on ${on}`);

export const rejudgementText = (by: Text, judge: Text, on: CalendarDate): Text =>
  text(
    `${by.ja} さんが ${judge.ja} さんに再判定を依頼(${on})`,
    `${by.en} asks ${judge.en} to judge it once more (${on})`,
  );

export const productsAddedText = (products: readonly string[]): Text =>
  text(
    `判断の後に加わった製品: ${products.join('、')}`,
    `Products added since it was judged: ${products.join(', ')}`,
  );

export const timeBoxText = (days: number, box: number): Text =>
  text(`ワーキングのまま${days}日(期限${box}日)`, `Working for ${counted(days, 'day')} (time box ${box})`);

/** For an account that had no owner before. */
export const NO_FORMER_OWNER = text('(担当なし)', '(no owner)');

export const handedOverText = (from: Text, to: Text, note: string): Text =>
  text(`${from.ja} → ${to.ja}、受け取り待ち:${note}`, `${from.en} → ${to.en}, not acknowledged: ${note}`);

export const leaverText = (owner: Text): Text => text(`担当者: ${owner.ja}`, `Owner: ${owner.en}`);

export const leaverInsideSalesText = (member: Text): Text =>
  text(`IS 担当: ${member.ja}`, `Inside sales: ${member.en}`);

export const leaverOpportunityText = (product: string, owner: Text): Text =>
  text(`案件 ${product} の担当: ${owner.ja}`, `Opportunity ${product}: ${owner.en}`);

export const leaverProposalText = (proposer: Text): Text =>
  text(`申請した人: ${proposer.ja}`, `Proposed by ${proposer.en}`);

export const handedOpportunityText = (product: string, from: Text, to: Text, words: string): Text =>
  text(
    `案件 ${product}:${from.ja} → ${to.ja}、受け取り待ち:${words}`,
    `Opportunity ${product}: ${from.en} → ${to.en}, not acknowledged: ${words}`,
  );

/** Joins several reasons into one text. */
export const joinedText = (lines: readonly Text[]): Text =>
  text(
    lines
      .map(({ ja }) => ja)
      .filter(Boolean)
      .join('\n'),
    lines
      .map(({ en }) => en)
      .filter(Boolean)
      .join('\n'),
  );

export const debtsText = (debts: readonly Text[]): Text =>
  text(
    `足りない項目: ${debts.map(({ ja }) => ja).join('、')}`,
    `Missing: ${debts.map(({ en }) => en).join(', ')}`,
  );

export const EMPTY_QUEUE = text('今日、対応が必要なものはありません。', 'Nothing needs anybody today.');

interface OtherReason {
  band: Band;
  due: CalendarDate | null;
  why: Text;
}

const CHECK_BANDS: readonly Band[] = ['overdue', 'dueIn7', 'dueIn30', 'later'];

/** Of a check only its day: the account's own words tell what is waited for. */
const inBrief = ({ band, due, why }: OtherReason): Text =>
  CHECK_BANDS.includes(band) && due !== null ? text(due, due) : why;

/** Adds what else the account waits for to the reason for which it is listed. */
export const withOthersText = (why: Text, others: readonly OtherReason[]): Text => {
  if (others.length === 0) return why;
  const ja = others.map((other) => `${BANDS[other.band].ja}(${inBrief(other).ja})`).join('、');
  const en = others.map((other) => `${BANDS[other.band].en} (${inBrief(other).en})`).join(', ');
  return text(
    [why.ja, `ほか: ${ja}`].filter(Boolean).join('\n'),
    [why.en, `Also: ${en}`].filter(Boolean).join('\n'),
  );
};

export const RESULT_TEXTS = {
  approve: text('承認', 'Approve'),
  reject: text('却下', 'Reject'),
  keep: text('続ける', 'Keep'),
  change: text('変える', 'Change'),
  acknowledge: text('受け取る', 'Acknowledge'),
  giveBack: text('差し戻す', 'Return'),
  done: text('対応済み', 'Done'),
} as const satisfies Record<string, Text>;
