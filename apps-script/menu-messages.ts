/** What the items of the menu say and ask, ja and en. */
import { type Text, text } from '../functions/domain/text/text';
import { textWithNumbers } from './messages';
import type { StoreCheck } from './script-api';

export const MENU_MESSAGES = {
  sending: text('送信しています…', 'Sending…'),
  refreshing: text('台帳を更新しています…', 'Refreshing the register…'),
  upToDate: text('台帳は最新です。', 'The register is up to date.'),
  searchingDuplicates: text('重複を調べています…', 'Looking for duplicates…'),
  checking: text('保存データを検査しています…', 'Checking the stored data…'),
  noDuplicates: text('重複候補はありません。', 'No possible duplicates.'),
  autoSendBegun: text('自動送信を始めました。', 'Automatic sending has begun.'),
  stopAutoSend: text(
    '10分ごとの自動送信を、あなたのアカウントで行っています。止めますか?',
    'Your account sends what waits every 10 minutes. Stop it?',
  ),
} as const;

/** The functions found an older version of the whole file: whether to drop what waits in it. */
export const dropRequestsQuestion = ({ ja, en }: Text): Text =>
  text(
    `${ja}\n\n待っている申請を捨てて、台帳をすべて最新にしますか?`,
    `${en}\n\nDrop the waiting requests and refresh the whole register?`,
  );

export const refreshMessage = ({
  written,
  appended,
  pending,
  toCheck,
}: Readonly<Record<'written' | 'appended' | 'pending' | 'toCheck', number>>): Text => {
  const counts: [ja: string, en: string, n: number][] = [
    ['更新 {n} 行', '{n} rows updated', written],
    ['追加 {n} 行', '{n} added', appended],
    ['未送信 {n} 件', '{n} not sent', pending],
    ['要確認 {n} 件(「要確認」のシート)', '{n} to check (see the tab "To check")', toCheck],
  ];
  const parts = counts.filter(([, , n]) => n > 0).map(([ja, en, n]) => textWithNumbers(ja, en, { n }));
  return parts.length === 0
    ? MENU_MESSAGES.upToDate
    : text(parts.map(({ ja }) => ja).join('・'), parts.map(({ en }) => en).join(', '));
};

export const duplicatesProgress = (read: number): Text =>
  textWithNumbers('重複を調べています… {read} 社', 'Looking for duplicates… {read} accounts', { read });

export const checkProgress = (read: number): Text =>
  textWithNumbers('保存データを検査しています… {read} 件', 'Checking the stored data… {read} documents', {
    read,
  });

/** The first findings, a line each, with the account or the document that they are about. */
export const checkMessage = ({ read, found, findings }: StoreCheck, lines: number): Text => {
  const checked = textWithNumbers(
    '{read} 件の文書を検査し、問題が {found} 件見つかりました。',
    '{read} documents checked: {found} problems.',
    { read, found },
  );
  const linesIn = (language: keyof Text): string[] =>
    findings
      .slice(0, lines)
      .map(({ message, accountId, document, detail }) =>
        [`${accountId ?? document}: ${message[language]}`, ...(detail === '' ? [] : [`(${detail})`])].join(
          ' ',
        ),
      );
  return text([checked.ja, ...linesIn('ja')].join('\n'), [checked.en, ...linesIn('en')].join('\n'));
};

export const duplicatesMessage = (groups: Readonly<Record<'number' | 'likely' | 'name', number>>): Text => {
  const { number, likely, name } = groups;
  return number + likely + name === 0
    ? MENU_MESSAGES.noDuplicates
    : textWithNumbers(
        '重複候補:同じ法人番号 {number} 組・おそらく同じ {likely} 組・同名 {name} 組',
        'Possible duplicates: {number} with one number, {likely} likely, {name} of one name',
        { number, likely, name },
      );
};

/** `names` of the accounts where there are few enough to name them. */
export const undoQuestion = (changes: number, names: readonly string[]): Text =>
  names.length === 0
    ? textWithNumbers('直前の変更 {n} 件を元に戻しますか?', 'Take back your last change of {n} accounts?', {
        n: changes,
      })
    : text(
        `直前の変更を元に戻しますか?\n${names.join(', ')}`,
        `Take back your last change?\n${names.join(', ')}`,
      );

/** How many were taken back; `refusals` say why the others were not. */
export const undoneMessage = (undone: number, refusals: readonly { name: string; reason: Text }[]): Text => {
  const done = textWithNumbers('{n} 件を元に戻しました。', '{n} taken back.', { n: undone });
  const lines = (language: keyof Text): string[] =>
    refusals.map(({ name, reason }) => `${name}: ${reason[language]}`);
  return text([done.ja, ...lines('ja')].join('\n'), [done.en, ...lines('en')].join('\n'));
};

/** `installer`: whose trigger sends now; null where nobody's does. */
export const startAutoSendQuestion = (installer: string | null): Text => {
  const now =
    installer === null
      ? text('', '')
      : text(
          `\n(いまは ${installer} のアカウントで送られています。)`,
          `\n(Now the account of ${installer} sends them.)`,
        );
  return text(
    `全員の未送信の申請を、10分ごとに自動で送りますか? 編集した人の申請として(分からなければ「編集者不明」として)、営業担当の権限で行います。${now.ja}`,
    `Send everybody's pending requests every 10 minutes? Each as its editor's (or an unknown editor's), with a rep's rights.${now.en}`,
  );
};

interface AboutFacts {
  statuses: number;
  you: string;
  /** The problem in words; null where the functions answer. */
  serverProblem: Text | null;
  /** Instants as text in the team's zone; null before the first. */
  refreshedAt: string | null;
  pending: number;
  autoSend: { installer: string; lastRun: string | null } | null;
  hasColumns: boolean;
}

export const aboutMessage = (facts: AboutFacts): Text => {
  const { statuses, you, serverProblem, refreshedAt, pending, autoSend, hasColumns } = facts;
  const server = serverProblem ?? text('接続できます', 'reachable');
  const sender =
    autoSend === null
      ? text('なし', 'off')
      : text(
          `${autoSend.installer}(最終 ${autoSend.lastRun ?? 'まだありません'})`,
          `${autoSend.installer} (last ${autoSend.lastRun ?? 'not yet'})`,
        );
  return text(
    [
      `Hachi — ${statuses}つのアカウントステータス`,
      `あなた: ${you}`,
      `サーバー: ${server.ja}`,
      `最終更新: ${refreshedAt ?? 'まだありません'}`,
      `未送信: ${pending} 件`,
      `自動送信: ${sender.ja}`,
      `台帳の列: ${hasColumns ? '正常' : '見つかりません'}`,
    ].join('\n'),
    [
      `Hachi — ${statuses} account statuses`,
      `You: ${you}`,
      `Server: ${server.en}`,
      `Last sync: ${refreshedAt ?? 'not yet'}`,
      `Not sent: ${pending}`,
      `Automatic sending: ${sender.en}`,
      `Columns of the register: ${hasColumns ? 'fine' : 'missing'}`,
    ].join('\n'),
  );
};
