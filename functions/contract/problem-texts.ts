/** The sentences of problems in both languages. */
import { type Text, text } from '../domain/text/text';
import type { ProblemCode } from './problem';

export const PROBLEM_TEXTS = {
  PATH_UNKNOWN: text(
    'このパスはありません。関数の名前の後ろには何も付けず、? から始めてください。',
    'There is nothing at this path: a function has none below its own; its query begins with a question mark.',
  ),
  METHOD_NOT_ALLOWED: text(
    'この関数はこの HTTP メソッドを受け付けません。',
    'This function has another HTTP method.',
  ),
  NOT_SIGNED_IN: text(
    'サインインしていません。Authorization ヘッダーに Google の ID トークンを付けてください。',
    'Not signed in: send a Google identity token as "Authorization: Bearer …".',
  ),
  TOKEN_INVALID: text('ID トークンが正しくありません。', 'The identity token is not valid here.'),
  TOKEN_EXPIRED: text(
    'ID トークンの期限が切れています。新しいトークンで送り直してください。',
    'The identity token has expired: send a new one.',
  ),
  TOKEN_SIGNATURE_REMOVED: text(
    'Cloud Run が IAM で呼び出し元を確認しているため、ID トークンの署名が取り除かれて届きました。管理者は、サービスを --no-invoker-iam-check 付きでデプロイし直してください。',
    'Cloud Run checks callers by IAM, and so the identity token came without its signature. An administrator deploys the service anew with --no-invoker-iam-check.',
  ),
  EMAIL_NOT_VERIFIED: text(
    'このアカウントのメールアドレスは確認されていません。',
    'The e-mail address of this Google account is not verified.',
  ),
  DOMAIN_NOT_ALLOWED: text(
    'この組織のアカウントは使えません。会社の Google アカウントでサインインしてください。',
    'Accounts of this organization are not let in: sign in with the company account.',
  ),
  NOT_A_MEMBER: text(
    'チームのメンバーではありません。管理者に追加を依頼してください。メンバーなのに入れないときは、サインインの結び付けの解除を依頼してください。',
    'Not a member of the team: ask an admin to be added. A member with another Google account than before asks an admin to unbind the sign-in.',
  ),
  MEMBER_LEFT: text(
    'チームを離れたメンバーです。管理者に連絡してください。',
    'This member has left the team: ask an admin.',
  ),
  MEMBER_UNREADABLE: text(
    '保存されているメンバーの情報が壊れています。管理者がこのメンバーを保存し直すと使えるようになります。',
    "This member's stored record cannot be read: an admin mends it by saving the member again.",
  ),
  SIGN_IN_UNAVAILABLE: text(
    'いまサインインを確認できません。少し待ってからもう一度送ってください。',
    'Signing in cannot be checked now: send it again in a moment.',
  ),
  BODY_TOO_LARGE: text(
    '送られたデータが大きすぎます(maxBytes まで)。分けて送ってください。会社のリストなら、使わない列を消すか行を分けて CSV に保存し、同じリスト名で順に取り込みます。',
    'The body is larger than maxBytes: split it. For a company list, leave out columns that nobody needs, or save it as several CSV files of fewer rows and import them one after the other under one name.',
  ),
  BODY_EMPTY: text('本文が空です。JSON を送ってください。', 'The body is empty: send JSON.'),
  BODY_NOT_UTF8: text('本文が UTF-8 ではありません。', 'The body is not UTF-8.'),
  BODY_NOT_JSON: text('本文が JSON として正しくありません。', 'The body is not JSON.'),
  CONTENT_TYPE_UNSUPPORTED: text(
    '本文の種類が違います。Content-Type を確かめ、圧縮せずに送ってください。',
    'This kind of body is not accepted: check Content-Type, and do not compress it.',
  ),
  REQUEST_INVALID: text('リクエストの内容が正しくありません。', 'The request is not valid.'),
  ROLE_NOT_ALLOWED: text(
    'この操作を行う権限がありません。マネージャーまたは管理者に依頼してください。',
    'Your role does not allow this: ask a manager or an admin.',
  ),
  SPREADSHEET_IS_COPY: text(
    'これは台帳のコピーか、別のスプレッドシートです。何も変更していません。元の台帳を開いてください。',
    'This is a copy of the register or another spreadsheet: nothing was changed. Open the original.',
  ),
  DOCUMENT_UNREADABLE: text(
    '保存されている記録を読み取れません。アカウント(kind が account)なら、マネージャーが履歴から復元できます。ほかのアカウントはそのまま使えます。',
    'A stored document cannot be read. If it is an account (kind), a manager can have it made again from its history. All other accounts work on.',
  ),
  WRITE_UNREADABLE: text(
    'このままでは読み取れない形で保存されるため、何も変更していません。管理者に連絡してください。',
    'Nothing was changed, for it would be stored in a form that cannot be read. Tell an admin.',
  ),
  ACCOUNT_UNKNOWN: text('このアカウントは登録されていません。', 'There is no such account.'),
  CURSOR_UNKNOWN: text(
    'カーソルが正しくありません。カーソルなしで最初から読み直してください。',
    'The cursor is none of ours: start again without it.',
  ),
  RESUME_UNKNOWN: text(
    'このブロックの resume ではありません。同じコマンドをすべて、resume なしで送り直してください(二重には実行されません)。',
    'The token in resume is not of this block: send the same commands again without it; nothing is done twice.',
  ),
  CORPORATE_NUMBER_INVALID: text(
    '法人番号が正しくありません(13桁とチェックデジットを確認してください)。',
    'The corporate number is wrong: check the 13 digits and the check digit.',
  ),
  LIST_NAME_NEEDED: text(
    'リストの名前を list で指定してください(例: ?list=EDINET)。',
    'Name the list with the parameter list (for example ?list=EDINET).',
  ),
  LIST_HAS_PROBLEMS: text(
    '問題のある行があるため、何も取り込んでいません。行を直すか、skipProblems=true で残りの行だけを取り込んでください。',
    'Some rows have problems, so nothing was imported: mend them, or import the others with skipProblems=true.',
  ),
  TAB_UNKNOWN: text(
    '台帳のスプレッドシートにこの名前のシート(タブ)はありません。titles から選んでください。',
    'The spreadsheet of the register has no tab of this name: choose one of titles.',
  ),
  TAB_IS_OURS: text(
    'Hachi が書くシート(タブ)は取り込めません。リストを新しいシートに貼り付けてください。',
    'This tab is written by Hachi itself: paste the list into a new one.',
  ),
  DATE_IN_FUTURE: text(
    'まだ来ていない日です。今日(today)までの日を指定してください。',
    'This day is still to come: give today (see today) or an earlier one.',
  ),
  BATCH_UNKNOWN: text('この取り込みは見つかりません。', 'There is no such import batch.'),
  MEMBER_UNKNOWN: text('このメンバーはいません。', 'There is no such member.'),
  EMAIL_TAKEN: text(
    'このメールアドレスのメンバーがすでにいます。',
    'A member with this e-mail address exists already.',
  ),
  LEAVE_REFUSED: text(
    '休暇は初めの日以後に終わり、ほかの休暇と重ならず、代理は在籍していて書き込めるほかのメンバーです。',
    'A leave ends on its first day or later and overlaps no other; who stands in is another active member who may write.',
  ),
  LAST_ADMIN: text('管理者が一人もいなくなります。', 'No admin would be left.'),
  SETTINGS_INVALID: text(
    'この設定の組み合わせは使えません。issues を見て直してください。',
    'These settings do not go together: issues says why.',
  ),
  TEAM_CHANGED: text(
    '表示後にメンバーまたは設定が変更されました。読み直してからやり直してください。',
    'Members or settings have changed since you saw them: read them again first.',
  ),
  DASHBOARD_NOT_COUNTED: text(
    'ダッシュボードはまだ集計されていません。マネージャーが dashboard を実行するか、次の定時実行をお待ちください。',
    'The dashboard has not been counted yet: a manager runs dashboard, or the scheduler does.',
  ),
  QUEUE_SHEET_NOT_SET: text(
    '四半期チェックの書き込み先が設定されていません(HACHI_QUEUE_SHEET)。',
    'The spreadsheet of the queue is not set (HACHI_QUEUE_SHEET).',
  ),
  FUNCTIONS_URL_NOT_SET: text(
    'リンクを作れません。関数のアドレスが設定されていません(HACHI_FUNCTIONS_URL)。',
    'No link can be made: the address of the functions is not set (HACHI_FUNCTIONS_URL).',
  ),
  REGISTER_SHEET_NOT_SET: text(
    '台帳のスプレッドシートが設定されていません(HACHI_REGISTER_SHEET)。',
    'The spreadsheet of the register is not set (HACHI_REGISTER_SHEET).',
  ),
  REGISTER_KEYS_LOST: text(
    '台帳のどの列が何の列か判別できないため、何も書き込んでいません。columns に挙げた見出しの列を一つだけにする(コピーした列を消す、または元に戻す・変更履歴で戻す)か、台帳のシート(タブ)を削除して作り直してください。',
    'Nothing was written: which column of the register is which cannot be told. Leave one column with each heading named in columns (delete copies, or go back with undo or the version history), or delete the tab to have it made anew.',
  ),
  REGISTER_ROWS_VANISHED: text(
    '台帳の行の2割を超える数が一度に消えたため、何も書き込んでいません。元に戻す(Ctrl+Z)か変更履歴で行を戻してください。本当に作り直す場合は、台帳のシート(タブ)を削除してからもう一度実行してください。',
    'Nothing was written: more than a fifth of the rows of the register have vanished at once. Bring them back with undo (Ctrl+Z) or the version history; to have the register made anew, delete its tab and run this again.',
  ),
  REGISTER_RESTORED: text(
    '台帳が以前の版に戻され、そのときの送信待ちの申請が多く残っているため、何も書き込んでいません。変更履歴で戻す前の版に復元するか、申請を送信してください。すべて破棄して最新の状態に書き直す場合は、マネージャーが layout を {"discardRequests": true} で実行してください。',
    'Nothing was written: an older version of the register was brought back, with many requests of that time that wait to be sent. Restore the version of before in the version history, or send the requests. To drop all of them and have everything written anew, a manager calls layout with {"discardRequests": true}.',
  ),
  REGISTER_BUSY: text(
    '台帳はいま別の処理が書き込んでいます。少し待ってからやり直してください。',
    'Another run is writing the register: try again in a moment.',
  ),
  SHEET_NOT_REACHABLE: text(
    'スプレッドシートに書き込めません。ID が正しいか、関数のサービスアカウントに編集者として共有されているか、保護されていないかを確かめてください。前の一覧はそのまま残っています。',
    'The spreadsheet cannot be written: check its ID, that it is shared with the service account of the functions as an editor, and that it is not protected. The old sheet is unchanged.',
  ),
  SHEETS_API_OFF: text(
    '関数のプロジェクトで Google Sheets API が有効になっていません。管理者は sheets.googleapis.com を有効にしてください(数分で反映されます)。',
    'The Google Sheets API is off in the project of the functions. An administrator turns sheets.googleapis.com on; it takes some minutes.',
  ),
  SHEETS_SCOPE_MISSING: text(
    '関数のサービスアカウントのトークンに、スプレッドシートの権限 (https://www.googleapis.com/auth/spreadsheets) が含まれていません。管理者は、関数専用のサービスアカウントでデプロイし直してください。',
    'The token of the functions lacks the scope of spreadsheets (https://www.googleapis.com/auth/spreadsheets). An administrator deploys the functions anew with a service account of their own.',
  ),
  SHEETS_SHARING_BANNED: text(
    '組織の設定で、組織の外のアカウントとの共有が禁じられています。関数のサービスアカウントは組織の外とみなされます。Google Workspace の管理者は、サービスアカウントのドメイン (プロジェクト ID.iam.gserviceaccount.com) を信頼できるドメインに加えるか、共有を許した共有ドライブにスプレッドシートを置いてください。',
    'The organisation forbids sharing with accounts outside of it, which the service account of the functions counts as. A Google Workspace administrator allows its domain (PROJECT_ID.iam.gserviceaccount.com), or the spreadsheets go to a shared drive where this is allowed.',
  ),
  SHEETS_POLICY_FORBIDS: text(
    '組織のポリシー(アプリの制限、VPC Service Controls など)が、関数からのスプレッドシートの利用を止めています。Google Workspace または Google Cloud の管理者は、関数のサービスアカウントと sheets.googleapis.com を許可してください。共有し直しても直りません。',
    'A policy of the organisation (on apps, or VPC Service Controls) stops the functions at the spreadsheets. An administrator of Google Workspace or Google Cloud allows the service account of the functions and sheets.googleapis.com; sharing again does not help.',
  ),
  SHEETS_UNAVAILABLE: text(
    'いま Google スプレッドシートが応答しません。途中まで書かれていても各行は正しく、やり直しても二重にはなりません。しばらくしてやり直してください。',
    'Google Sheets does not answer now. What has been written of it is right, and nothing is written twice: try again later.',
  ),
  STORE_UNAVAILABLE: text(
    'いま保存先につながりません。同じリクエスト ID でもう一度送ってください。',
    'The store cannot be reached now: send it again with the same request ID.',
  ),
  INTERNAL: text(
    '内部エラーが起きました。この ID を管理者に伝えてください。',
    'Something went wrong on our side: give this ID to the admin.',
  ),
} as const satisfies Record<ProblemCode, Text>;
