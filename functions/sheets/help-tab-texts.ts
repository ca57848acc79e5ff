/** The titles and heads of the help tab; what stands below them comes from the rules. */
import { text } from '../domain/text/text';

export const HELP_TITLE = text('ヘルプ', 'Help');

export const HELP_SECTION_TITLES = {
  firstDay: text('最初の日に', 'On your first day'),
  statuses: text('八つのステータス', 'The eight statuses'),
  matrix: text('同じことを表で(行 = 今、列 = 移動先)', 'The same as a table (row = now, column = next)'),
  moves: text('どこからどこへ移せるか、何が必要か', 'Which moves there are, and what each asks for'),
  columns: text('台帳の列', 'The columns of the register'),
};
export const HELP_TABLE_HEADS = {
  statuses: [text('番号', 'No.'), text('ステータス', 'Status'), text('区分', 'Bin'), text('意味', 'Meaning')],
  moves: [
    text('今', 'Now'),
    text('移動先', 'Next'),
    text('種類', 'Kind'),
    text('必要なもの', 'What it asks for'),
    text('補足', 'Note'),
  ],
  columns: [text('列', 'Column'), text('説明', 'What it is')],
};

/** What somebody does who has never seen the register, in this order: what, and how. */
export const FIRST_DAY = [
  [
    text('サイドバーを開く', 'Open the sidebar'),
    text(
      'メニュー「Hachi」→「アカウントを開く」。会社の行を選ぶと、その会社のことがすべて出ます。上の「今日やること」に、あなたを待つものが並びます。',
      'Menu Hachi › Open account. Select the row of a company: all that is known about it is shown. My day, at its top, lists what waits for you.',
    ),
  ],
  [
    text('自分の会社だけを見る', 'See your own companies'),
    text(
      '「データ」→「フィルタ表示」に、あなたの名前の付いた表示が三つあります:担当の会社、7日以内の確認、次回が決まっていない会社です。ほかの人の画面は変わりません。',
      'Data › Filter views has three with your name: your accounts, your checks within 7 days, and what has no next check. Nobody else’s screen changes.',
    ),
  ],
  [
    text('赤い日付から始める', 'Begin with the red dates'),
    text(
      '「次回確認日」が赤い会社は期限を過ぎています。連絡したら、サイドバーの「確認を記録」で結果を残します。',
      'A red next check is overdue. Once you have spoken with the company, record the check in the sidebar.',
    ),
  ],
  [
    text('連絡を記録する', 'Log what you did'),
    text(
      'サイドバーの「連絡を記録」。商談も、電話の不在も残せます。',
      'Log contact in the sidebar: a meeting, a call, also one that nobody answered.',
    ),
  ],
  [
    text('一行で残す', 'Say it in one line'),
    text(
      '「ひとこと入力」の列に「電話 不在」「面談 10/3 佐藤様 来週見積」「>4 2027-02-10 予算待ち」「確認 継続」「次 2027-02-10」のように書くと、記録・申請されます。スマートフォンでも使えます。読み取れない一行は、理由のメモとともに残ります。',
      'The column Quick entry takes a line, also on a phone: call no answer · meeting 10/3 with Sato quote · >4 2027-02-10 budget · check still waiting · next 2027-02-10. A line that is not understood stays, with the reason as a note on it.',
    ),
  ],
  [
    text('ステータスを変える', 'Change a status'),
    text(
      'セルで選ぶだけです。会社名の隣の「申請の状態」が未送信・差し戻しを示し、受け付けられると空になります。',
      'Choose it in the cell. Beside the company, Request says Not sent or Sent back, and is empty once the change is accepted.',
    ),
  ],
  [
    text('会社を調べる、登録する', 'Look a company up, register one'),
    text(
      'サイドバーの上の欄に会社名などを入れます。新しい会社は、空の行に会社名を入力しても登録できます。',
      'Type its name, or whatever you have, into the box of the sidebar. A new company may also be typed into an empty row.',
    ),
  ],
  [
    text('間違えたら', 'When you have made a mistake'),
    text(
      'メニュー「Hachi」→「変更を元に戻す」。24時間以内の自分の変更が、何をしたかとともに並び、ひとつずつ戻せます。',
      'Menu Hachi › Undo changes lists what you did within 24 hours, and takes back each.',
    ),
  ],
] as const;
