/** The sentences of which the message of a refusal is made. */

import { INPUT_FIELD_LABELS } from '../account/input-field-texts';
import type { DataKey } from '../account/refusal-facts';
import type { CalendarDate } from '../calendar/calendar-date';
import { type Text, text } from '../text/text';

/** Parts of an account that somebody else has changed, where no column of the register has them. */
export const CHANGED_PART_LABELS = {
  opportunities: text('案件', 'Opportunities'),
  products: text('製品', 'Products'),
  activities: text('連絡の記録', 'Contacts logged'),
  everMet: text('商談の有無', 'Whether we have met'),
  proposal: text('承認待ちの申請', 'Proposal'),
  handOver: text('引き継ぎ', 'Hand-over'),
  lost: text('失注の内容', 'Why it was lost'),
  badFit: text('不適合の内容', 'Why it does not fit'),
  onFile: text('登録保存の内容', 'Why it is on file'),
};

export const SOMEBODY = text('ほかの人', 'Somebody');

export const EMPTY_VALUE = text('(空)', '(empty)');

export const SOMEBODY_CHANGED = text(
  '表示後にほかの人が変更しました。',
  'Somebody has changed the account since.',
);

export const yourValueText = (value: string): Text => text(`あなたの値: ${value}`, ` Yours: ${value}`);

/** One change as a part of the sentence of CHANGED: without the values where they read the same. */
export const changedFieldText = (label: Text, before: Text, after: Text): Text => ({
  ja: before.ja === after.ja ? `${label.ja}を` : `${label.ja}を ${before.ja} → ${after.ja} に`,
  en: before.en === after.en ? label.en : `${label.en} from ${before.en} to ${after.en}`,
});

/** `changes` are the parts of the sentence; without them it says no more than who and when. */
export const changedText = (who: Text, on: string, changes: readonly Text[]): Text =>
  changes.length === 0
    ? text(`${who.ja}が ${on} に変更しました。`, `${who.en} changed the account on ${on}.`)
    : text(
        `${who.ja}が ${on} に ${changes.map(({ ja }) => ja).join('、')}変更しました。`,
        `${who.en} changed ${changes.map(({ en }) => en).join(', ')} on ${on}.`,
      );

export const FILL_IN_LABEL = text('補うもの: ', 'Fill in: ');

export const ALLOWED_ROLES_LABEL = text('できる役割: ', 'Roles that may: ');

/** Of a quick entry. */
export const UNDERSTOOD_LABEL = text('読み取れたところ: ', 'Understood so far: ');

/** In place of a day on which nobody works, that is over or too far ahead for a check. */
export const dayThatWouldDo = (date: CalendarDate): Text =>
  text(`${date} にはできます。`, `${date} would do.`);

export const UNUSED_LABEL = text('使わない項目: ', 'Of no use here: ');

/** The parts of a request's data. */
export const DATA_LABELS: Readonly<Record<DataKey, Text>> = {
  ownerId: INPUT_FIELD_LABELS.ownerId,
  action: text('アクション', 'Action'),
  meeting: text('商談', 'Meeting'),
  opportunity: text('新しい案件', 'New opportunity'),
  closing: INPUT_FIELD_LABELS.closing,
  bant: text('BANT', 'BANT'),
  latentNeed: INPUT_FIELD_LABELS.latentNeed,
  awaitedCondition: INPUT_FIELD_LABELS.awaitedCondition,
  contactId: INPUT_FIELD_LABELS.contactId,
  contact: INPUT_FIELD_LABELS.contactId,
  nextCheckDate: INPUT_FIELD_LABELS.nextCheckDate,
  lost: text('失注の内容', 'Loss'),
  product: INPUT_FIELD_LABELS['product.product'],
  churn: INPUT_FIELD_LABELS.churn,
  fit: text('不適合の内容', 'Bad fit'),
  onFile: text('登録保存の内容', 'Kept on file'),
  coordinatedWith: INPUT_FIELD_LABELS.coordinatedWith,
  reason: INPUT_FIELD_LABELS.reason,
};

export const LEGAL_NOW_LABEL = text('いま移せるステータス: ', 'Legal now: ');

export const LIST_SEPARATOR = text('、', ', ');

/** Beside a refusal for lack of rights, where the sheet's automatic sender sent the request. */
export const REP_RIGHTS_ONLY = text(
  '自動送信では、営業担当ができることだけを行います。権限のある本人がサイドバーかメニューから送ってください。',
  'What is sent automatically is done with the rights of a rep: who may do it sends it from the sidebar or the menu.',
);
