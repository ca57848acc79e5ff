/** Keeps what was made last, so that calls that go on with one long work do not make it anew, each of them. */

export interface LatestValue<Value> {
  /** As `make` gives it, or gave it to the call before under this key; calls at once under one key wait for one making. */
  get: (key: string, make: () => Promise<Value>) => Promise<Value>;
  forget: () => void;
}

/** Calls `run` when its time is over; answers what calls that off. */
export type StartTimer = (run: () => void) => () => void;

/** A timer that keeps no process alive. */
export const timerOf =
  (milliseconds: number): StartTimer =>
  (run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  };

/**
 * One value at most, whatever is asked for: that bounds the memory, which is given back when nobody has asked for it until the timer is
 * over. Whoever finds another one, or none, as in an instance that has just started, makes it. A value is not to be changed.
 */
export const latestValue = <Value>(startTimer: StartTimer): LatestValue<Value> => {
  let kept: { key: string; value: Promise<Value> } | null = null;
  let callOff = (): void => {};
  const forget = (): void => {
    callOff();
    kept = null;
  };
  const get = (key: string, make: () => Promise<Value>): Promise<Value> => {
    callOff();
    callOff = startTimer(forget);
    if (kept?.key === key) return kept.value;
    // The value before is dropped first, so that the two are never in memory together.
    kept = null;
    const made = { key, value: make() };
    kept = made;
    made.value.catch(() => {
      if (kept === made) forget();
    });
    return made.value;
  };
  return { get, forget };
};
