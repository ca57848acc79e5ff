/**
 * The words that quick entries are made of, as people write them; they are compared without regard to width, case and spacing.
 */
import type { ActivityKind, BantKey, BantValue } from '../status/code-lists';

export const ARROWS = ['>', '→', '⇒', '->'] as const;

export const KIND_WORDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  meeting: [
    ...['商談', '面談', '打ち合わせ', '打合せ', '打合わせ', 'ミーティング', 'mtg', 'meeting', 'met', 'meet'],
    ...['web会議', 'web商談', 'web面談', 'オンライン会議', 'オンライン商談', 'オンライン面談'],
    ...['zoom', 'teams', 'video call'],
  ],
  call: ['電話', 'お電話', '電話した', '架電', 'tel', 'call', 'called', 'phone', 'phoned', 'rang'],
  mail: ['メール', 'メール送信', 'mail', 'mailed', 'email', 'emailed', 'e-mail'],
  visit: ['訪問', '訪問した', '来社', '来訪', 'visit', 'visited'],
  note: ['メモ', '社内メモ', 'note', 'memo'],
};

/** Whether somebody answered. */
export type Answer = 'answered' | 'unanswered';
export const ANSWER_WORDS: Readonly<Record<Answer, readonly string[]>> = {
  answered: [
    ...['話せた', '話した', '通話', '通話できた', 'つながった', '繋がった', '出た', '応答あり', '返信あり'],
    ...['spoke', 'talked', 'answered', 'reached', 'connected', 'replied', '○', '〇'],
  ],
  unanswered: [
    ...['不在', '担当不在', '担当者不在', '留守', '留守電', '離席', '席外し', '外出', '会議中', '話し中'],
    ...['つながらず', '繋がらず', 'つながらない', '出ず', '出ない', '出なかった', '応答なし', '不通', '伝言'],
    ...['返信なし', 'no answer', 'not in', 'voicemail', 'left voicemail', 'left message', 'left a message'],
    ...['no reply', 'busy', 'out', '×'],
  ],
};

/** As part of a sentence these words mean something else, as in `checked out`. */
export const ANSWERS_BEFORE_WORDS: readonly string[] = ['out', 'busy', 'met', '出た', '○', '〇', '×'];

export const CHECK_WORDS = [
  '確認',
  '確認済',
  '確認済み',
  'チェック',
  'チェック済',
  'チェック済み',
  'check',
  'checked',
];
/** The results of a quarterly check that a line can record completely; the others need a form. */
export type LineResult = 'stillWaiting' | 'noAnswer';
export const CHECK_RESULT_WORDS: Readonly<Record<LineResult, readonly string[]>> = {
  stillWaiting: [
    ...['継続', '条件待ち', '待ち', 'まだ', 'まだ待ち', '変わらず', '変わりなし', '変化なし', '変更なし'],
    ...['still waiting', 'still', 'waiting', 'no change', 'unchanged'],
  ],
  noAnswer: ANSWER_WORDS.unanswered,
};

export const NEXT_CHECK_WORDS = [
  ...['次回確認日', '次回確認', '次回チェック日', '次回チェック', '次回', '次', 'next check', 'next'],
];

export const BANT_KEY_WORDS: Readonly<Record<BantKey, readonly string[]>> = {
  budget: ['予算', 'budget'],
  authority: ['決裁者', '決裁', '権限', 'authority'],
  need: ['課題', 'ニーズ', 'need'],
  timing: ['時期', 'timing'],
};
export const BANT_VALUE_WORDS: Readonly<Record<BantValue, readonly string[]>> = {
  yes: ['あり', '有り', '有', '○', '〇', 'yes'],
  no: ['なし', '無し', '無', '×', 'no'],
  unclear: ['不明確', '△', 'unclear'],
  unknown: ['未確認', '不明', 'unknown'],
};

/** A name behind one of these belongs to the statement, as in `budget from Ms Sato`. */
export const LINKING_WORDS = [
  ...[
    'about',
    'and',
    'as',
    'at',
    'between',
    'but',
    'by',
    'for',
    'from',
    'if',
    'into',
    'is',
    'of',
    'on',
    'or',
    'per',
  ],
  ...['than', 'that', 'through', 'to', 'until', 'unless', 'via', 'when', 'whether', 'while', 'without'],
] as const;
/** So it does behind a particle, or behind a word for somebody's part in the matter. */
export const LINKING_ENDINGS = /(?:[はがをもにへの]|から|より|まで|経由|者|後任|前任|上司|窓口|担当)$/;
/** Behind a name these are no second one: `with Sato Monday`. */
export const NOT_FAMILY_NAMES =
  / (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Re|Quote|Demo)$/;
