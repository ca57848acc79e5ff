/** What the items of the menu say and ask that have no window, ja and en. */
import { type Text, text } from '../functions/domain/text/text';
import { textWithNumbers } from './messages';

export const MENU_MESSAGES = {
  sending: text('送信しています…', 'Sending…'),
  refreshing: text('台帳を更新しています…', 'Refreshing the register…'),
  refreshingQueue: text('キューを作り直しています…', 'Writing the queue anew…'),
  upToDate: text('台帳は最新です。', 'The register is up to date.'),
} as const;

/** The functions found an older version of the whole file: whether to drop what waits in it. */
export const dropRequestsQuestion = ({ ja, en }: Text): Text =>
  text(
    `${ja}\n\n未送信の申請を捨てて、すべて最新にしますか?`,
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

export const queueMessage = (n: number): Text =>
  textWithNumbers('キューを作り直しました({n} 行)。', 'The queue was written anew: {n} rows.', { n });
