/** The settings in words: what each is called, what it is for, what a change of it does, its unit, and its values. */
import { type Text, text } from '../text/text';
import { DIGEST_AUDIENCES, DIGEST_CHANNELS } from './digest-choices';
import type { SETTING_LIMITS } from './settings-limits';
import type { Settings } from './team';

interface SettingText {
  label: Text;
  hint: Text;
  /** Told before it is saved. */
  effect: Text;
}

const REASONS_HINT = text(
  'はじめからある理由のほかに、チームの理由を追加できます。一方の言語だけでも構いません。',
  'Beside those that every team has. One language is enough.',
);
const REASONS_EFFECT = text(
  '外した理由は選べなくなりますが、その理由を持つ会社の記録は残ります。名前を直すと、過去の記録の表示も変わります。',
  'A reason taken off cannot be chosen any more; accounts that have it keep it. A new label is shown on past records, too.',
);
const DAYS_EFFECT = text(
  'これから計算する次回確認日に効きます。すでに決まっている確認日は動きません。',
  'Counts for next checks that are computed from now on; dates that stand already do not move.',
);

const ESCALATION_EFFECT = text(
  '次にキューを作るときから、いま期日を過ぎているチェックにも効きます。',
  'Counts for checks that are overdue now, from the next run of the queue on.',
);

export const SETTING_TEXTS: Readonly<Record<keyof Settings, SettingText>> = {
  products: {
    label: text('製品', 'Products'),
    hint: text(
      '売っている製品。案件と不適合の判定は、ここにある製品について記録します。',
      'What we sell. Opportunities and bad fits are about these.',
    ),
    effect: text(
      '製品を追加すると、不適合の会社がすべて見直しの対象になります。外した製品は選べなくなりますが、すでに記録した会社には残ります。',
      'A new product brings all bad fits up for review. One taken off cannot be chosen any more; accounts that have it keep it.',
    ),
  },
  lostReasons: { label: text('失注の理由', 'Lost reasons'), hint: REASONS_HINT, effect: REASONS_EFFECT },
  badFitReasons: {
    label: text('不適合の理由', 'Bad-fit reasons'),
    hint: REASONS_HINT,
    effect: REASONS_EFFECT,
  },
  onFileReasons: {
    label: text('登録保存の理由', 'Reasons to keep on file'),
    hint: REASONS_HINT,
    effect: REASONS_EFFECT,
  },
  cadence: {
    label: text('四半期チェックの間隔', 'Cadence of quarterly checks'),
    hint: text(
      '最後の双方向の連絡から3か月ごとか、会計四半期ごとに一度以上か。',
      'Three months after the last two-way contact, or at least once in each fiscal quarter.',
    ),
    effect: DAYS_EFFECT,
  },
  fiscalYearStartMonth: {
    label: text('会計年度の始まる月', 'First month of the fiscal year'),
    hint: text(
      '会計四半期と、年のない日付の読み方に使います。',
      'For fiscal quarters, and for dates typed without a year.',
    ),
    effect: DAYS_EFFECT,
  },
  retryBusinessDays: {
    label: text('回答なしの再確認まで(営業日)', 'Business days to the retry'),
    hint: text('確認に回答がないときの、次の日付です。', 'After a check without answer.'),
    effect: DAYS_EFFECT,
  },
  retries: {
    label: text('再確認の回数', 'Retries'),
    hint: text(
      'これを超えると「見送り」に数えます。',
      'After so many, a check without answer counts as missed.',
    ),
    effect: text('これから記録する確認に効きます。', 'Counts for checks that are recorded from now on.'),
  },
  managerAsksAfterDays: {
    label: text('マネージャーが確かめるまで(営業日)', 'Business days until a manager asks'),
    hint: text(
      '期日からこれだけ過ぎたチェックは、マネージャーが担当者に確かめます。',
      'So late an overdue check becomes the managers’: they ask the owner.',
    ),
    effect: ESCALATION_EFFECT,
  },
  reassignAfterDays: {
    label: text('担当替えを提案するまで(営業日)', 'Business days until another owner is proposed'),
    hint: text(
      '期日からこれだけ過ぎると、ほかの人への担当替えを提案します。決めるのはマネージャーです。',
      'So late somebody else is proposed by name, and a manager decides.',
    ),
    effect: ESCALATION_EFFECT,
  },
  workingDays: {
    label: text('ワーキングの期限(日)', 'Days for Working'),
    hint: text(
      'これを過ぎたワーキングの会社は、「今日」の「タイムボックス期限」に載ります。',
      'A Working account beyond it stands under “Time box over” on Today.',
    ),
    effect: text(
      '次にキューを作るときから、いまのワーキングの会社にも効きます。',
      'Counts for accounts that are Working now, from the next run of the queue on.',
    ),
  },
  badFitReviewMonths: {
    label: text('不適合の見直し(か月)', 'Months to the review of a bad fit'),
    hint: text('この期間ごとに見直しに載ります。', 'So often a bad fit comes up for review.'),
    effect: text(
      'これから不適合になる会社と、次の見直しから効きます。',
      'Counts for new bad fits, and from the next review on.',
    ),
  },
  singleManagerMayApprove: {
    label: text('マネージャーが一人のとき、本人の承認を許す', "Allow a single manager's own approval"),
    hint: text('履歴に「本人の承認」と残ります。', 'The history then says that it was their own.'),
    effect: text(
      '有効にすると、ただ一人のマネージャーは自分の申請も承認できます。',
      'With it, the only manager of the team may approve what they have proposed.',
    ),
  },
  companyDays: {
    label: text('会社の休業日(毎年)', 'Days closed every year'),
    hint: text(
      '月/日。年をまたいで構いません(12/29 から 1/3 など)。',
      'Month/day; may wrap the year (12/29 to 1/3).',
    ),
    effect: DAYS_EFFECT,
  },
  extraHolidays: {
    label: text('追加の休日', 'Extra holidays'),
    hint: text('祝日のほかに休む日です。', 'Beside the public holidays.'),
    effect: DAYS_EFFECT,
  },
  extraWorkdays: {
    label: text('追加の営業日', 'Extra workdays'),
    hint: text('休日でも営業する日です。', 'Worked, whatever else says.'),
    effect: DAYS_EFFECT,
  },
  digestChannels: {
    label: text('まとめの送信先', 'Digests go'),
    hint: text(
      'その日の仕事を知らせる先。どれも選ばなければ送りません。接続は管理者が環境変数で設定します。',
      "Where each person is told of the day's work; none: nowhere. An admin sets each channel up in the environment.",
    ),
    effect: text(
      '会社名と担当者名が、この先のサーバーへ送られます。',
      'Names of companies and owners are sent to its servers.',
    ),
  },
  digestAudiences: {
    label: text('まとめを受け取る人', 'Digests are for'),
    hint: text(
      '担当者には毎営業日、マネージャーには週に一度、チームの分を送ります。',
      'Reps each business day; managers once a week, for the team.',
    ),
    effect: text('次の送信から効きます。', 'Counts from the next run on.'),
  },
  digestTime: {
    label: text('まとめの時刻', 'Digests from'),
    hint: text('これより前には送りません。', 'None is sent before it.'),
    effect: text('次の送信から効きます。', 'Counts from the next run on.'),
  },
  managerDigestWeekday: {
    label: text('マネージャーへのまとめの曜日', 'Weekday of the managers'),
    hint: text('休業日なら、その週の次の営業日に送ります。', 'Closed: the next business day of the week.'),
    effect: text('次の送信から効きます。', 'Counts from the next run on.'),
  },
  leadPrice: {
    label: text('リード1件の価格(円)', 'Price of a lead (yen)'),
    hint: text(
      '購入リスト1件あたりの費用。0 は未設定です。',
      'What a company of a bought list costs; 0: not set.',
    ),
    effect: text(
      '次の集計から、再び獲得した既存の会社の費用になります。',
      'The dashboard tells with it what known leads cost that were acquired once more, from its next run on.',
    ),
  },
  language: {
    label: text('シートの言語', 'Language of the sheets'),
    hint: text('関数が書くシートの言語です。', 'Of the tabs that the functions write.'),
    effect: text(
      '次の更新で、見出しと選択肢がこの言語になります。',
      'Headings and choices are in it from the next refresh on.',
    ),
  },
  zone: {
    label: text('タイムゾーン', 'Time zone'),
    hint: text(
      'すべての日付はこの地域の日付です(Asia/Tokyo など)。',
      'All dates are meant in it (Asia/Tokyo).',
    ),
    effect: text('「今日」の日付が変わることがあります。', '"Today" may become another day.'),
  },
};

export const LANGUAGES = {
  ja: text('日本語', 'Japanese'),
  en: text('英語', 'English'),
} as const;

/** Values of settings that are chosen from a few. */
export const SETTING_CHOICES: Readonly<Record<string, Text>> = {
  rolling: text('最後の連絡から3か月', 'Three months after the last contact'),
  fiscal: text('会計四半期ごと', 'Each fiscal quarter'),
  ...DIGEST_CHANNELS,
  ...DIGEST_AUDIENCES,
  weekday1: text('月曜日', 'Monday'),
  weekday2: text('火曜日', 'Tuesday'),
  weekday3: text('水曜日', 'Wednesday'),
  weekday4: text('木曜日', 'Thursday'),
  weekday5: text('金曜日', 'Friday'),
  ...LANGUAGES,
};

/** Of the settings that are numbers. */
export const SETTING_UNITS: Readonly<Record<keyof typeof SETTING_LIMITS, Text>> = {
  fiscalYearStartMonth: text('月', 'month of the year'),
  workingDays: text('日', 'calendar days'),
  badFitReviewMonths: text('か月', 'months'),
  retryBusinessDays: text('営業日', 'business days'),
  retries: text('回', 'times'),
  managerAsksAfterDays: text('営業日', 'business days'),
  reassignAfterDays: text('営業日', 'business days'),
  managerDigestWeekday: text('曜日', 'day of the week'),
  leadPrice: text('円', 'yen'),
};

export const SETTING_VALUE_TEXTS = {
  yes: text('はい', 'Yes'),
  no: text('いいえ', 'No'),
  empty: text('(なし)', '(none)'),
};
