/** What the page tells of a job's result, in both languages. */
import type { PageLanguage } from '../protocol';

export interface LayoutResult {
  written: number;
  appended: number;
  unchanged: number;
  pending: number;
}

export const layoutResultText = (
  { written, appended, unchanged, pending }: LayoutResult,
  language: PageLanguage,
): string =>
  language === 'ja'
    ? `${written} 行を書き換え、${appended} 行を追加しました。変わらない行は ${unchanged}、送信待ちは ${pending} です。`
    : `${written} rows written, ${appended} added, ${unchanged} unchanged, ${pending} waiting to be sent.`;

export interface QueueResult {
  counts: { decide: number; approve: number; overdue: number; dueIn7: number };
  listed: number;
}

export const queueResultText = (
  { counts: { decide, approve, overdue, dueIn7 }, listed }: QueueResult,
  language: PageLanguage,
): string =>
  language === 'ja'
    ? `全部で ${listed} 件:判断待ち ${decide}、承認待ち ${approve}、期限超過 ${overdue}、7日以内 ${dueIn7} など。`
    : `${listed} in all: ${decide} to decide, ${approve} to approve, ${overdue} overdue, ${dueIn7} due in 7 days, and others.`;

export interface DashboardResult {
  accounts: number | null;
  done: boolean;
}

export const dashboardResultText = ({ accounts, done }: DashboardResult, language: PageLanguage): string => {
  if (!done || accounts === null)
    return language === 'ja'
      ? 'まだ数え終わっていません。もう一度実行すると続きを数えます。'
      : 'Not all is counted yet. Run it again to go on.';
  return language === 'ja'
    ? `${accounts} 社の履歴から、タブ「ダッシュボード」と「内訳」を書きました。`
    : `The tabs Dashboard and Breakdown are written from the history of ${accounts} accounts.`;
};

export interface DigestsResult {
  pause: 'OFF' | 'CLOSED_DAY' | 'TOO_EARLY' | null;
  sent: number;
  failed: number;
  uncertain: number;
  nothingToSay: number;
}

const PAUSES = {
  OFF: {
    ja: '送信先が設定されていません(設定 digestChannels)。',
    en: 'The settings name no channel (digestChannels).',
  },
  CLOSED_DAY: { ja: '休業日なので送りません。', en: 'The company is closed today.' },
  TOO_EARLY: { ja: 'まだ送信時刻ではありません。', en: 'It is before the time of the settings.' },
} as const;

export const digestsResultText = (
  { pause, sent, failed, uncertain, nothingToSay }: DigestsResult,
  language: PageLanguage,
): string => {
  if (pause !== null) return PAUSES[pause][language];
  return language === 'ja'
    ? `送信 ${sent} 件、失敗 ${failed} 件、未確認 ${uncertain} 件、知らせることのない人 ${nothingToSay} 人です。メールは /local/mails で読めます。`
    : `${sent} sent, ${failed} failed, ${uncertain} unconfirmed, nothing to say to ${nothingToSay}. The mails are at /local/mails.`;
};

export interface StoreCheckResult {
  checked: Readonly<Record<string, number>>;
  found: number;
  findings: readonly { accountId: string | null; document: string; message: Record<PageLanguage, string> }[];
}

const MAX_FINDINGS = 5;

/** The first findings, a line each. */
export const storeCheckText = (
  { checked, found, findings }: StoreCheckResult,
  language: PageLanguage,
): string => {
  const read = Object.values(checked).reduce((sum, count) => sum + count, 0);
  const lines = findings
    .slice(0, MAX_FINDINGS)
    .map(({ accountId, document, message }) => `${accountId ?? document}: ${message[language]}`);
  const total =
    language === 'ja'
      ? `${read} 件の文書を検査し、問題が ${found} 件見つかりました。`
      : `${read} documents checked, ${found} problems.`;
  return [total, ...lines].join('\n');
};
