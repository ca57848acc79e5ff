/** Buttons that run the scheduled jobs now. */
import type { PageLanguage } from '../protocol';
import { actionButton, element } from './element';
import { JOB_RESULT_TEXTS } from './job-messages';
import type { Translate } from './messages';
import { serverRefusalOf } from './server-answers';
import { showPageError, showPageToast } from './toasts';

type JobName = keyof typeof JOB_RESULT_TEXTS;

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
    const body: unknown = await answer.json();
    if (answer.ok) showPageToast(JOB_RESULT_TEXTS[job](body, language), title, 8);
    else showFailure(serverRefusalOf(body).message[language]);
  } catch (error) {
    showFailure(String(error));
  } finally {
    jobButton.disabled = false;
    running.close();
  }
}
