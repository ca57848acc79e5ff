/** The words of which quick entries are made, as people write them. They are compared in any width, case and spacing. */
import type { ActivityKind, BantKey, BantValue } from '../status/code-lists';

export const ARROWS = ['>', '→', '⇒', '->'] as const;

export const KIND_WORDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  meeting: ['商談', '面談', '打ち合わせ', '打合せ', 'meeting', 'met'],
  call: ['電話', '架電', 'tel', 'call', 'called', 'phone'],
  mail: ['メール', 'mail', 'email', 'e-mail'],
  visit: ['訪問', '来社', 'visit', 'visited'],
  note: ['メモ', 'note', 'memo'],
};

/** Whether somebody answered. */
export type Answer = 'answered' | 'unanswered';
export const ANSWER_WORDS: Readonly<Record<Answer, readonly string[]>> = {
  answered: [
    '話せた',
    '通話',
    'つながった',
    '繋がった',
    '応答あり',
    '返信あり',
    'spoke',
    'answered',
    'replied',
  ],
  unanswered: [
    ...['不在', '担当不在', '担当者不在', '留守', '留守電', '離席', '席外し', '外出', '会議中'],
    ...['応答なし', '不通', '伝言', '返信なし', 'no answer', 'not in', 'voicemail', 'no reply', 'out'],
  ],
};

export const CHECK_WORDS = ['確認', 'チェック', 'check', 'checked'];
/** Those results of a quarterly check that a line says whole: the others ask for what only a form can ask. */
export type LineResult = 'stillWaiting' | 'noAnswer';
export const CHECK_RESULT_WORDS: Readonly<Record<LineResult, readonly string[]>> = {
  stillWaiting: ['継続', '条件待ち', '待ち', 'まだ', 'still waiting', 'still', 'waiting'],
  noAnswer: ANSWER_WORDS.unanswered,
};

export const NEXT_CHECK_WORDS = ['次回確認日', '次回確認', '次回', '次', 'next check', 'next'];

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
