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
    ...['left msg', 'left vm', 'vm', 'went to voicemail', 'no response', 'no pickup'],
    ...[
      'did not answer',
      "didn't answer",
      'not answered',
      'never answered',
      'has not answered',
      "hasn't answered",
    ],
    ...['did not reply', "didn't reply", 'not replied', 'never replied', 'has not replied', "hasn't replied"],
    ...[
      'not yet replied',
      'no one answered',
      'nobody answered',
      'unanswered',
      'not reached',
      'never reached',
    ],
    ...['unavailable', 'not available', 'out of office', 'out of the office', 'ooo', 'line busy'],
    ...['no reply', 'busy', 'out', '×'],
  ],
};

/** As part of a sentence these words mean something else, as in `checked out`. */
export const ANSWERS_BEFORE_WORDS: readonly string[] = ['out', 'busy', 'met', '出た', '○', '〇', '×'];

/** Behind one of these no word says that somebody answered: `Ms Sato is not yet reached`. */
export const NEGATIONS = /^(?:not|never|no|nobody|none|one|yet|cannot|without|\p{L}+n't)$/u;

/** Of a meeting or visit that has not taken place, whatever day stands beside it. */
export const CALLED_OFF_WORDS: readonly string[] = [
  ...['cancelled', 'canceled', 'was cancelled', 'was canceled', 'postponed', 'was postponed', 'rescheduled'],
  ...['no show', 'no-show', 'did not happen', 'called off', 'was called off'],
  ...['キャンセル', 'ドタキャン', '中止', '延期', 'リスケ', '流れた', '見送り'],
];
/** Of one that is to come, where no day is written before them. */
export const TO_COME_WORDS: readonly string[] = [
  ...[
    'booked',
    'scheduled',
    'set',
    'planned',
    'arranged',
    'agreed',
    'confirmed',
    'requested',
    'request sent',
  ],
  ...['is booked', 'is scheduled', 'is set', 'is planned', 'invited', 'invitation sent'],
  ...[
    '予定',
    '調整',
    '調整中',
    '日程調整',
    '日程調整中',
    'アポ',
    'アポ取得',
    '設定',
    '打診',
    '打診中',
    '申込',
    '依頼',
  ],
];
/** They say of themselves that it has taken place: a coming day behind them is a part of what was said. */
export const HELD_WORDS: readonly string[] = ['met', 'visited', '訪問した', '来社', '来訪'];

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

export const HAND_OVER_WORDS = [
  ...['引継ぎ', '引き継ぎ', '引継', '引き継ぐ', '引継ぐ', '担当引継ぎ', '担当引き継ぎ'],
  ...['hand over', 'hand over to', 'handover', 'handover to', 'hand-over', 'hand-over to'],
];
export const ACCEPT_WORDS = [
  ...['受領', '受領済', '受領済み', '受領しました', '受け取りました', '引継ぎ受領', '引き継ぎ受領'],
  ...['受取', '受取済', '受け取った', '受け取り済み'],
  ...['accept', 'accepted', 'acknowledge', 'acknowledged', 'hand-over accepted', 'handover accepted'],
];
export const PROMISES_KEPT_WORDS = [
  ...['約束済', '約束済み', '約束完了', '約束は済', '約束は済み', '約束を果たした', '約束果たした'],
  ...['promise kept', 'promises kept', 'promise done', 'promises done'],
];
/** Forms of address and particles between colleagues; 様 is a customer's. */
export const MEMBER_ENDINGS = /(?:さん|くん|君)?(?:へ|に|宛|あて)?$/;

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
/** Behind `with` these name nobody: `with her assistant`, `with the CFO`. */
export const NO_NAMES_BEHIND_WITH: readonly string[] = [
  ...['the', 'a', 'an', 'her', 'his', 'their', 'its', 'our', 'my', 'your', 'this', 'that', 'these', 'those'],
  ...['him', 'them', 'me', 'us', 'it', 'both', 'all', 'some', 'several', 'two', 'three', 'no', 'new'],
  ...['someone', 'somebody', 'everyone', 'everybody', 'nobody'],
];
/** Behind a name these are no second one: `with Sato Monday`, `Ms Sato Budget in April`. */
export const NOT_FAMILY_NAMES =
  / (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December|Re|Quote|Demo|Budget|Need|Needs|Authority|Timing|Wants|Asks|Asked|Says|Said|Will|Is|Was|Has|Waiting|Next|Call|Send|Sent|Price|Pricing|Contract|Approval|Decision|Meeting|Still|In|On|At|For|To|And|But|No|Not|Left|Spoke)$/;
