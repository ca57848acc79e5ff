/** Sentences of the windows about the team: members, settings, and who changed them; ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import type { ApiError } from '../../script-api';
import type { WindowMessageKey } from './catalog';
import { localize, type MessageParams, t, type Viewer } from './viewer';

const TEAM_MESSAGES = {
  managersOnly: text(
    '設定はマネージャーと管理者が見ます。変更はマネージャーまたは管理者に依頼してください。',
    'Settings are for managers and admins: ask one of them.',
  ),

  // Members
  adminsKeepMembers: text(
    'メンバーの追加と変更は管理者が行います。休暇は、本人とマネージャーが設定できます。',
    'Admins add and change members. Leave is set by each member, and by managers.',
  ),
  addMember: text('メンバーを追加', 'Add a member'),
  memberName: text('名前', 'Name'),
  memberKana: text('名前の読み(かな、任意)', 'Reading of the name (kana, optional)'),
  memberEmail: text('メールアドレス(Google アカウント)', 'E-mail address (Google account)'),
  memberRole: text('役割', 'Role'),
  memberLanguage: text('言語(画面・メール・カレンダー)', 'Language (windows, mails, calendar)'),
  noReading: text('読みなし', 'no reading'),
  ownLanguage: text('指定なし', 'Not chosen'),
  inviteHint: text(
    '案内は送られません。このアドレスの Google アカウントで台帳を開けるように共有し、本人に知らせてください。',
    'Nothing is sent: share the register with this Google account, and tell the person.',
  ),
  otherAddress: text(
    'アドレスを変えると、サインインの結び付けは解除されます。',
    'With another address the sign-in is unbound.',
  ),
  save: text('保存', 'Save'),
  edit: text('編集', 'Edit'),
  leave: text('退職…', 'Leaves the team…'),
  takeBack: text('復帰…', 'Comes back…'),
  you: text('{name}(あなた)', '{name} (you)'),
  left: text('退職', 'left'),
  bound: text('サインイン済み', 'has signed in'),
  notBound: text('サインインの結び付けなし', 'no sign-in bound'),
  load: text('担当 {accounts} 社(対応中 {open} 社)', '{accounts|account|accounts} ({open} to work on)'),
  unreadable: text(
    '保存内容が壊れています。保存し直すと直ります。',
    'The stored record is broken: saving it mends it.',
  ),
  roleIs: text(
    '登録・商談前の対応・四半期チェック',
    'Registers and works accounts, runs the quarterly checks',
  ),
  roleFs: text('案件の対応、終わった案件の判断', 'Runs opportunities, decides when one ends'),
  roleManager: text('承認・見直し・引き継ぎ・設定', 'Approves, reviews, hands over, keeps the settings'),
  roleAdmin: text('マネージャーに加えて、メンバーの管理', 'A manager who also keeps the members'),
  roleViewer: text('閲覧のみ', 'Reads only'),
  memberAdded: text('{name}({email})を追加しました。', '{name} ({email}) was added.'),
  memberSaved: text('{name} さんを保存しました。', '{name} was saved.'),
  memberLeft: text(
    '{name} さんを退職にしました。もう入れません。担当の会社は、引き継ぐまで「退職者の担当」に載ります。',
    '{name} has left and cannot get in any more. Their accounts stay listed until they are handed over.',
  ),
  memberReturned: text('{name} さんが復帰しました。', '{name} is back.'),

  // Leave for some days
  leavesOf: text('休暇…', 'On leave…'),
  leaves: text('休暇', 'Leave'),
  onLeave: text('休暇中', 'on leave'),
  leavesTitle: text('{name} さんの休暇', 'Leave of {name}'),
  leavesExplained: text(
    '休暇の間は、四半期チェック・引き継ぎ・再訪・まとめ・カレンダーを代理が受け持ちます。担当者は変わりません。1日だけなら終わりは空欄で構いません。',
    'Meanwhile checks, hand-overs, revisits, digests and the calendar are the stand-in’s; the owner stays the owner. Leave the end empty for a single day.',
  ),
  leaveFrom: text('初日', 'First day'),
  leaveTo: text('最終日', 'Last day'),
  standIn: text('代理', 'Stand-in'),
  managersStandIn: text('(マネージャー)', '(managers)'),
  addLeave: text('休暇を追加', 'Add a leave'),
  backToday: text('今日から復帰', 'Back today'),
  standInAway: text(
    '代理もこの間に休暇があります。その日は、代理の代理が対応します。',
    'The stand-in is away on some of these days, too: then whoever stands in for them acts.',
  ),
  leaveWantsDate: text('日付を入れてください。', 'Give a day that there is.'),
  leaveEndsEarly: text('最終日が初日より前です。', 'It ends before it begins.'),
  leaveOverlaps: text('ほかの休暇と重なっています。', 'It overlaps another leave.'),
  leaveStandIn: text(
    '代理は、在籍していて書き込めるほかのメンバーから選んでください。',
    'Choose another active member who may write.',
  ),
  leavesSaved: text('{name} さんの休暇を保存しました。', 'The leave of {name} was saved.'),
  noLeave: text('休暇なし', 'no leave'),

  // Leaving
  leaveTitle: text('{name} さんの退職', '{name} leaves'),
  leaveOwns: text(
    '{name} さんの担当は {accounts} 社(うち対応中 {open} 社)です。',
    '{name} owns {accounts|account|accounts} ({open} to work on).',
  ),
  leaveOwnsNone: text('{name} さんの担当はありません。', '{name} owns no account.'),
  leaveInsideSales: text(
    'ほかに、フィールドセールスから戻ってくる会社(IS 担当)が {accounts} 社あります。',
    'Field sales return {accounts} more to them (inside sales).',
  ),
  leaveExplained: text(
    '退職にすると、すぐに入れなくなります。名前と履歴は残ります。担当の引き継ぎは、前でも後でも、何度かに分けてもできます。ほかの人の会社で進めている案件は、「担当を引き継ぐ…」の「案件を一つ引き継ぐ」で渡します。',
    'Who has left cannot get in from then on; name and history stay. Accounts are handed over before or after it, at once or bit by bit; opportunities on accounts of others by “Hand over one opportunity” in “Hand over accounts…”.',
  ),
  leaveNow: text('退職にする', 'Mark as left'),
  returnExplained: text(
    '{name}({email})が {role} として戻ります。',
    '{name} ({email}) comes back with the role {role}.',
  ),
  returnNow: text('復帰させる', 'Let them back in'),
  unbind: text('結び付けを解除…', 'Unbind the sign-in…'),
  unbindNow: text('解除する', 'Unbind'),
  unbindExplained: text(
    '{name}({email})の結び付けを解除します。次に {email} でサインインした Google アカウントがこのメンバーになり、それまでの Google アカウントでは入れなくなります。履歴・役割・担当は変わりません。',
    '{name} ({email}) is unbound. The next Google account that signs in with {email} becomes this member, and any other cannot get in by it then. History, role and accounts stay as they are.',
  ),
  unbound: text(
    '解除しました。次に {email} でサインインした人が {name} さんです。',
    'Unbound: whoever signs in next with {email} is {name}.',
  ),

  // Settings
  settingsSaved: text('保存しました: {names}', 'Saved: {names}'),
  changedSettings: text('変更: {names}', 'Changed: {names}'),
  nothingChanged: text('変更はありません。', 'Nothing is changed.'),
  restore: text('元の値に戻す', 'Back to what is stored'),
  addLine: text('追加', 'Add'),
  removeLine: text('外す', 'Remove'),
  lineNumber: text('{n} 行目', 'line {n}'),
  builtIn: text('はじめからある理由: {names}', 'Those that every team has: {names}'),
  columnValue: text('名前', 'Name'),
  columnDate: text('日付', 'Day'),
  columnFrom: text('から', 'From'),
  columnTo: text('まで', 'To'),
  columnJa: text('日本語', 'Japanese'),
  columnEn: text('英語', 'English'),
  groupOffer: text('製品と理由', 'Products and reasons'),
  groupChecks: text('四半期チェック', 'Quarterly checks'),
  groupLimits: text('期限と承認', 'Time limits and approval'),
  groupDashboard: text('ダッシュボード', 'Dashboard'),
  groupDays: text('休業日', 'Closed days'),
  groupDigests: text('まとめ', 'Digests'),
  groupSheet: text('シート', 'Sheets'),
  changedByOthers: text(
    'あなたが開いたあとに、ほかの人が変更しました: {names}。あなたの入力は残っています。いまの値を確かめてから、もう一度保存してください。',
    'Somebody else has changed: {names}. What you typed is still here: look at what is stored now, and save again.',
  ),
  changedBoth: text(
    'あなたも変更しようとしているもの: {names}。保存すると、あなたの値になります。',
    'You are changing, too: {names}. Saving makes them yours.',
  ),
  storedNow: text('いまの値: {value}', 'Stored now: {value}'),

  // History
  history: text('変更の履歴', 'Who changed what'),
  noHistory: text('変更はまだありません。', 'Nothing was changed yet.'),
  older: text('前の履歴を読む', 'Read older ones'),
  historyKept: text('730日間残ります。', 'Kept for 730 days.'),
  added: text('{name} を追加: {value}', '{name} added: {value}'),
  changed: text('{name}: {before} → {after}', '{name}: {before} → {after}'),
  active: text('在籍', 'in the team'),
  unreadableParts: text('読み取れない部分: {names}', 'Cannot be read: {names}'),
  empty: text('(なし)', '(none)'),
} as const satisfies Record<string, Text>;

export type TeamMessageKey = keyof typeof TEAM_MESSAGES | WindowMessageKey;

const isOwnKey = (key: TeamMessageKey): key is keyof typeof TEAM_MESSAGES => key in TEAM_MESSAGES;

export const tTeam = (
  viewer: Pick<Viewer, 'language'>,
  key: TeamMessageKey,
  params: MessageParams = {},
): string =>
  isOwnKey(key) ? interpolate(localize(viewer, TEAM_MESSAGES[key]), params) : t(viewer, key, params);

/** Joins names for use in a sentence. */
export const joinNames = (viewer: Pick<Viewer, 'language'>, names: readonly string[]): string =>
  names.join(viewer.language === 'ja' ? '、' : ', ');

const MEND_FIELDS = text(
  '赤い項目を直してください。何も変更していません。',
  'Mend what is marked in red: nothing was changed.',
);

/** Where the fields show what is wrong, the form only refers to them. */
export const formError = (error: ApiError): ApiError =>
  (error.issues ?? []).length > 0 ? { ...error, message: MEND_FIELDS } : error;
