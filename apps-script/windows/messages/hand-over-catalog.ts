/** Sentences of handing over many accounts, ja and en. */
import type { BantKey } from '../../../functions/domain/status/code-lists';
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const HAND_OVER_MESSAGES = {
  readOnly: text('閲覧のみできます。', 'You may read, not change.'),
  task: text('何をしますか', 'What'),
  taskGive: text('ほかの人に引き継ぐ', 'Hand over to somebody else'),
  taskOpportunity: text('案件を一つ引き継ぐ', 'Hand over one opportunity'),
  taskAccept: text('自分への引き継ぎを受け取る', 'Acknowledge what was handed to me'),
  taskReturn: text('自分への引き継ぎを戻す', 'Return what was handed to me'),
  which: text('どの会社を', 'Which accounts'),
  selectedRows: text('台帳で選択した {n} 社', '{n} selected in the register'),
  allOf: text('担当とステータスで選ぶ', 'By owner and status'),
  insideSales: text('(IS 担当)', '(inside sales)'),
  allHandedToMe: text('自分の受け取りを待っているものすべて', 'All that waits for me'),
  allPursued: text('進行中の案件の担当で選ぶ', 'By who pursues an open opportunity'),
  owner: text('担当', 'Owner'),
  status: text('ステータス', 'Status'),
  anyStatus: text('すべてのステータス', 'Any status'),
  accounts: text('{n} 社', '{n|account|accounts}'),
  readingAccounts: text('読み込んでいます… {n} 社', 'Reading… {n|account|accounts}'),
  noAccounts: text('引き継ぐ会社はありません。', 'There is nothing to hand over.'),
  noneWaits: text('受け取りを待っているものはありません。', 'Nothing waits to be acknowledged.'),
  noOpportunities: text('引き継げる案件はありません。', 'There is no opportunity to hand over.'),
  noneLeft: text('この条件に合う会社はありません。', 'No account is like that.'),
  filters: text('絞り込み', 'Only those'),
  filterDue: text('次回確認日', 'Next check'),
  dueAny: text('指定なし', 'Any'),
  dueOverdue: text('期限超過', 'Overdue'),
  dueIn7: text('7日以内(超過も)', 'Due in 7 days or over'),
  dueIn30: text('30日以内(超過も)', 'Due in 30 days or over'),
  filterProduct: text('製品', 'Product'),
  anyProduct: text('すべての製品', 'Any product'),
  filterAwaited: text('待っている条件に含む言葉', 'Awaited condition contains'),
  filterSilent: text('連絡のない日数(以上)', 'No contact for days'),
  wantsDays: text('日数は数字で入力してください。', 'Give a number of days.'),
  takeAlong: text('担当者自身の進行中の案件も引き継ぐ', "The owner's open opportunities go along"),
  takeAlongHint: text(
    '案件を受け取れるのはフィールドセールスとマネージャーです。ほかの人への分は、案件があれば差し戻されます。',
    'Field sales and managers may pursue them: accounts with such opportunities are refused to others.',
  ),
  receivers: text('引き継ぎ先', 'To'),
  loadNow: text('対応中 {n} 社', '{n} to work on'),
  takes: text(' +{n} 社', ' +{n}'),
  splitHint: text(
    '複数選ぶと、対応中の会社の数がそろうように分けます。',
    'Several receivers: split so that each has about as many to work on.',
  ),
  wantsReceivers: text('引き継ぎ先を選んでください。', 'Choose who takes over.'),
  note: text('引き継ぎのメモ(全社に同じもの)', 'Note (the same for all)'),
  noteOptional: text('メモ(任意)', 'Note (optional)'),
  wantsNote: text('メモを入力してください。', 'Write a note.'),
  promises: text('お客様との約束(任意)', 'Promises made (optional)'),
  giveNow: text('{n} 社を引き継ぐ', 'Hand over {n}'),
  acceptNow: text('受け取る', 'Acknowledge'),
  returnNow: text('戻す', 'Return'),
  progress: text('{total} 社のうち {n} 社が終わりました…', '{n} of {total} done…'),
  stopped: text(
    '{n} 社が終わり、{left} 社が残っています。「もう一度」で続きから進みます。閉じても、残りはあとで引き継げます。',
    '{n|is|are} done, {left|is|are} left: "Try again" goes on there. Closed, the rest can be handed over later.',
  ),
  reading: text('読み込んでいます…', 'Reading…'),
  sending: text('送信しています…', 'Sending…'),
  chooseReceiver: text('(選んでください)', '(choose)'),
  opportunityNote: text('引き継ぎのメモ', 'Note'),
  wantsOpportunity: text('案件を選んでください。', 'Choose an opportunity.'),
  giveOpportunity: text('この案件を引き継ぐ', 'Hand over the opportunity'),
  opportunityDone: text(
    '案件 {product} を {to} さんに引き継ぎました。受け取るまで、担当は {to} さんの「引き継ぎ」に載ります。',
    '{product} was handed over to {to}, who finds it under “Hand-over” until it is acknowledged.',
  ),
  passedWaiting: text(
    '{from} さんから({date}、受け取り待ち) {note}',
    'From {from} ({date}, not acknowledged) {note}',
  ),
  passedOn: text('{from} さんから({date}) {note}', 'From {from} ({date}) {note}'),
  done: text('{n} 社が終わりました。できなかったもの {refused} 社。', '{n} done, {refused} refused.'),
  undo: text('取り消す', 'Undo'),
  undone: text('取り消しました', 'undone'),

  // Packages
  showPackages: text('引き継ぎ資料を見る・印刷する({n} 社)', 'Show and print what is handed over ({n})'),
  print: text('印刷', 'Print'),
  acceptedOne: text('受け取りました。', 'Acknowledged.'),
  returnedOne: text('戻しました。', 'Returned.'),
  handedOver: text('引き継ぎ', 'Handed over'),
  promisesMade: text('お客様との約束', 'Promises'),
  people: text('窓口の人', 'People'),
  latentNeed: text('潜在課題', 'Latent need'),
  awaited: text('待っている条件', 'Awaited condition'),
  nextCheck: text('次回確認日', 'Next check'),
  products: text('利用中の製品', 'Products in use'),
  opportunities: text('進行中の案件', 'Open opportunities'),
  contacts: text('連絡', 'Contacts'),
  history: text('履歴', 'History'),
} as const satisfies Record<string, Text>;

export const BANT_LABELS: Readonly<Record<BantKey, Text>> = {
  budget: text('予算', 'Budget'),
  authority: text('決裁', 'Authority'),
  need: text('課題', 'Need'),
  timing: text('時期', 'Timing'),
};

export type HandOverMessageKey = keyof typeof HAND_OVER_MESSAGES;

export const tHandOver = (
  viewer: Pick<Viewer, 'language'>,
  key: HandOverMessageKey,
  params: MessageParams = {},
): string => interpolate(localize(viewer, HAND_OVER_MESSAGES[key]), params);
