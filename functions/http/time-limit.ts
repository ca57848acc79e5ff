/** How long one call may work before it answers how far it is. */
import type { Caller } from '../app/admit-member';
import type { Service } from './service';

/** A function that is true once the call has run for its time: what is left comes with the next call. */
export const timeLimit = ({ limits: { runMilliseconds } }: Service): (() => boolean) =>
  limitOf(runMilliseconds);

const limitOf = (milliseconds: number): (() => boolean) => {
  const startedAt = performance.now();
  return () => performance.now() - startedAt >= milliseconds;
};

/**
 * Of a call that has to prepare its work first, as a list of 100,000 rows is read by each of its calls: started when that is done, the
 * work has half of the time at least.
 */
export const workLimit = (service: Service): (() => () => boolean) => {
  const isTimeUp = timeLimit(service);
  return () => {
    const hasWorked = limitOf(service.limits.runMilliseconds / 2);
    return () => isTimeUp() && hasWorked();
  };
};

/** The limit of a job that a manager starts and waits for, and that has to be done in one call. */
export const longTimeLimit = ({ limits: { jobMilliseconds } }: Service): (() => boolean) =>
  limitOf(jobMilliseconds);

/** The limit of a job: short for a person, who waits and asks again; longer for the scheduler (null), which goes on with its next run. */
export const jobTimeLimit = (service: Service, caller: Caller | null): (() => boolean) =>
  caller === null ? limitOf(service.limits.jobMilliseconds) : timeLimit(service);
