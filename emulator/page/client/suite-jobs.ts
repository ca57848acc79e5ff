/** Buttons that run the scheduled jobs now. */
import type { PageLanguage } from '../protocol';
import { actionButton, element } from './element';
import {
  type DashboardResult,
  type DigestsResult,
  dashboardResultText,
  digestsResultText,
  type LayoutResult,
  layoutResultText,
  type QueueResult,
  queueResultText,
  type StoreCheckResult,
  storeCheckText,
} from './job-messages';
import type { Translate } from './messages';
import { showPageError, showPageToast } from './toasts';

type JobName = 'layout' | 'queue' | 'dashboard' | 'digests' | 'check';

export function jobButtons(t: Translate, language: PageLanguage): HTMLElement {
  const jobButton = (job: JobName): HTMLElement => {
    const created = actionButton(jobTitle(t, job), () => void runJob(t, language, job, created));
    return created;
  };
  const attributes = { class: 'jobs', role: 'group', 'aria-label': t('jobs') };
  const buttons = (['layout', 'queue', 'dashboard', 'digests', 'check'] as const).map(jobButton);
  return element('span', attributes, ...buttons);
}

const TITLES = {
  layout: 'layoutJob',
  queue: 'queueJob',
  dashboard: 'dashboardJob',
  digests: 'digestsJob',
  check: 'checkJob',
} as const;
const jobTitle = (t: Translate, job: JobName): string => t(TITLES[job]);

/** The button is disabled while the job runs. */
async function runJob(
  t: Translate,
  language: PageLanguage,
  job: JobName,
  jobButton: HTMLButtonElement,
): Promise<void> {
  const title = jobTitle(t, job);
  const showFailure = (message: string): void =>
    showPageError(t, `${title}: ${t('jobFailed')}`, { message, stack: '' });
  const running = showPageToast(t('jobRuns'), title, -1);
  jobButton.disabled = true;
  try {
    const answer = await fetch(`/local/jobs/${job}`, { method: 'POST' });
    const body = await answer.json();
    if (answer.ok) showPageToast(jobResultText(job, body, language), title, 8);
    else showFailure(body.error.message[language]);
  } catch (error) {
    showFailure(String(error));
  } finally {
    jobButton.disabled = false;
    running.close();
  }
}

const jobResultText = (job: JobName, body: unknown, language: PageLanguage): string => {
  switch (job) {
    case 'layout':
      return layoutResultText(body as LayoutResult, language);
    case 'queue':
      return queueResultText(body as QueueResult, language);
    case 'dashboard':
      return dashboardResultText(body as DashboardResult, language);
    case 'digests':
      return digestsResultText(body as DigestsResult, language);
    case 'check':
      return storeCheckText(body as StoreCheckResult, language);
  }
};
