/** Jobs that the scheduler has run before and does not run any more, and how people are told of them. */
import { keysOf } from '../status/table-keys';
import { type Text, text } from '../text/text';

const HOUR_MS = 3_600_000;

/** Hours after the last good run from which a job is late. They allow a missed run or two of a deployment's schedule. */
const LATE_AFTER_HOURS = {
  queue: 3,
  layout: 24,
  dashboard: 50,
  duplicates: 50,
  check: 50,
  retention: 50,
  digests: 3,
} as const;
export type Job = keyof typeof LATE_AFTER_HOURS;

const NAMES: Readonly<Record<Job, Text>> = {
  queue: text('キュー', 'queue'),
  layout: text('台帳の更新', 'refresh of the register'),
  dashboard: text('ダッシュボード', 'dashboard'),
  duplicates: text('重複の検索', 'search for duplicates'),
  check: text('データの検査', 'check of the data'),
  retention: text('保存期間の処理', 'retention'),
  digests: text('まとめの送信', 'digests'),
};

export interface LateJob {
  name: Text;
  /** When it last ended well, in the team's zone. */
  since: string;
}

/**
 * `runs` are instants by the job's name; one that has never run is scheduled nowhere. `timeOf` words an instant in the team's zone.
 * `running` is the job that the scheduler runs at this moment, which stands still no more.
 */
export const lateJobs = (
  runs: Readonly<Record<string, string>>,
  now: string,
  timeOf: (instant: string) => string,
  running: Job | null = null,
): LateJob[] =>
  keysOf(LATE_AFTER_HOURS).flatMap((job): LateJob | never[] => {
    const last = job === running ? undefined : runs[job];
    const isLate = last !== undefined && Date.parse(now) - Date.parse(last) > LATE_AFTER_HOURS[job] * HOUR_MS;
    return isLate ? { name: NAMES[job], since: timeOf(last) } : [];
  });

/** Null where all is well. */
export const lateJobsText = (late: readonly LateJob[]): Text | null =>
  late.length === 0
    ? null
    : text(
        `⚠ 止まっているジョブ:${late.map(({ name, since }) => `${name.ja}(${since} が最後)`).join('、')}。管理者に知らせてください。`,
        `⚠ Stopped: ${late.map(({ name, since }) => `${name.en} (last ${since})`).join(', ')}. Tell an admin.`,
      );

/** Jobs that the one line above a tab has room for. */
const MAX_NAMED = 2;

/** For the one line above a tab, of which a screen shows the beginning: of several, the names alone. The window of settings says since when. */
export const lateJobsLine = (late: readonly LateJob[]): Text | null => {
  if (late.length < 2) return lateJobsText(late);
  const named = late.slice(0, MAX_NAMED).map(({ name }) => name);
  const more = late.length - named.length;
  return text(
    `⚠ 止まっているジョブ:${named.map(({ ja }) => ja).join('、')}${more === 0 ? '' : `、ほか ${more} 件`}。管理者に知らせてください。`,
    `⚠ Stopped: ${named.map(({ en }) => en).join(', ')}${more === 0 ? '' : ` and ${more} more`}. Tell an admin.`,
  );
};
