/** The tabs of the settings and of the members in words: titles, headings, how to change what they show. */
import { type Text, text } from '../domain/text/text';

export const SETTINGS_TITLE = text('設定', 'Settings');
export const MEMBERS_TITLE = text('メンバー', 'Members');

export const SETTINGS_HEADINGS = {
  name: text('設定', 'Setting'),
  value: text('いまの値', 'Value'),
  unit: text('単位', 'Unit'),
  range: text('選べる範囲', 'Allowed'),
  meaning: text('意味', 'What it is for'),
  effect: text('変えると', 'What a change does'),
  changedAt: text('最後の変更', 'Last changed'),
  changedBy: text('変更した人', 'By'),
};

export const SETTINGS_HEAD = text(
  '変更は、メニュー Hachi の「設定…」から(マネージャー・管理者)。この表のセルを書き換えても、設定は変わりません。',
  'To change one: the item "Settings…" of the menu Hachi, for managers and admins. Typing here changes nothing.',
);

/** In the place of a last change: the history does not tell of one, and the value is what every team begins with. */
export const NEVER_CHANGED = text('はじめの値', 'As at the beginning');
/** The history does not tell of a change, and yet there was one. */
export const CHANGED_BEFORE = text('記録より前', 'Before the record');

export const WHOLE_NUMBERS = (min: number, max: number): Text => text(`${min}〜${max}`, `${min} to ${max}`);

export const MEMBERS_HEADINGS = {
  name: text('名前', 'Name'),
  role: text('役割', 'Role'),
  state: text('状態', 'State'),
  email: text('メールアドレス', 'E-mail address'),
  language: text('言語', 'Language'),
  leaves: text('休暇(代理)', 'Leave (stand-in)'),
  accounts: text('担当', 'Accounts'),
  open: text('うち対応中', 'To work on'),
  overdueChecks: text('期限を過ぎた確認', 'Checks overdue'),
  checksDue: text('7日以内の確認', 'Checks due in 7 days'),
  turns: text('「今日」で対応する行', 'Turns on Today'),
};

export const MEMBERS_HEAD = text(
  '変更は、メニュー Hachi の「メンバー…」から(管理者)。この表のセルを書き換えても、メンバーは変わりません。',
  'To change one: the item "Members…" of the menu Hachi, for admins. Typing here changes nothing.',
);

/** Of the columns "Accounts" and "To work on", which the dashboard's job counts; `at` is day and time of day. */
export const ownedCountText = (at: string | null): Text =>
  at === null
    ? text(
        '担当の数は未集計(ダッシュボードの更新で集計)',
        'accounts not counted yet (the dashboard counts them)',
      )
    : text(`担当の数は ${at} の集計`, `accounts as counted ${at}`);

export const MEMBER_STATES = {
  active: text('在籍', 'In the team'),
  left: text('退職', 'Left'),
  /** An admin mends it by saving the member anew. */
  unreadable: text(
    '記録が壊れている(メニューの「メンバー…」で保存し直す)',
    'Broken record: save it anew in "Members…"',
  ),
};

/** A member for whom none is chosen. */
export const NO_LANGUAGE = text('指定なし', 'Not chosen');

export const NO_MEMBERS = text('メンバーはまだいません。', 'There is no member yet.');
