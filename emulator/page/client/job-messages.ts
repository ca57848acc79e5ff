/** The texts for a job's result, in both languages. */
import * as z from 'zod/mini';
import type { PageLanguage } from '../protocol';

/** The text for a job's answer; throws where the answer does not fit the job. */
type JobResultText = (body: unknown, language: PageLanguage) => string;

const layoutResultSchema = z.object({
  written: z.number(),
  appended: z.number(),
  unchanged: z.number(),
  pending: z.number(),
});

const layoutResultText: JobResultText = (body, language) => {
  const { written, appended, unchanged, pending } = layoutResultSchema.parse(body);
  return language === 'ja'
    ? `${written} 行を書き換え、${appended} 行を追加しました。変わらない行は ${unchanged}、送信待ちは ${pending} です。`
    : `${written} rows written, ${appended} added, ${unchanged} unchanged, ${pending} waiting to be sent.`;
};

const queueResultSchema = z.object({
  counts: z.object({ decide: z.number(), approve: z.number(), overdue: z.number(), dueIn7: z.number() }),
  listed: z.number(),
});

const queueResultText: JobResultText = (body, language) => {
  const {
    counts: { decide, approve, overdue, dueIn7 },
    listed,
  } = queueResultSchema.parse(body);
  return language === 'ja'
    ? `全部で ${listed} 件:判断待ち ${decide}、承認待ち ${approve}、期限超過 ${overdue}、7日以内 ${dueIn7} など。`
    : `${listed} in all: ${decide} to decide, ${approve} to approve, ${overdue} overdue, ${dueIn7} due in 7 days, and others.`;
};

const dashboardResultSchema = z.object({ accounts: z.nullable(z.number()), done: z.boolean() });

const dashboardResultText: JobResultText = (body, language) => {
  const { accounts, done } = dashboardResultSchema.parse(body);
  if (!done || accounts === null)
    return language === 'ja'
      ? 'まだ数え終わっていません。もう一度実行すると続きを数えます。'
      : 'Not all is counted yet. Run it again to go on.';
  return language === 'ja'
    ? `${accounts} 社の履歴から、タブ「ダッシュボード」と「内訳」を書きました。`
    : `The tabs Dashboard and Breakdown are written from the history of ${accounts} accounts.`;
};

const digestsResultSchema = z.object({
  pause: z.nullable(z.enum(['OFF', 'CLOSED_DAY', 'TOO_EARLY'])),
  sent: z.number(),
  failed: z.number(),
  uncertain: z.number(),
  nothingToSay: z.number(),
});

const PAUSES = {
  OFF: {
    ja: '送信先が設定されていません(設定 digestChannels)。',
    en: 'The settings name no channel (digestChannels).',
  },
  CLOSED_DAY: { ja: '休業日なので送りません。', en: 'The company is closed today.' },
  TOO_EARLY: { ja: 'まだ送信時刻ではありません。', en: 'It is before the time of the settings.' },
} as const;

const digestsResultText: JobResultText = (body, language) => {
  const { pause, sent, failed, uncertain, nothingToSay } = digestsResultSchema.parse(body);
  if (pause !== null) return PAUSES[pause][language];
  return language === 'ja'
    ? `送信 ${sent} 件、失敗 ${failed} 件、未確認 ${uncertain} 件、知らせることのない人 ${nothingToSay} 人です。メールとチャットは /local/mails で読めます。`
    : `${sent} sent, ${failed} failed, ${uncertain} unconfirmed, nothing to say to ${nothingToSay}. Mails and messages are at /local/mails.`;
};

const storeCheckSchema = z.object({
  checked: z.record(z.string(), z.number()),
  found: z.number(),
  findings: z.array(
    z.object({
      accountId: z.nullable(z.string()),
      name: z.nullable(z.string()),
      document: z.string(),
      message: z.object({ ja: z.string(), en: z.string() }),
    }),
  ),
});

const MAX_FINDINGS = 5;

/** The first findings, one line each. */
const storeCheckText: JobResultText = (body, language) => {
  const { checked, found, findings } = storeCheckSchema.parse(body);
  const read = Object.values(checked).reduce((sum, count) => sum + count, 0);
  const lines = findings
    .slice(0, MAX_FINDINGS)
    .map(
      ({ accountId, name, document, message }) => `${name ?? accountId ?? document}: ${message[language]}`,
    );
  const total =
    language === 'ja'
      ? `${read} 件の文書を検査し、問題が ${found} 件見つかりました。`
      : `${read} documents checked, ${found} problems.`;
  return [total, ...lines].join('\n');
};

export const JOB_RESULT_TEXTS = {
  layout: layoutResultText,
  queue: queueResultText,
  dashboard: dashboardResultText,
  digests: digestsResultText,
  check: storeCheckText,
} as const satisfies Record<string, JobResultText>;
