/**
 * What somebody is told of, as Cloud Monitoring reads it.
 * Not verified against Google: that Cloud Monitoring takes these policies, and when it tells of them.
 */
import { jobName } from './schedule-steps';

/** At most one mail an hour for each kind of alert; an incident without further reports is closed after a day. */
const STRATEGY = { notificationRateLimit: { period: '3600s' }, autoClose: '86400s' };

interface AlertPolicy {
  readonly displayName: string;
  readonly documentation: { readonly content: string; readonly mimeType: 'text/markdown' };
  readonly combiner: 'OR';
  readonly conditions: readonly object[];
  readonly alertStrategy: object;
}

const policy = (
  name: string,
  todo: string,
  condition: object,
  alertStrategy: object = STRATEGY,
): AlertPolicy => ({
  displayName: `Hachi: ${name}`,
  documentation: {
    content: `${todo} See docs/operate.md, "What to do when".`,
    mimeType: 'text/markdown',
  },
  combiner: 'OR',
  conditions: [{ displayName: name, ...condition }],
  alertStrategy,
});

/** Policies by file name; `host` and `service` are the service's host and name. */
export const alertPolicies = (
  host: string,
  service: string,
): Readonly<Record<'errors' | 'jobs' | 'health', AlertPolicy>> => ({
  errors: policy(
    'errors of the functions',
    'The functions have logged an error: a fault, or data to be looked at.',
    {
      conditionMatchedLog: {
        filter: `resource.type="cloud_run_revision" AND resource.labels.service_name="${service}" AND severity>=ERROR`,
      },
    },
  ),
  jobs: policy(
    'a scheduled job failed',
    'A run of the scheduler was refused or not answered; the next one goes on.',
    {
      conditionMatchedLog: {
        filter: `resource.type="cloud_scheduler_job" AND resource.labels.job_id=~"^${jobName('')}" AND severity>=ERROR`,
      },
    },
  ),
  health: policy(
    'the functions do not answer',
    'The uptime check of /health has failed from two places: the service or Firestore is not reachable.',
    {
      conditionThreshold: {
        filter: `resource.type="uptime_url" AND metric.type="monitoring.googleapis.com/uptime_check/check_passed" AND resource.labels.host="${host}"`,
        aggregations: [
          {
            alignmentPeriod: '1200s',
            perSeriesAligner: 'ALIGN_NEXT_OLDER',
            crossSeriesReducer: 'REDUCE_COUNT_FALSE',
            groupByFields: ['resource.label.host'],
          },
        ],
        comparison: 'COMPARISON_GT',
        thresholdValue: 1,
        duration: '0s',
        trigger: { count: 1 },
      },
    },
    { autoClose: STRATEGY.autoClose },
  ),
});
